#include "ui/plots/score_plot.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr double kGrabPx = 6.0;
constexpr double kStepsPerRange = 200.0; // of the keys
constexpr double kBigStep = 10.0;

} // namespace

ScorePlot::ScorePlot(QWidget *parent) : PlotFrame(parent), m_logarithmic(new QAction(this))
{
    plot().addLayer(lineLayer());
    plot().layer(lineLayer())->setMode(QCPLayer::lmBuffered);
    m_logarithmic->setCheckable(true);
    addAction(m_logarithmic);
    connect(m_logarithmic, &QAction::toggled, this, &ScorePlot::setLogarithmic);
    connect(&plot(), &QCustomPlot::mousePress, this,
            [this](const QMouseEvent *event) { press(*event); });
    connect(&plot(), &QCustomPlot::mouseMove, this,
            [this](const QMouseEvent *event) { move(*event); });
    connect(&plot(), &QCustomPlot::mouseRelease, this,
            [this](const QMouseEvent *event) { release(*event); });
    ScorePlot::retranslate();
}

const QString &ScorePlot::lineLayer() const
{
    static const QString name = QStringLiteral("threshold");
    return name;
}

void ScorePlot::addLine(QCPAxis *scores, QCPAxis *other)
{
    Lines lines{{}, scores, other};
    for (auto *&item : lines.items) {
        item = new QCPItemStraightLine(&plot());
        item->setLayer(lineLayer());
        for (auto *position : {item->point1, item->point2}) {
            position->setTypeX(QCPItemPosition::ptPlotCoords);
            position->setTypeY(QCPItemPosition::ptAxisRectRatio);
            position->setAxes(scores, other);
            position->setAxisRect(scores->axisRect());
        }
        item->setClipAxisRect(scores->axisRect());
        item->setVisible(false);
    }
    m_lines.push_back(lines);
    scores->axisRect()->setRangeDrag(Qt::Horizontal);
    scores->axisRect()->setRangeZoom(Qt::Horizontal);
}

void ScorePlot::setThreshold(std::optional<double> threshold)
{
    setLine(0, threshold);
}

void ScorePlot::setUpperThreshold(std::optional<double> threshold)
{
    setLine(1, threshold);
}

void ScorePlot::setLine(std::size_t which, std::optional<double> threshold)
{
    m_thresholds[which] = threshold;
    for (const auto &lines : m_lines) {
        auto *item = lines.items[which];
        item->setVisible(threshold && std::isfinite(*threshold));
        if (item->visible()) {
            item->point1->setCoords(*threshold, 0.0);
            item->point2->setCoords(*threshold, 1.0);
        }
    }
    repaintLine();
}

void ScorePlot::repaintLine()
{
    plot().layer(lineLayer())->replot();
}

void ScorePlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic->setChecked(logarithmic);
    auto *axis = m_lines.front().other;
    axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        axis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    else
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    axis->setNumberFormat(QString::fromLatin1(logarithmic ? "eb" : "gb"));
    axis->setNumberPrecision(logarithmic ? 0 : 6);
    showScale();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

bool ScorePlot::isLogarithmic() const
{
    return m_logarithmic->isChecked();
}

double ScorePlot::scoreToX(double score) const
{
    return plot().x() + m_lines.front().scores->coordToPixel(score);
}

std::optional<std::size_t> ScorePlot::lineAt(double x) const
{
    std::optional<std::size_t> nearest;
    double least = kGrabPx;
    for (std::size_t which = 0; which < m_thresholds.size(); ++which) {
        if (!m_thresholds[which])
            continue;
        const double lineX = m_lines.front().scores->coordToPixel(*m_thresholds[which]);
        const double away = std::abs(lineX - x);
        // Of two at one place the lower is to the left and the upper to the right.
        if (away < least || (away == least && (!nearest || x > lineX))) {
            nearest = which;
            least = away;
        }
    }
    return nearest;
}

void ScorePlot::moved(std::size_t which, double threshold)
{
    if (which == 0)
        Q_EMIT thresholdMoved(threshold);
    else
        Q_EMIT upperThresholdMoved(threshold);
}

void ScorePlot::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || isEmpty())
        return;
    m_pressed = event.pos();
    m_dragged = lineAt(event.position().x());
    if (m_dragged) // or the ground would move with the line
        plot().setInteraction(QCP::iRangeDrag, false);
}

void ScorePlot::move(const QMouseEvent &event)
{
    if (!m_pressed)
        plot().setCursor(lineAt(event.position().x()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    else if (m_dragged)
        moved(*m_dragged, m_lines.front().scores->pixelToCoord(event.position().x()));
}

void ScorePlot::release(const QMouseEvent &event)
{
    if (!m_pressed)
        return;
    const bool moved =
        (event.pos() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!moved && !m_dragged)
        clicked(m_lines.front().scores->pixelToCoord(event.position().x()));
    m_pressed.reset();
    m_dragged.reset();
    plot().setInteraction(QCP::iRangeDrag, true);
}

void ScorePlot::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    const std::size_t which = event->modifiers().testFlag(Qt::ControlModifier) ? 1 : 0;
    if ((!left && event->key() != Qt::Key_Right) || !m_thresholds[which]) {
        PlotFrame::keyPressEvent(event);
        return;
    }
    const double step = m_lines.front().scores->range().size() / kStepsPerRange *
                        (event->modifiers().testFlag(Qt::ShiftModifier) ? kBigStep : 1.0);
    moved(which, *m_thresholds[which] + (left ? -step : step));
}

void ScorePlot::showColours()
{
    PlotFrame::showColours();
    for (const auto &lines : m_lines)
        for (std::size_t which = 0; which < lines.items.size(); ++which)
            lines.items[which]->setPen(QPen(palette().color(QPalette::Text), 1.6,
                                            which == 0 ? Qt::SolidLine : Qt::DashLine));
}

void ScorePlot::retranslate()
{
    PlotFrame::retranslate();
    m_logarithmic->setText(tr("&Logarithmic axis"));
}

} // namespace cf::ui
