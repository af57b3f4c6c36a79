#include "ui/runs/model_text.h"

#include <QAbstractItemModel>

namespace cf::ui {

QString modelText(const QAbstractItemModel &model, TableFormat format)
{
    QStringList headings;
    int textColumns = 0;
    for (int column = 0; column < model.columnCount(); ++column) {
        headings += model.headerData(column, Qt::Horizontal).toString();
        if (!(model.index(0, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight))
            ++textColumns;
    }
    std::vector<QStringList> rows(static_cast<std::size_t>(model.rowCount()));
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            rows[static_cast<std::size_t>(row)] += model.index(row, column).data().toString();
    return tableText(headings, rows, textColumns, format);
}

} // namespace cf::ui
