#include "core/store/project.h"

#include "core/store/detail/migrations.h"
#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace cf::store {

namespace fs = std::filesystem;
using detail::Database;
using detail::FileLock;
using detail::OpenMode;

namespace {

constexpr char kFileName[] = "project.costfilter";
constexpr std::uintmax_t kSmallestDatabaseBytes = 512; // SQLite would overwrite a shorter file
constexpr char kOpenLockName[] = ".open.lock";
constexpr std::chrono::seconds kOpenPatience{30}; // a large file may be converted meanwhile

bool isAllowed(const fs::path &path, int access)
{
    return ::faccessat(AT_FDCWD, path.c_str(), access, AT_EACCESS) == 0;
}

Result<fs::path> projectFolder(const fs::path &path)
{
    std::error_code failed;
    fs::path absolute = fs::absolute(path, failed).lexically_normal();
    if (path.empty() || failed)
        return Error::make(ErrorCode::BadUsage, "A project needs the path of a folder");
    if (!absolute.has_filename())
        absolute = absolute.parent_path(); // it ended in a slash
    const fs::file_status status =
        fs::status(absolute, failed); // once: another process may be making it
    if (fs::is_directory(status))
        return absolute;
    if (absolute.filename() == kFileName)
        return absolute.parent_path();
    if (fs::exists(status))
        return Error::make(ErrorCode::BadFormat,
                           absolute.string() +
                               " is a file and no project; name the project's folder");
    return absolute;
}

Result<void> makeFolder(const fs::path &folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!failed)
        return {};
    ErrorCode code = ErrorCode::Failed;
    if (failed == std::errc::permission_denied || failed == std::errc::read_only_file_system ||
        failed == std::errc::operation_not_permitted)
        code = ErrorCode::ReadOnly;
    else if (failed == std::errc::no_space_on_device)
        code = ErrorCode::DiskFull;
    else if (failed == std::errc::not_a_directory)
        code = ErrorCode::NotFound;
    return Error::make(code, "Cannot make the folder " + folder.string() + ": " + failed.message() +
                                 "; choose another place");
}

Result<std::unique_ptr<Database>> openForWriting(const fs::path &folder)
{
    CF_ASSIGN_OR_RETURN(const std::optional<FileLock> lock,
                        FileLock::acquire(folder / kOpenLockName, kOpenPatience));
    if (!lock)
        return Error::make(ErrorCode::Failed, "Another program is opening the project " +
                                                  folder.string() +
                                                  "; try again when that has ended");
    CF_ASSIGN_OR_RETURN(std::unique_ptr<Database> database,
                        Database::open(folder / kFileName, OpenMode::ReadWrite));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const int version, detail::checkedVersion(*database));
    CF_RETURN_IF_ERROR(database->exec("PRAGMA journal_mode = WAL"));
    CF_RETURN_IF_ERROR(detail::migrate(*database));
    CF_RETURN_IF_ERROR(makeFolder(folder / "runs"));
    CF_RETURN_IF_ERROR(makeFolder(folder / "cache"));
    return database;
}

/// What may be read without writing; the version is looked at and not judged.
Result<std::unique_ptr<Database>> openUnchanged(const fs::path &file, OpenMode mode)
{
    CF_ASSIGN_OR_RETURN(std::unique_ptr<Database> database, Database::open(file, mode));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const int version, detail::checkedVersion(*database));
    return database;
}

Result<std::unique_ptr<Database>> openReadable(const fs::path &file)
{
    auto database = openUnchanged(file, OpenMode::ReadOnly);
    if (database.ok() || database.error().code == ErrorCode::BadFormat ||
        database.error().code == ErrorCode::NewerVersion)
        return database;
    // Without a writer there is no shared memory file, and here none can be made: read the file as
    // it stands, provided that it is complete.
    std::error_code missing;
    const auto logBytes = fs::file_size(file.string() + "-wal", missing);
    if (!missing && logBytes > 0)
        return Error::make(ErrorCode::ReadOnly,
                           "The project " + file.string() +
                               " was not closed properly and cannot be repaired where it lies; "
                               "copy its folder to where you may write");
    return openUnchanged(file, OpenMode::Immutable);
}

Result<std::unique_ptr<Database>> openForReading(const fs::path &folder)
{
    const fs::path file = folder / kFileName;
    if (!isAllowed(file, R_OK))
        return Error::make(ErrorCode::Failed, "You may not read the project " + file.string() +
                                                  "; ask its owner for permission");
    CF_ASSIGN_OR_RETURN(std::unique_ptr<Database> database, openReadable(file));
    CF_ASSIGN_OR_RETURN(const int version, detail::checkedVersion(*database));
    if (version < detail::newestVersion())
        return Error::make(ErrorCode::ReadOnly,
                           "The project " + file.string() + " has the older version " +
                               std::to_string(version) +
                               " and cannot be converted where it lies; copy it to where you may "
                               "write");
    return database;
}

} // namespace

Project::Impl::~Impl()
{
    // Errors are left alone: the next opening finds the locks free and does the same.
    for (const auto &[runId, lock] : ownedRuns) {
        detail::Query query(*database, detail::sql::kInterruptRun);
        auto ignored = query.exec(detail::Parameters() << utcNow() << runId);
        (void)ignored;
    }
}

Result<std::unique_ptr<Project::Impl>> Project::Impl::open(const fs::path &path, Wanted wanted)
{
    auto impl = std::make_unique<Impl>();
    CF_ASSIGN_OR_RETURN(impl->folder, projectFolder(path));
    const fs::path file = impl->folder / kFileName;
    std::error_code failed;
    const bool exists = fs::exists(file, failed);
    if (exists && wanted == Wanted::New)
        return Error::make(ErrorCode::BadUsage, "There is a project in " + impl->folder.string() +
                                                    " already; open it or choose another folder");
    if (!exists && wanted == Wanted::Existing)
        return Error::make(ErrorCode::NotFound, "There is no project in " + impl->folder.string() +
                                                    "; check the path or create one");
    if (!exists)
        CF_RETURN_IF_ERROR(makeFolder(impl->folder));
    const auto bytes = exists ? fs::file_size(file, failed) : 0;
    if (exists && (failed || (bytes > 0 && bytes < kSmallestDatabaseBytes)))
        return Error::make(ErrorCode::BadFormat,
                           file.string() + " is no project; choose one made by this program");
    const bool writable =
        isAllowed(impl->folder, W_OK | X_OK) && (!exists || isAllowed(file, R_OK | W_OK));
    if (!exists && !writable)
        return Error::make(ErrorCode::ReadOnly, "You may not write to " + impl->folder.string() +
                                                    "; choose another folder");
    impl->readOnly = !writable;
    CF_ASSIGN_OR_RETURN(impl->database,
                        writable ? openForWriting(impl->folder) : openForReading(impl->folder));
    return impl;
}

fs::path Project::Impl::runFolder(Id runId) const
{
    constexpr std::size_t kDigits = 4; // so that a file manager sorts the first 9999
    std::string number = std::to_string(runId);
    if (number.size() < kDigits)
        number.insert(0, kDigits - number.size(), '0');
    return folder / "runs" / number;
}

fs::path Project::Impl::inProject(const fs::path &path) const
{
    const auto isInside = [](const fs::path &relative) {
        return !relative.empty() && relative != "." && *relative.begin() != "..";
    };
    const fs::path absolute = (folder / path).lexically_normal();
    fs::path relative = absolute.lexically_relative(folder);
    if (isInside(relative))
        return relative;
    // The same folder may have been reached by another way, over a link.
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(absolute, failed);
    const fs::path realFolder = fs::weakly_canonical(folder, failed);
    const fs::path realRelative = real.lexically_relative(realFolder);
    return isInside(realRelative) ? realRelative : absolute;
}

Project::Project(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Project::~Project() = default;
Project::Project(Project &&) noexcept = default;
Project &Project::operator=(Project &&) noexcept = default;

Result<Project> Project::openAs(const fs::path &path, Wanted wanted)
{
    CF_ASSIGN_OR_RETURN(std::unique_ptr<Impl> impl, Impl::open(path, wanted));
    Project project(std::move(impl));
    if (!project.isReadOnly())
        CF_RETURN_IF_ERROR(project.interruptAbandonedRuns());
    return project;
}

Result<Project> Project::create(const fs::path &path)
{
    return openAs(path, Wanted::New);
}

Result<Project> Project::open(const fs::path &path)
{
    return openAs(path, Wanted::Existing);
}

Result<Project> Project::openOrCreate(const fs::path &path)
{
    return openAs(path, Wanted::Either);
}

const fs::path &Project::folder() const
{
    return m_impl->folder;
}

fs::path Project::file() const
{
    return m_impl->folder / kFileName;
}

fs::path Project::cacheFolder() const
{
    return m_impl->folder / "cache";
}

fs::path Project::runFolder(Id runId) const
{
    return m_impl->runFolder(runId);
}

bool Project::isReadOnly() const
{
    return m_impl->readOnly;
}

} // namespace cf::store
