#include "core/imaging/detail/npy.h"

#include "core/imaging/detail/byte_source.h"
#include "core/imaging/detail/containers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

// Source: NumPy Enhancement Proposal 1 (the .npy format), versions 1.0, 2.0 and 3.0.
namespace cf::imaging::detail {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";

struct NpyHeader
{
    char byteOrder = '<';
    std::string kind; // f2 f4 f8 u1 u2
    bool fortranOrder = false;
    std::vector<long long> shape;
    std::size_t dataAt = 0;
};

Error damaged()
{
    return badData("its .npy header is damaged; write the map anew");
}

std::string_view skipSpace(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\n\r");
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// What follows 'key': in the header, a Python dictionary in text form.
std::optional<std::string_view> valueOf(std::string_view dictionary, std::string_view key)
{
    for (const char quote : {'\'', '"'}) {
        std::string quoted(key);
        quoted.insert(quoted.begin(), quote);
        quoted.push_back(quote);
        const auto at = dictionary.find(quoted);
        if (at == std::string_view::npos)
            continue;
        const auto rest = skipSpace(dictionary.substr(at + key.size() + 2));
        if (rest.empty() || rest.front() != ':')
            return std::nullopt;
        return skipSpace(rest.substr(1));
    }
    return std::nullopt;
}

std::optional<std::vector<long long>> parseShape(std::string_view text)
{
    if (text.empty() || text.front() != '(')
        return std::nullopt;
    const auto close = text.find(')');
    if (close == std::string_view::npos)
        return std::nullopt;
    text = text.substr(1, close - 1);
    std::vector<long long> shape;
    for (text = skipSpace(text); !text.empty(); text = skipSpace(text)) {
        long long length = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), length);
        if (end.ec != std::errc() || length < 0)
            return std::nullopt;
        text = skipSpace(text.substr(static_cast<std::size_t>(end.ptr - text.data())));
        if (!text.empty() && text.front() != ',')
            return std::nullopt;
        if (!text.empty())
            text.remove_prefix(1);
        shape.push_back(length);
    }
    return shape;
}

/// (1, height, width) and (height, width, 1) are maps too; (height, 1) stays as it is.
void bringToTwoAxes(std::vector<long long> &shape)
{
    for (auto one = shape.begin(); shape.size() > 2 && one != shape.end();)
        one = *one == 1 ? shape.erase(one) : one + 1;
    while (shape.size() < 2)
        shape.insert(shape.begin(), 1);
}

Result<NpyHeader> parseHeader(std::span<const std::uint8_t> bytes)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    if (text.size() < 10 || text.substr(0, kMagic.size()) != kMagic)
        return badData(
            "its content is not a NumPy array, whatever its name says; write the map anew");
    const int version = bytes[6];
    if (version < 1 || version > 3)
        return badData("its .npy version " + std::to_string(version) +
                       " is not known; write it with version 1.0");
    const int lengthBytes = version == 1 ? 2 : 4;
    const std::size_t start = 8 + static_cast<std::size_t>(lengthBytes);
    if (text.size() < start)
        return damaged();
    const auto length = static_cast<std::size_t>(numberAt(bytes.data() + 8, lengthBytes, false));
    if (length > text.size() - start)
        return damaged();
    const std::string_view dictionary = text.substr(start, length);

    NpyHeader header;
    header.dataAt = start + length;
    const auto type = valueOf(dictionary, "descr");
    const auto order = valueOf(dictionary, "fortran_order");
    const auto shape = valueOf(dictionary, "shape");
    if (!type || !order || !shape || type->size() < 5)
        return damaged();
    header.byteOrder = (*type)[1];
    header.kind = type->substr(2, 2);
    const char quote = type->front();
    const bool known = header.kind == "f2" || header.kind == "f4" || header.kind == "f8" ||
                       header.kind == "u1" || header.kind == "u2";
    if ((quote != '\'' && quote != '"') || (*type)[4] != quote || !known ||
        std::string_view("<>|=").find(header.byteOrder) == std::string_view::npos)
        return badData(
            "its numbers are not of the kinds f2, f4, f8, u1 or u2; save the map as float32");
    header.fortranOrder = order->substr(0, 4) == "True";
    const auto lengths = parseShape(*shape);
    if (!lengths)
        return damaged();
    header.shape = *lengths;
    return header;
}

/// The bytes of the first `count` numbers, in this machine's order.
Result<std::vector<std::uint8_t>> numbersOf(const NpyHeader &header,
                                            std::span<const std::uint8_t> bytes, long long count)
{
    const std::size_t itemBytes = static_cast<std::size_t>(header.kind[1] - '0');
    const std::size_t there = bytes.size() - header.dataAt;
    if (there / itemBytes < static_cast<std::size_t>(count))
        return badData("the .npy file ends before its last number; it is cut off, copy it again");
    const std::size_t wanted = static_cast<std::size_t>(count) * itemBytes;
    std::vector<std::uint8_t> numbers(bytes.begin() + static_cast<std::ptrdiff_t>(header.dataAt),
                                      bytes.begin() +
                                          static_cast<std::ptrdiff_t>(header.dataAt + wanted));
    if (header.byteOrder == '>')
        for (std::size_t i = 0; i < wanted; i += itemBytes)
            std::reverse(numbers.begin() + static_cast<std::ptrdiff_t>(i),
                         numbers.begin() + static_cast<std::ptrdiff_t>(i + itemBytes));
    return numbers;
}

int cvDepth(const std::string &kind)
{
    return kind == "f2"   ? CV_16F
           : kind == "f4" ? CV_32F
           : kind == "f8" ? CV_64F
           : kind == "u1" ? CV_8U
                          : CV_16U;
}

} // namespace

std::vector<std::uint8_t> encodeNpy(const cv::Mat &map32f)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                         std::to_string(map32f.rows) + ", " + std::to_string(map32f.cols) + "), }";
    // Magic, version and length take ten bytes; the numbers start at a multiple of 64.
    header.append(63 - (10 + header.size()) % 64, ' ');
    header.push_back('\n');
    std::vector<std::uint8_t> bytes(kMagic.begin(), kMagic.end());
    bytes.push_back(1);
    bytes.push_back(0);
    bytes.push_back(static_cast<std::uint8_t>(header.size() & 0xffU));
    bytes.push_back(static_cast<std::uint8_t>(header.size() >> 8));
    bytes.insert(bytes.end(), header.begin(), header.end());
    for (int y = 0; y < map32f.rows; ++y) {
        const auto *row = map32f.ptr<std::uint8_t>(y);
        bytes.insert(bytes.end(), row, row + static_cast<std::size_t>(map32f.cols) * sizeof(float));
    }
    return bytes;
}

Result<cv::Mat> decodeNpy(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(NpyHeader header, parseHeader(bytes));
    bringToTwoAxes(header.shape);
    if (header.shape.size() != 2)
        return badData("it has more than two axes; save one map of height x width a file");
    const long long height = header.shape[0];
    const long long width = header.shape[1];
    CF_RETURN_IF_ERROR(checkClaim(width, height, bytes.size(), 0.0));
    CF_ASSIGN_OR_RETURN(auto numbers, numbersOf(header, bytes, width * height));
    // Fortran order of height x width is C order of width x height.
    const int rows = static_cast<int>(header.fortranOrder ? width : height);
    const int cols = static_cast<int>(header.fortranOrder ? height : width);
    const cv::Mat stored(rows, cols, CV_MAKETYPE(cvDepth(header.kind), 1), numbers.data());
    cv::Mat map;
    stored.convertTo(map, CV_32F);
    if (header.fortranOrder)
        return cv::Mat(map.t());
    return map;
}

Result<FloatArray> decodeNpyArray(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(const NpyHeader header, parseHeader(bytes));
    if (header.fortranOrder)
        return badData("its numbers are in Fortran order; save it with numpy.ascontiguousarray()");
    FloatArray array;
    long long count = 1;
    for (const auto length : header.shape) {
        // Also keeps the product from overflowing: more numbers than bytes cannot be there.
        if (length < 1 || count > static_cast<long long>(bytes.size()) / length)
            return badData("the .npy file ends before its last number; it is cut off, copy it again");
        count *= length;
        array.shape.push_back(length);
    }
    CF_ASSIGN_OR_RETURN(auto numbers, numbersOf(header, bytes, count));
    const cv::Mat stored(1, static_cast<int>(count), CV_MAKETYPE(cvDepth(header.kind), 1),
                         numbers.data());
    array.values.resize(static_cast<std::size_t>(count));
    cv::Mat floats(1, static_cast<int>(count), CV_32FC1, array.values.data());
    stored.convertTo(floats, CV_32F);
    return array;
}

} // namespace cf::imaging::detail
