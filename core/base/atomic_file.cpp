#include "core/base/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace cf {

namespace {

Error errnoError(const std::string &action, const std::filesystem::path &path, int number)
{
    ErrorCode code = ErrorCode::Failed;
    std::string advice;
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::DiskFull;
        advice = "; free some space on that disk and try again";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = ErrorCode::ReadOnly;
        advice = "; choose a folder that you may write to";
        break;
    case ENOENT:
    case ENOTDIR:
        code = ErrorCode::NotFound;
        advice = "; create the folder first";
        break;
    default:
        break;
    }
    return Error::make(code, "Cannot " + action + " " + path.string() + ": " +
                                 std::strerror(number) + advice);
}

class FileDescriptor
{
public:
    explicit FileDescriptor(int fd) : m_fd(fd) {}
    ~FileDescriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

} // namespace

PendingFile::PendingFile(std::filesystem::path path) : m_path(std::move(path)), m_temporary(m_path)
{
    m_temporary += ".part" + std::to_string(::getpid());
}

PendingFile::~PendingFile()
{
    if (!m_committed) {
        std::error_code ignored; // there may be nothing to remove
        std::filesystem::remove(m_temporary, ignored);
    }
}

Result<void> PendingFile::commit()
{
    {
        const FileDescriptor file(::open(m_temporary.c_str(), O_RDONLY | O_CLOEXEC));
        if (file.get() < 0 || ::fsync(file.get()) != 0)
            return errnoError("write", m_path, errno);
    }
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return errnoError("write", m_path, errno);
    m_committed = true;
    const auto parent =
        m_path.has_parent_path() ? m_path.parent_path() : std::filesystem::path(".");
    const FileDescriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0)
        ::fsync(folder.get()); // the rename itself; a file system that cannot is no reason to fail
    return {};
}

Result<void> writeFileAtomically(const std::filesystem::path &path,
                                 std::span<const std::byte> bytes)
{
    PendingFile pending(path);
    {
        const FileDescriptor file(::open(pending.temporaryPath().c_str(),
                                         O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.get() < 0)
            return errnoError("write", path, errno);
        std::size_t written = 0;
        while (written < bytes.size()) {
            const ssize_t count =
                ::write(file.get(), bytes.data() + written, bytes.size() - written);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return errnoError("write", path, errno);
            written += static_cast<std::size_t>(count);
        }
    }
    return pending.commit();
}

Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view text)
{
    return writeFileAtomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

} // namespace cf
