#pragma once

#include "ui/tables/table_text.h"

class QAbstractItemModel;

namespace cf::ui {

/// The whole table with its headings, for the clipboard. Columns of words, which come first, are
/// those whose first cell is not aligned right.
QString modelText(const QAbstractItemModel &model, TableFormat format);

} // namespace cf::ui
