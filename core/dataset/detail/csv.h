#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cf::dataset::detail {

/// Rows of comma-separated text: fields may stand in double quotes (doubled inside), line ends may
/// be LF or CRLF, a byte order mark and empty lines are left out. Never fails; an open quote ends
/// with the text.
std::vector<std::vector<std::string>> parseCsv(std::string_view text);

} // namespace cf::dataset::detail
