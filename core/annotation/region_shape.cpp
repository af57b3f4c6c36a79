#include "core/annotation/region_shape.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace cf::annotation {

namespace {

constexpr double kHalfTurn = 180.0;

/// The outer corners of the first and the last marked pixel of every row: their hull is that of all
/// pixels. In the patch, as integers, so that no corner is rounded.
std::vector<cv::Point> outerCorners(const cv::Mat &mask)
{
    std::vector<cv::Point> corners;
    for (int y = 0; y < mask.rows; ++y) {
        const auto *row = mask.ptr<std::uint8_t>(y);
        const auto *end = row + mask.cols;
        const auto isMarked = [](std::uint8_t pixel) { return pixel != 0; };
        const auto *first = std::find_if(row, end, isMarked);
        if (first == end)
            continue;
        const auto *last = end - 1;
        while (!isMarked(*last))
            --last;
        for (const int below : {0, 1}) {
            corners.emplace_back(static_cast<int>(first - row), y + below);
            corners.emplace_back(static_cast<int>(last - row) + 1, y + below);
        }
    }
    return corners;
}

/// The smallest rectangle around a hull: one of its sides lies on a side of the hull. Exact for
/// rectangles of pixels, where cv::minAreaRect() is off by its single precision.
void measureRectangle(const std::vector<cv::Point> &hull, RegionShape &shape)
{
    double least = -1;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const cv::Point2d side = hull[(i + 1) % hull.size()] - hull[i];
        const double norm = std::hypot(side.x, side.y);
        const cv::Point2d along(side.x / norm, side.y / norm);
        double lowAlong = 0, highAlong = 0, lowAcross = 0, highAcross = 0;
        for (const auto &corner : hull) {
            const cv::Point2d from = corner - hull[i];
            const double a = from.x * along.x + from.y * along.y;
            const double c = from.x * along.y - from.y * along.x;
            lowAlong = std::min(lowAlong, a);
            highAlong = std::max(highAlong, a);
            lowAcross = std::min(lowAcross, c);
            highAcross = std::max(highAcross, c);
        }
        const double alongPx = highAlong - lowAlong, acrossPx = highAcross - lowAcross;
        if (least >= 0 && alongPx * acrossPx >= least)
            continue;
        least = alongPx * acrossPx;
        shape.lengthPx = std::max(alongPx, acrossPx);
        shape.widthPx = std::min(alongPx, acrossPx);
        const auto longer = alongPx >= acrossPx ? along : cv::Point2d(-along.y, along.x);
        // y points down, angles go anticlockwise.
        const double angle = std::atan2(-longer.y, longer.x) * kHalfTurn / std::numbers::pi;
        shape.angleDegrees = std::fmod(angle + 2 * kHalfTurn, kHalfTurn);
    }
}

} // namespace

RegionShape shapeOf(const Patch &area)
{
    RegionShape shape;
    const auto moments = cv::moments(area.mask, /*binaryImage=*/true);
    shape.areaPx = moments.m00;
    shape.centre = cv::Point2d(area.place.x + moments.m10 / moments.m00 + 0.5,
                               area.place.y + moments.m01 / moments.m00 + 0.5);
    shape.box = cv::boundingRect(area.mask) + area.place.tl();
    std::vector<cv::Point> hull;
    cv::convexHull(outerCorners(area.mask), hull);
    measureRectangle(hull, shape);
    shape.solidity = shape.areaPx / cv::contourArea(hull);
    cv::Point2f middle;
    float radius = 0;
    cv::minEnclosingCircle(hull, middle, radius);
    shape.circularity =
        std::min(1.0, shape.areaPx / (std::numbers::pi * static_cast<double>(radius) * radius));
    return shape;
}

} // namespace cf::annotation
