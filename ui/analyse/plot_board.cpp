#include "ui/analyse/plot_board.h"

#include "ui/analyse/analysis_text.h"
#include "ui/analyse/score_boxes.h"
#include "ui/plots/density_plot.h"
#include "ui/plots/distribution_plot.h"
#include "ui/plots/operating_plot.h"
#include "ui/tables/table_text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace cf::ui {

namespace {

constexpr std::size_t kBins = 40;

/// Of curveColour(). The first two are those of the good and the defective, the fifth is too close
/// to the first.
std::size_t colourOf(store::Variant variant)
{
    switch (variant) {
    case store::Variant::Baseline:
        return 3;
    case store::Variant::Filtered:
        return 5;
    case store::Variant::Fused:
    case store::Variant::External:
        break;
    }
    return 2;
}

QLabel *heading()
{
    auto *label = new QLabel;
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setMinimumWidth(0);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

workflow::CurvePoints pointsOf(const metrics::Curve &curve)
{
    workflow::CurvePoints points;
    for (const auto &point : curve) {
        points.x.push_back(point.x);
        points.y.push_back(point.y);
    }
    return points;
}

} // namespace

const workflow::ScoreAnalysis *AnalysisChoice::scores() const
{
    if (!category)
        return nullptr;
    const auto found = category->scores.find(variant);
    return found == category->scores.end() ? nullptr : &found->second;
}

PlotBoard::PlotBoard(QWidget *parent)
    : QWidget(parent), m_densityTitle(heading()), m_distributionTitle(heading()),
      m_curveTitle(heading()), m_matrixTitle(heading()), m_curveKind(new QComboBox),
      m_densities(new DensityPlot), m_distribution(new DistributionPlot),
      m_curves(new OperatingPlot), m_matrix(new ConfusionMatrix)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    auto *curveHead = new QHBoxLayout;
    curveHead->addWidget(m_curveTitle, 1);
    curveHead->addWidget(m_curveKind);
    grid->addWidget(m_densityTitle, 0, 0);
    grid->addWidget(m_densities, 1, 0);
    grid->addWidget(m_distributionTitle, 0, 1);
    grid->addWidget(m_distribution, 1, 1);
    grid->addLayout(curveHead, 2, 0);
    grid->addWidget(m_curves, 3, 0);
    grid->addWidget(m_matrixTitle, 2, 1);
    grid->addWidget(m_matrix, 3, 1);
    for (const int row : {1, 3})
        grid->setRowStretch(row, 1);
    for (const int column : {0, 1})
        grid->setColumnStretch(column, 1);
    for (QWidget *plot : {static_cast<QWidget *>(m_densities),
                          static_cast<QWidget *>(m_distribution), static_cast<QWidget *>(m_curves)})
        plot->setMinimumSize(220, 150);

    connect(m_densities, &ScorePlot::thresholdMoved, this, &PlotBoard::thresholdMoved);
    connect(m_distribution, &ScorePlot::thresholdMoved, this, &PlotBoard::thresholdMoved);
    connect(m_distribution, &DistributionPlot::binChosen, this, &PlotBoard::binChosen);
    connect(m_curves, &OperatingPlot::pointChosen, this, &PlotBoard::pointChosen);
    connect(m_matrix, &ConfusionMatrix::choice, this, &PlotBoard::outcomeChoice);
    connect(m_curveKind, &QComboBox::currentIndexChanged, this, [this] {
        showCurves();
        setThreshold(m_threshold);
    });
    fillCurveKinds();
    retranslate();
}

void PlotBoard::setChoice(const AnalysisChoice &choice)
{
    m_choice = choice;
    fillCurveKinds();
    showDensities();
    showDistribution();
    showCurves();
    m_matrix->setEnabled(choice.scores() && !choice.pixels);
}

void PlotBoard::setThreshold(double threshold)
{
    m_threshold = threshold;
    const auto *scores = m_choice.scores();
    if (!scores || m_choice.pixels || scores->points.empty()) {
        m_densities->setThreshold({});
        m_distribution->setThreshold({});
        m_curves->setPoint({});
        m_matrix->setCounts({});
        return;
    }
    const auto counts = metrics::countsAt(scores->points, threshold);
    m_densities->setThreshold(threshold);
    m_distribution->setThreshold(threshold);
    m_matrix->setCounts(counts);
    const auto share = [](std::size_t part, std::size_t other, double ifNone) {
        return part + other == 0 ? ifNone : double(part) / double(part + other);
    };
    const double recall = share(counts.truePositives, counts.falseNegatives, 0.0);
    if (m_curves->curves().empty())
        m_curves->setPoint({});
    else if (m_curveKind->currentIndex() == Roc)
        m_curves->setPoint(
            QPointF(share(counts.falsePositives, counts.trueNegatives, 0.0), recall));
    else
        m_curves->setPoint(
            QPointF(recall, share(counts.truePositives, counts.falsePositives, 1.0)));
}

void PlotBoard::setChosenBin(std::optional<std::size_t> bin)
{
    m_distribution->setChosenBin(bin);
}

void PlotBoard::showDensities()
{
    std::vector<PlotDensity> shown;
    QStringList overlaps;
    const auto add = [&](store::Variant variant, bool dashed) {
        std::optional<workflow::DensityPair> none;
        const auto *pair = &none;
        if (m_choice.pixels) {
            const auto found = m_choice.category->pixels.find(variant);
            if (found != m_choice.category->pixels.end())
                pair = &found->second.density;
        } else if (const auto found = m_choice.category->scores.find(variant);
                   found != m_choice.category->scores.end()) {
            pair = &found->second.density;
        }
        if (!*pair)
            return;
        const auto name = variantText(variant);
        for (const bool defective : {false, true}) {
            const auto &curve = defective ? (*pair)->defective : (*pair)->good;
            shown.push_back({(defective ? tr("defective, %1") : tr("good, %1")).arg(name),
                             curve.position, curve.density, defective, dashed});
        }
        overlaps += tr("%1 %2 %").arg(name, percentText((*pair)->overlap));
    };
    if (m_choice.category) {
        add(m_choice.variant, false);
        if (m_choice.variant != store::Variant::Baseline)
            add(store::Variant::Baseline, true);
    }
    m_densities->setEmptyText(
        !m_choice.category ? QString()
        : !m_choice.pixels ? tr("A density needs two different scores on each side.")
        : m_choice.category->name.empty()
            ? tr("Pixel curves are kept for each category: choose one on the left.")
            : tr("No pixel curves: the test set has no masks."));
    m_densities->setDensities(shown);
    m_densityTitle->setText(
        overlaps.isEmpty() ? tr("Densities")
                           : tr("Densities; overlap: %1").arg(overlaps.join(QStringLiteral(", "))));
    m_densityTitle->setToolTip(tr("The area that good and defective share: 0 % apart, 100 % the "
                                  "same"));
}

void PlotBoard::showDistribution()
{
    const auto *scores = m_choice.scores();
    m_histogram = {};
    PlotHistogram histogram;
    std::optional<PlotBox> good, defective;
    if (scores && !m_choice.pixels) {
        m_histogram = workflow::histogramOf(*scores, kBins).orThrow();
        histogram = {m_histogram.low, m_histogram.high, m_histogram.good, m_histogram.defective};
        good = boxOf(*scores, false);
        defective = boxOf(*scores, true);
    }
    m_distribution->setEmptyText(
        m_choice.pixels ? tr("Of single pixels only densities and curves are kept.") : QString());
    m_distribution->setDistribution(histogram, good, defective);
}

std::vector<store::Variant> PlotBoard::variantsInOrder() const
{
    std::vector<store::Variant> order = {m_choice.variant};
    if (m_choice.category)
        for (const auto &[variant, scores] : m_choice.category->scores)
            if (variant != m_choice.variant)
                order.push_back(variant);
    return order;
}

QString PlotBoard::curveName(store::Variant variant) const
{
    const auto kind = CurveKind(m_curveKind->currentIndex());
    std::optional<double> area;
    if (!m_choice.pixels) {
        const auto &metrics = m_choice.category->scores.at(variant).metrics;
        area = kind == Roc ? metrics.auroc.value : metrics.averagePrecision.value;
    } else if (m_choice.metrics) {
        const auto found = m_choice.metrics->methods.find(store::toString(variant));
        if (found != m_choice.metrics->methods.end())
            area = kind == Roc               ? found->second.pixelAuroc.value
                   : kind == PrecisionRecall ? found->second.pixelAp.value
                                             : found->second.auPro.value;
    }
    const auto name = variantText(variant);
    return area ? tr("%1 %2").arg(name, percentText(*area)) : name;
}

void PlotBoard::showCurves()
{
    std::vector<PlotCurve> shown;
    const auto kind = CurveKind(m_curveKind->currentIndex());
    for (const auto variant :
         m_choice.category ? variantsInOrder() : std::vector<store::Variant>()) {
        workflow::CurvePoints points;
        if (m_choice.pixels) {
            if (const auto found = m_choice.category->pixels.find(variant);
                found != m_choice.category->pixels.end())
                points = kind == Roc               ? found->second.roc
                         : kind == PrecisionRecall ? found->second.precisionRecall
                                                   : found->second.pro;
        } else if (const auto found = m_choice.category->scores.find(variant);
                   found != m_choice.category->scores.end()) {
            const auto &metrics = found->second.metrics;
            points = pointsOf(kind == Roc ? metrics.roc : metrics.precisionRecall);
        }
        if (!points.x.empty())
            shown.push_back({curveName(variant), std::move(points.x), std::move(points.y),
                             variant != m_choice.variant, colourOf(variant)});
    }
    // The operating point lies on the first curve: without the chosen one there is none.
    m_curves->setEmptyText(
        !m_choice.category ? QString()
        : !m_choice.pixels ? tr("A curve needs good and defective pictures.")
        : m_choice.category->name.empty()
            ? tr("Pixel curves are kept for each category: choose one on the left.")
            : tr("No pixel curves: the test set has no masks."));
    m_curves->setCurves(shown);
    if (kind == PrecisionRecall)
        m_curves->setLabels(tr("recall"), tr("precision"));
    else
        m_curves->setLabels(tr("false positive rate"),
                            kind == Roc ? tr("recall") : tr("overlap per region"));
}

void PlotBoard::fillCurveKinds()
{
    const QSignalBlocker quiet(m_curveKind);
    const int kind = m_curveKind->currentIndex();
    m_curveKind->clear();
    m_curveKind->addItems({tr("ROC"), tr("Precision and recall")});
    if (m_choice.pixels)
        m_curveKind->addItem(tr("PRO"));
    m_curveKind->setCurrentIndex(kind >= 0 && kind < m_curveKind->count() ? kind : Roc);
}

void PlotBoard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlotBoard::retranslate()
{
    m_distributionTitle->setText(tr("Scores of the pictures"));
    m_curveTitle->setText(tr("Curves"));
    m_curveTitle->setToolTip(
        tr("The number is the area under the curve in per cent; of PRO up to a "
           "false positive rate of 0.3"));
    m_matrixTitle->setText(tr("At the threshold"));
    m_densities->setLabels(tr("score"), tr("density"));
    m_densities->setAccessibleName(tr("Densities of the scores"));
    m_densities->setToolTip(tr("Drag the line or click to move the threshold"));
    m_distribution->setLabels(tr("score"), tr("pictures"));
    m_distribution->setNames(tr("good"), tr("defective"));
    m_distribution->setAccessibleName(tr("Histogram and boxes of the scores"));
    m_distribution->setToolTip(tr("Click a bar to see its pictures; drag the line to move the "
                                  "threshold"));
    m_curves->setAccessibleName(tr("Curves with the operating point"));
    m_curves->setToolTip(tr("Click the solid curve, or drag the point along it, to move the "
                            "threshold"));
    m_curveKind->setAccessibleName(tr("Kind of curve"));
    setChoice(m_choice);
    setThreshold(m_threshold);
}

} // namespace cf::ui
