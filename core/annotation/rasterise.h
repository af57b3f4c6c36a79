#pragma once

#include "core/annotation/annotation.h"

namespace cf::annotation {

/// The pixels of a shape: those whose centre, (c + 0.5, r + 0.5), lies inside of it, on a left or
/// upper edge included, on a right or lower edge not. Outlines that cross themselves count by the
/// even-odd rule, and so do holes. Neighbouring shapes with a common edge thus share no pixel, an
/// outline on the borders of pixels gives exactly those pixels, and pycocotools gives the same up
/// to centres on the edge itself. (labelme draws its masks with the edge included, half a pixel
/// more on the right and below.) fails  BadData when the shape is damaged, see check(), or has so
/// many long edges that drawing it
///        would take minutes
Result<Patch> rasterisePatch(const Shape &shape, cv::Size imageSize);

/// The same as CV_8UC1 of `imageSize`; what lies outside of the picture is cut off.
Result<cv::Mat> rasterise(const Shape &shape, cv::Size imageSize);

/// All shapes together, as MVTec masks have it. fails  likewise
Result<cv::Mat> rasterise(const Annotation &annotation);

/// The two corners' upright box, or all points' one: x and y of the least, width and height; for a
/// mask its marked pixels.
cv::Rect2d boxOf(const Shape &shape);

/// Polygon around an ellipse's box by `count` points, of the same area within 0.1 % for 72.
Ring ellipseOutline(const Shape &ellipse, int count = 72);
/// The four corners of a rectangle.
Ring rectangleOutline(const Shape &rectangle);

} // namespace cf::annotation
