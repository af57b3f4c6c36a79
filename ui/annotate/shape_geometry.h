#pragma once

#include "core/annotation/annotation.h"

#include <QPainterPath>
#include <QPointF>

#include <array>
#include <optional>

/// Where shapes are, for those who draw and take hold of them. In pixels of the picture.
namespace cf::ui {

annotation::Shape moved(const annotation::Shape &shape, double dx, double dy);

/// The outline and its holes, filled by the even-odd rule; empty for a mask. Lines and points of a
/// marker as open lines.
QPainterPath pathOf(const annotation::Shape &shape);

/// Whether the point is in the shape, or no further than `reach` from its outline.
bool isAt(const annotation::Shape &shape, QPointF point, double reach);

/// A corner of a polygon or one of its holes.
struct CornerRef
{
    int ring = -1; ///< -1: the outline, else a hole
    int index = 0;
    bool operator==(const CornerRef &) const = default;
};

annotation::Ring &ringOf(annotation::Shape &shape, int ring);
const annotation::Ring &ringOf(const annotation::Shape &shape, int ring);
/// The nearest corner no further than `reach`; of rectangles and ellipses those of their box, in
/// order around it.
std::optional<CornerRef> cornerAt(const annotation::Shape &shape, QPointF point, double reach);
/// The corner that the edge no further than `reach` begins with; polygons only.
std::optional<CornerRef> edgeAt(const annotation::Shape &shape, QPointF point, double reach);

/// The shape with that corner elsewhere; the opposite one of a box stays.
annotation::Shape withCornerAt(const annotation::Shape &shape, CornerRef corner, QPointF point);
/// None where three corners are left: a hole then goes, an outline stays.
std::optional<annotation::Shape> withoutCorner(const annotation::Shape &shape, CornerRef corner);

/// `whole` with a hole, where it can have one as a drawing: a polygon or rectangle, and an outline
/// that lies wholly inside of it, clear of the holes that are there. None: only pixels can be taken
/// away.
std::optional<annotation::Shape> withHole(const annotation::Shape &whole,
                                          const annotation::Shape &hole);

/// The four corners of a box of two opposite ones, in order around it.
std::array<cv::Point2d, 4> boxCorners(const annotation::Shape &box);

} // namespace cf::ui
