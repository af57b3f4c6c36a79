#include "core/weights/tensor_reader.h"

#include "core/weights/detail/formats.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace cf::weights {

namespace {

/// Enough to see tar's mark, the latest of all.
constexpr std::size_t kBeginning = 512;

Result<TensorFile> readByContent(const detail::ReadContext &context, std::string_view beginning)
{
    // Safetensors first: its length may begin like a pickle or a zip, but their ninth byte is never
    // '{' (a pickle is within its magic number there, a zip names how it compresses).
    if (beginning.size() > 8 && beginning[8] == '{')
        return detail::readSafetensors(context);
    if (beginning.starts_with("PK\x03\x04") || beginning.starts_with("PK\x05\x06"))
        return detail::readTorchZip(context);
    if (beginning.starts_with('\x80'))
        return detail::readTorchLegacy(context);
    if (beginning.size() > 262 && beginning.substr(257, 5) == "ustar")
        return context.unsupported(
            "is a tar file as torch wrote it before version 0.2; load it with an old torch in "
            "Python and save it again");
    return context.badFormat(
        "is not a weight file (neither torch.save's zip or stream nor safetensors); choose a "
        ".pth or .safetensors file");
}

Result<TensorFile> readFile(const std::filesystem::path &path, const ReadLimits &limits,
                            bool headersOnly)
{
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error::make(ErrorCode::NotFound, path.string() + " is not there; check the path");
    if (status.type() != std::filesystem::file_type::regular)
        return Error::make(ErrorCode::BadFormat,
                           path.string() + " is not a file; choose a .pth or .safetensors file");
    const std::uint64_t fileBytes = std::filesystem::file_size(path, problem);
    std::ifstream file(path, std::ios::binary);
    if (problem || !file)
        return Error::make(ErrorCode::Failed,
                           "Cannot read " + path.string() + ": " +
                               (problem ? problem.message() : std::strerror(errno)) +
                               "; check its permissions");
    std::array<char, kBeginning> beginning{};
    file.read(beginning.data(), beginning.size());
    return readByContent(
        detail::ReadContext{path, fileBytes, limits, headersOnly},
        std::string_view(beginning.data(), static_cast<std::size_t>(file.gcount())));
}

} // namespace

Result<TensorFile> readTensorFile(const std::filesystem::path &path, const ReadLimits &limits)
{
    return readFile(path, limits, false);
}

Result<TensorFile> readTensorHeaders(const std::filesystem::path &path, const ReadLimits &limits)
{
    return readFile(path, limits, true);
}

} // namespace cf::weights
