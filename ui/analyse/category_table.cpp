#include "ui/analyse/category_table.h"

#include "ui/analyse/analysis_text.h"

#include <QHeaderView>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr int kTextColumns = 2;
constexpr int kFigureRole = Qt::UserRole;   // a double; invalid: a text or not defined
constexpr int kMeanRole = Qt::UserRole + 1; // bool
constexpr int kNameRole = Qt::UserRole + 2; // the category, for kTextColumns
constexpr double kShownStep = 1e-3;

/// Sorts by the figure; what is not defined, and after it the mean, stay at the end both ways.
class SortItem : public QTableWidgetItem
{
public:
    using QTableWidgetItem::QTableWidgetItem;

    bool operator<(const QTableWidgetItem &other) const override
    {
        const auto *table = tableWidget();
        const bool rising =
            !table || table->horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
        const auto rank = [](const QTableWidgetItem &item) {
            if (item.data(kMeanRole).toBool())
                return 2;
            return item.column() >= kTextColumns && !item.data(kFigureRole).isValid() ? 1 : 0;
        };
        if (rank(*this) != rank(other))
            return rising == (rank(*this) < rank(other));
        if (column() >= kTextColumns)
            return data(kFigureRole).toDouble() < other.data(kFigureRole).toDouble();
        return text().localeAwareCompare(other.text()) < 0;
    }
};

double shown(double value)
{
    return std::round(value / kShownStep);
}

} // namespace

CategoryTable::CategoryTable(QWidget *parent) : CopyTable(kTextColumns, parent)
{
    setColumnCount(kTextColumns + static_cast<int>(metricHeadings().size()));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int column = 0; column < kTextColumns; ++column)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    horizontalHeader()->setSortIndicatorShown(true);
    connect(this, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        Q_EMIT categoryActivated(this->item(item->row(), 0)->data(kNameRole).toString());
    });
    CategoryTable::retranslate();
}

void CategoryTable::setAnalysis(const workflow::Analysis *analysis)
{
    setSortingEnabled(false); // or rows would move while they are filled
    setRowCount(0);
    if (analysis) {
        for (const auto &category : analysis->metrics)
            addCategory(category, false);
        if (analysis->metrics.size() > 1)
            addCategory(analysis->mean, true);
    }
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the order of the evaluation
    setSortingEnabled(true);
}

void CategoryTable::addCategory(const workflow::CategoryMetrics &category, bool isMean)
{
    std::vector<double> best(metricHeadings().size(), -1.0);
    for (const auto &[method, set] : category.methods) {
        const auto named = set.named();
        for (std::size_t i = 0; i < named.size(); ++i)
            best[i] = std::max(best[i], shown(named[i].second->value.value_or(-1.0)));
    }
    for (const auto variant : {store::Variant::Baseline, store::Variant::Filtered,
                               store::Variant::Fused, store::Variant::External}) {
        const auto found = category.methods.find(store::toString(variant));
        if (found == category.methods.end())
            continue;
        const int row = rowCount();
        insertRow(row);
        const auto place = [&](int column, const QString &text, bool bold) {
            auto *item = new SortItem(text);
            dress(*item, bold, column >= kTextColumns);
            item->setData(kMeanRole, isMean);
            setItem(row, column, item);
            return item;
        };
        const auto name = QString::fromStdString(category.name);
        place(0, isMean ? tr("Mean") : name, isMean)->setData(kNameRole, isMean ? QString() : name);
        place(1, variantText(variant), isMean);
        const auto named = found->second.named();
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto &[value, reason] = *named[i].second;
            const bool isBest = value && category.methods.size() > 1 && shown(*value) == best[i];
            auto *item = place(kTextColumns + int(i),
                               value ? percentText(*value) : QStringLiteral("–"), isBest);
            if (value)
                item->setData(kFigureRole, *value);
            else
                item->setToolTip(QString::fromStdString(reason));
        }
    }
}

void CategoryTable::retranslate()
{
    CopyTable::retranslate();
    setHeadings(QStringList{tr("Category"), tr("Map")} + metricHeadings());
    setAccessibleName(tr("Metrics by category, in per cent"));
    setToolTip(tr("In per cent, the best map in bold. A right click copies the table."));
}

} // namespace cf::ui
