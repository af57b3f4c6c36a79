#include "core/annotation/rasterise.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::annotation {

namespace {

constexpr double kMostCrossings = 4e9; // of edges and rows: seconds, not minutes

/// The first pixel of a patch's side whose centre is not before `x`; `count` when all are.
int firstFrom(double x, int origin, int count)
{
    return static_cast<int>(
        std::clamp(std::ceil(x - 0.5) - origin, 0.0, static_cast<double>(count)));
}

double crossingsOf(const Ring &ring, const cv::Rect &place)
{
    double crossings = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i];
        const auto &b = ring[(i + 1) % ring.size()];
        crossings += firstFrom(std::max(a.y, b.y), place.y, place.height) -
                     firstFrom(std::min(a.y, b.y), place.y, place.height) + 1;
    }
    return crossings;
}

/// Marks in every row where an edge crosses the line of its centres; fillBetween() makes areas of
/// it.
void toggleEdges(const Ring &ring, Patch &patch)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto a = ring[i];
        auto b = ring[(i + 1) % ring.size()];
        if (a.y > b.y)
            std::swap(a, b);
        const auto &place = patch.place;
        const int last = firstFrom(b.y, place.y, place.height);
        for (int row = firstFrom(a.y, place.y, place.height); row < last; ++row) {
            const double y = place.y + row + 0.5;
            const double x = a.x + (y - a.y) * ((b.x - a.x) / (b.y - a.y));
            const int column = firstFrom(x, place.x, place.width);
            if (column < place.width)
                patch.mask.at<std::uint8_t>(row, column) ^= 255;
        }
    }
}

void fillBetween(cv::Mat &marks)
{
    for (int row = 0; row < marks.rows; ++row) {
        auto *pixel = marks.ptr<std::uint8_t>(row);
        for (int column = 1; column < marks.cols; ++column)
            pixel[column] ^= pixel[column - 1];
    }
}

void fillEllipse(const cv::Rect2d &box, Patch &patch)
{
    const cv::Point2d centre = {box.x + box.width / 2, box.y + box.height / 2};
    for (int row = 0; row < patch.place.height; ++row) {
        const double v = (patch.place.y + row + 0.5 - centre.y) / (box.height / 2);
        const double half = box.width / 2 * std::sqrt(std::max(0.0, 1 - v * v));
        const int from = firstFrom(centre.x - half, patch.place.x, patch.place.width);
        const int to = firstFrom(centre.x + half, patch.place.x, patch.place.width);
        auto *pixel = patch.mask.ptr<std::uint8_t>(row);
        std::fill(pixel + from, pixel + to, 255);
    }
}

/// The pixels that can have their centre in `box`, cut at the picture.
cv::Rect placeOf(const cv::Rect2d &box, cv::Size imageSize)
{
    const int left = firstFrom(box.x, 0, imageSize.width);
    const int top = firstFrom(box.y, 0, imageSize.height);
    return {left, top, firstFrom(box.x + box.width, 0, imageSize.width) - left,
            firstFrom(box.y + box.height, 0, imageSize.height) - top};
}

} // namespace

cv::Rect2d boxOf(const Shape &shape)
{
    if (shape.kind == ShapeKind::Mask) {
        const cv::Rect inMask = cv::boundingRect(shape.mask);
        return cv::Rect2d(inMask.x + shape.maskAt.x, inMask.y + shape.maskAt.y, inMask.width,
                          inMask.height);
    }
    if (shape.points.empty())
        return {};
    cv::Point2d least = shape.points.front();
    cv::Point2d most = least;
    for (const auto &point : shape.points) {
        least = {std::min(least.x, point.x), std::min(least.y, point.y)};
        most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    }
    return {least, most};
}

Ring rectangleOutline(const Shape &rectangle)
{
    const auto box = boxOf(rectangle);
    const double right = box.x + box.width;
    const double bottom = box.y + box.height;
    return {{box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}};
}

Ring ellipseOutline(const Shape &ellipse, int count)
{
    const auto box = boxOf(ellipse);
    const double step = 2 * std::numbers::pi / count;
    // A polygon on the ellipse would be smaller: this factor gives it the ellipse's area.
    const double grow = std::sqrt(step / std::sin(step));
    Ring ring;
    for (int i = 0; i < count; ++i)
        ring.emplace_back(box.x + box.width / 2 * (1 + grow * std::cos(i * step)),
                          box.y + box.height / 2 * (1 + grow * std::sin(i * step)));
    return ring;
}

Result<Patch> rasterisePatch(const Shape &shape, cv::Size imageSize)
{
    CF_RETURN_IF_ERROR(check(shape, imageSize));
    Patch patch;
    if (shape.kind == ShapeKind::Marker)
        return patch;
    if (shape.kind == ShapeKind::Mask) {
        patch.place = cv::Rect(shape.maskAt, shape.mask.size()) & cv::Rect({0, 0}, imageSize);
        if (!patch.place.empty())
            cv::compare(shape.mask(patch.place - shape.maskAt), 0, patch.mask, cv::CMP_NE);
        return patch;
    }
    const auto box = boxOf(shape);
    patch.place = placeOf(box, imageSize);
    if (patch.place.empty())
        return patch;
    patch.mask = cv::Mat::zeros(patch.place.size(), CV_8UC1);
    if (shape.kind == ShapeKind::Ellipse) {
        fillEllipse(box, patch);
        return patch;
    }
    std::vector<Ring> rings = shape.holes;
    rings.push_back(shape.kind == ShapeKind::Rectangle ? rectangleOutline(shape) : shape.points);
    double crossings = 0;
    for (const Ring &ring : rings)
        crossings += crossingsOf(ring, patch.place);
    if (crossings > kMostCrossings)
        return Error::make(ErrorCode::BadData, "A polygon of " +
                                                   std::to_string(shape.points.size()) +
                                                   " points has too many long edges to be drawn");
    for (const Ring &ring : rings)
        toggleEdges(ring, patch);
    fillBetween(patch.mask);
    return patch;
}

Result<cv::Mat> rasterise(const Shape &shape, cv::Size imageSize)
{
    CF_ASSIGN_OR_RETURN(const Patch patch, rasterisePatch(shape, imageSize));
    cv::Mat marks = cv::Mat::zeros(imageSize, CV_8UC1);
    if (!patch.place.empty())
        patch.mask.copyTo(marks(patch.place));
    return marks;
}

Result<cv::Mat> rasterise(const Annotation &annotation)
{
    CF_RETURN_IF_ERROR(check(annotation));
    cv::Mat all = cv::Mat::zeros(annotation.imageSize, CV_8UC1);
    for (const auto &shape : annotation.shapes) {
        CF_ASSIGN_OR_RETURN(const Patch patch, rasterisePatch(shape, annotation.imageSize));
        if (!patch.place.empty())
            cv::bitwise_or(all(patch.place), patch.mask, all(patch.place));
    }
    return all;
}

} // namespace cf::annotation
