#pragma once

#include <QPainterPath>
#include <QPoint>

#include <opencv2/core/mat.hpp>

namespace cf::ui {

/// Told apart without colour, and both seen on any ground.
enum class OutlineStyle {
    Solid,  ///< a light line just inside the region and a dark one around it
    Dashed, ///< one line around the region, light and dark in turn; leaves all of the region free
};

/// Draws the edge of a region on device pixels: always as wide, whatever the zoom, and never lost,
/// however small the region. A region that leaves the picture is not closed there.
/// inside   CV_8UC1, 0 or 255
/// target   CV_8UC4 of the same size
/// anchor   where dashes start, so that they stay with a picture that is moved
void drawOutline(const cv::Mat &inside, OutlineStyle style, double devicePixelRatio, QPoint anchor,
                 cv::Mat &target);

/// The edges of a region as closed lines in logical pixels, along its outermost device pixels.
/// inside   CV_8UC1, not zero inside; empty gives an empty path
/// origin   of `inside` in the view's device pixels
QPainterPath outlineOf(const cv::Mat &inside, QPoint origin, double devicePixelRatio);

} // namespace cf::ui
