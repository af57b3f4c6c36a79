#pragma once

#include "core/annotation/annotation.h"

namespace cf::annotation {

/// Size and form of one connected area. Pixels are squares of side 1: a single one is 1 long, 1
/// wide and has area 1.
struct RegionShape
{
    double areaPx = 0;       ///< marked pixels
    cv::Rect box;            ///< in the picture, upright
    cv::Point2d centre;      ///< centre of mass, in the picture; (0.5, 0.5) is the first pixel's
    double lengthPx = 0;     ///< longer side of the smallest rectangle around it, at any angle
    double widthPx = 0;      ///< its shorter side
    double angleDegrees = 0; ///< of the longer side against the x axis, anticlockwise; 0..180, 180
                             ///< exclusive. Says little where both sides are about as long.
    double solidity = 0;     ///< area over that of its convex hull, 0..1; 1 = no dent, no hole
    double circularity = 0;  ///< area over that of the smallest circle around it, 0..1

    /// Length over width, 1 or more.
    double elongation() const { return lengthPx / widthPx; }
};

/// area  one of areasOf(); with at least one marked pixel
RegionShape shapeOf(const Patch &area);

} // namespace cf::annotation
