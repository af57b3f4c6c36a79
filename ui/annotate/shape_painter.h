#pragma once

#include "core/annotation/packed_mask.h"
#include "ui/annotate/class_look.h"
#include "ui/image/view_geometry.h"

#include <QRect>

class QPainter;

namespace cf::ui {

/// From pixels of the picture to device pixels of what is drawn on.
struct DeviceFrame
{
    double zoom = 1.0;  ///< device pixels per pixel of the picture
    QPoint origin;      ///< the picture's corner in device pixels
    double ratio = 1.0; ///< device pixels per logical pixel: lines are as wide on every screen

    static DeviceFrame of(const ViewGeometry &geometry);
    QPointF toDevice(QPointF inImage) const { return inImage * zoom + origin; }
    QPointF toImage(QPointF inDevice) const { return (inDevice - origin) / zoom; }
    /// The device pixels that a shape in this part of the picture may colour, lines included.
    QRect coveredBy(const QRectF &inImage) const;
    /// The part of the picture whose shapes may colour these device pixels.
    QRectF seenIn(const QRect &inDevice) const;
};

/// Draws a shape as its class looks: see-through hatch, a dark line and on it one in the class's
/// colour and dashes. The painter works in device pixels.
/// clip  nothing beside it needs to be drawn
void paintShape(QPainter &painter, const DeviceFrame &frame, const annotation::Shape &shape,
                const ClassLook &look, const QRect &clip);

/// The same for pixels that are no shape yet, or not any more.
void paintPixels(QPainter &painter, const DeviceFrame &frame, const annotation::Patch &patch,
                 const ClassLook &look, const QRect &clip);

} // namespace cf::ui
