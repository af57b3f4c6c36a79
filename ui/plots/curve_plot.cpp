#include "ui/plots/curve_plot.h"

#include "ui/plots/plot_colours.h"

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr double kLegendStretch = 0.001; // no more room than it needs
constexpr int kLegendColumns = 3;
constexpr std::size_t kFewPoints = 30; // marked one by one: a single one has no line

} // namespace

CurvePlot::CurvePlot(QWidget *parent) : QWidget(parent), m_plot(new QCustomPlot)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->legend->setVisible(true);
    // Above the axes, where it covers no curve.
    auto *above = new QCPLayoutGrid;
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, above);
    m_plot->plotLayout()->setRowStretchFactor(0, kLegendStretch);
    above->addElement(0, 0, m_plot->legend);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setWrap(kLegendColumns);
    m_plot->legend->setBorderPen(Qt::NoPen);
    auto *empty = new QCPItemText(m_plot);
    empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    empty->position->setCoords(0.5, 0.5);
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_zoomed = true; });
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { m_zoomed = true; });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_zoomed = false;
        showAll();
    });
    showColours();
}

void CurvePlot::setLabels(const QString &x, const QString &y)
{
    m_plot->xAxis->setLabel(x);
    m_plot->yAxis->setLabel(y);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (auto *item = qobject_cast<QCPItemText *>(m_plot->item(0)))
        item->setText(m_plot->graphCount() == 0 ? m_emptyText : QString());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setWholeSteps()
{
    const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(1.0);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setSubTicks(false);
}

void CurvePlot::setCurves(const std::vector<PlotCurve> &curves)
{
    m_curves = curves;
    showCurves();
}

void CurvePlot::showCurves()
{
    const auto &curves = m_curves;
    const auto ground = palette().color(QPalette::Base);
    m_plot->clearGraphs();
    for (std::size_t i = 0; i < curves.size(); ++i) {
        auto *graph = m_plot->addGraph();
        graph->setName(curves[i].name);
        QPen pen(curveColour(i, ground), 1.8);
        pen.setStyle(curves[i].dashed ? Qt::DashLine : Qt::SolidLine);
        graph->setPen(pen);
        if (!curves[i].dashed && curves[i].x.size() <= kFewPoints)
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6.0));
        graph->setData(QVector<double>(curves[i].x.begin(), curves[i].x.end()),
                       QVector<double>(curves[i].y.begin(), curves[i].y.end()));
    }
    m_plot->legend->setVisible(!curves.empty());
    m_plot->xAxis->setVisible(!curves.empty());
    m_plot->yAxis->setVisible(!curves.empty());
    setEmptyText(m_emptyText);
    if (!m_zoomed)
        showAll();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::showAll()
{
    m_plot->rescaleAxes();
    m_plot->yAxis->scaleRange(1.1, m_plot->yAxis->range().center());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::showColours()
{
    applyPalette(*m_plot, palette());
    if (auto *item = qobject_cast<QCPItemText *>(m_plot->item(0)))
        item->setColor(palette().color(QPalette::PlaceholderText));
    showCurves();
}

void CurvePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showColours();
}

} // namespace cf::ui
