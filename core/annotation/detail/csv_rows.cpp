#include "core/annotation/detail/csv_rows.h"

namespace cf::annotation::detail {

std::vector<std::vector<std::string>> csvRows(std::string_view text)
{
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        text.remove_prefix(3);
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
        if (quoted && c == '"' && text.substr(i + 1, 1) == "\"")
            row.back().push_back(text[++i]);
        else if (c == '"' && (quoted || row.back().empty()))
            quoted = !quoted;
        else if (quoted)
            row.back().push_back(c);
        else if (c == ',')
            row.emplace_back();
        else if (c == '\n')
            endRow();
        else if (c != '\r')
            row.back().push_back(c);
    }
    endRow();
    return rows;
}

void appendRow(std::string &text, const std::vector<std::string> &fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            text += ',';
        const auto &field = fields[i];
        if (field.find_first_of(",\"\r\n") == std::string::npos) {
            text += field;
            continue;
        }
        text += '"';
        for (const char c : field)
            text.append(c == '"' ? 2 : 1, c);
        text += '"';
    }
    text += '\n';
}

} // namespace cf::annotation::detail
