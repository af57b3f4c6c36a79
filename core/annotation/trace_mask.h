#pragma once

#include "core/annotation/annotation.h"

namespace cf::annotation {

/// Polygons with holes along the borders of a mask's pixels: rasterise() gives exactly the mask.
/// Pixels that touch at a corner only belong to different polygons.
/// mask     CV_8UC1, not 0 = inside
/// returns  one shape per connected area, from top to bottom, corners only
std::vector<Shape> traceMask(const cv::Mat &mask, const std::string &label);

/// The marked pixels as a shape that holds no more than their box. Empty without marked pixels.
/// mask  CV_8UC1 of a whole picture, not 0 = inside
std::optional<Shape> maskShape(const cv::Mat &mask, const std::string &label);

/// Outline and holes in one ring: each hole hangs on a slit of no width, whose two sides cancel by
/// the even-odd rule, so that rasterise() gives the same pixels. For formats without holes.
Ring withSlits(const Shape &polygon);

} // namespace cf::annotation
