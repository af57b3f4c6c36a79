#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

/// Files that a user's folder can hold, made byte by byte where no encoder would write them.
namespace hostile {

using Bytes = std::vector<std::uint8_t>;

inline void write(const std::filesystem::path &path, const Bytes &bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

inline void write(const std::filesystem::path &path, const std::string &text)
{
    write(path, Bytes(text.begin(), text.end()));
}

inline Bytes readAll(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline Bytes encoded(const char *extension, const cv::Mat &image,
                     const std::vector<int> &parameters = {})
{
    Bytes bytes;
    cv::imencode(extension, image, bytes, parameters);
    return bytes;
}

/// Colours that differ from pixel to pixel, always the same for one seed.
inline cv::Mat noise(int rows, int cols, int type, int seed = 1)
{
    cv::Mat image(rows, cols, type);
    cv::RNG random(static_cast<std::uint64_t>(seed));
    random.fill(image, cv::RNG::UNIFORM, 0, CV_MAT_DEPTH(type) == CV_16U ? 65536 : 256);
    return image;
}

inline Bytes firstPart(Bytes bytes, double share)
{
    bytes.resize(static_cast<std::size_t>(static_cast<double>(bytes.size()) * share));
    return bytes;
}

inline void putNumber(Bytes &bytes, std::size_t at, std::uint64_t value, int count, bool bigEndian)
{
    for (int i = 0; i < count; ++i)
        bytes[at + static_cast<std::size_t>(bigEndian ? count - 1 - i : i)] =
            static_cast<std::uint8_t>(value >> (8 * i) & 0xffU);
}

/// A real small file whose header is changed to claim width x height.
inline Bytes claiming(const char *extension, std::uint32_t width, std::uint32_t height)
{
    const std::string kind = extension;
    const std::vector<int> plain =
        kind == ".tiff" ? std::vector<int>{cv::IMWRITE_TIFF_COMPRESSION, 1} : std::vector<int>{};
    Bytes bytes = encoded(extension, noise(8, 8, CV_8UC3), plain);
    if (kind == ".png") {
        putNumber(bytes, 16, width, 4, true);
        putNumber(bytes, 20, height, 4, true);
    } else if (kind == ".bmp") {
        putNumber(bytes, 18, width, 4, false);
        putNumber(bytes, 22, height, 4, false);
    } else {
        std::size_t entry = bytes[4] | bytes[5] << 8 | bytes[6] << 16;
        const int count = bytes[entry] | bytes[entry + 1] << 8;
        entry += 2;
        for (int i = 0; i < count; ++i, entry += 12) {
            const int tag = bytes[entry] | bytes[entry + 1] << 8;
            if (tag != 256 && tag != 257)
                continue;
            putNumber(bytes, entry + 2, 4, 2, false); // a long, in case it was written as a short
            putNumber(bytes, entry + 8, tag == 256 ? width : height, 4, false);
        }
    }
    return bytes;
}

/// An uncompressed little-endian TIFF of one strip; `sampleFormat` 1 unsigned, 3 float.
inline Bytes plainTiff(int rows, int cols, int bits, int sampleFormat, const Bytes &pixels,
                       bool bigEndian = false)
{
    Bytes bytes;
    bytes.reserve(pixels.size() + 256);
    bytes.assign(8, bigEndian ? 'M' : 'I');
    putNumber(bytes, 2, 42, 2, bigEndian);
    bytes.insert(bytes.end(), pixels.begin(), pixels.end());
    if (bytes.size() % 2 != 0)
        bytes.push_back(0);
    putNumber(bytes, 4, bytes.size(), 4, bigEndian);
    const std::vector<std::pair<int, std::uint64_t>> tags = {
        {256, cols}, {257, rows}, {258, bits},          {259, 1},           {262, 1}, {273, 8},
        {277, 1},    {278, rows}, {279, pixels.size()}, {339, sampleFormat}};
    std::size_t at = bytes.size();
    bytes.resize(at + 2 + tags.size() * 12 + 4, 0);
    putNumber(bytes, at, tags.size(), 2, bigEndian);
    at += 2;
    for (const auto &[tag, value] : tags) {
        const bool isLong = tag == 273 || tag == 279;
        putNumber(bytes, at, static_cast<std::uint64_t>(tag), 2, bigEndian);
        putNumber(bytes, at + 2, isLong ? 4 : 3, 2, bigEndian);
        putNumber(bytes, at + 4, 1, 4, bigEndian);
        putNumber(bytes, at + 8, value, isLong ? 4 : 2, bigEndian);
        at += 12;
    }
    return bytes;
}

/// A PNG with a chunk put behind its header; the chunk's checksum is left wrong on purpose.
inline Bytes withPngChunk(const Bytes &png, const std::string &type, const Bytes &content)
{
    Bytes chunk(4, 0);
    putNumber(chunk, 0, content.size(), 4, true);
    for (const char letter : type)
        chunk.push_back(static_cast<std::uint8_t>(letter));
    chunk.insert(chunk.end(), content.begin(), content.end());
    chunk.insert(chunk.end(), 4, 0);
    Bytes bytes = png;
    bytes.insert(bytes.begin() + 33, chunk.begin(), chunk.end());
    return bytes;
}

/// A JPEG that says in its EXIF block that the camera was turned by 90 degrees.
inline Bytes turnedJpeg(const Bytes &jpeg)
{
    Bytes exif = {0xff, 0xe1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0,
                  1,    0,    0x12, 0x01, 3,   0,   1,   0,   0, 0, 6,   0,   0,  0, 0, 0, 0, 0};
    Bytes bytes = jpeg;
    bytes.insert(bytes.begin() + 2, exif.begin(), exif.end());
    return bytes;
}

} // namespace hostile
