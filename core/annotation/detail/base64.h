#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// RFC 4648, with padding.
namespace cf::annotation::detail {

std::string toBase64(std::span<const std::uint8_t> bytes);

/// Nothing for a character or a length that cannot be.
std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text);

} // namespace cf::annotation::detail
