#include "core/imaging/image_header.h"

#include "core/imaging/detail/containers.h"
#include "core/imaging/file_bytes.h"

#include <array>

namespace cf::imaging {

const char *toString(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return "PNG";
    case ImageFormat::Jpeg:
        return "JPEG";
    case ImageFormat::Bmp:
        return "BMP";
    case ImageFormat::Tiff:
        return "TIFF";
    }
    return "PNG";
}

namespace detail {

Error badData(std::string reason)
{
    return Error::make(ErrorCode::BadData, std::move(reason));
}

Result<void> checkClaim(long long widthPx, long long heightPx, std::uint64_t fileBytes,
                        double bytesPerPixelAtLeast)
{
    const std::string claim =
        std::to_string(widthPx) + " x " + std::to_string(heightPx) + " pixels";
    if (widthPx <= 0 || heightPx <= 0)
        return badData("its header claims " + claim + "; the file is damaged");
    if (widthPx > kMostPixels || heightPx > kMostPixels || widthPx * heightPx > kMostPixels)
        return badData("its header claims " + claim +
                       ", more than the 2^28 that are allowed; cut it into tiles");
    if (bytesPerPixelAtLeast * static_cast<double>(widthPx * heightPx) >
        static_cast<double>(fileBytes))
        return badData("its header claims " + claim + ", but the file has only " +
                       std::to_string(fileBytes) +
                       " bytes; it is cut off or damaged, copy it again");
    return {};
}

Result<ImageHeader> readHeader(ByteSource &source)
{
    if (source.size() == 0)
        return badData("the file is empty; copy it again");
    std::array<std::uint8_t, 4> magic = {};
    const bool four = source.read(0, magic);
    if (four && magic == std::array<std::uint8_t, 4>{0x89, 'P', 'N', 'G'})
        return readPngHeader(source);
    if (four && magic[0] == 0xff && magic[1] == 0xd8 && magic[2] == 0xff)
        return readJpegHeader(source);
    if (four && magic[0] == 'B' && magic[1] == 'M')
        return readBmpHeader(source);
    if (four && ((magic[0] == 'I' && magic[1] == 'I') || (magic[0] == 'M' && magic[1] == 'M')))
        return readTiffHeader(source);
    return badData("its content is not a PNG, JPEG, BMP or TIFF image, whatever its name says; "
                   "convert it first");
}

} // namespace detail

Result<ImageHeader> readImageHeader(const std::filesystem::path &path)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed))
        return readFileBytes(path)
            .error(); // it knows the sentence for each kind of not being a file
    const auto sizeBytes = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file)
        return aboutFile(path, Error::make(ErrorCode::Failed,
                                           "it cannot be opened; check that you may read it"));
    detail::FileSource source(std::move(file), sizeBytes);
    auto header = detail::readHeader(source);
    if (!header.ok())
        return aboutFile(path, header.error());
    return header;
}

} // namespace cf::imaging
