#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace cf::store::detail {

enum class OpenMode {
    ReadWrite, ///< creates the file where it is missing
    ReadOnly,  ///< reads beside a writer; needs the writer's shared memory file or a place for it
    Immutable, ///< reads a file that nobody writes, from a folder that cannot be written
};

/// One SQLite connection. Lives and dies in the thread that opened it; every use elsewhere is an
/// Error.
class Database
{
public:
    /// Fails with NotFound, ReadOnly, BadFormat (seen at the first read, so perhaps later) or
    /// Failed.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, OpenMode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const std::filesystem::path &file() const { return m_file; }
    const QSqlDatabase &handle() const { return m_handle; }
    bool isInItsThread() const { return m_thread == std::this_thread::get_id(); }

    /// One statement without values; its rows are dropped.
    Result<void> exec(const char *sql);
    Result<std::int64_t> integer(const char *sql);
    /// An SQLite failure as an Error that names the file and says what to do.
    Error error(const QSqlError &failure) const;

private:
    Database(std::filesystem::path file, QString connection);

    std::filesystem::path m_file;
    QString m_connection;
    QSqlDatabase m_handle;
    std::thread::id m_thread = std::this_thread::get_id();
};

/// The values of one statement, in order. NaN becomes NULL. Text that is not UTF-8 makes
/// Query::exec() fail.
class Parameters
{
public:
    Parameters &operator<<(const std::string &text);
    Parameters &operator<<(const char *text) { return *this << std::string(text); }
    Parameters &operator<<(const std::filesystem::path &path) { return *this << path.string(); }
    Parameters &operator<<(std::int64_t number);
    Parameters &operator<<(int number) { return *this << std::int64_t{number}; }
    Parameters &operator<<(bool flag) { return *this << std::int64_t{flag ? 1 : 0}; }
    Parameters &operator<<(double number);
    Parameters &operator<<(const std::vector<float> &numbers); ///< a BLOB, little endian
    template <class T>
    Parameters &operator<<(const std::optional<T> &value)
    {
        if (value)
            return *this << *value;
        m_values.append(QVariant());
        return *this;
    }

    const QVariantList &values() const { return m_values; }
    const std::optional<Error> &error() const { return m_error; }

private:
    QVariantList m_values;
    std::optional<Error> m_error;
};

/// A prepared statement; exec() may be called again with other values. Must not outlive its
/// Database.
class Query
{
public:
    Query(Database &database, const char *sql);

    Result<void> exec(const Parameters &parameters = {});
    /// Steps to the next row; false after the last.
    Result<bool> next();
    std::int64_t changedRows() const { return m_query.numRowsAffected(); }
    std::int64_t insertedId() const { return m_query.lastInsertId().toLongLong(); }

    /// The columns of the current row, read one after the other.
    std::int64_t integer() { return value().toLongLong(); }
    std::string text() { return value().toString().toStdString(); }
    double real(); ///< NULL is NaN
    std::vector<float> floats();
    std::optional<std::int64_t> maybeInteger();
    std::optional<bool> maybeFlag();
    std::optional<double> maybeReal();
    std::optional<std::string> maybeText();

private:
    QVariant value() { return m_query.value(m_column++); }
    bool skipNull();

    Database &m_database;
    QSqlQuery m_query;
    bool m_prepared = false;
    int m_column = 0;
};

enum class TransactionKind {
    Read,  ///< several SELECTs see one state of the file
    Write, ///< takes the write lock at once, so that waiting for another writer happens here
};

/// Rolls back when destroyed before commit() has succeeded. Do not nest.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database,
                                     TransactionKind kind = TransactionKind::Write);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database; ///< null once committed or moved from
};

} // namespace cf::store::detail
