#include "core/report/markup.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::report {

namespace {

constexpr int kLongestSidePx = 480;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

/// Bytes of the UTF-8 character that starts at `at`; 0 when there is none, or none that XML allows.
std::size_t characterLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return 0;
    char32_t code = first & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
        code = (code << 6) | (byte(at + i) & 0x3F);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool forbidden =
        (code >= 0xD800 && code <= 0xDFFF) || code == 0xFFFE || code == 0xFFFF || code > 0x10FFFF;
    return overlong || forbidden ? 0 : length;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = characterLength(text, i);
        if (length == 0) {
            out += kReplacement;
            ++i;
            continue;
        }
        switch (text[i]) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += text.substr(i, length);
        }
        i += length;
    }
    return out;
}

std::string fixedNumber(double value, int decimals)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    char digits[400]; // the largest double has 309 digits before the point
    const auto end = std::to_chars(digits, digits + sizeof digits, std::abs(value),
                                   std::chars_format::fixed, decimals);
    const std::string text(digits, end.ptr);
    const bool isZero = text.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !isZero ? "−" + text : text;
}

std::string exactNumber(double value)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    return {digits, end.ptr};
}

std::string csvField(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string base64(std::span<const unsigned char> bytes)
{
    static constexpr char kDigits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const unsigned group = (bytes[i] << 16U) | (left > 1 ? bytes[i + 1] << 8U : 0U) |
                               (left > 2 ? bytes[i + 2] : 0U);
        out += kDigits[group >> 18U];
        out += kDigits[(group >> 12U) & 63U];
        out += left > 1 ? kDigits[(group >> 6U) & 63U] : '=';
        out += left > 2 ? kDigits[group & 63U] : '=';
    }
    return out;
}

Result<cv::Mat> reportPicture(const cv::Mat &image)
{
    if (image.empty() || image.depth() != CV_8U || image.channels() == 2 || image.channels() > 4)
        return Error::make(ErrorCode::BadData,
                           "A picture of the report is not an 8-bit grey, BGR or BGRA image");
    cv::Mat shown = image;
    const double scale = static_cast<double>(kLongestSidePx) / std::max(image.cols, image.rows);
    if (scale < 1.0)
        cv::resize(image, shown, {}, scale, scale, cv::INTER_AREA);
    return shown;
}

Result<std::string> imageUri(const cv::Mat &image)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat shown, reportPicture(image));
    const bool photo = shown.channels() == 3;
    std::vector<unsigned char> file;
    const bool encoded = photo
                             ? cv::imencode(".jpg", shown, file, {cv::IMWRITE_JPEG_QUALITY, 90})
                             : cv::imencode(".png", shown, file, {cv::IMWRITE_PNG_COMPRESSION, 6});
    if (!encoded)
        return Error::make(ErrorCode::Failed, "A picture of the report cannot be encoded");
    return std::string(photo ? "data:image/jpeg;base64," : "data:image/png;base64,") + base64(file);
}

} // namespace cf::report
