#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace cf::imaging {

enum class ImageFormat { Png, Jpeg, Bmp, Tiff };

/// "PNG", "JPEG", "BMP", "TIFF".
const char *toString(ImageFormat format);

/// What an image file says about itself.
struct ImageHeader
{
    ImageFormat format = ImageFormat::Png;
    int widthPx = 0;
    int heightPx = 0;
    int channels =
        0; ///< with alpha: 1 grey, 2 grey and alpha, 3 colour or palette, 4 colour and alpha
    int bitDepth = 8; ///< bits of one channel of the decoded pixel: 1, 2, 4, 8, 16, 32 or 64
    bool floatingPoint = false; ///< TIFF alone can
};

/// No image may have more pixels than this, 2^28: decoded it takes 768 MiB as 8-bit colour.
inline constexpr long long kMostPixels = 1LL << 28;

/// Reads the first bytes only (TIFF: the directory, wherever it stands); the format is told by
/// content, not by name. Fails with NotFound or Failed (cannot be opened), BadData (empty, another
/// format, damaged header, more than kMostPixels, or more pixels than a file of this length can
/// hold). A cut-off file may pass: see inspectImage().
Result<ImageHeader> readImageHeader(const std::filesystem::path &path);

} // namespace cf::imaging
