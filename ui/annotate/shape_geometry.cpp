#include "ui/annotate/shape_geometry.h"

#include "core/annotation/rasterise.h"

#include <QLineF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace cf::ui {

using annotation::Ring;
using annotation::Shape;
using annotation::ShapeKind;

namespace {

QPolygonF polygonOf(const Ring &ring)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(ring.size()));
    for (const auto &point : ring)
        polygon << QPointF(point.x, point.y);
    return polygon;
}

double distanceToEdge(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double squared = QPointF::dotProduct(along, along);
    const double share =
        squared > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / squared, 0.0, 1.0) : 0.0;
    return QLineF(point, a + share * along).length();
}

QPointF pointOf(const cv::Point2d &point)
{
    return {point.x, point.y};
}

bool isNearEdge(const Ring &ring, QPointF point, double reach, bool closed)
{
    const std::size_t edges = closed ? ring.size() : ring.size() - 1;
    for (std::size_t i = 0; i < edges; ++i)
        if (distanceToEdge(point, pointOf(ring[i]), pointOf(ring[(i + 1) % ring.size()])) <= reach)
            return true;
    return false;
}

bool isNearEdges(const Shape &shape, QPointF point, double reach)
{
    if (shape.kind == ShapeKind::Rectangle || shape.kind == ShapeKind::Ellipse) {
        const Ring ring = shape.kind == ShapeKind::Rectangle ? annotation::rectangleOutline(shape)
                                                             : annotation::ellipseOutline(shape);
        return isNearEdge(ring, point, reach, true);
    }
    const bool closed = shape.kind == ShapeKind::Polygon;
    if (!closed && shape.points.size() == 1)
        return QLineF(point, pointOf(shape.points.front())).length() <= reach;
    return isNearEdge(shape.points, point, reach, closed) ||
           std::any_of(shape.holes.begin(), shape.holes.end(),
                       [&](const Ring &hole) { return isNearEdge(hole, point, reach, true); });
}

bool isInMask(const Shape &shape, QPointF point)
{
    const int x = static_cast<int>(std::floor(point.x())) - shape.maskAt.x;
    const int y = static_cast<int>(std::floor(point.y())) - shape.maskAt.y;
    return x >= 0 && y >= 0 && x < shape.mask.cols && y < shape.mask.rows &&
           shape.mask.at<std::uint8_t>(y, x) != 0;
}

} // namespace

Shape moved(const Shape &shape, double dx, double dy)
{
    Shape other = shape;
    const cv::Point2d by(dx, dy);
    for (auto &point : other.points)
        point += by;
    for (auto &hole : other.holes)
        for (auto &point : hole)
            point += by;
    other.maskAt += cv::Point(static_cast<int>(std::lround(dx)), static_cast<int>(std::lround(dy)));
    return other;
}

QPainterPath pathOf(const Shape &shape)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const cv::Rect2d box = shape.kind == ShapeKind::Mask ? cv::Rect2d() : annotation::boxOf(shape);
    switch (shape.kind) {
    case ShapeKind::Polygon:
        path.addPolygon(polygonOf(shape.points));
        path.closeSubpath();
        for (const Ring &hole : shape.holes) {
            path.addPolygon(polygonOf(hole));
            path.closeSubpath();
        }
        break;
    case ShapeKind::Rectangle:
        path.addRect(box.x, box.y, box.width, box.height);
        break;
    case ShapeKind::Ellipse:
        path.addEllipse(QRectF(box.x, box.y, box.width, box.height));
        break;
    case ShapeKind::Marker:
        path.addPolygon(polygonOf(shape.points));
        break;
    case ShapeKind::Mask:
        break;
    }
    return path;
}

bool isAt(const Shape &shape, QPointF point, double reach)
{
    if (shape.kind == ShapeKind::Mask)
        return isInMask(shape, point);
    return (shape.kind != ShapeKind::Marker && pathOf(shape).contains(point)) ||
           isNearEdges(shape, point, reach);
}

Ring &ringOf(Shape &shape, int ring)
{
    return ring < 0 ? shape.points : shape.holes[static_cast<std::size_t>(ring)];
}

const Ring &ringOf(const Shape &shape, int ring)
{
    return ring < 0 ? shape.points : shape.holes[static_cast<std::size_t>(ring)];
}

std::array<cv::Point2d, 4> boxCorners(const Shape &box)
{
    const cv::Rect2d sides = annotation::boxOf(box);
    const double right = sides.x + sides.width;
    const double bottom = sides.y + sides.height;
    return {{{sides.x, sides.y}, {right, sides.y}, {right, bottom}, {sides.x, bottom}}};
}

std::optional<CornerRef> cornerAt(const Shape &shape, QPointF point, double reach)
{
    std::optional<CornerRef> found;
    double nearest = reach;
    const auto look = [&](const cv::Point2d &corner, CornerRef ref) {
        const double distance = QLineF(point, pointOf(corner)).length();
        if (distance <= nearest) {
            nearest = distance;
            found = ref;
        }
    };
    if (shape.kind == ShapeKind::Rectangle || shape.kind == ShapeKind::Ellipse) {
        const auto corners = boxCorners(shape);
        for (int i = 0; i < 4; ++i)
            look(corners[static_cast<std::size_t>(i)], {-1, i});
        return found;
    }
    if (shape.kind == ShapeKind::Mask)
        return found;
    for (int ring = -1; ring < static_cast<int>(shape.holes.size()); ++ring) {
        const Ring &points = ringOf(shape, ring);
        for (std::size_t i = 0; i < points.size(); ++i)
            look(points[i], {ring, static_cast<int>(i)});
    }
    return found;
}

std::optional<CornerRef> edgeAt(const Shape &shape, QPointF point, double reach)
{
    std::optional<CornerRef> found;
    if (shape.kind != ShapeKind::Polygon)
        return found;
    double nearest = reach;
    for (int ring = -1; ring < static_cast<int>(shape.holes.size()); ++ring) {
        const Ring &points = ringOf(shape, ring);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double distance =
                distanceToEdge(point, pointOf(points[i]), pointOf(points[(i + 1) % points.size()]));
            if (distance <= nearest) {
                nearest = distance;
                found = CornerRef{ring, static_cast<int>(i)};
            }
        }
    }
    return found;
}

Shape withCornerAt(const Shape &shape, CornerRef corner, QPointF point)
{
    Shape other = shape;
    const cv::Point2d place(point.x(), point.y());
    if (shape.kind == ShapeKind::Rectangle || shape.kind == ShapeKind::Ellipse)
        other.points = {boxCorners(shape)[static_cast<std::size_t>((corner.index + 2) % 4)], place};
    else
        ringOf(other, corner.ring)[static_cast<std::size_t>(corner.index)] = place;
    return other;
}

std::optional<Shape> withoutCorner(const Shape &shape, CornerRef corner)
{
    if (shape.kind != ShapeKind::Polygon)
        return std::nullopt;
    Shape other = shape;
    Ring &points = ringOf(other, corner.ring);
    if (points.size() > 3)
        points.erase(points.begin() + corner.index);
    else if (corner.ring >= 0)
        other.holes.erase(other.holes.begin() + corner.ring);
    else
        return std::nullopt;
    return other;
}

std::optional<Shape> withHole(const Shape &whole, const Shape &hole)
{
    const bool canHave = whole.kind == ShapeKind::Polygon || whole.kind == ShapeKind::Rectangle;
    // An ellipse as a ring is not quite the same pixels.
    if (!canHave || (hole.kind != ShapeKind::Polygon && hole.kind != ShapeKind::Rectangle) ||
        !hole.holes.empty())
        return std::nullopt;
    const QPainterPath outer = pathOf(whole); // with its holes
    const QPainterPath inner = pathOf(hole);
    if (!outer.contains(inner) ||
        std::any_of(whole.holes.begin(), whole.holes.end(), [&](const Ring &other) {
            QPainterPath path;
            path.addPolygon(polygonOf(other));
            path.closeSubpath();
            return path.intersects(inner);
        }))
        return std::nullopt;
    Shape holed = whole;
    if (whole.kind == ShapeKind::Rectangle) {
        holed.points = annotation::rectangleOutline(whole);
        holed.kind = ShapeKind::Polygon;
    }
    holed.holes.push_back(hole.kind == ShapeKind::Rectangle ? annotation::rectangleOutline(hole)
                                                            : hole.points);
    return holed;
}

} // namespace cf::ui
