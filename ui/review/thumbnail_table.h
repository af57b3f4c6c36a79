#pragma once

#include <QTableWidget>

namespace cf::ui {

/// Rows of small pictures to choose one from, in a dialog. One column takes what room there is.
class ThumbnailTable : public QTableWidget
{
    Q_OBJECT
public:
    static constexpr int kThumbnailPx = 56;
    static constexpr int kMostThumbnails = 100; ///< read while the dialog opens

    ThumbnailTable(int rows, int columns, int wideColumn, QWidget *parent = nullptr);

    QTableWidgetItem *setText(int row, int column, const QString &text);
};

} // namespace cf::ui
