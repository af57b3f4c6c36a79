#include "core/annotation/detail/number_text.h"

#include <charconv>
#include <cmath>

namespace cf::annotation::detail {

void append(std::string &text, double number)
{
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number);
    text.append(digits, end.ptr);
}

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size() ||
        !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<long long> wholeNumberOf(std::string_view text)
{
    long long number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
        if (text.empty())
            parts.push_back(text);
    }
    return parts;
}

} // namespace cf::annotation::detail
