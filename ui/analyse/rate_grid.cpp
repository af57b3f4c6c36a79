#include "ui/analyse/rate_grid.h"

#include "ui/analyse/analysis_text.h"
#include "ui/tables/table_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <array>

namespace cf::ui {

namespace {

QLabel *numberLabel()
{
    auto *label = new QLabel;
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RateGrid::RateGrid(QWidget *parent) : QWidget(parent), m_intervalHeading(numberLabel())
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_intervalHeading, 0, 3);
    m_intervalHeading->setForegroundRole(QPalette::PlaceholderText);
    for (int row = 0; row < RowCount; ++row) {
        const Row labels{new QLabel, numberLabel(), numberLabel(), numberLabel()};
        auto font = labels.share->font();
        font.setBold(true);
        labels.share->setFont(font);
        grid->addWidget(labels.name, row + 1, 0);
        grid->addWidget(labels.share, row + 1, 1);
        grid->addWidget(labels.count, row + 1, 2);
        grid->addWidget(labels.interval, row + 1, 3);
        m_rows.push_back(labels);
    }
    retranslate();
}

void RateGrid::setScores(const workflow::ScoreAnalysis *scores)
{
    m_scores = scores;
    if (!scores) {
        for (int row = 0; row < RowCount; ++row)
            setRow(RowIndex(row), QStringLiteral("–"), {}, {});
        return;
    }
    const auto &auroc = scores->metrics.auroc;
    setRow(Auroc, auroc.value ? percentText(*auroc.value) + tr(" %") : QStringLiteral("–"), {},
           scores->aurocInterval.value ? intervalText(scores->aurocInterval.value) : QString());
    m_rows[Auroc].share->setToolTip(QString::fromStdString(auroc.reasonWhenUndefined));
    setCounts(m_counts);
}

void RateGrid::setCounts(const metrics::Confusion &counts)
{
    m_counts = counts;
    if (!m_scores)
        return;
    const auto rates = workflow::ratesOf(counts);
    setRate(Recall, rates.recall);
    setRate(FalseReject, rates.falseReject);
    setRate(Precision, rates.precision);
    setRate(Accuracy, rates.accuracy);
    setRow(F1, rates.f1.value ? percentText(*rates.f1.value) + tr(" %") : QStringLiteral("–"), {},
           {});
}

void RateGrid::setRate(RowIndex row, const workflow::Rate &rate)
{
    setRow(row, shareText(rate), countText(rate), intervalText(rate.interval));
    m_rows[row].name->setAccessibleDescription(
        tr("%1, 95 %: %2").arg(countText(rate), intervalText(rate.interval)));
}

void RateGrid::setRow(RowIndex row, const QString &share, const QString &count,
                      const QString &interval)
{
    m_rows[row].share->setText(share);
    m_rows[row].count->setText(count);
    m_rows[row].interval->setText(interval);
}

QString RateGrid::text() const
{
    QStringList lines;
    for (const auto &row : m_rows) {
        QString line = row.name->text() + QLatin1Char(' ') +
                       (row.count->text().isEmpty() ? row.share->text() : row.count->text());
        if (!row.interval->text().isEmpty())
            line += tr(", 95 %: %1").arg(row.interval->text());
        lines += line;
    }
    return lines.join(QLatin1Char('\n'));
}

void RateGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RateGrid::retranslate()
{
    const std::array<std::pair<QString, QString>, RowCount> texts = {
        {{tr("Recall"), tr("Of the defective pictures, those judged defective")},
         {tr("False rejects"), tr("Of the good pictures, those judged defective")},
         {tr("Precision"), tr("Of the pictures judged defective, those that are; it depends on how "
                              "many defects the test set has")},
         {tr("Accuracy"), tr("Of all pictures, those judged as what they are")},
         {tr("F1"), tr("Harmonic mean of precision and recall")},
         {tr("AUROC"), tr("The same at every threshold. Interval: bootstrap of the test pictures "
                          "with a fixed seed")}}};
    for (std::size_t row = 0; row < texts.size(); ++row) {
        m_rows[row].name->setText(texts[row].first);
        m_rows[row].name->setToolTip(texts[row].second);
    }
    m_intervalHeading->setText(tr("95 % interval"));
    m_intervalHeading->setToolTip(
        tr("Where the rate of many more pictures of this kind would likely lie (Wilson)"));
    setScores(m_scores);
}

} // namespace cf::ui
