#include "core/imaging/detail/containers.h"

#include <array>

// Source: the layouts of BITMAPFILEHEADER, BITMAPCOREHEADER and BITMAPINFOHEADER as published by
// Microsoft.
namespace cf::imaging::detail {

Result<ImageHeader> readBmpHeader(ByteSource &source)
{
    std::array<std::uint8_t, 34> head = {};
    const auto size = source.size();
    if (!source.read(0, std::span(head).first(26)))
        return badData("the BMP file ends inside its header; it is cut off, copy it again");
    const std::uint64_t pixelsAt = numberAt(head.data() + 10, 4, false);
    const std::uint64_t headerBytes = numberAt(head.data() + 14, 4, false);
    long long width = 0;
    long long height = 0;
    int bitsPerPixel = 0;
    std::uint64_t compression = 0;
    if (headerBytes == 12) {
        width = static_cast<long long>(numberAt(head.data() + 18, 2, false));
        height = static_cast<long long>(numberAt(head.data() + 20, 2, false));
        bitsPerPixel = static_cast<int>(numberAt(head.data() + 24, 2, false));
    } else if (headerBytes >= 36 && headerBytes <= 1024 && source.read(0, head)) {
        width = static_cast<std::int32_t>(numberAt(head.data() + 18, 4, false));
        height = static_cast<std::int32_t>(numberAt(head.data() + 22, 4, false));
        bitsPerPixel = static_cast<int>(numberAt(head.data() + 28, 2, false));
        compression = numberAt(head.data() + 30, 4, false);
    } else {
        return badData("its BMP header is damaged or cut off; copy the file again");
    }
    height = height < 0 ? -height : height; // negative: rows run from the top
    if (bitsPerPixel != 1 && bitsPerPixel != 4 && bitsPerPixel != 8 && bitsPerPixel != 16 &&
        bitsPerPixel != 24 && bitsPerPixel != 32)
        return badData("its BMP header names an impossible bit depth; the file is damaged");
    // 0 plain, 1 runs of bytes, 2 runs of half bytes, 3 bit fields; anything else OpenCV complains
    // about on stderr.
    const bool known = compression == 0 || (compression == 1 && bitsPerPixel == 8) ||
                       (compression == 2 && bitsPerPixel == 4) ||
                       (compression == 3 && (bitsPerPixel == 16 || bitsPerPixel == 32));
    if (!known)
        return badData(
            "its BMP header names a compression that cannot be read; save it anew as PNG");
    const bool runLength = compression == 1 || compression == 2;
    // A run of 255 pixels takes two bytes; a jump over pixels can take fewer, but no camera or
    // editor writes an image of mostly jumps.
    CF_RETURN_IF_ERROR(checkClaim(width, height, size, runLength ? 2.0 / 255 / 4 : 0.0));
    if (!runLength) {
        const auto rowBytes = static_cast<std::uint64_t>((width * bitsPerPixel + 31) / 32 * 4);
        const std::uint64_t pixelBytes = rowBytes * static_cast<std::uint64_t>(height);
        if (pixelsAt > size || pixelBytes > size - pixelsAt)
            return badData("the BMP file ends before its last row; it is cut off, copy it again");
    }
    ImageHeader header;
    header.format = ImageFormat::Bmp;
    header.widthPx = static_cast<int>(width);
    header.heightPx = static_cast<int>(height);
    header.channels = bitsPerPixel == 32 ? 4 : 3;
    return header;
}

} // namespace cf::imaging::detail
