#pragma once

#include <QString>

class QAbstractItemModel;

namespace cf::ui {

enum class CopyAs { Csv, Markdown, Latex };

/// The whole table with its headings, for the clipboard. Columns whose first cell is aligned right
/// are so in Markdown. Tabs and line ends within a cell become spaces, except in CSV.
QString modelText(const QAbstractItemModel &model, CopyAs format);

} // namespace cf::ui
