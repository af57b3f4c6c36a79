#include "ui/plots/size_plot.h"

#include "ui/plots/plot_colours.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr float kBarAlpha = 0.45F;
constexpr float kChosenAlpha = 0.25F;
constexpr int kFewDecades = 2; // up to here 2 and 5 times a power of ten are named too

QSharedPointer<QCPAxisTicker> decades(double low, double high)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const bool isFine = high - low <= kFewDecades;
    for (int power = int(std::floor(low)); power <= int(std::ceil(high)); ++power)
        for (const double digit : {1.0, 2.0, 5.0}) {
            if (digit > 1 && !isFine)
                continue;
            const double size = digit * std::pow(10.0, power);
            ticker->addTick(std::log10(size),
                            QLocale().toString(size, 'f', power < 0 ? -power : 0));
        }
    return ticker;
}

} // namespace

SizePlot::SizePlot(QWidget *parent)
    : PlotFrame(parent), m_bars(new QCPBars(plot().xAxis, plot().yAxis)),
      m_mark(new QCPItemRect(&plot()))
{
    m_mark->setPen(Qt::NoPen);
    m_mark->setVisible(false);
    for (auto *position : {m_mark->topLeft, m_mark->bottomRight}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        position->setAxisRect(plot().axisRect());
    }
    plot().axisRect()->setRangeDrag(Qt::Horizontal);
    plot().axisRect()->setRangeZoom(Qt::Horizontal);
    connect(&plot(), &QCustomPlot::mousePress, this, [this](const QMouseEvent *event) {
        if (event->button() == Qt::LeftButton && !isEmpty())
            m_pressed = event->pos();
    });
    connect(&plot(), &QCustomPlot::mouseRelease, this, [this](const QMouseEvent *event) {
        const auto pressed = std::exchange(m_pressed, {});
        if (!pressed ||
            (event->pos() - *pressed).manhattanLength() >= QApplication::startDragDistance())
            return;
        const double at = plot().xAxis->pixelToCoord(event->pos().x());
        if (at < m_low || at > m_high)
            return;
        const auto bins = m_counts.size();
        const auto bin = std::min(
            bins - 1, static_cast<std::size_t>((at - m_low) / (m_high - m_low) * double(bins)));
        choose(m_chosen == bin ? std::nullopt : std::optional(bin));
    });
    setEmpty(true);
    SizePlot::showColours();
}

void SizePlot::setLabels(const QString &size, const QString &count)
{
    setTitle(*plot().xAxis, size);
    setTitle(*plot().yAxis, count);
}

void SizePlot::setBins(double low, double high, const std::vector<std::uint64_t> &counts,
                       bool isLog10)
{
    m_low = low;
    m_high = high;
    m_counts = counts;
    QVector<double> places;
    for (std::size_t bin = 0; bin < counts.size(); ++bin)
        places.append((edge(bin) + edge(bin + 1)) / 2);
    m_bars->setWidth(counts.empty() ? 1 : edge(1) - edge(0));
    m_bars->setData(places, QVector<double>(counts.begin(), counts.end()), true);
    plot().xAxis->setTicker(isLog10 ? decades(low, high)
                                    : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    setChosenBin({});
    setEmpty(counts.empty());
    plot().legend->setVisible(false); // one kind of bar needs none
    showAll();
}

double SizePlot::edge(std::size_t bin) const
{
    return m_low + (m_high - m_low) * double(bin) / double(m_counts.size());
}

QPoint SizePlot::middleOf(std::size_t bin) const
{
    return plot().pos() +
           QPoint(qRound(plot().xAxis->coordToPixel((edge(bin) + edge(bin + 1)) / 2)),
                  plot().axisRect()->center().y());
}

void SizePlot::setChosenBin(std::optional<std::size_t> bin)
{
    m_chosen = bin;
    m_mark->setVisible(bin.has_value());
    if (bin) {
        m_mark->topLeft->setCoords(edge(*bin), 0.0);
        m_mark->bottomRight->setCoords(edge(*bin + 1), 1.0);
    }
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void SizePlot::choose(std::optional<std::size_t> bin)
{
    setChosenBin(bin);
    Q_EMIT binChosen(bin);
}

void SizePlot::showAll()
{
    if (m_counts.empty())
        return;
    const double margin = 0.02 * (m_high - m_low);
    plot().xAxis->setRange(m_low - margin, m_high + margin);
    plot().yAxis->setRange(0,
                           1.08 * double(std::max<std::uint64_t>(1, std::ranges::max(m_counts))));
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void SizePlot::showColours()
{
    PlotFrame::showColours();
    auto colour = populationColour(true, palette().color(QPalette::Base));
    m_bars->setPen(QPen(colour, 1.0));
    colour.setAlphaF(kBarAlpha);
    m_bars->setBrush(colour);
    auto mark = palette().color(QPalette::Highlight);
    mark.setAlphaF(kChosenAlpha);
    m_mark->setBrush(mark);
}

void SizePlot::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if (!m_counts.empty() && (left || event->key() == Qt::Key_Right)) {
        // To the next bar that has something, from the end if none is chosen.
        const int step = left ? -1 : 1, bins = int(m_counts.size());
        int at = m_chosen ? int(*m_chosen) + step : left ? bins - 1 : 0;
        while (at >= 0 && at < bins && m_counts[std::size_t(at)] == 0)
            at += step;
        if (at >= 0 && at < bins)
            choose(std::size_t(at));
    } else if (event->key() == Qt::Key_Escape && m_chosen) {
        choose({});
    } else {
        PlotFrame::keyPressEvent(event);
    }
}

} // namespace cf::ui
