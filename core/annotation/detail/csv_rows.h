#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cf::annotation::detail {

/// Rows of comma-separated text (RFC 4180), empty ones and a byte order mark left out; an open
/// quote ends with the text.
std::vector<std::vector<std::string>> csvRows(std::string_view text);

/// One row, with a line end; fields are quoted where they need it.
void appendRow(std::string &text, const std::vector<std::string> &fields);

} // namespace cf::annotation::detail
