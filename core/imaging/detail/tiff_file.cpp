#include "core/imaging/detail/containers.h"

#include <algorithm>
#include <array>
#include <map>

// Source: TIFF revision 6.0 sections 2 (directory), 3 to 6, 15 (tiles), 19 (sample format); BigTIFF
// as in libtiff.
namespace cf::imaging::detail {

namespace {

enum Tag : std::uint16_t {
    ImageWidth = 256,
    ImageLength = 257,
    BitsPerSample = 258,
    Compression = 259,
    Photometric = 262,
    StripOffsets = 273,
    SamplesPerPixel = 277,
    RowsPerStrip = 278,
    StripByteCounts = 279,
    PlanarConfiguration = 284,
    TileWidth = 322,
    TileLength = 323,
    TileOffsets = 324,
    TileByteCounts = 325,
    SampleFormat = 339,
};

struct Entry
{
    int typeBytes = 0;
    std::uint64_t count = 0;
    std::uint64_t valuesAt = 0;
};

/// The first directory of a TIFF file.
class Directory
{
public:
    static Result<Directory> read(ByteSource &source);

    /// The number `index` of a tag, or `otherwise` where the tag is missing or lies outside the
    /// file.
    std::uint64_t number(Tag tag, std::uint64_t otherwise, std::uint64_t index = 0) const
    {
        const auto found = m_entries.find(tag);
        std::array<std::uint8_t, 8> bytes = {};
        if (found == m_entries.end() || index >= found->second.count)
            return otherwise;
        const Entry &entry = found->second;
        const auto value = std::span(bytes).first(static_cast<std::size_t>(entry.typeBytes));
        if (!m_source->read(entry.valuesAt + index * value.size(), value))
            return otherwise;
        return numberAt(bytes.data(), entry.typeBytes, m_bigEndian);
    }

    const Entry *entry(Tag tag) const
    {
        const auto found = m_entries.find(tag);
        return found == m_entries.end() ? nullptr : &found->second;
    }
    bool bigEndian() const { return m_bigEndian; }

private:
    ByteSource *m_source = nullptr;
    bool m_bigEndian = false;
    std::map<std::uint16_t, Entry> m_entries;
};

int bytesOfType(std::uint64_t type)
{
    switch (type) {
    case 1: // byte
        return 1;
    case 3: // short
        return 2;
    case 4:  // long
    case 13: // place of a directory
        return 4;
    case 16: // long of 8 bytes
    case 18:
        return 8;
    default:
        return 0; // text, fractions and signed numbers: none of the tags we read
    }
}

Result<Directory> Directory::read(ByteSource &source)
{
    const auto cutOff = [] {
        return badData("the TIFF file ends inside its header; it is cut off, copy it again");
    };
    Directory directory;
    directory.m_source = &source;
    std::array<std::uint8_t, 20> head = {};
    if (!source.read(0, std::span(head).first(8)))
        return cutOff();
    const bool big = directory.m_bigEndian = head[0] == 'M';
    const auto version = numberAt(head.data() + 2, 2, big);
    if (version != 42 && version != 43)
        return badData("its content is not a PNG, JPEG, BMP or TIFF image, whatever its name says; "
                       "convert it first");
    const bool bigTiff = version == 43;
    if (bigTiff && !source.read(0, std::span(head).first(16)))
        return cutOff();
    const std::uint64_t start =
        bigTiff ? numberAt(head.data() + 8, 8, big) : numberAt(head.data() + 4, 4, big);
    const int countBytes = bigTiff ? 8 : 2;
    if (!source.read(start, std::span(head).first(static_cast<std::size_t>(countBytes))))
        return cutOff();
    const std::uint64_t count = numberAt(head.data(), countBytes, big);
    if (count == 0 || count > 4096)
        return badData("its TIFF directory is damaged; copy the file again");
    const std::size_t entryBytes = bigTiff ? 20 : 12;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t at = start + static_cast<std::uint64_t>(countBytes) + i * entryBytes;
        if (!source.read(at, std::span(head).first(entryBytes)))
            return cutOff();
        Entry entry;
        entry.typeBytes = bytesOfType(numberAt(head.data() + 2, 2, big));
        entry.count = numberAt(head.data() + 4, bigTiff ? 8 : 4, big);
        if (entry.typeBytes == 0 || entry.count > source.size())
            continue;
        const std::uint64_t inlineBytes = bigTiff ? 8 : 4;
        const std::uint64_t valueAt = at + (bigTiff ? 12 : 8);
        const bool isInline =
            entry.count * static_cast<std::uint64_t>(entry.typeBytes) <= inlineBytes;
        entry.valuesAt =
            isInline ? valueAt : numberAt(head.data() + (bigTiff ? 12 : 8), bigTiff ? 8 : 4, big);
        directory.m_entries.emplace(static_cast<std::uint16_t>(numberAt(head.data(), 2, big)),
                                    entry);
    }
    return directory;
}

bool isFax(std::uint64_t compression)
{
    return compression >= 2 && compression <= 4; // an empty row can take a single bit
}

/// One number after the other, all of them: not compressed, nor colour at a lower resolution
/// (photometric 6).
bool isRaw(const Directory &directory)
{
    return directory.number(Compression, 1) == 1 && directory.number(Photometric, 1) != 6;
}

Error cutOffPixels()
{
    return badData(
        "the TIFF file ends before its last strip of pixels; it is cut off, copy it again");
}

/// Strips and tiles alike are blocks: where they start, how long they are, how many there must be.
struct Blocks
{
    Tag offsets;
    Tag lengths;
    std::uint64_t needed;
    std::uint64_t inPlane;      // as `needed`, but of one plane of samples
    std::uint64_t rawBytes;     // of one block, not compressed
    std::uint64_t lastRawBytes; // of the last block of a plane: a strip there may have fewer rows
};

std::uint64_t ceilDiv(std::uint64_t a, std::uint64_t b)
{
    return (a + b - 1) / b;
}

Blocks blocksOf(const Directory &directory, const ImageHeader &header)
{
    const auto width = static_cast<std::uint64_t>(header.widthPx);
    const auto height = static_cast<std::uint64_t>(header.heightPx);
    const std::uint64_t samples = directory.number(SamplesPerPixel, 1);
    const bool planar = directory.number(PlanarConfiguration, 1) == 2;
    const std::uint64_t bitsPerPixel = directory.number(BitsPerSample, 1) * (planar ? 1 : samples);
    const std::uint64_t planes = planar ? samples : 1;
    if (directory.entry(TileOffsets) != nullptr) {
        // Clamped, since a damaged file may name any number here.
        const auto tileWidth =
            std::clamp<std::uint64_t>(directory.number(TileWidth, 1), 1, 1U << 20);
        const auto tileLength =
            std::clamp<std::uint64_t>(directory.number(TileLength, 1), 1, 1U << 20);
        const std::uint64_t tiles = ceilDiv(width, tileWidth) * ceilDiv(height, tileLength);
        const std::uint64_t tileBytes = ceilDiv(tileWidth * bitsPerPixel, 8) * tileLength;
        return {TileOffsets, TileByteCounts, planes * tiles, tiles, tileBytes, tileBytes};
    }
    const auto rows = std::clamp<std::uint64_t>(directory.number(RowsPerStrip, height), 1, height);
    const std::uint64_t strips = ceilDiv(height, rows);
    const std::uint64_t rowBytes = ceilDiv(width * bitsPerPixel, 8);
    return {StripOffsets, StripByteCounts, planes * strips,
            strips,       rowBytes * rows, rowBytes * (height - (strips - 1) * rows)};
}

} // namespace

Result<ImageHeader> readTiffHeader(ByteSource &source)
{
    CF_ASSIGN_OR_RETURN(const Directory directory, Directory::read(source));
    // Clamped to what a signed number holds: BigTIFF could name more, and that is refused all the
    // same.
    const auto width =
        std::min<std::uint64_t>(directory.number(ImageWidth, 0), std::uint64_t{1} << 62);
    const auto height =
        std::min<std::uint64_t>(directory.number(ImageLength, 0), std::uint64_t{1} << 62);
    const auto bits = directory.number(BitsPerSample, 1);
    const auto samples = directory.number(SamplesPerPixel, 1);
    const auto compression = directory.number(Compression, 1);
    if (bits == 0 || bits > 64 || samples == 0 || samples > 64)
        return badData("its TIFF directory names an impossible pixel; the file is damaged");
    // Not compressed: exact but for padding. LZW and deflate shrink at most some 2700 and 1032
    // times.
    const double rawBytes = static_cast<double>(bits * samples) / 8.0;
    const double least = isRaw(directory) ? rawBytes : isFax(compression) ? 0.0 : 1.0 / 4096;
    CF_RETURN_IF_ERROR(checkClaim(static_cast<long long>(width), static_cast<long long>(height),
                                  source.size(), least));
    ImageHeader header;
    header.format = ImageFormat::Tiff;
    header.widthPx = static_cast<int>(width);
    header.heightPx = static_cast<int>(height);
    const bool paletted = directory.number(Photometric, 1) == 3;
    header.channels = paletted ? 3 : static_cast<int>(samples);
    header.bitDepth = paletted ? 8 : static_cast<int>(bits);
    header.floatingPoint = directory.number(SampleFormat, 1) == 3;
    return header;
}

Result<void> checkTiffComplete(std::span<const std::uint8_t> bytes)
{
    MemorySource source(bytes);
    CF_ASSIGN_OR_RETURN(const Directory directory, Directory::read(source));
    CF_ASSIGN_OR_RETURN(const ImageHeader header, readTiffHeader(source));
    const Blocks blocks = blocksOf(directory, header);
    const Entry *offsets = directory.entry(blocks.offsets);
    if (offsets == nullptr)
        return badData("the TIFF file holds no pixels; it is damaged, copy it again");
    if (offsets->count < blocks.needed)
        return cutOffPixels();
    const bool raw = isRaw(directory);
    for (std::uint64_t i = 0; i < blocks.needed; ++i) {
        const std::uint64_t at = directory.number(blocks.offsets, bytes.size() + 1, i);
        const bool last = (i + 1) % blocks.inPlane == 0;
        const std::uint64_t wanted = !raw ? 0 : last ? blocks.lastRawBytes : blocks.rawBytes;
        const std::uint64_t length = directory.number(blocks.lengths, wanted, i);
        if (at > bytes.size() || length > bytes.size() - at || length < wanted)
            return cutOffPixels();
    }
    return {};
}

Result<void> checkTiffKind(std::span<const std::uint8_t> bytes)
{
    MemorySource source(bytes);
    CF_ASSIGN_OR_RETURN(const Directory directory, Directory::read(source));
    const auto bits = directory.number(BitsPerSample, 1);
    const auto format = directory.number(SampleFormat, 1);
    const bool wide = bits == 32 || bits == 64;
    const bool narrow =
        bits == 1 || bits == 4 || bits == 8 || (bits >= 10 && bits <= 16 && bits % 2 == 0);
    const bool known = (narrow && (format == 1 || format == 2)) || (wide && format == 3);
    if (!known || directory.entry(Photometric) == nullptr)
        return badData("its pixels (" + std::to_string(bits) + "-bit " +
                       (format == 3 ? "floats" : "numbers") +
                       ") are of a kind that cannot be read; save it as 8 or 16-bit TIFF or PNG");
    return {};
}

std::optional<std::size_t> halfFloatMark(std::span<const std::uint8_t> bytes)
{
    MemorySource source(bytes);
    const auto directory = Directory::read(source);
    if (!directory.ok() || directory->number(SampleFormat, 1) != 3 ||
        directory->number(BitsPerSample, 1) != 16 || directory->number(SamplesPerPixel, 1) != 1)
        return std::nullopt;
    const Entry *entry = directory->entry(SampleFormat);
    const std::uint64_t low = entry->valuesAt + (directory->bigEndian() ? entry->typeBytes - 1 : 0);
    return static_cast<std::size_t>(low);
}

} // namespace cf::imaging::detail
