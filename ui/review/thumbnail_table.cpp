#include "ui/review/thumbnail_table.h"

#include <QHeaderView>

namespace cf::ui {

namespace {

constexpr int kNarrowestPx = 72;

} // namespace

ThumbnailTable::ThumbnailTable(int rows, int columns, int wideColumn, QWidget *parent)
    : QTableWidget(rows, columns, parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setIconSize({kThumbnailPx, kThumbnailPx});
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kThumbnailPx + 4);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(wideColumn, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(kNarrowestPx);
    if (rows == 0)
        hide();
}

QTableWidgetItem *ThumbnailTable::setText(int row, int column, const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    setItem(row, column, item);
    return item;
}

} // namespace cf::ui
