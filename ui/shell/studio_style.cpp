#include "ui/shell/studio_style.h"

#include <QPainter>
#include <QPainterPath>
#include <QSlider>
#include <QStyleOption>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr double kCornerPx = 2.5;
constexpr double kMarkPx = 1.8;
constexpr int kRowAirPx = 4;
constexpr int kButtonAirPx = 12;
constexpr int kLeastTickGapPx = 3; // closer ones would be a line

/// On, partly on, or off; `frame` is what the box is drawn in while it is not on.
void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const auto &colours = option.palette;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isChosen = option.state & QStyle::State_Selected; // within a row of that colour
    auto frame = colours.color(isChosen ? QPalette::HighlightedText : QPalette::PlaceholderText);
    auto fill = colours.color(QPalette::Base);
    auto mark = colours.color(QPalette::Text);
    if (!isEnabled) {
        frame = colours.color(QPalette::Mid);
        mark = colours.color(QPalette::Disabled, QPalette::Text);
    } else if (isOn && !isChosen) {
        frame = fill = colours.color(QPalette::Highlight);
        mark = colours.color(QPalette::HighlightedText);
    } else if (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken) && !isChosen) {
        frame = colours.color(QPalette::Highlight);
    }
    const double side = std::min(option.rect.width(), option.rect.height()) - 1.0;
    QRectF box(0.0, 0.0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frame, 1.2));
    painter.setBrush(fill);
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), kCornerPx, kCornerPx);
    const auto at = [&](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    painter.setPen(QPen(mark, kMarkPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_NoChange) {
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (option.state & QStyle::State_On) {
        QPainterPath tick(at(0.25, 0.52));
        tick.lineTo(at(0.43, 0.70));
        tick.lineTo(at(0.76, 0.32));
        painter.drawPath(tick);
    }
    painter.restore();
}

/// A line around what is written or listed in, in the colour of the palette's lines.
void drawFrame(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(option.palette.color(hasFocus ? QPalette::Highlight : QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0);
    painter.restore();
}

/// Where Fusion draws them, in the colour of faint words.
void drawTicks(const QStyleOptionSlider &slider, QPainter &painter, const QStyle &style,
               const QWidget *widget)
{
    const bool isLevel = slider.orientation == Qt::Horizontal;
    const int length = style.pixelMetric(QStyle::PM_SliderLength, &slider, widget);
    const int tick = style.pixelMetric(QStyle::PM_SliderTickmarkOffset, &slider, widget);
    const int room = (isLevel ? slider.rect.width() : slider.rect.height()) - length;
    const int step =
        std::max({1, slider.tickInterval > 0 ? slider.tickInterval : slider.pageStep,
                  (slider.maximum - slider.minimum) * kLeastTickGapPx / std::max(1, room)});
    painter.save();
    painter.translate(slider.rect.topLeft());
    painter.setPen(slider.palette.color(QPalette::PlaceholderText));
    for (int value = slider.minimum; value <= slider.maximum; value += step) {
        const int at = length / 2 + QStyle::sliderPositionFromValue(slider.minimum, slider.maximum,
                                                                    value, room, slider.upsideDown);
        const int far = isLevel ? slider.rect.height() - 1 : slider.rect.width() - 1;
        const auto draw = [&](int from, int to) {
            if (isLevel)
                painter.drawLine(at, from, at, to);
            else
                painter.drawLine(from, at, to, at);
        };
        if (slider.tickPosition & QSlider::TicksAbove)
            draw(1, tick - 1);
        if (slider.tickPosition & QSlider::TicksBelow)
            draw(far - tick + 1, far - 1);
    }
    painter.restore();
}

} // namespace

StudioStyle::StudioStyle() : QProxyStyle(QStringLiteral("fusion"))
{
    setObjectName(QStringLiteral("studio"));
}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    const bool isDark = option->palette.color(QPalette::Window).lightness() < 128;
    if (element == PE_IndicatorCheckBox) {
        drawCheckBox(*option, *painter);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (isDark && (element == PE_FrameLineEdit || element == PE_Frame))
            drawFrame(*option, *painter);
    }
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_Slider || !slider || !(slider->subControls & SC_SliderTickmarks)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    auto withoutTicks = *slider;
    withoutTicks.subControls &= ~SC_SliderTickmarks;
    drawTicks(*slider, *painter, *proxy(), widget);
    QProxyStyle::drawComplexControl(control, &withoutTicks, painter, widget);
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &contents, const QWidget *widget) const
{
    const auto fitted = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ItemViewItem || type == CT_HeaderSection)
        return fitted + QSize(0, kRowAirPx);
    if (type == CT_PushButton)
        return fitted + QSize(kButtonAirPx, 0);
    return fitted;
}

} // namespace cf::ui
