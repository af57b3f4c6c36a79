#include "core/imaging/file_bytes.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace cf::imaging {

namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 31; // bytes

Error cannotOpen(const std::filesystem::path &path, int number)
{
    if (number == ENOENT || number == ENOTDIR)
        return aboutFile(path,
                         Error::make(ErrorCode::NotFound, "there is no such file; check the path"));
    return aboutFile(path, Error::make(ErrorCode::Failed, std::string(std::strerror(number)) +
                                                              "; check that you may read it"));
}

} // namespace

Error aboutFile(const std::filesystem::path &path, Error error)
{
    error.detail = "Cannot read " + path.string() + ": " + error.detail;
    return error;
}

Result<std::vector<std::uint8_t>> readFileBytes(const std::filesystem::path &path)
{
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (status.type() == std::filesystem::file_type::not_found || failed)
        return cannotOpen(path, failed ? failed.value() : ENOENT);
    // Opening a pipe would wait for a writer, reading a device might never end.
    if (!std::filesystem::is_regular_file(status))
        return aboutFile(path,
                         Error::make(ErrorCode::BadData, "it is not a file; name a single file"));
    const auto sizeBytes = std::filesystem::file_size(path, failed);
    if (failed)
        return cannotOpen(path, failed.value());
    if (sizeBytes > kLargestFile)
        return aboutFile(
            path, Error::make(ErrorCode::BadData, "it is larger than 2 GiB; split or shrink it"));
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return cannotOpen(path, errno);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(sizeBytes));
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (static_cast<std::size_t>(file.gcount()) != bytes.size())
        return aboutFile(path,
                         Error::make(ErrorCode::Failed, "it ended while being read; try again"));
    return bytes;
}

} // namespace cf::imaging
