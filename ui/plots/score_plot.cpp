#include "ui/plots/score_plot.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

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
    auto *item = new QCPItemStraightLine(&plot());
    item->setLayer(lineLayer());
    for (auto *position : {item->point1, item->point2}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        position->setAxes(scores, other);
        position->setAxisRect(scores->axisRect());
    }
    item->setClipAxisRect(scores->axisRect());
    item->setVisible(false);
    m_lines.push_back({item, scores, other});
    scores->axisRect()->setRangeDrag(Qt::Horizontal);
    scores->axisRect()->setRangeZoom(Qt::Horizontal);
}

void ScorePlot::setThreshold(std::optional<double> threshold)
{
    m_threshold = threshold;
    for (const auto &line : m_lines) {
        line.item->setVisible(threshold.has_value());
        if (threshold) {
            line.item->point1->setCoords(*threshold, 0.0);
            line.item->point2->setCoords(*threshold, 1.0);
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

bool ScorePlot::isNearLine(double x) const
{
    return m_threshold &&
           std::abs(m_lines.front().scores->coordToPixel(*m_threshold) - x) <= kGrabPx;
}

void ScorePlot::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || isEmpty())
        return;
    m_pressed = event.pos();
    m_dragging = isNearLine(event.position().x());
    if (m_dragging) // or the ground would move with the line
        plot().setInteraction(QCP::iRangeDrag, false);
}

void ScorePlot::move(const QMouseEvent &event)
{
    if (!m_pressed)
        plot().setCursor(isNearLine(event.position().x()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    else if (m_dragging)
        Q_EMIT thresholdMoved(m_lines.front().scores->pixelToCoord(event.position().x()));
}

void ScorePlot::release(const QMouseEvent &event)
{
    if (!m_pressed)
        return;
    const bool moved =
        (event.pos() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!moved && !m_dragging)
        clicked(m_lines.front().scores->pixelToCoord(event.position().x()));
    m_pressed.reset();
    m_dragging = false;
    plot().setInteraction(QCP::iRangeDrag, true);
}

void ScorePlot::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if ((!left && event->key() != Qt::Key_Right) || !m_threshold) {
        PlotFrame::keyPressEvent(event);
        return;
    }
    const double step = m_lines.front().scores->range().size() / kStepsPerRange *
                        (event->modifiers().testFlag(Qt::ShiftModifier) ? kBigStep : 1.0);
    Q_EMIT thresholdMoved(*m_threshold + (left ? -step : step));
}

void ScorePlot::showColours()
{
    PlotFrame::showColours();
    for (const auto &line : m_lines)
        line.item->setPen(QPen(palette().color(QPalette::Text), 1.6));
}

void ScorePlot::retranslate()
{
    PlotFrame::retranslate();
    m_logarithmic->setText(tr("&Logarithmic axis"));
}

} // namespace cf::ui
