#include "ui/inspect/map_legend.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr double kBarHeight = 8.0; // logical pixels, as all here
constexpr double kGap = 10.0;
constexpr int kLeastWidth = 60;

QString numberText(float value)
{
    // As many digits as the eye can compare, and no "-0".
    const double rounded = std::abs(value) < 5e-7F ? 0.0 : static_cast<double>(value);
    return QLocale().toString(rounded, 'g', 4);
}

QLinearGradient gradientOf(imaging::ColourMap colours, const QRectF &bar)
{
    constexpr int kStops = 33;
    cv::Mat steps(1, kStops, CV_32FC1);
    for (int i = 0; i < kStops; ++i)
        steps.at<float>(0, i) = static_cast<float>(i);
    const cv::Mat bgr = imaging::colourise(steps, 0.0F, kStops - 1.0F, colours);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i < kStops; ++i) {
        const auto &colour = bgr.at<cv::Vec3b>(0, i);
        gradient.setColorAt(i / (kStops - 1.0), QColor(colour[2], colour[1], colour[0]));
    }
    return gradient;
}

} // namespace

double legendHeight(const QFontMetricsF &metrics)
{
    return std::ceil(kBarHeight + 3.0 + metrics.height());
}

void paintLegend(QPainter &painter, const QRectF &area, const LegendEntry &entry,
                 const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QRectF bar(area.left() + 0.5, area.top() + 1.5, area.width() - 1.0, kBarHeight - 2.0);
    painter.setPen(QPen(text, 1.0));
    painter.setBrush(gradientOf(entry.colours, bar));
    painter.drawRect(bar);
    painter.setBrush(Qt::NoBrush);
    const auto &[low, high, threshold] = entry.scale;
    if (threshold && *threshold > low && *threshold < high) {
        const double x =
            bar.left() + bar.width() * static_cast<double>((*threshold - low) / (high - low));
        painter.setPen(QPen(palette.color(QPalette::Window), 4.0));
        painter.drawLine(QPointF(x, bar.top() - 1.0), QPointF(x, bar.bottom() + 1.0));
        painter.setPen(QPen(text, 2.0));
        painter.drawLine(QPointF(x, bar.top() - 1.0), QPointF(x, bar.bottom() + 2.0));
    }
    painter.setPen(text);
    const QFontMetricsF metrics(painter.font());
    const QRectF line(area.left(), area.top() + kBarHeight + 2.0, area.width(), metrics.height());
    const auto lowText = numberText(low);
    const auto highText = numberText(high);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, lowText);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, highText);
    const double taken =
        std::max(metrics.horizontalAdvance(lowText), metrics.horizontalAdvance(highText)) +
        kGap / 2;
    const QRectF middle = line.adjusted(taken, 0, -taken, 0);
    painter.drawText(middle, Qt::AlignCenter,
                     metrics.elidedText(entry.unit, Qt::ElideRight, middle.width()));
}

MapLegend::MapLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MapLegend::setEntries(const std::vector<LegendEntry> &entries)
{
    m_entries = entries;
    QStringList told;
    for (const auto &entry : entries)
        told += tr("%1, from %2 to %3")
                    .arg(entry.unit, numberText(entry.scale.low), numberText(entry.scale.high)) +
                (entry.scale.threshold
                     ? tr(", outlined from %1").arg(numberText(*entry.scale.threshold))
                     : QString());
    setAccessibleName(tr("Scale"));
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    setToolTip(told.join(QLatin1Char('\n')));
    update();
}

void MapLegend::setNotes(const QStringList &notes)
{
    m_notes = notes;
    update();
}

QSize MapLegend::sizeHint() const
{
    return {kLeastWidth, static_cast<int>(legendHeight(QFontMetricsF(font())))};
}

void MapLegend::paintEvent(QPaintEvent *)
{
    if (m_entries.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto count = static_cast<double>(m_entries.size());
    const double each = (width() - kGap * (count - 1.0)) / count;
    double left = 0.0;
    for (qsizetype i = 0; i < static_cast<qsizetype>(m_entries.size()); ++i) {
        auto entry = m_entries[static_cast<std::size_t>(i)];
        if (i < m_notes.size())
            entry.unit = m_notes[i];
        paintLegend(painter, QRectF(left, 0, each, height()), entry, palette());
        left += each + kGap;
    }
}

void MapLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
}

} // namespace cf::ui
