#include "ui/plots/curve_plot.h"

#include "ui/plots/plot_colours.h"

#include <algorithm>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr std::size_t kFewPoints = 30; // marked one by one: a single one has no line

} // namespace

CurvePlot::CurvePlot(QWidget *parent) : PlotFrame(parent), m_mark(new QCPItemStraightLine(&plot()))
{
    placeLegendAbove();
    for (auto *position : {m_mark->point1, m_mark->point2}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_mark->setVisible(false);
    CurvePlot::showColours();
}

void CurvePlot::setLabels(const QString &x, const QString &y)
{
    setTitle(*plot().xAxis, x);
    setTitle(*plot().yAxis, y);
}

void CurvePlot::setMark(std::optional<double> x)
{
    if (m_markedX == x)
        return;
    m_markedX = x;
    showMark();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::showMark()
{
    m_mark->setVisible(m_markedX && !isEmpty());
    m_mark->point1->setCoords(m_markedX.value_or(0.0), 0.0);
    m_mark->point2->setCoords(m_markedX.value_or(0.0), 1.0);
    m_mark->setPen(QPen(palette().color(QPalette::PlaceholderText), 1.5));
}

void CurvePlot::setWholeSteps()
{
    const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(1.0);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    plot().xAxis->setTicker(ticker);
    plot().xAxis->setSubTicks(false);
}

void CurvePlot::setUnitSquare()
{
    m_unitSquare = true;
    showCurves();
}

void CurvePlot::setUnitHeight()
{
    m_unitHeight = true;
    showCurves();
}

void CurvePlot::setCurves(const std::vector<PlotCurve> &curves)
{
    m_curves = curves;
    showCurves();
}

void CurvePlot::showCurves()
{
    const auto ground = palette().color(QPalette::Base);
    plot().clearGraphs();
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const auto &curve = m_curves[i];
        auto *graph = plot().addGraph();
        graph->setName(curve.name);
        QPen pen(curveColour(curve.colour == PlotCurve::kByPlace ? i : curve.colour, ground), 1.8);
        pen.setStyle(curve.dashed ? Qt::DashLine : Qt::SolidLine);
        graph->setPen(pen);
        if (!m_unitSquare && !curve.dashed && curve.x.size() <= kFewPoints)
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6.0));
        // Equal x (the steps of a ROC) must keep their order, which sorting anew would not.
        graph->setData(QVector<double>(curve.x.begin(), curve.x.end()),
                       QVector<double>(curve.y.begin(), curve.y.end()),
                       std::is_sorted(curve.x.begin(), curve.x.end()));
    }
    setEmpty(m_curves.empty());
    showMark();
    if (!isZoomed())
        showAll();
}

void CurvePlot::showAll()
{
    if (m_unitSquare) {
        plot().xAxis->setRange(-0.02, 1.02);
        plot().yAxis->setRange(-0.02, 1.04);
    } else {
        plot().rescaleAxes();
        plot().yAxis->scaleRange(1.1, plot().yAxis->range().center());
        plot().xAxis->scaleRange(1.04, plot().xAxis->range().center()); // whole discs and marks
    }
    if (m_unitHeight)
        plot().yAxis->setRange(-0.02, 1.04);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::showColours()
{
    PlotFrame::showColours();
    showCurves();
}

} // namespace cf::ui
