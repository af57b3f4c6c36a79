#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cf::annotation::detail {

/// The shortest text that reads back as the same number, whatever the user's language.
void append(std::string &text, double number);

/// All of `text` as a finite number; nothing when it is none.
std::optional<double> numberOf(std::string_view text);
/// Likewise a whole one.
std::optional<long long> wholeNumberOf(std::string_view text);

/// The parts between separators, empty ones too; of an empty text none.
std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace cf::annotation::detail
