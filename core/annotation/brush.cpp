#include "core/annotation/brush.h"

#include <algorithm>
#include <cmath>

namespace cf::annotation {

namespace {

/// A row's share of a convex area, empty at first.
struct Span
{
    double from = 1e18;
    double to = -1e18;

    void add(double x)
    {
        from = std::min(from, x);
        to = std::max(to, x);
    }
};

void addDisc(Span &span, cv::Point2d centre, double radius, double y)
{
    const double up = y - centre.y;
    const double squared = radius * radius - up * up;
    if (squared < 0)
        return;
    const double half = std::sqrt(squared);
    span.add(centre.x - half);
    span.add(centre.x + half);
}

void addEdge(Span &span, cv::Point2d a, cv::Point2d b, double y)
{
    if (a.y > b.y)
        std::swap(a, b);
    if (y < a.y || y > b.y || a.y == b.y)
        return;
    span.add(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
}

} // namespace

cv::Rect strokeBox(cv::Point2d from, cv::Point2d to, double radiusPx, cv::Size imageSize)
{
    const auto side = [radiusPx](double a, double b, int most) {
        const double first = std::floor(std::min(a, b) - radiusPx);
        const double last = std::ceil(std::max(a, b) + radiusPx);
        return std::pair(static_cast<int>(std::clamp(first, 0.0, double(most))),
                         static_cast<int>(std::clamp(last, 0.0, double(most))));
    };
    const auto [left, right] = side(from.x, to.x, imageSize.width);
    const auto [top, bottom] = side(from.y, to.y, imageSize.height);
    return {left, top, right - left, bottom - top};
}

void paintStroke(cv::Mat &mask, cv::Point maskAt, cv::Point2d from, cv::Point2d to, double radiusPx,
                 std::uint8_t value)
{
    const cv::Point2d offset(maskAt);
    const cv::Point2d a = from - offset;
    const cv::Point2d b = to - offset;
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const cv::Point2d across =
        length > 0 ? cv::Point2d(a.y - b.y, b.x - a.x) * (radiusPx / length) : cv::Point2d(0, 0);
    const cv::Rect box = strokeBox(a, b, radiusPx, mask.size());
    for (int row = box.y; row < box.y + box.height; ++row) {
        // The way of a disc is convex: its ends and long sides bound each row.
        const double y = row + 0.5;
        Span span;
        addDisc(span, a, radiusPx, y);
        addDisc(span, b, radiusPx, y);
        addEdge(span, a + across, b + across, y);
        addEdge(span, a - across, b - across, y);
        if (span.from > span.to)
            continue;
        const int first = std::max(box.x, static_cast<int>(std::ceil(span.from - 0.5)));
        const int last =
            std::min(box.x + box.width, static_cast<int>(std::floor(span.to - 0.5)) + 1);
        if (first < last)
            std::fill(mask.ptr<std::uint8_t>(row) + first, mask.ptr<std::uint8_t>(row) + last,
                      value);
    }
}

} // namespace cf::annotation
