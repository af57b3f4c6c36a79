#include "core/weights/detail/read_context.h"

namespace cf::weights::detail {

namespace {

/// Length of the well-formed UTF-8 sequence at the start of `text`, 0 where there is none (Unicode
/// 15, table 3-7).
std::size_t sequenceLength(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80)
        return 1;
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        low = lead == 0xe0 ? 0xa0 : low;
        high = lead == 0xed ? 0x9f : high;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        low = lead == 0xf0 ? 0x90 : low;
        high = lead == 0xf4 ? 0x8f : high;
    }
    if (length == 0 || text.size() < length || at(1) < low || at(1) > high)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if (at(i) < 0x80 || at(i) > 0xbf)
            return 0;
    }
    return length;
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string printable(std::string_view text)
{
    constexpr std::size_t kLongest = 120;
    std::string result;
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (result.size() + length > kLongest)
            return result + "...";
        const auto first = static_cast<unsigned char>(text[0]);
        if (length == 0 || first < 0x20 || first == 0x7f)
            result += '?';
        else
            result += text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

Error ReadContext::badFormat(const std::string &what, std::source_location where) const
{
    return Error::make(ErrorCode::BadFormat, path.string() + " " + what, where);
}

Error ReadContext::unsupported(const std::string &what, std::source_location where) const
{
    return Error::make(ErrorCode::Unsupported, path.string() + " " + what, where);
}

Error ReadContext::failed(const std::string &what, std::source_location where) const
{
    return Error::make(ErrorCode::Failed, path.string() + " " + what, where);
}

} // namespace cf::weights::detail
