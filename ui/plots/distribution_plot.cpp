#include "ui/plots/distribution_plot.h"

#include "ui/plots/plot_colours.h"

#include <QKeyEvent>

#include <algorithm>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr float kFillAlpha = 0.45F;
constexpr float kMarkAlpha = 0.25F;
constexpr double kLogFloor = 0.5; // below one picture
constexpr double kLinesPerBox = 1.3;

QColor faint(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

DistributionPlot::DistributionPlot(QWidget *parent)
    : ScorePlot(parent), m_boxRect(new QCPAxisRect(&plot())),
      m_good(new QCPBars(plot().xAxis, plot().yAxis)),
      m_defective(new QCPBars(plot().xAxis, plot().yAxis)), m_mark(new QCPItemRect(&plot()))
{
    placeLegendAbove();
    addBoxes();
    addLine(plot().xAxis, plot().yAxis);
    addLine(m_boxRect->axis(QCPAxis::atBottom), m_boxRect->axis(QCPAxis::atLeft));
    plot().xAxis->setTickLabels(false);
    m_mark->setLayer(lineLayer());
    m_mark->setVisible(false);
    m_mark->setPen(Qt::NoPen);
    for (auto *position : {m_mark->topLeft, m_mark->bottomRight}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        position->setAxisRect(plot().axisRect());
    }
    DistributionPlot::showColours();
}

void DistributionPlot::addBoxes()
{
    auto *scores = m_boxRect->axis(QCPAxis::atBottom);
    auto *rows = m_boxRect->axis(QCPAxis::atLeft);
    plot().plotLayout()->addElement(plot().plotLayout()->rowCount(), 0, m_boxRect);
    m_boxRect->setMinimumMargins(plot().axisRect()->minimumMargins());
    const int heightPx = qRound(2 * kLinesPerBox * fontMetrics().height()); // without its axis
    m_boxRect->setMinimumSize(0, heightPx);
    m_boxRect->setMaximumSize(QWIDGETSIZE_MAX, heightPx);
    auto *margins = new QCPMarginGroup(&plot());
    for (auto *rect : {plot().axisRect(), m_boxRect})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    for (auto *axis : m_boxRect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    const auto boxOf = [&] {
        auto *box = new QCPStatisticalBox(rows, scores);
        box->setWidth(0.6);
        box->removeFromLegend();
        return box;
    };
    m_goodBox = boxOf();
    m_defectiveBox = boxOf();
    rows->setRange(-0.5, 1.5);
    rows->setSubTicks(false);
    rows->grid()->setPen(Qt::NoPen);
    using Range = const QCPRange &;
    connect(plot().xAxis, qOverload<Range>(&QCPAxis::rangeChanged), scores,
            qOverload<Range>(&QCPAxis::setRange));
    connect(scores, qOverload<Range>(&QCPAxis::rangeChanged), plot().xAxis,
            qOverload<Range>(&QCPAxis::setRange));
}

void DistributionPlot::setLabels(const QString &score, const QString &count)
{
    setTitle(*m_boxRect->axis(QCPAxis::atBottom), score);
    setTitle(*plot().yAxis, count);
}

void DistributionPlot::setNames(const QString &good, const QString &defective)
{
    m_good->setName(good);
    m_defective->setName(defective);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->addTick(1.0, good);
    ticker->addTick(0.0, defective);
    m_boxRect->axis(QCPAxis::atLeft)->setTicker(ticker);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void DistributionPlot::setDistribution(const PlotHistogram &histogram,
                                       const std::optional<PlotBox> &good,
                                       const std::optional<PlotBox> &defective)
{
    m_histogram = histogram;
    m_boxOfGood = good;
    m_boxOfDefective = defective;
    const auto bins = histogram.good.size();
    const double width = bins == 0 ? 1.0 : (histogram.high - histogram.low) / double(bins);
    QVector<double> places;
    for (std::size_t bin = 0; bin < bins; ++bin)
        places.append(histogram.low + (double(bin) + 0.5) * width);
    const auto fill = [&](QCPBars &bars, const std::vector<std::uint64_t> &counts) {
        bars.setWidth(width);
        bars.setData(places, QVector<double>(counts.begin(), counts.end()), true);
    };
    fill(*m_good, histogram.good);
    fill(*m_defective, histogram.defective);
    showBoxes();
    setChosenBin({});
    setEmpty(bins == 0);
    if (!isZoomed())
        showAll();
}

void DistributionPlot::showBoxes()
{
    const auto show = [](QCPStatisticalBox &item, const std::optional<PlotBox> &box, double row) {
        item.data()->clear();
        if (box)
            item.addData(row, box->lowerWhisker, box->lowerQuartile, box->median,
                         box->upperQuartile, box->upperWhisker,
                         QVector<double>(box->outliers.begin(), box->outliers.end()));
    };
    show(*m_goodBox, m_boxOfGood, 1.0);
    show(*m_defectiveBox, m_boxOfDefective, 0.0);
}

std::optional<std::size_t> DistributionPlot::binAt(double score) const
{
    const auto bins = m_histogram.good.size();
    const double share = (score - m_histogram.low) / (m_histogram.high - m_histogram.low);
    if (bins == 0 || !(share >= 0.0 && share <= 1.0))
        return std::nullopt;
    return std::min(bins - 1, static_cast<std::size_t>(share * double(bins)));
}

void DistributionPlot::setChosenBin(std::optional<std::size_t> bin)
{
    m_chosen = bin;
    m_mark->setVisible(bin.has_value());
    if (bin) {
        const double width = (m_histogram.high - m_histogram.low) / double(m_histogram.good.size());
        m_mark->topLeft->setCoords(m_histogram.low + double(*bin) * width, 0.0);
        m_mark->bottomRight->setCoords(m_histogram.low + double(*bin + 1) * width, 1.0);
    }
    repaintLine();
}

void DistributionPlot::showAll()
{
    if (m_histogram.good.empty())
        return;
    const double margin = 0.02 * (m_histogram.high - m_histogram.low);
    plot().xAxis->setRange(m_histogram.low - margin, m_histogram.high + margin);
    std::uint64_t most = 1;
    for (const auto *counts : {&m_histogram.good, &m_histogram.defective})
        for (const auto count : *counts)
            most = std::max(most, count);
    plot().yAxis->setRange(isLogarithmic() ? kLogFloor : 0.0,
                           double(most) * (isLogarithmic() ? 1.5 : 1.08));
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void DistributionPlot::showColours()
{
    ScorePlot::showColours();
    const auto ground = palette().color(QPalette::Base);
    const auto text = palette().color(QPalette::Text);
    for (const bool defective : {false, true}) {
        const auto colour = populationColour(defective, ground);
        auto *bars = defective ? m_defective : m_good;
        bars->setPen(QPen(colour, 1.0));
        bars->setBrush(faint(colour, kFillAlpha));
        auto *box = defective ? m_defectiveBox : m_goodBox;
        box->setPen(QPen(colour, 1.4));
        box->setBrush(faint(colour, kFillAlpha));
        box->setMedianPen(QPen(text, 2.0));
        box->setWhiskerPen(QPen(colour, 1.4));
        box->setWhiskerBarPen(QPen(colour, 1.4));
        box->setOutlierStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1.2), Qt::NoBrush, 4.0));
    }
    m_mark->setBrush(faint(palette().color(QPalette::Highlight), kMarkAlpha));
}

void DistributionPlot::clicked(double score)
{
    if (const auto bin = binAt(score))
        Q_EMIT binChosen(*bin);
}

void DistributionPlot::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && threshold())
        clicked(*threshold());
    else
        ScorePlot::keyPressEvent(event);
}

} // namespace cf::ui
