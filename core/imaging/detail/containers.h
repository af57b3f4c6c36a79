#pragma once

#include "core/imaging/detail/byte_source.h"
#include "core/imaging/image_header.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// The outside of the four file formats: headers, and whether all of the file is there. Pixels are
/// OpenCV's business. Errors here are BadData and give the reason only; the caller knows the file's
/// name.
namespace cf::imaging::detail {

Result<ImageHeader> readPngHeader(ByteSource &source);
Result<ImageHeader> readJpegHeader(ByteSource &source);
Result<ImageHeader> readBmpHeader(ByteSource &source);
Result<ImageHeader> readTiffHeader(ByteSource &source);

/// Tells the format by content and reads that header.
Result<ImageHeader> readHeader(ByteSource &source);

/// Every chunk up to IEND is there and the checksums of those with pixels are right.
Result<void> checkPngComplete(std::span<const std::uint8_t> bytes);
/// All scans are closed by an end-of-image marker.
Result<void> checkJpegComplete(std::span<const std::uint8_t> bytes);
/// All strips or tiles of the first page lie inside the file and there are enough of them.
Result<void> checkTiffComplete(std::span<const std::uint8_t> bytes);

/// The pixels are of a kind that OpenCV decodes. It refuses the others by itself too, but not
/// without a word on stderr that cannot be turned off.
Result<void> checkTiffKind(std::span<const std::uint8_t> bytes);

/// A complete PNG reduced to the chunks that make its pixels: what remains cannot make libpng print
/// a warning (colour profiles), turn the image (eXIf) or add alpha to a palette (tRNS).
std::vector<std::uint8_t> pngWithoutExtras(std::span<const std::uint8_t> bytes);

/// Where the number that says "16-bit float" stands in a TIFF whose first page is of that kind:
/// offset of its low byte. OpenCV 4.6 cannot decode half floats, but it can decode the same bits
/// when they are called integers.
std::optional<std::size_t> halfFloatMark(std::span<const std::uint8_t> bytes);

Error badData(std::string reason);
/// Size limits common to all formats; `bytesPerPixelAtLeast` is the least that the coding can spend
/// on a pixel.
Result<void> checkClaim(long long widthPx, long long heightPx, std::uint64_t fileBytes,
                        double bytesPerPixelAtLeast);

} // namespace cf::imaging::detail
