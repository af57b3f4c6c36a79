#include "ui/train/metric_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>

#include <array>
#include <cmath>

namespace cf::ui {

namespace {

/// The columns: headings as the field writes them, never translated.
constexpr std::array<const char *, 7> kHeadings = {"I-AUROC", "I-AP",    "I-F1max", "P-AUROC",
                                                   "P-AP",    "P-F1max", "AU-PRO"};
constexpr int kFirstFigure = 2;

QTableWidgetItem *cell(const QString &text, bool bold)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    auto font = item->font();
    font.setBold(bold);
    item->setFont(font);
    return item;
}

QString percent(double share, bool withSign)
{
    const double rounded = std::round(1000.0 * share) / 10.0;
    const auto text = QStringLiteral("%L1").arg(rounded == 0.0 ? 0.0 : rounded, 0, 'f', 1);
    return withSign && rounded > 0.0 ? QLatin1Char('+') + text : text;
}

QString joined(const QStringList &cells, MetricTable::CopyAs format)
{
    switch (format) {
    case MetricTable::CopyAs::Csv: {
        QStringList quoted;
        for (auto text : cells)
            quoted += QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
                      QLatin1Char('"');
        return quoted.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    case MetricTable::CopyAs::Markdown: {
        QStringList escaped;
        for (auto text : cells)
            escaped += text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
        return QStringLiteral("| ") + escaped.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    case MetricTable::CopyAs::Latex: {
        QStringList escaped;
        for (auto text : cells) {
            for (const char special : {'_', '&', '%', '#'})
                text.replace(QLatin1Char(special),
                             QLatin1Char('\\') + QString(QLatin1Char(special)));
            escaped += text;
        }
        return escaped.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
    }
    }
    return {};
}

} // namespace

MetricTable::MetricTable(QWidget *parent) : QTableWidget(parent)
{
    setColumnCount(kFirstFigure + static_cast<int>(kHeadings.size()));
    verticalHeader()->hide();
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false); // Tab leaves the table
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const auto format : {CopyAs::Csv, CopyAs::Markdown, CopyAs::Latex}) {
        auto *action = new QAction(this);
        connect(action, &QAction::triggered, this, [this, format] { copy(format); });
        addAction(action);
        m_copy.emplace_back(action, format);
    }
    retranslate();
}

void MetricTable::setEvaluation(const workflow::Evaluation &evaluation)
{
    setRowCount(0);
    for (const auto &category : evaluation.categories)
        addCategory(category, false);
    if (evaluation.categories.size() > 1)
        addCategory(evaluation.mean, true);
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
    for (int kind = 0; kind < 3; ++kind) {
        const int row = rowCount();
        const bool bold = kind == 2;
        insertRow(row);
        const auto name = isMean ? tr("Mean") : QString::fromStdString(category.name);
        setItem(row, 0, cell(kind == 0 ? name : QString(), true));
        setItem(row, 1, cell(kinds[static_cast<std::size_t>(kind)], bold));
        for (std::size_t i = 0; i < kHeadings.size(); ++i) {
            const auto &b = before[i].second->value;
            const auto &a = after[i].second->value;
            QString text = QStringLiteral("–");
            if (kind == 2 && a && b)
                text = percent(*a - *b, true);
            else if (kind == 0 && b)
                text = percent(*b, false);
            else if (kind == 1 && a)
                text = percent(*a, false);
            auto *item = cell(text, bold);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            const auto &reason = kind == 0 ? before[i].second->reason : after[i].second->reason;
            item->setToolTip(QString::fromStdString(reason));
            setItem(row, kFirstFigure + static_cast<int>(i), item);
        }
    }
}

QString MetricTable::text(CopyAs format) const
{
    QString all;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells += row < 0 ? horizontalHeaderItem(column)->text() : item(row, column)->text();
        all += joined(cells, format);
        if (row < 0 && format == CopyAs::Markdown)
            all += QStringLiteral("|---|---|") +
                   QStringLiteral("--:|").repeated(columnCount() - 2) + QLatin1Char('\n');
    }
    return all;
}

void MetricTable::copy(CopyAs format) const
{
    QApplication::clipboard()->setText(text(format));
}

void MetricTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MetricTable::retranslate()
{
    QStringList headings = {tr("Category"), tr("Map")};
    for (const char *heading : kHeadings)
        headings += QString::fromLatin1(heading);
    setHorizontalHeaderLabels(headings);
    setAccessibleName(tr("Metrics by category, in per cent"));
    const std::array<QString, 3> texts = {tr("Copy as CSV"), tr("Copy as Markdown"),
                                          tr("Copy as LaTeX")};
    for (std::size_t i = 0; i < m_copy.size(); ++i)
        m_copy[i].first->setText(texts[i]);
}

} // namespace cf::ui
