#include "core/imaging/detail/containers.h"

#include <algorithm>
#include <array>

// Source: ITU-T T.81, annex B (markers and their lengths).
namespace cf::imaging::detail {

namespace {

constexpr std::uint8_t kStartOfScan = 0xda;
constexpr std::uint8_t kEndOfImage = 0xd9;
constexpr int kMostSegments = 100000; // a header of more is a loop or rubbish

bool standsAlone(std::uint8_t marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

bool isStartOfFrame(std::uint8_t marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Moves `offset` behind the marker that starts there (with any fill bytes); nothing when there is
/// none.
std::optional<std::uint8_t> takeMarker(ByteSource &source, std::uint64_t &offset)
{
    std::array<std::uint8_t, 1> byte = {};
    if (!source.read(offset, byte) || byte[0] != 0xff)
        return std::nullopt;
    do {
        ++offset;
        if (!source.read(offset, byte))
            return std::nullopt;
    } while (byte[0] == 0xff);
    ++offset;
    return byte[0];
}

Error cutOff()
{
    return badData("the JPEG file has no end marker; it is cut off, copy it again");
}

} // namespace

Result<ImageHeader> readJpegHeader(ByteSource &source)
{
    std::uint64_t offset = 2;
    for (int segment = 0; segment < kMostSegments; ++segment) {
        const auto marker = takeMarker(source, offset);
        if (!marker || *marker == kStartOfScan || *marker == kEndOfImage)
            break;
        if (standsAlone(*marker))
            continue;
        std::array<std::uint8_t, 8> head =
            {}; // length 2, precision 1, height 2, width 2, components 1
        if (isStartOfFrame(*marker)) {
            if (!source.read(offset, head))
                break;
            const auto height = static_cast<long long>(numberAt(head.data() + 3, 2, true));
            const auto width = static_cast<long long>(numberAt(head.data() + 5, 2, true));
            // One bit for a block of 64 pixels is the least a scan can spend, in one component.
            CF_RETURN_IF_ERROR(checkClaim(width, height, source.size(), 1.0 / 1024));
            ImageHeader header;
            header.format = ImageFormat::Jpeg;
            header.widthPx = static_cast<int>(width);
            header.heightPx = static_cast<int>(height);
            header.channels = head[7] == 1 ? 1 : 3; // CMYK too is decoded to colour
            header.bitDepth = head[2];
            if (header.bitDepth != 8)
                return badData("it is a JPEG of " + std::to_string(header.bitDepth) +
                               " bits, only those of 8 can be read; convert it to PNG");
            return header;
        }
        if (!source.read(offset, std::span(head).first(2)))
            break;
        const std::uint64_t length = numberAt(head.data(), 2, true);
        if (length < 2)
            break;
        offset += length;
    }
    return badData(
        "the JPEG file ends or breaks inside its header; it is cut off or damaged, copy it again");
}

Result<void> checkJpegComplete(std::span<const std::uint8_t> bytes)
{
    MemorySource source(bytes);
    bool scanSeen = false;
    std::uint64_t offset = 2;
    while (true) {
        const auto marker = takeMarker(source, offset);
        if (!marker)
            return cutOff();
        if (*marker == kEndOfImage)
            break;
        if (standsAlone(*marker))
            continue;
        std::array<std::uint8_t, 2> head = {};
        if (!source.read(offset, head) || numberAt(head.data(), 2, true) < 2)
            return cutOff();
        offset += numberAt(head.data(), 2, true);
        if (*marker != kStartOfScan)
            continue;
        scanSeen = true;
        // Coded pixels follow up to the next marker that is neither a stuffed 0xff nor a restart.
        const auto endsScan = [&](std::uint64_t at) {
            const std::uint8_t next = bytes[at + 1];
            return bytes[at] == 0xff && next != 0x00 && next != 0xff &&
                   !(next >= 0xd0 && next <= 0xd7);
        };
        while (offset + 1 < bytes.size() && !endsScan(offset))
            ++offset;
        if (offset + 1 >= bytes.size())
            return cutOff();
    }
    if (!scanSeen)
        return badData("the JPEG file holds no pixels; it is damaged, copy it again");
    return {};
}

} // namespace cf::imaging::detail
