#pragma once

#include <string_view>

namespace cf::dataset::detail {

/// Orders names as people do: runs of digits count as numbers ("2.png" before "10.png"), letters by
/// their bytes. A strict total order: names that differ in leading zeros alone are ordered by
/// bytes.
bool naturalLess(std::string_view a, std::string_view b);

/// Equal but for the case of the letters A to Z.
bool sameName(std::string_view a, std::string_view b);

} // namespace cf::dataset::detail
