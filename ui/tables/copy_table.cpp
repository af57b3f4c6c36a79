#include "ui/tables/copy_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>

#include <array>

namespace cf::ui {

CopyTable::CopyTable(int textColumns, QWidget *parent)
    : QTableWidget(parent), m_textColumns(textColumns)
{
    verticalHeader()->hide();
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false); // Tab leaves the table
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const auto format : {CopyAs::Csv, CopyAs::Markdown, CopyAs::Latex}) {
        auto *action = new QAction(this);
        connect(action, &QAction::triggered, this,
                [this, format] { QApplication::clipboard()->setText(text(format)); });
        addAction(action);
        m_copy.emplace_back(action, format);
    }
    CopyTable::retranslate();
}

void CopyTable::setHeadings(const QStringList &headings)
{
    setHorizontalHeaderLabels(headings);
    for (int column = 0; column < columnCount(); ++column)
        horizontalHeaderItem(column)->setTextAlignment(
            (column < m_textColumns ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

QString CopyTable::text(CopyAs format) const
{
    QStringList heading;
    for (int column = 0; column < columnCount(); ++column)
        heading += horizontalHeaderItem(column)->text();
    std::vector<QStringList> rows;
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells += item(row, column)->text();
        rows.push_back(cells);
    }
    return tableText(heading, rows, m_textColumns, format);
}

QTableWidgetItem *CopyTable::cell(const QString &text, bool bold, bool isNumber)
{
    auto *item = new QTableWidgetItem(text);
    dress(*item, bold, isNumber);
    return item;
}

void CopyTable::dress(QTableWidgetItem &item, bool bold, bool isNumber)
{
    item.setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (isNumber)
        item.setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto font = item.font();
    font.setBold(bold);
    item.setFont(font);
}

void CopyTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CopyTable::retranslate()
{
    const std::array<QString, 3> texts = {tr("Copy as CSV"), tr("Copy as Markdown"),
                                          tr("Copy as LaTeX")};
    for (std::size_t i = 0; i < m_copy.size(); ++i)
        m_copy[i].first->setText(texts[i]);
}

} // namespace cf::ui
