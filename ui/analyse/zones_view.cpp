#include "ui/analyse/zones_view.h"

#include "ui/analyse/analysis_text.h"
#include "ui/analyse/cost_panel.h"
#include "ui/analyse/picture_table.h"
#include "ui/analyse/score_boxes.h"
#include "ui/dataset/column_scroll.h"
#include "ui/plots/distribution_plot.h"
#include "ui/tables/table_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>

#include <algorithm>

namespace cf::ui {

namespace {

using metrics::Evidence;
using metrics::Zone;

constexpr int kLeastControlsPx = 335;
constexpr int kListDelayMs = 120;
constexpr int kIntervalDelayMs = 400;
constexpr std::size_t kBins = 50;
constexpr double kPerThousand = 1000.0;

QString amount(double value)
{
    return QLocale().toString(value, 'f', value < 100.0 ? 2 : 0);
}

QString whole(double value)
{
    return QLocale().toString(value, 'f', 0);
}

QLabel *sentenceLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ZonesView::ZonesView(QWidget *parent) : QWidget(parent)
{
    m_pool.setMaxThreadCount(1);
    auto *controls = makeControls();
    auto *row = new QHBoxLayout(this);
    row->addWidget(controls);
    row->addWidget(makeRight(), 1);
    connect(m_category, &QComboBox::currentIndexChanged, this, &ZonesView::showCategory);
    connect(m_panel, &CostPanel::costsChanged, this, &ZonesView::choose);
    connect(m_panel, &CostPanel::ruleChanged, this, &ZonesView::choose);
    connect(m_panel, &CostPanel::thresholdsMoved, this, &ZonesView::moveTo);
    connect(m_plot, &DistributionPlot::thresholdMoved, this, [this](double low) {
        moveTo({low, std::max(low, m_panel->thresholds().high)});
    });
    connect(m_plot, &DistributionPlot::upperThresholdMoved, this, [this](double high) {
        moveTo({std::min(high, m_panel->thresholds().low), high});
    });
    connect(m_matrix, &ZoneMatrix::choice, this, &ZonesView::showListed);
    connect(m_pictures, &PictureTable::pictureWanted, this, &ZonesView::pictureWanted);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        if (m_choice)
            Q_EMIT keepWanted(
                {category(), m_choice->thresholds,
                 m_panel->isByHand() ? std::nullopt : std::optional(m_panel->costs())});
    });
    for (auto *timer : {&m_intervalSoon, &m_listSoon})
        timer->setSingleShot(true);
    m_intervalSoon.setInterval(kIntervalDelayMs);
    m_listSoon.setInterval(kListDelayMs);
    connect(&m_intervalSoon, &QTimer::timeout, this, &ZonesView::seekInterval);
    connect(&m_listSoon, &QTimer::timeout, this, &ZonesView::showListed);
    retranslate();
}

ZonesView::~ZonesView()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QWidget *ZonesView::makeControls()
{
    m_category = new QComboBox;
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(8);
    m_categoryLabel = new QLabel;
    m_categoryLabel->setBuddy(m_category);
    auto *rows = new QFormLayout;
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->addRow(m_categoryLabel, m_category);
    m_panel = new CostPanel;
    m_costBox = new QGroupBox;
    (new QVBoxLayout(m_costBox))->addWidget(m_panel);
    m_cost = sentenceLabel();
    auto bold = m_cost->font();
    bold.setBold(true);
    m_cost->setFont(bold);
    m_conclusion = sentenceLabel();
    m_keep = new QPushButton;
    m_keep->setObjectName(QStringLiteral("keep"));
    m_keptText = sentenceLabel();
    m_keptText->setForegroundRole(QPalette::PlaceholderText);
    m_meaningBox = new QGroupBox;
    auto *meaning = new QVBoxLayout(m_meaningBox);
    for (QWidget *part : {static_cast<QWidget *>(m_cost), static_cast<QWidget *>(m_conclusion),
                          static_cast<QWidget *>(m_keep), static_cast<QWidget *>(m_keptText)})
        meaning->addWidget(part);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 6, 0);
    column->addLayout(rows);
    column->addWidget(m_costBox);
    column->addWidget(m_meaningBox);
    column->addStretch();
    inside->setMinimumWidth(kLeastControlsPx);
    auto *scroll = new ColumnScroll(inside);
    scroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return scroll;
}

QWidget *ZonesView::makeRight()
{
    m_plotTitle = new QLabel;
    m_matrixTitle = new QLabel;
    for (auto *title : {m_plotTitle, m_matrixTitle}) {
        auto bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
    }
    m_plot = new DistributionPlot;
    m_matrix = new ZoneMatrix;
    m_why = new QLabel;
    m_why->setWordWrap(true);
    m_pictures = new PictureTable;
    auto *top = new QWidget;
    auto *plots = new QGridLayout(top);
    plots->setContentsMargins(0, 0, 0, 0);
    plots->setHorizontalSpacing(14);
    plots->addWidget(m_plotTitle, 0, 0);
    plots->addWidget(m_matrixTitle, 0, 1);
    plots->addWidget(m_plot, 1, 0);
    plots->addWidget(m_matrix, 1, 1);
    plots->setColumnStretch(0, 1);
    plots->setColumnStretch(1, 1);
    plots->setRowStretch(1, 1);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_why);
    column->addWidget(m_pictures, 1);
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(top);
    right->addWidget(list);
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 1);
    right->setSizes({330, 300});
    right->setChildrenCollapsible(false);
    return right;
}

void ZonesView::setAnalysis(const std::shared_ptr<const workflow::Analysis> &analysis)
{
    const auto before = m_category->currentData();
    m_analysis = analysis;
    fillCategories();
    {
        const QSignalBlocker quiet(m_category);
        m_category->setCurrentIndex(std::max(0, m_category->findData(before)));
    }
    m_matrix->setChosen({});
    showCategory();
}

void ZonesView::fillCategories()
{
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    if (!m_analysis)
        return;
    for (const auto &one : m_analysis->categories) {
        const auto name = QString::fromStdString(one.name);
        m_category->addItem(name.isEmpty() ? tr("All categories") : name, name);
    }
    m_category->setEnabled(m_category->count() > 1);
}

const workflow::ScoreAnalysis *ZonesView::scores() const
{
    const int at = m_category->currentIndex();
    if (!m_analysis || at < 0)
        return nullptr;
    const auto &scores = m_analysis->categories[std::size_t(at)].scores;
    const auto fused = scores.find(store::Variant::Fused);
    if (fused != scores.end())
        return &fused->second;
    return scores.empty() ? nullptr : &scores.rbegin()->second; // another method's
}

std::string ZonesView::category() const
{
    // One category alone stands for whatever the model knows.
    return m_category->count() > 1 ? m_category->currentData().toString().toStdString()
                                   : std::string();
}

void ZonesView::showCategory()
{
    m_ranked = {};
    PlotHistogram histogram;
    std::optional<PlotBox> good, defective;
    if (const auto *shown = scores()) {
        m_ranked = workflow::rankedScores(*shown).orThrow(); // finite: it was analysed
        const auto bins = workflow::histogramOf(*shown, kBins).orThrow();
        histogram = {bins.low, bins.high, bins.good, bins.defective};
        good = boxOf(*shown, false);
        defective = boxOf(*shown, true);
    }
    m_plot->setDistribution(histogram, good, defective);
    choose();
    showKept();
}

void ZonesView::choose()
{
    m_obstacle.clear();
    const bool any = !m_ranked.normal.empty() || !m_ranked.defect.empty();
    if (!any) {
        take({});
        return;
    }
    if (m_panel->isByHand()) {
        take(workflow::zoneChoice(m_ranked, m_panel->thresholds(), m_panel->costs()).orThrow());
        return;
    }
    auto cheapest = workflow::cheapestZoneChoice(m_ranked, m_panel->costs()).orThrow();
    if (cheapest.defined()) {
        m_panel->setThresholds(cheapest.value->thresholds);
        take(std::move(cheapest.value));
        return;
    }
    m_obstacle = reasonText(cheapest.reasonWhenUndefined) + QLatin1Char(' ') +
                 tr("Set both thresholds by hand.");
    take(workflow::zoneChoice(m_ranked, m_panel->thresholds(), m_panel->costs()).orThrow());
}

void ZonesView::moveTo(metrics::ZoneThresholds thresholds)
{
    if (!scores())
        return;
    m_panel->setByHand();
    m_panel->setThresholds(thresholds);
    choose();
}

void ZonesView::take(std::optional<workflow::ZoneChoice> choice)
{
    m_choice = std::move(choice);
    m_intervals.reset();
    ++m_generation;
    m_plot->setThreshold(m_choice ? std::optional(m_choice->thresholds.low) : std::nullopt);
    m_plot->setUpperThreshold(m_choice ? std::optional(m_choice->thresholds.high) : std::nullopt);
    m_matrix->setEnabled(m_choice.has_value());
    m_panel->setEnabled(m_choice.has_value());
    m_keep->setEnabled(m_choice && m_obstacle.isEmpty());
    showFigures();
    m_listSoon.start();
    if (m_choice && m_obstacle.isEmpty() && !m_panel->isByHand())
        m_intervalSoon.start();
    else
        m_intervalSoon.stop();
}

void ZonesView::showFigures()
{
    if (!m_choice) {
        m_matrix->setCounts({}, {});
        m_cost->clear();
        m_conclusion->clear();
        return;
    }
    const auto &table = m_choice->table;
    m_matrix->setCounts(table.normal, table.defect);
    QString cost =
        table.expectedCost.defined()
            ? tr("1,000 parts cost %1").arg(amount(kPerThousand * *table.expectedCost.value))
            : tr("What 1,000 parts cost cannot be said.");
    if (m_intervals)
        cost += QLatin1Char(' ') + tr("(95 %: %1–%2)")
                                       .arg(amount(kPerThousand * m_intervals->expectedCost.low),
                                            amount(kPerThousand * m_intervals->expectedCost.high));
    m_cost->setText(cost);
    m_conclusion->setText(conclusion());
}

/// Where the cheapest threshold may lie.
QString ZonesView::reach(const metrics::Interval &scores)
{
    if (std::isinf(scores.low) && std::isinf(scores.high))
        return tr("any score");
    if (std::isinf(scores.low))
        return tr("%1 or less").arg(scoreText(scores.high));
    if (std::isinf(scores.high))
        return tr("%1 or more").arg(scoreText(scores.low));
    return tr("%1–%2").arg(scoreText(scores.low), scoreText(scores.high));
}

QString ZonesView::conclusion() const
{
    if (!m_choice)
        return {};
    const auto &[thresholds, table, evidence] = *m_choice;
    QStringList lines;
    if (!m_obstacle.isEmpty())
        lines += QStringLiteral("⚠ ") + m_obstacle;
    if (table.reviewShare.defined())
        lines +=
            tr("To be looked at: %1 % of the parts").arg(percentText(*table.reviewShare.value));
    if (table.escapesPerMillion.defined() && evidence.escape.evidence == Evidence::Estimated)
        lines += tr("Escapes: %1 in a million parts, at most %2")
                     .arg(whole(*table.escapesPerMillion.value),
                          whole(*evidence.escapesPerMillionAtMost.value));
    else if (evidence.escape.evidence == Evidence::UpperBoundOnly)
        lines += tr("No escape among %Ln defective picture(s): at most %1 in a million parts",
                    nullptr, int(evidence.escape.pictures))
                     .arg(whole(*evidence.escapesPerMillionAtMost.value));
    else
        lines += tr("Escapes: unknown, because the test set has no defective picture");
    if (evidence.falseReject.evidence == Evidence::Estimated)
        lines += tr("False rejects: %1 in a million parts")
                     .arg(whole(*table.falseRejectsPerMillion.value));
    else if (evidence.falseReject.evidence == Evidence::UpperBoundOnly)
        lines += tr("No false reject among %Ln good picture(s): at most %1 % of the good parts",
                    nullptr, int(evidence.falseReject.pictures))
                     .arg(percentText(*evidence.falseReject.atMost.value));
    else
        lines += tr("False rejects: unknown, because the test set has no good picture");
    if (m_intervals) {
        lines += tr("Cheapest thresholds (95 %): pass below %1, fail from %2")
                     .arg(reach(m_intervals->low), reach(m_intervals->high));
        lines += tr("The thresholds were chosen on these pictures; on others 1,000 parts may cost "
                    "about %1 more.")
                     .arg(amount(kPerThousand * m_intervals->optimism));
    }
    return lines.join(QLatin1Char('\n'));
}

void ZonesView::seekInterval()
{
    m_pool.clear(); // those that wait
    m_pool.start([self = QPointer(this), ranked = m_ranked, costs = m_panel->costs(),
                  generation = m_generation] {
        auto found = metrics::cheapestZonesIntervals(ranked, costs).orThrow().value;
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, found = std::move(found), generation] {
                if (!self || generation != self->m_generation)
                    return;
                self->m_intervals = found;
                self->showFigures();
                Q_EMIT self->intervalFound();
            },
            Qt::QueuedConnection);
    });
}

void ZonesView::setKept(const std::optional<workflow::DecisionRule> &rule, const QString &problem)
{
    m_kept = rule;
    m_keptProblem = problem;
    showKept();
}

void ZonesView::showKept()
{
    if (!m_keptProblem.isEmpty()) {
        m_keptText->setText(QStringLiteral("⚠ ") + m_keptProblem);
        return;
    }
    const auto *zones = m_kept ? m_kept->find(category()) : nullptr;
    m_keptText->setText(
        zones ? tr("With the model: pass below %1, fail from %2. \"infer\" decides by them.")
                    .arg(scoreText(zones->thresholds.low), scoreText(zones->thresholds.high))
              : tr("No thresholds lie with the model yet: \"infer\" gives scores alone."));
}

void ZonesView::showListed()
{
    m_listSoon.stop();
    const auto *shown = scores();
    if (!shown || !m_choice) {
        m_pictures->setPictures({}, false);
        m_why->clear();
        return;
    }
    std::vector<workflow::AnalysedPicture> pictures;
    QString what;
    if (const auto cell = m_matrix->chosen()) {
        pictures =
            workflow::picturesInZone(*shown, m_choice->thresholds, cell->zone, cell->defective);
        what = ZoneMatrix::cellText(*cell);
    } else {
        pictures = workflow::picturesInZone(*shown, m_choice->thresholds, Zone::Pass, true);
        const auto rejected =
            workflow::picturesInZone(*shown, m_choice->thresholds, Zone::Fail, false);
        pictures.insert(pictures.end(), rejected.begin(), rejected.end());
        what = tr("escapes and false rejects");
    }
    m_why->setText(tr("%1: %L2").arg(what).arg(qulonglong(pictures.size())));
    m_pictures->setEmptyText(tr("No picture. Click a cell of the table to list others."));
    m_pictures->setThreshold(m_choice->thresholds.high);
    m_pictures->setPictures(std::move(pictures), m_category->currentData().toString().isEmpty());
}

void ZonesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ZonesView::retranslate()
{
    m_categoryLabel->setText(tr("&Category"));
    m_category->setAccessibleName(tr("Category"));
    if (const int all = m_category->findData(QString()); all >= 0)
        m_category->setItemText(all, tr("All categories"));
    m_costBox->setTitle(tr("What mistakes cost"));
    m_meaningBox->setTitle(tr("What that means"));
    m_keep->setText(tr("&Keep with the model"));
    m_keep->setToolTip(tr("From then on \"infer\" says pass, review or fail for each picture"));
    m_plotTitle->setText(tr("Scores of the pictures"));
    m_matrixTitle->setText(tr("What becomes of the test pictures"));
    m_plot->setLabels(tr("score"), tr("pictures"));
    m_plot->setNames(tr("good"), tr("defective"));
    m_plot->setAccessibleName(tr("Histogram of the scores with both thresholds"));
    m_plot->setToolTip(tr("Drag the lines to move the thresholds: below the solid one a picture "
                          "passes, from the dashed one on it fails. Left and Right move the solid "
                          "one, with Ctrl the dashed one"));
    showFigures();
    showKept();
    showListed();
}

} // namespace cf::ui
