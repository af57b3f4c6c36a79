#include "ui/train/metric_table.h"

#include <QHeaderView>

#include <array>

namespace cf::ui {

namespace {

constexpr int kTextColumns = 2;

} // namespace

MetricTable::MetricTable(QWidget *parent) : CopyTable(kTextColumns, parent)
{
    setColumnCount(kTextColumns + static_cast<int>(metricHeadings().size()));
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    MetricTable::retranslate();
}

void MetricTable::setEvaluation(const workflow::Evaluation &evaluation)
{
    m_categories = evaluation.categories;
    m_mean = evaluation.mean;
    fill();
}

void MetricTable::fill()
{
    setRowCount(0);
    for (const auto &category : m_categories)
        addCategory(category, false);
    if (m_categories.size() > 1)
        addCategory(m_mean, true);
}

void MetricTable::addCategory(const workflow::CategoryMetrics &category, bool isMean)
{
    const auto baseline = category.methods.find("baseline");
    const auto fused = category.methods.find("fused");
    if (baseline == category.methods.end() || fused == category.methods.end())
        return;
    const std::array<QString, 3> kinds = {tr("baseline"), tr("with filter"), tr("gain")};
    const auto before = baseline->second.named();
    const auto after = fused->second.named();
    const int rows = category.methods.contains("filtered") ? 3 : 1; // else a baseline alone
    for (int kind = 0; kind < rows; ++kind) {
        const int row = rowCount();
        const bool bold = kind == 2;
        insertRow(row);
        const auto name = isMean ? tr("Mean") : QString::fromStdString(category.name);
        setItem(row, 0, cell(kind == 0 ? name : QString(), true, false));
        setItem(row, 1, cell(kinds[static_cast<std::size_t>(kind)], bold, false));
        for (std::size_t i = 0; i < before.size(); ++i) {
            const auto &b = before[i].second->value;
            const auto &a = after[i].second->value;
            QString text = QStringLiteral("–");
            if (kind == 2 && a && b)
                text = percentText(*a - *b, true);
            else if (kind == 0 && b)
                text = percentText(*b);
            else if (kind == 1 && a)
                text = percentText(*a);
            auto *item = cell(text, bold, true);
            const auto &reason = kind == 0 ? before[i].second->reason : after[i].second->reason;
            item->setToolTip(QString::fromStdString(reason));
            setItem(row, kTextColumns + static_cast<int>(i), item);
        }
    }
}

void MetricTable::retranslate()
{
    CopyTable::retranslate();
    setHeadings(QStringList{tr("Category"), tr("Map")} + metricHeadings());
    setAccessibleName(tr("Metrics by category, in per cent"));
    fill();
}

} // namespace cf::ui
