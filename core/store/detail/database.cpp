#include "core/store/detail/database.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUrl>
#include <QtEndian>
#include <atomic>
#include <cstring>
#include <limits>

namespace cf::store::detail {

namespace {

// Result codes of SQLite (https://www.sqlite.org/rescode.html); its header is not needed for
// anything else.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kNoMemory = 7;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kConstraint = 19;
constexpr int kNotADatabase = 26;
constexpr int kMainCodeMask = 0xff;
constexpr std::uintmax_t kNearlyNothingBytes = 256 * 1024;

bool diskIsFull(const std::filesystem::path &file)
{
    std::error_code failed;
    const auto space = std::filesystem::space(file.parent_path(), failed);
    return !failed && space.available < kNearlyNothingBytes;
}

QString fileName(const std::filesystem::path &file)
{
    return QString::fromStdString(file.string());
}

} // namespace

Database::Database(std::filesystem::path file, QString connection)
    : m_file(std::move(file)), m_connection(std::move(connection)),
      m_handle(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
}

Database::~Database()
{
    m_handle.close();
    m_handle = QSqlDatabase(); // removeDatabase() wants nobody to hold it
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, OpenMode mode)
{
    if (!QCoreApplication::instance())
        return Error::make(ErrorCode::Failed,
                           "A QCoreApplication must exist before a project is opened, else Qt "
                           "finds no database driver");
    if (fileName(file).toStdString() != file.string())
        return Error::make(ErrorCode::BadUsage, "The name of the project " + file.string() +
                                                    " is not valid UTF-8; rename the folder");
    static std::atomic<std::uint64_t> count{0};
    const QString connection = QStringLiteral("cf_store_%1").arg(++count);
    std::unique_ptr<Database> database(new Database(file, connection));
    QSqlDatabase &handle = database->m_handle;
    if (!handle.isValid())
        return Error::make(ErrorCode::Unsupported,
                           "Qt's SQLite driver is missing; install the package libqt6sql6-sqlite");
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (mode != OpenMode::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (mode == OpenMode::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        const QByteArray encoded = QUrl::toPercentEncoding(fileName(file), "/");
        handle.setDatabaseName(QStringLiteral("file:") + QString::fromLatin1(encoded) +
                               QStringLiteral("?immutable=1"));
    } else {
        handle.setDatabaseName(fileName(file));
    }
    handle.setConnectOptions(options);
    if (!handle.open())
        return database->error(handle.lastError());
    CF_RETURN_IF_ERROR(database->exec("PRAGMA foreign_keys = ON"));
    CF_RETURN_IF_ERROR(database->exec("PRAGMA synchronous = FULL"));
    return database;
}

Error Database::error(const QSqlError &failure) const
{
    const int extendedCode = failure.nativeErrorCode().toInt();
    const QString text = failure.databaseText(); // empty where Qt itself refused
    const std::string reason = (text.isEmpty() ? failure.driverText() : text).toStdString();
    const std::string start = "Cannot use the project " + m_file.string() + ": " + reason;
    switch (extendedCode & kMainCodeMask) {
    case kFull:
        return Error::make(ErrorCode::DiskFull, start + "; free some space on that disk");
    case kReadOnly:
        return Error::make(ErrorCode::ReadOnly, start + "; copy it to where you may write");
    case kNoMemory:
        return Error::make(ErrorCode::OutOfMemory, start + "; close other programs");
    case kIoError: // a full disk shows like this where SQLite grows its shared memory file
        if (diskIsFull(m_file))
            return Error::make(ErrorCode::DiskFull, start + "; free some space on that disk");
        return Error::make(ErrorCode::Failed, start + "; check the disk");
    case kCorrupt:
        return Error::make(ErrorCode::BadFormat, start + "; restore it from a backup");
    case kNotADatabase:
        return Error::make(ErrorCode::BadFormat, start + "; choose a project made by this program");
    case kCannotOpen:
        return Error::make(ErrorCode::Failed, start + "; check that you may read and write there");
    case kBusy:
    case kLocked:
        return Error::make(ErrorCode::Failed,
                           start + "; another program holds it, try again when that has ended");
    case kConstraint:
        return Error::make(ErrorCode::BadUsage, start + "; nothing was stored");
    default:
        return Error::make(ErrorCode::Failed, start);
    }
}

Result<void> Database::exec(const char *sql)
{
    return Query(*this, sql).exec();
}

Result<std::int64_t> Database::integer(const char *sql)
{
    Query query(*this, sql);
    CF_RETURN_IF_ERROR(query.exec());
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    return found ? query.integer() : 0;
}

Parameters &Parameters::operator<<(const std::string &text)
{
    const QString converted = QString::fromStdString(text);
    if (!m_error && converted.toStdString() != text)
        m_error = Error::make(ErrorCode::BadData, "The name " + text +
                                                      " is not valid UTF-8 and cannot be stored; "
                                                      "rename it");
    // A null QString would be stored as NULL.
    m_values.append(converted.isNull() ? QStringLiteral("") : converted);
    return *this;
}

Parameters &Parameters::operator<<(std::int64_t number)
{
    m_values.append(QVariant::fromValue<qlonglong>(number));
    return *this;
}

Parameters &Parameters::operator<<(double number)
{
    m_values.append(number); // SQLite itself turns NaN into NULL
    return *this;
}

Parameters &Parameters::operator<<(const std::vector<float> &numbers)
{
    QByteArray bytes(static_cast<qsizetype>(numbers.size() * sizeof(float)), Qt::Uninitialized);
    if (!numbers.empty()) // an empty vector may have no address
        qToLittleEndian<float>(numbers.data(), static_cast<qsizetype>(numbers.size()),
                               bytes.data());
    m_values.append(bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Query::Query(Database &database, const char *sql) : m_database(database), m_query(database.handle())
{
    m_query.setForwardOnly(true);
    m_prepared = database.isInItsThread() && m_query.prepare(QString::fromUtf8(sql));
}

Result<void> Query::exec(const Parameters &parameters)
{
    if (!m_database.isInItsThread())
        return Error::make(ErrorCode::Failed, "The project " + m_database.file().string() +
                                                  " was opened in another thread; open it again "
                                                  "in this one");
    if (parameters.error())
        return *parameters.error();
    if (!m_prepared)
        return m_database.error(m_query.lastError());
    for (int i = 0; i < parameters.values().size(); ++i)
        m_query.bindValue(i, parameters.values().at(i));
    if (!m_query.exec())
        return m_database.error(m_query.lastError());
    return {};
}

Result<bool> Query::next()
{
    m_column = 0;
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return m_database.error(m_query.lastError());
    m_query.finish(); // an open statement would keep a transaction from ending
    return false;
}

bool Query::skipNull()
{
    if (!m_query.isNull(m_column))
        return false;
    ++m_column;
    return true;
}

double Query::real()
{
    return skipNull() ? std::numeric_limits<double>::quiet_NaN() : value().toDouble();
}

std::vector<float> Query::floats()
{
    const QByteArray bytes = value().toByteArray();
    std::vector<float> numbers(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    if (!numbers.empty())
        qFromLittleEndian<float>(bytes.data(), static_cast<qsizetype>(numbers.size()),
                                 numbers.data());
    return numbers;
}

std::optional<std::int64_t> Query::maybeInteger()
{
    if (skipNull())
        return std::nullopt;
    return integer();
}

std::optional<bool> Query::maybeFlag()
{
    if (skipNull())
        return std::nullopt;
    return integer() != 0;
}

std::optional<double> Query::maybeReal()
{
    if (skipNull())
        return std::nullopt;
    return value().toDouble();
}

std::optional<std::string> Query::maybeText()
{
    if (skipNull())
        return std::nullopt;
    return text();
}

Result<Transaction> Transaction::begin(Database &database, TransactionKind kind)
{
    CF_RETURN_IF_ERROR(database.exec(kind == TransactionKind::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(other.m_database)
{
    other.m_database = nullptr;
}

Transaction::~Transaction()
{
    if (m_database) {
        // After a full disk SQLite has rolled back by itself and says so here: nothing is left to
        // do.
        auto ignored = m_database->exec("ROLLBACK");
        (void)ignored;
    }
}

Result<void> Transaction::commit()
{
    CF_RETURN_IF_ERROR(m_database->exec("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace cf::store::detail
