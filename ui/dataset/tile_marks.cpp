#include "ui/dataset/tile_marks.h"

#include <QPainter>
#include <QPixmap>

namespace cf::ui {

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor blue(bool onDark)
{
    return onDark ? QColor(86, 180, 233) : QColor(0, 114, 178);
}

QColor vermilion(bool onDark)
{
    return onDark ? QColor(255, 140, 70) : QColor(213, 94, 0);
}

constexpr QRgb kOrange = 0xffe69f00;

QPolygonF diamondIn(const QRectF &place)
{
    return QPolygonF({{place.center().x(), place.top()},
                      {place.right(), place.center().y()},
                      {place.center().x(), place.bottom()},
                      {place.left(), place.center().y()}});
}

} // namespace

void drawLabelMark(QPainter &painter, const QRectF &place, dataset::Label label, QColor colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (label) {
    case dataset::Label::Normal:
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case dataset::Label::Defect:
        painter.drawPolygon(diamondIn(place.adjusted(-0.5, -0.5, 0.5, 0.5)));
        break;
    case dataset::Label::Unknown:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.6));
        painter.drawEllipse(place.adjusted(1.2, 1.2, -1.2, -1.2));
        break;
    }
    painter.restore();
}

QColor labelColour(dataset::Label label, const QPalette &palette)
{
    switch (label) {
    case dataset::Label::Normal:
        return blue(isDark(palette));
    case dataset::Label::Defect:
        return vermilion(isDark(palette));
    case dataset::Label::Unknown:
        break;
    }
    return palette.color(QPalette::PlaceholderText);
}

void drawSeverityMark(QPainter &painter, const QRectF &place, dataset::Severity severity,
                      const QPalette &palette)
{
    const bool onDark = isDark(palette);
    const QPointF centre = place.center();
    const double side = place.width();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto sign = [&](const QColor &ink, double top, double bottom, double dot) {
        painter.setPen(QPen(ink, side / 8.0, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(centre.x(), place.top() + top * side),
                         QPointF(centre.x(), place.top() + bottom * side));
        painter.drawPoint(QPointF(centre.x(), place.top() + dot * side));
    };
    painter.setPen(Qt::NoPen);
    switch (severity) {
    case dataset::Severity::Note:
        painter.setBrush(blue(onDark));
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5));
        sign(onDark ? Qt::black : Qt::white, 0.48, 0.75, 0.26);
        break;
    case dataset::Severity::Warning: {
        painter.setBrush(QColor(kOrange));
        painter.setPen(
            QPen(QColor(0, 0, 0, 110), 1.0, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF({{centre.x(), place.top() + 0.5},
                                       {place.right() - 0.5, place.bottom() - 0.5},
                                       {place.left() + 0.5, place.bottom() - 0.5}}));
        sign(Qt::black, 0.38, 0.62, 0.82);
        break;
    }
    case dataset::Severity::Serious: {
        painter.setBrush(vermilion(onDark));
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), side / 6.0, side / 6.0);
        painter.setPen(
            QPen(onDark ? Qt::black : Qt::white, side / 8.0, Qt::SolidLine, Qt::RoundCap));
        const double arm = side * 0.2;
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
        break;
    }
    }
    painter.restore();
}

QIcon severityIcon(dataset::Severity severity, const QPalette &palette, int sidePx)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(sidePx * scale, sidePx * scale);
        pixmap.fill(Qt::transparent);
        pixmap.setDevicePixelRatio(scale);
        QPainter painter(&pixmap);
        drawSeverityMark(painter, QRectF(1, 1, sidePx - 2, sidePx - 2), severity, palette);
        painter.end();
        icon.addPixmap(pixmap);
        icon.addPixmap(pixmap, QIcon::Selected); // else the style tints it
    }
    return icon;
}

} // namespace cf::ui
