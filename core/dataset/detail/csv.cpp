#include "core/dataset/detail/csv.h"

namespace cf::dataset::detail {

std::vector<std::vector<std::string>> parseCsv(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.remove_prefix(kByteOrderMark.size());

    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    const auto endRow = [&] {
        if (row.size() > 1 || !row.front().empty())
            rows.push_back(std::move(row));
        row.assign(1, std::string());
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                row.back().push_back(c);
            else if (i + 1 < text.size() && text[i + 1] == '"')
                row.back().push_back(text[++i]);
            else
                quoted = false;
        } else if (c == '"' && row.back().empty()) {
            quoted = true;
        } else if (c == ',') {
            row.emplace_back();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            row.back().push_back(c);
        }
    }
    endRow();
    return rows;
}

} // namespace cf::dataset::detail
