#include "ui/plots/operating_plot.h"

#include "ui/plots/plot_colours.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr double kGrabPx = 24.0;
constexpr double kMarkerPx = 10.0;

} // namespace

OperatingPlot::OperatingPlot(QWidget *parent)
    : CurvePlot(parent), m_marker(new QCPItemTracer(&plot()))
{
    const auto layer = QStringLiteral("point");
    plot().addLayer(layer);
    plot().layer(layer)->setMode(QCPLayer::lmBuffered); // moves without drawing the curves again
    m_marker->setLayer(layer);
    m_marker->setStyle(QCPItemTracer::tsCircle);
    m_marker->setSize(kMarkerPx);
    m_marker->setVisible(false);
    setUnitSquare();
    connect(&plot(), &QCustomPlot::mousePress, this, [this](const QMouseEvent *event) {
        const auto near = nearest(event->position());
        m_dragging = event->button() == Qt::LeftButton && near && near->distancePx <= kGrabPx;
        if (!m_dragging)
            return;
        plot().setInteraction(QCP::iRangeDrag, false);
        Q_EMIT pointChosen(near->index, true);
    });
    connect(&plot(), &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        const auto near = nearest(event->position());
        if (m_dragging && near)
            Q_EMIT pointChosen(near->index, true);
        else if (event->buttons() == Qt::NoButton)
            plot().setCursor(near && near->distancePx <= kGrabPx ? Qt::PointingHandCursor
                                                                 : Qt::ArrowCursor);
    });
    connect(&plot(), &QCustomPlot::mouseRelease, this, [this](const QMouseEvent *event) {
        const auto near = nearest(event->position());
        if (m_dragging && near)
            Q_EMIT pointChosen(near->index, false);
        m_dragging = false;
        plot().setInteraction(QCP::iRangeDrag, true);
    });
    OperatingPlot::showColours();
}

void OperatingPlot::setPoint(std::optional<QPointF> point)
{
    m_point = point;
    m_marker->setVisible(point.has_value());
    if (point)
        m_marker->position->setCoords(*point);
    m_marker->layer()->replot();
}

QPointF OperatingPlot::toWidget(const QPointF &point) const
{
    return QPointF(plot().xAxis->coordToPixel(point.x()), plot().yAxis->coordToPixel(point.y())) +
           plot().pos();
}

std::optional<OperatingPlot::Nearest> OperatingPlot::nearest(const QPointF &positionPx) const
{
    if (!m_point || curves().empty())
        return std::nullopt;
    const auto &curve = curves().front();
    std::optional<Nearest> best;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        const double distance = std::hypot(plot().xAxis->coordToPixel(curve.x[i]) - positionPx.x(),
                                           plot().yAxis->coordToPixel(curve.y[i]) - positionPx.y());
        if (!best || distance < best->distancePx)
            best = Nearest{i, distance};
    }
    return best;
}

void OperatingPlot::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    const bool moves = left || event->key() == Qt::Key_Right;
    const auto at = moves && m_point ? nearest(toWidget(*m_point) - plot().pos()) : std::nullopt;
    if (!at) {
        CurvePlot::keyPressEvent(event);
        return;
    }
    const auto last = curves().front().x.size() - 1;
    const auto here = at->index;
    if (left ? here > 0 : here < last)
        Q_EMIT pointChosen(left ? here - 1 : here + 1, false);
}

void OperatingPlot::showColours()
{
    CurvePlot::showColours();
    const auto ground = palette().color(QPalette::Base);
    m_marker->setPen(QPen(palette().color(QPalette::Text), 2.0));
    m_marker->setBrush(ground);
}

} // namespace cf::ui
