#include "core/store/detail/migrations.h"

#include "core/base/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

// Outside every namespace: the macro declares a function. In a static library nothing else would
// link it in.
static void initialiseSchemaResource()
{
    Q_INIT_RESOURCE(schema);
}

namespace cf::store::detail {

namespace {

QStringList stepFiles()
{
    initialiseSchemaResource();
    const QDir folder(QStringLiteral(":/costfilter/schema"));
    QStringList files;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
        files.append(folder.filePath(name));
    return files;
}

/// The statements of a step: Qt's driver runs one at a time, an empty line separates them.
Result<QStringList> statementsOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error::make(ErrorCode::Failed, "The schema step " + fileName.toStdString() +
                                                  " is missing from this program; install it "
                                                  "again");
    static const QRegularExpression emptyLine(QStringLiteral("\\n\\s*\\n"));
    QStringList statements;
    const QStringList parts = QString::fromUtf8(file.readAll()).split(emptyLine);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            statements.append(part);
    }
    return statements;
}

Result<void> copyBeside(Database &database, int version)
{
    const std::string name = "project.v" + std::to_string(version) + ".costfilter";
    PendingFile copy(database.file().parent_path() / name);
    std::error_code ignored; // left by a crash, if it is there; VACUUM INTO wants a new file
    std::filesystem::remove(copy.temporaryPath(), ignored);
    Query vacuum(database, "VACUUM INTO ?");
    CF_RETURN_IF_ERROR(vacuum.exec(Parameters() << copy.temporaryPath()));
    return copy.commit();
}

Result<void> checkForeignKeys(Database &database, int version)
{
    Query check(database, "PRAGMA foreign_key_check");
    CF_RETURN_IF_ERROR(check.exec());
    CF_ASSIGN_OR_RETURN(const bool found, check.next());
    if (!found)
        return {};
    const std::string table = check.text();
    return Error::make(ErrorCode::BadFormat,
                       "Cannot convert the project " + database.file().string() + " to version " +
                           std::to_string(version) + ": rows of " + table +
                           " name something that is not there; use the copy beside it with the "
                           "older program");
}

/// version: the one that the file has after this step
Result<void> runStep(Database &database, const QString &fileName, int version)
{
    CF_ASSIGN_OR_RETURN(const QStringList statements, statementsOf(fileName));
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    for (const QString &statement : statements)
        CF_RETURN_IF_ERROR(database.exec(statement.toUtf8().constData()));
    CF_RETURN_IF_ERROR(checkForeignKeys(database, version));
    const std::string number = std::to_string(version); // a PRAGMA takes no bound values
    CF_RETURN_IF_ERROR(database.exec(("PRAGMA user_version = " + number).c_str()));
    const std::string id = std::to_string(kApplicationId);
    CF_RETURN_IF_ERROR(database.exec(("PRAGMA application_id = " + id).c_str()));
    return transaction.commit();
}

Result<void> runSteps(Database &database, int fromVersion)
{
    const QStringList files = stepFiles();
    for (int version = fromVersion; version < files.size(); ++version)
        CF_RETURN_IF_ERROR(runStep(database, files.at(version), version + 1));
    return {};
}

} // namespace

int newestVersion()
{
    return static_cast<int>(stepFiles().size());
}

Result<int> checkedVersion(Database &database)
{
    CF_ASSIGN_OR_RETURN(const std::int64_t id, database.integer("PRAGMA application_id"));
    CF_ASSIGN_OR_RETURN(const std::int64_t version, database.integer("PRAGMA user_version"));
    if (id != kApplicationId) {
        CF_ASSIGN_OR_RETURN(const std::int64_t tables,
                            database.integer("SELECT count(*) FROM sqlite_master"));
        if (id == 0 && version == 0 && tables == 0)
            return 0; // made and never filled
        return Error::make(ErrorCode::BadFormat,
                           database.file().string() +
                               " is a database of another program; choose a project made by this "
                               "one");
    }
    if (version > newestVersion())
        return Error::make(ErrorCode::NewerVersion,
                           "The project " + database.file().string() + " has version " +
                               std::to_string(version) + ", this program knows versions up to " +
                               std::to_string(newestVersion()) + "; install the newer program");
    return static_cast<int>(version);
}

Result<void> migrate(Database &database)
{
    CF_ASSIGN_OR_RETURN(const int version, checkedVersion(database));
    if (version == newestVersion())
        return {};
    if (version > 0)
        CF_RETURN_IF_ERROR(copyBeside(database, version));
    // Inside a transaction this switch would do nothing, and a step that rebuilds a table needs it
    // off.
    CF_RETURN_IF_ERROR(database.exec("PRAGMA foreign_keys = OFF"));
    const Result<void> migrated = runSteps(database, version);
    CF_RETURN_IF_ERROR(database.exec("PRAGMA foreign_keys = ON"));
    return migrated;
}

} // namespace cf::store::detail
