#include "ui/annotate/outline_tool.h"

#include "ui/annotate/annotation_canvas.h"
#include "ui/annotate/shape_geometry.h"

#include <QLineF>
#include <QPainter>

namespace cf::ui {

using annotation::Shape;
using annotation::ShapeKind;

namespace {

constexpr double kFirstCorner = 5.0; // logical pixels
constexpr double kSmallestBox = 1.0; // of the picture's pixels a side: less was a click

QPointF pointOf(const cv::Point2d &point)
{
    return {point.x, point.y};
}

} // namespace

void PolygonTool::press(const ToolInput &input)
{
    m_pointer = input.inImage;
    m_modifiers = input.modifiers;
    if (m_ring.size() >= 3 &&
        QLineF(input.inImage, pointOf(m_ring.front())).length() <= m_canvas.reachInImage()) {
        close(input.modifiers);
        return;
    }
    m_ring.emplace_back(input.inImage.x(), input.inImage.y());
    m_canvas.update();
}

void PolygonTool::hover(const ToolInput &input)
{
    m_pointer = input.inImage;
    if (!m_ring.empty())
        m_canvas.update();
}

void PolygonTool::doubleClick(const ToolInput &input)
{
    if (m_ring.size() >= 3) // its first click has set the corner
        close(input.modifiers);
}

bool PolygonTool::finish()
{
    if (m_ring.size() < 3)
        return false;
    close(m_modifiers);
    return true;
}

void PolygonTool::close(Qt::KeyboardModifiers modifiers)
{
    Shape shape;
    shape.kind = ShapeKind::Polygon;
    shape.label = m_canvas.editor()->label();
    shape.points = std::exchange(m_ring, {});
    m_canvas.editor()->addOutline(tr("polygon"), std::move(shape), combineOf(modifiers));
    m_canvas.update();
}

bool PolygonTool::cancel()
{
    return !std::exchange(m_ring, {}).empty();
}

bool PolygonTool::removeLast()
{
    if (m_ring.empty())
        return false;
    m_ring.pop_back();
    m_canvas.update();
    return true;
}

void PolygonTool::paint(QPainter &painter, const DeviceFrame &frame, const QRect &) const
{
    if (m_ring.empty())
        return;
    QPolygonF line;
    for (const auto &point : m_ring)
        line << frame.toDevice(pointOf(point));
    line << frame.toDevice(m_pointer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3.5 * frame.ratio));
    painter.drawPolyline(line);
    painter.setPen(
        QPen(m_canvas.lookOf(m_canvas.editor()->label()).colour.lighter(130), 1.8 * frame.ratio));
    painter.drawPolyline(line);
    painter.setPen(QPen(Qt::black, frame.ratio));
    painter.setBrush(Qt::white);
    const double radius = kFirstCorner * frame.ratio;
    painter.drawEllipse(line.front(), radius, radius);
    for (qsizetype i = 1; i + 1 < line.size(); ++i)
        painter.drawEllipse(line[i], radius / 2, radius / 2);
}

QString PolygonTool::hint() const
{
    return tr("Click corner by corner; Enter or a double click closes, Backspace takes the last "
              "corner back, Esc cancels. Alt cuts the outline out of the selected shape.");
}

void BoxTool::press(const ToolInput &input)
{
    m_isDrawing = true;
    m_from = m_to = input.inImage;
}

void BoxTool::drag(const ToolInput &input)
{
    m_to = input.inImage;
    m_canvas.update();
}

Shape BoxTool::shape() const
{
    Shape box;
    box.kind = m_kind == ToolKind::Ellipse ? ShapeKind::Ellipse : ShapeKind::Rectangle;
    box.label = m_canvas.editor()->label();
    box.points = {{m_from.x(), m_from.y()}, {m_to.x(), m_to.y()}};
    return box;
}

void BoxTool::release(const ToolInput &input)
{
    if (!m_isDrawing)
        return;
    m_isDrawing = false;
    m_to = input.inImage;
    const QRectF box = boundsOf(shape());
    if (box.width() >= kSmallestBox && box.height() >= kSmallestBox)
        m_canvas.editor()->addOutline(m_kind == ToolKind::Ellipse ? tr("ellipse") : tr("rectangle"),
                                      shape(), combineOf(input.modifiers));
    m_canvas.update();
}

bool BoxTool::cancel()
{
    return std::exchange(m_isDrawing, false);
}

void BoxTool::paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const
{
    if (m_isDrawing)
        paintShape(painter, frame, shape(), m_canvas.lookOf(m_canvas.editor()->label()), clip);
}

QString BoxTool::hint() const
{
    return m_kind == ToolKind::Ellipse
               ? tr("Drag from corner to corner of the box around the ellipse; Esc cancels. Alt "
                    "cuts "
                    "it out of the selected shape.")
               : tr("Drag from corner to corner; Esc cancels. Alt cuts the rectangle out of the "
                    "selected shape.");
}

} // namespace cf::ui
