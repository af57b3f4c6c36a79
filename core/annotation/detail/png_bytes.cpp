#include "core/annotation/detail/png_bytes.h"

#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <string_view>

namespace cf::annotation::detail {

namespace {

constexpr std::size_t kSignature = 8;
constexpr std::size_t kHeaderEnd = 33; // signature, and IHDR with length, name, 13 bytes, checksum
constexpr std::size_t kDepthAt = 24;
constexpr std::size_t kKindAt = 25;
constexpr std::uint8_t kGrey = 0;
constexpr std::uint8_t kIndexed = 3;

/// The checksum of PNG chunks (ISO 3309).
std::uint32_t checksum(std::span<const std::uint8_t> bytes)
{
    std::uint32_t sum = 0xffffffff;
    for (const auto byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320u : 0);
    }
    return ~sum;
}

void append(PngBytes &bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::uint32_t numberAt(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes[at]) << 24 |
           static_cast<std::uint32_t>(bytes[at + 1]) << 16 |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

/// Signature and header of `png` with another kind of pixel.
PngBytes headerAs(std::span<const std::uint8_t> png, std::uint8_t kind)
{
    PngBytes bytes(png.begin(), png.begin() + kHeaderEnd - 4);
    bytes[kKindAt] = kind;
    append(bytes, checksum(std::span(bytes).subspan(kSignature + 4)));
    return bytes;
}

} // namespace

Result<PngBytes> pngOf(const cv::Mat &pixels)
{
    try {
        PngBytes bytes;
        if (cv::imencode(".png", pixels, bytes))
            return bytes;
    } catch (const cv::Exception &) {
    } catch (const std::bad_alloc &) {
        return Error::make(ErrorCode::OutOfMemory,
                           "There is not enough memory for a mask; close other programs");
    }
    return Error::make(ErrorCode::Failed, "The pixels of a mask cannot be encoded as PNG");
}

PngBytes withPalette(std::span<const std::uint8_t> greyPng, const Palette &palette)
{
    PngBytes bytes = headerAs(greyPng, kIndexed);
    append(bytes, static_cast<std::uint32_t>(3 * palette.size()));
    const std::size_t from = bytes.size();
    for (const char c : std::string_view("PLTE"))
        bytes.push_back(static_cast<std::uint8_t>(c));
    for (const auto &colour : palette)
        bytes.insert(bytes.end(), colour.begin(), colour.end());
    append(bytes, checksum(std::span(bytes).subspan(from)));
    bytes.insert(bytes.end(), greyPng.begin() + kHeaderEnd, greyPng.end());
    return bytes;
}

PngBytes withoutPalette(std::span<const std::uint8_t> palettePng, int &bits)
{
    if (palettePng.size() < kHeaderEnd || palettePng[0] != 0x89 || palettePng[1] != 'P' ||
        palettePng[kKindAt] != kIndexed)
        return {};
    bits = palettePng[kDepthAt];
    PngBytes bytes = headerAs(palettePng, kGrey);
    for (std::size_t at = kHeaderEnd; at + 12 <= palettePng.size();) {
        const std::size_t length = std::size_t{numberAt(palettePng, at)} + 12;
        if (length > palettePng.size() - at)
            break; // cut off: the reader of the grey file says so
        const auto *chunk = palettePng.data() + at;
        const std::string_view name(reinterpret_cast<const char *>(chunk) + 4, 4);
        if (name == "IDAT" || name == "IEND")
            bytes.insert(bytes.end(), chunk, chunk + length);
        at += length;
    }
    return bytes;
}

} // namespace cf::annotation::detail
