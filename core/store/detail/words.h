#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace cf::store::detail {

/// The lower-case words that stand for the values of an enum in the file.
template <class E, std::size_t N>
using Words = std::array<std::pair<E, const char *>, N>;

template <class E, std::size_t N>
const char *wordOf(const Words<E, N> &words, E value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value)
            return word;
    }
    return ""; // refused by the CHECK of every column it could go to
}

template <class E, std::size_t N>
std::optional<E> valueOf(const Words<E, N> &words, std::string_view wanted)
{
    for (const auto &[value, word] : words) {
        if (wanted == word)
            return value;
    }
    return std::nullopt;
}

} // namespace cf::store::detail
