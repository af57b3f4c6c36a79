#include "core/metrics/spill_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace cf::metrics::detail {

namespace {

Error spillError(const std::string &action, int number)
{
    ErrorCode code = ErrorCode::Failed;
    std::string advice;
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        code = ErrorCode::DiskFull;
        advice = "; free some space there, or raise the memory budget for metrics";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = ErrorCode::ReadOnly;
        advice = "; choose a folder for temporary files that you may write to";
        break;
    case ENOENT:
    case ENOTDIR:
        code = ErrorCode::NotFound;
        advice = "; create that folder or choose another one for temporary files";
        break;
    default:
        break;
    }
    return Error::make(code, "Cannot " + action + ": " + std::strerror(number) + advice);
}

} // namespace

Result<SpillFile> SpillFile::create(const std::filesystem::path &folder)
{
    std::filesystem::path place = folder;
    if (place.empty()) {
        std::error_code problem;
        place = std::filesystem::temp_directory_path(problem);
        if (problem)
            return Error::make(ErrorCode::NotFound,
                               "The system has no folder for temporary files (" +
                                   problem.message() + "); set TMPDIR");
    }
    std::string name = (place / "costfilter-pixels-XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return spillError("create a temporary file in " + place.string(), errno);
    ::unlink(name.c_str());
    return SpillFile(descriptor);
}

SpillFile::~SpillFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

SpillFile::SpillFile(SpillFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_sizeBytes(std::exchange(other.m_sizeBytes, 0))
{
}

SpillFile &SpillFile::operator=(SpillFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_sizeBytes, other.m_sizeBytes);
    return *this;
}

Result<void> SpillFile::append(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return spillError("write pixel scores to a temporary file", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        m_sizeBytes += static_cast<std::uint64_t>(count);
    }
    return {};
}

Result<void> SpillFile::read(std::uint64_t offsetBytes, std::span<std::byte> into) const
{
    while (!into.empty()) {
        const ssize_t count =
            ::pread(m_descriptor, into.data(), into.size(), static_cast<off_t>(offsetBytes));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return spillError("read pixel scores back from a temporary file", errno);
        if (count == 0)
            return Error::make(ErrorCode::Failed,
                               "The temporary file with pixel scores ends too early");
        into = into.subspan(static_cast<std::size_t>(count));
        offsetBytes += static_cast<std::uint64_t>(count);
    }
    return {};
}

} // namespace cf::metrics::detail
