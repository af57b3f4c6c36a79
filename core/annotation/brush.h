#pragma once

#include "core/annotation/annotation.h"

namespace cf::annotation {

/// The part of a picture that a round brush covers on its straight way between two points.
cv::Rect strokeBox(cv::Point2d from, cv::Point2d to, double radiusPx, cv::Size imageSize);

/// Sets the pixels whose centres are no further than `radiusPx` from the straight way between two
/// points of the picture.
/// mask    CV_8UC1, its upper left pixel at `maskAt` of the picture; what lies beside it is left
/// out value   255 to mark, 0 to erase
void paintStroke(cv::Mat &mask, cv::Point maskAt, cv::Point2d from, cv::Point2d to, double radiusPx,
                 std::uint8_t value);

} // namespace cf::annotation
