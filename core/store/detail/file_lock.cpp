#include "core/store/detail/file_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace cf::store::detail {

namespace {

constexpr std::chrono::milliseconds kBetweenTries{10};

Error lockError(const std::filesystem::path &path, int number)
{
    ErrorCode code = ErrorCode::Failed;
    if (number == EACCES || number == EPERM || number == EROFS)
        code = ErrorCode::ReadOnly;
    else if (number == ENOSPC || number == EDQUOT)
        code = ErrorCode::DiskFull;
    return Error::make(code, "Cannot lock " + path.string() + ": " + std::strerror(number) +
                                 "; keep the project on a local disk that you may write to");
}

int flockUninterrupted(int fd, int operation)
{
    int result = 0;
    do
        result = ::flock(fd, operation);
    while (result != 0 && errno == EINTR);
    return result;
}

} // namespace

Result<std::optional<FileLock>> FileLock::acquire(const std::filesystem::path &path,
                                                  std::chrono::milliseconds patience)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0)
        return lockError(path, errno);
    FileLock lock(fd); // closes the file on every way out
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (flockUninterrupted(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return lockError(path, errno);
        if (std::chrono::steady_clock::now() >= deadline)
            return std::optional<FileLock>();
        std::this_thread::sleep_for(kBetweenTries);
    }
    return std::optional<FileLock>(std::move(lock));
}

Result<bool> FileLock::isHeld(const std::filesystem::path &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return false;
        return lockError(path, errno);
    }
    const FileLock lock(fd);
    // A shared lock, so that two askers at once do not take each other for the holder.
    if (flockUninterrupted(fd, LOCK_SH | LOCK_NB) == 0)
        return false;
    if (errno == EWOULDBLOCK)
        return true;
    return lockError(path, errno);
}

FileLock::~FileLock()
{
    if (m_fd >= 0)
        ::close(m_fd); // and with it the lock
}

FileLock::FileLock(FileLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

} // namespace cf::store::detail
