#include "ui/plots/density_plot.h"

#include "ui/plots/plot_colours.h"

#include <algorithm>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr float kFillAlpha = 0.18F;
constexpr double kLogDecades = 1e-4; // of the peak: what lies below is no longer seen

} // namespace

DensityPlot::DensityPlot(QWidget *parent) : ScorePlot(parent)
{
    placeLegendAbove();
    addLine(plot().xAxis, plot().yAxis);
    DensityPlot::showColours();
}

void DensityPlot::setLabels(const QString &score, const QString &density)
{
    setTitle(*plot().xAxis, score);
    setTitle(*plot().yAxis, density);
}

void DensityPlot::setDensities(const std::vector<PlotDensity> &densities)
{
    m_densities = densities;
    showDensities();
}

void DensityPlot::showDensities()
{
    const auto ground = palette().color(QPalette::Base);
    plot().clearGraphs();
    for (const auto &entry : m_densities) {
        auto *graph = plot().addGraph();
        graph->setName(entry.name);
        const auto colour = populationColour(entry.defective, ground);
        graph->setPen(QPen(colour, 1.8, entry.dashed ? Qt::DashLine : Qt::SolidLine));
        auto fill = colour;
        fill.setAlphaF(kFillAlpha);
        if (!entry.dashed)
            graph->setBrush(fill);
        graph->setData(QVector<double>(entry.score.begin(), entry.score.end()),
                       QVector<double>(entry.density.begin(), entry.density.end()), true);
    }
    setEmpty(m_densities.empty());
    if (!isZoomed())
        showAll();
}

void DensityPlot::showAll()
{
    plot().xAxis->rescale();
    double peak = 0.0;
    for (const auto &entry : m_densities)
        for (const double density : entry.density)
            peak = std::max(peak, density);
    if (peak > 0.0)
        plot().yAxis->setRange(isLogarithmic() ? peak * kLogDecades : 0.0, peak * 1.08);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void DensityPlot::showColours()
{
    ScorePlot::showColours();
    showDensities();
}

void DensityPlot::clicked(double score)
{
    if (threshold())
        Q_EMIT thresholdMoved(score);
}

} // namespace cf::ui
