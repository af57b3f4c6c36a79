// What the canvas draws over the picture.
#include "ui/annotate/annotation_canvas.h"
#include "ui/annotate/shape_geometry.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace cf::ui {

using annotation::Shape;
using annotation::ShapeKind;

namespace {

constexpr int kTileBudgetMs = 6; // of a frame
constexpr double kHandle = 7.0;  // logical pixels, as all here
constexpr double kCrosshairArm = 14.0;
constexpr int kNameWidth = 200;
constexpr double kLeastNamed = 24.0;     // smaller shapes have no name beside them
constexpr std::size_t kMostNamed = 120;  // with more in sight names would hide the picture
constexpr std::size_t kMostMarked = 300; // selected ones, with an outline of their own
constexpr std::size_t kMostHandles = 400;

/// Light on dark: seen on any ground.
void drawTwice(QPainter &painter, const QPainterPath &path, Qt::PenStyle style)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3.0));
    painter.drawPath(path);
    painter.setPen(QPen(Qt::white, 1.5, style));
    painter.drawPath(path);
}

} // namespace

void AnnotationCanvas::updatePart(const QRectF &inImage)
{
    const QRect device = frame().coveredBy(inImage);
    const double ratio = geometryOfView().devicePixelRatio();
    const QRect inView =
        QRectF(QPointF(device.topLeft()) / ratio, QSizeF(device.size()) / ratio).toAlignedRect();
    const int names = fontMetrics().height() + 8;
    update(inView.adjusted(-8, -names, kNameWidth, 8)); // handles and name, too
}

void AnnotationCanvas::paintEvent(QPaintEvent *event)
{
    ImageCanvas::paintEvent(event);
    if (!canDraw())
        return;
    QPainter painter(this);
    painter.setClipRegion(event->region());
    const double ratio = geometryOfView().devicePixelRatio();
    const QRect exposed = event->rect();
    const QRect clip =
        QRectF(QPointF(exposed.topLeft()) * ratio, QSizeF(exposed.size()) * ratio).toAlignedRect();
    painter.save();
    painter.scale(1.0 / ratio, 1.0 / ratio);
    const bool isComplete = m_tiles.paint(
        painter, frame(), clip,
        [this](QPainter &tile, const DeviceFrame &frame, const QRect &part) {
            paintShapes(tile, frame, part);
        },
        kTileBudgetMs);
    m_tool->paint(painter, frame(), clip);
    painter.restore();
    if (!isComplete)
        QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSelection(painter);
    paintNames(painter);
    paintBrush(painter);
    paintCrosshair(painter);
}

void AnnotationCanvas::paintShapes(QPainter &painter, const DeviceFrame &frame,
                                   const QRect &clip) const
{
    const auto &document = m_editor->document();
    for (const ShapeNumber number : document.shapesIn(frame.seenIn(clip))) {
        if (m_hidden.count(number))
            continue;
        const Shape &shape = document.shape(number);
        paintShape(painter, frame, shape, m_classes.lookOf(shape.label), clip);
    }
}

void AnnotationCanvas::paintNames(QPainter &painter) const
{
    const auto &document = m_editor->document();
    if (document.isCrowded(seenPart(), kMostNamed))
        return;
    const auto &geometry = geometryOfView();
    const QFontMetrics metrics = painter.fontMetrics();
    for (const ShapeNumber number : document.shapesIn(seenPart())) {
        const Shape &shape = document.shape(number);
        const QRectF box = boundsOf(shape);
        const QPointF at = geometry.toView(box.topLeft());
        const QPointF end = geometry.toView(box.bottomRight());
        const bool selected = m_editor->selection().count(number) != 0;
        if (m_hidden.count(number) ||
            (!selected && std::max(end.x() - at.x(), end.y() - at.y()) < kLeastNamed))
            continue;
        const QString text =
            metrics.elidedText(m_classes.textOf(shape.label), Qt::ElideRight, kNameWidth - 20);
        QRectF tag(at.x(), at.y() - metrics.height() - 4, metrics.horizontalAdvance(text) + 12,
                   metrics.height());
        tag.moveTop(std::max(tag.top(), 0.0));
        tag.moveLeft(std::max(tag.left(), 0.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(16, 16, 16, 200));
        painter.drawRoundedRect(tag, 2, 2);
        painter.fillRect(QRectF(tag.topLeft(), QSizeF(4, tag.height())),
                         m_classes.lookOf(shape.label).colour);
        painter.setPen(Qt::white);
        painter.drawText(tag.adjusted(8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    }
}

void AnnotationCanvas::paintSelection(QPainter &painter) const
{
    const auto &selection = m_editor->selection();
    const auto &document = m_editor->document();
    const auto &geometry = geometryOfView();
    const double scale = geometry.zoom() / geometry.devicePixelRatio();
    const QPointF origin = geometry.toView({0, 0});
    const QTransform toView(scale, 0, 0, scale, origin.x(), origin.y());
    std::size_t marked = 0;
    for (const ShapeNumber number : selection) {
        if (m_hidden.count(number) || ++marked > kMostMarked)
            continue;
        const Shape &shape = document.shape(number);
        QPainterPath path;
        if (shape.kind == ShapeKind::Mask)
            path.addRect(boundsOf(shape));
        else
            path = pathOf(shape);
        drawTwice(painter, toView.map(path), Qt::DashLine);
    }
    const auto only = m_editor->onlySelected();
    if (!only || m_hidden.count(*only) || tool() != ToolKind::Select)
        return;
    const Shape &shape = document.shape(*only);
    painter.setPen(QPen(Qt::black, 1.0));
    painter.setBrush(Qt::white);
    const auto handle = [&](const cv::Point2d &corner) {
        const QPointF at = geometry.toView({corner.x, corner.y});
        painter.drawRect(QRectF(at.x() - kHandle / 2, at.y() - kHandle / 2, kHandle, kHandle));
    };
    if (shape.kind == ShapeKind::Rectangle || shape.kind == ShapeKind::Ellipse)
        for (const auto &corner : boxCorners(shape))
            handle(corner);
    std::size_t corners = shape.points.size();
    for (const auto &hole : shape.holes)
        corners += hole.size();
    if ((shape.kind != ShapeKind::Polygon && shape.kind != ShapeKind::Marker) ||
        corners > kMostHandles)
        return;
    for (int ring = -1; ring < static_cast<int>(shape.holes.size()); ++ring)
        for (const auto &corner : ringOf(shape, ring))
            handle(corner);
}

QRect AnnotationCanvas::brushInView() const
{
    if (!m_pointerInView || (tool() != ToolKind::Brush && tool() != ToolKind::Eraser))
        return {};
    const double radius =
        m_brushPx / 2.0 * geometryOfView().zoom() / geometryOfView().devicePixelRatio() + 3.0;
    return QRectF(m_pointerInView->x() - radius, m_pointerInView->y() - radius, 2 * radius,
                  2 * radius)
        .toAlignedRect();
}

void AnnotationCanvas::paintBrush(QPainter &painter) const
{
    const bool isBrush = tool() == ToolKind::Brush || tool() == ToolKind::Eraser;
    const auto at =
        m_crosshair ? std::optional(geometryOfView().toView(*m_crosshair)) : m_pointerInView;
    if (!isBrush || !at)
        return;
    const double radius =
        m_brushPx / 2.0 * geometryOfView().zoom() / geometryOfView().devicePixelRatio();
    QPainterPath circle;
    circle.addEllipse(*at, radius, radius);
    drawTwice(painter, circle, tool() == ToolKind::Eraser ? Qt::DashLine : Qt::SolidLine);
}

void AnnotationCanvas::paintCrosshair(QPainter &painter) const
{
    if (!m_crosshair)
        return;
    const QPointF at = geometryOfView().toView(*m_crosshair);
    QPainterPath cross(at - QPointF(kCrosshairArm, 0));
    cross.lineTo(at + QPointF(kCrosshairArm, 0));
    cross.moveTo(at - QPointF(0, kCrosshairArm));
    cross.lineTo(at + QPointF(0, kCrosshairArm));
    drawTwice(painter, cross, Qt::SolidLine);
}

} // namespace cf::ui
