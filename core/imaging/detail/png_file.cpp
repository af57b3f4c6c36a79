#include "core/imaging/detail/containers.h"

#include <array>
#include <string_view>

// Source: PNG specification, second edition: 5 (chunks), 11.2.2 (IHDR), annex D (CRC).
namespace cf::imaging::detail {

namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kChunkFrameBytes = 12; // length, type and checksum around the data
constexpr double kDeflateMost = 1032.0;      // deflate never shrinks more than this

std::array<std::uint32_t, 256> makeCrcTable()
{
    std::array<std::uint32_t, 256> table = {};
    for (std::uint32_t n = 0; n < 256; ++n) {
        std::uint32_t value = n;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[n] = value;
    }
    return table;
}

std::uint32_t crcOf(std::span<const std::uint8_t> bytes)
{
    static const auto table = makeCrcTable();
    std::uint32_t crc = 0xffffffffU;
    for (const std::uint8_t byte : bytes)
        crc = table[(crc ^ byte) & 0xffU] ^ (crc >> 8);
    return ~crc;
}

struct Chunk
{
    std::string_view type;
    std::span<const std::uint8_t> whole; // with its frame
};

/// The chunk that starts at `offset`, or nothing when the file ends inside it.
std::optional<Chunk> chunkAt(std::span<const std::uint8_t> bytes, std::size_t offset)
{
    if (offset > bytes.size() || bytes.size() - offset < kChunkFrameBytes)
        return std::nullopt;
    const std::uint64_t length = numberAt(bytes.data() + offset, 4, true);
    if (length > bytes.size() - offset - kChunkFrameBytes)
        return std::nullopt;
    return Chunk{{reinterpret_cast<const char *>(bytes.data() + offset + 4), 4},
                 bytes.subspan(offset, static_cast<std::size_t>(length) + kChunkFrameBytes)};
}

bool makesPixels(std::string_view type)
{
    return type == "IHDR" || type == "PLTE" || type == "IDAT" || type == "IEND";
}

} // namespace

Result<ImageHeader> readPngHeader(ByteSource &source)
{
    std::array<std::uint8_t, 33> head = {};
    if (!source.read(0, head))
        return badData("the PNG file ends inside its header; it is cut off, copy it again");
    const std::string_view type(reinterpret_cast<const char *>(head.data() + 12), 4);
    if (numberAt(head.data() + 4, 4, true) != 0x0d0a1a0aU || type != "IHDR" ||
        numberAt(head.data() + 8, 4, true) != 13)
        return badData("its PNG header is damaged; copy it again");
    const auto width = static_cast<long long>(numberAt(head.data() + 16, 4, true));
    const auto height = static_cast<long long>(numberAt(head.data() + 20, 4, true));
    const int depth = head[24];
    const int colourType = head[25];
    int samples = 0;
    switch (colourType) {
    case 0: // grey
    case 3: // palette
        samples = 1;
        break;
    case 2: // colour
        samples = 3;
        break;
    case 4: // grey and alpha
        samples = 2;
        break;
    case 6: // colour and alpha
        samples = 4;
        break;
    default:
        return badData("its PNG header names an unknown colour type; the file is damaged");
    }
    if (depth != 1 && depth != 2 && depth != 4 && depth != 8 && depth != 16)
        return badData("its PNG header names an impossible bit depth; the file is damaged");
    CF_RETURN_IF_ERROR(
        checkClaim(width, height, source.size(), samples * depth / 8.0 / kDeflateMost));
    ImageHeader header;
    header.format = ImageFormat::Png;
    header.widthPx = static_cast<int>(width);
    header.heightPx = static_cast<int>(height);
    header.channels = colourType == 3 ? 3 : samples;
    header.bitDepth = colourType == 3 ? 8 : depth;
    return header;
}

Result<void> checkPngComplete(std::span<const std::uint8_t> bytes)
{
    bool pixelsSeen = false;
    for (std::size_t offset = kSignatureBytes;;) {
        const auto chunk = chunkAt(bytes, offset);
        if (!chunk)
            return badData("the PNG file ends before its last chunk; it is cut off, copy it again");
        if (makesPixels(chunk->type)) {
            const auto checked = chunk->whole.subspan(4, chunk->whole.size() - 8);
            if (crcOf(checked) != numberAt(chunk->whole.data() + chunk->whole.size() - 4, 4, true))
                return badData(
                    "a checksum inside the PNG file is wrong; it is damaged, copy it again");
        }
        pixelsSeen = pixelsSeen || chunk->type == "IDAT";
        if (chunk->type == "IEND")
            break;
        offset += chunk->whole.size();
    }
    if (!pixelsSeen)
        return badData("the PNG file holds no pixels; it is damaged, copy it again");
    return {};
}

std::vector<std::uint8_t> pngWithoutExtras(std::span<const std::uint8_t> bytes)
{
    const bool paletted = bytes[25] == 3;
    std::vector<std::uint8_t> kept(bytes.begin(), bytes.begin() + kSignatureBytes);
    kept.reserve(bytes.size());
    for (std::size_t offset = kSignatureBytes;;) {
        const auto chunk = chunkAt(bytes, offset);
        if (!chunk)
            break;
        const bool suggestedPalette = chunk->type == "PLTE" && !paletted;
        if (makesPixels(chunk->type) && !suggestedPalette)
            kept.insert(kept.end(), chunk->whole.begin(), chunk->whole.end());
        if (chunk->type == "IEND")
            break;
        offset += chunk->whole.size();
    }
    return kept;
}

} // namespace cf::imaging::detail
