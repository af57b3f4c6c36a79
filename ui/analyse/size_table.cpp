#include "ui/analyse/size_table.h"

#include <QHeaderView>
#include <QLocale>

namespace cf::ui {

namespace {

constexpr int kKindColumns = 1;
constexpr int kKindRole = Qt::UserRole;
constexpr double kToPercent = 100.0;

/// "120 (80–310)"
QString quartileText(const metrics::BoxStatistics &box, double factor, int decimals)
{
    const auto number = [&](double value) {
        return QLocale().toString(factor * value, 'f', decimals);
    };
    return QStringLiteral("%1 (%2–%3)")
        .arg(number(box.median), number(box.lowerQuartile), number(box.upperQuartile));
}

} // namespace

SizeTable::SizeTable(QWidget *parent) : CopyTable(kKindColumns, parent)
{
    setColumnCount(8);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    connect(this, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        Q_EMIT kindActivated(this->item(item->row(), 0)->data(kKindRole).toString());
    });
    SizeTable::retranslate();
}

void SizeTable::setSummaries(std::vector<workflow::SizeSummary> summaries)
{
    m_summaries = std::move(summaries);
    fill();
}

void SizeTable::fill()
{
    setRowCount(int(m_summaries.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const auto &summary = m_summaries[std::size_t(row)];
        const auto kind = QString::fromStdString(summary.kind);
        int column = 0;
        const auto place = [&](const QString &text) {
            auto *item = cell(text, kind.isEmpty(), column >= kKindColumns);
            item->setData(kKindRole, kind);
            setItem(row, column++, item);
        };
        place(kind.isEmpty() ? tr("All kinds") : kind);
        place(QLocale().toString(qulonglong(summary.regions)));
        place(QLocale().toString(qulonglong(summary.pictures)));
        place(quartileText(summary.areaPx, 1, 0));
        place(quartileText(summary.areaShare, kToPercent, 3));
        place(quartileText(summary.lengthPx, 1, 1));
        place(quartileText(summary.widthPx, 1, 1));
        place(quartileText(summary.elongation, 1, 2));
    }
}

void SizeTable::retranslate()
{
    CopyTable::retranslate();
    setHeadings({tr("Kind"), tr("Areas"), tr("Pictures"), tr("Area, px"), tr("% of the picture"),
                 tr("Length, px"), tr("Width, px"), tr("Length ÷ width")});
    setAccessibleName(tr("Sizes of the defects by kind"));
    setToolTip(tr("Medians, in brackets from which to which the middle half reaches. A double "
                  "click shows that kind alone; a right click copies the table."));
    fill();
}

} // namespace cf::ui
