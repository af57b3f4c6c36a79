#include "core/synthesis/region.h"

#include "core/synthesis/perlin.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cf::synthesis::detail {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr int kFraction = 4; // bits of a pixel in drawing calls

cv::Point fixedPoint(cv::Point2d point)
{
    return {static_cast<int>(std::lround(point.x * (1 << kFraction))),
            static_cast<int>(std::lround(point.y * (1 << kFraction)))};
}

double edgeSigma(Range edgePx, double radiusPx, Random &random)
{
    return std::min(random.uniform(edgePx), 0.35 * radiusPx);
}

void soften(cv::Mat &alpha, double sigma)
{
    if (sigma > 0.25)
        cv::GaussianBlur(alpha, alpha, {}, sigma, sigma, cv::BORDER_REPLICATE);
}

/// Squared distance from the centre in units of an ellipse's half axes: 1 on its outline.
cv::Mat ellipseField(cv::Rect box, cv::Point2d centre, double halfA, double halfB, double angle)
{
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    cv::Mat field(box.size(), CV_32FC1);
    for (int y = 0; y < box.height; ++y) {
        auto *row = field.ptr<float>(y);
        const double dy = box.y + y - centre.y;
        for (int x = 0; x < box.width; ++x) {
            const double dx = box.x + x - centre.x;
            const double u = (dx * c + dy * s) / halfA;
            const double v = (-dx * s + dy * c) / halfB;
            row[x] = static_cast<float>(u * u + v * v);
        }
    }
    return field;
}

/// 1 where the field is below 1; about two pixels of transition are left to soften().
cv::Mat inside(const cv::Mat &field)
{
    cv::Mat alpha;
    cv::threshold(field, alpha, 1.0, 1.0, cv::THRESH_BINARY_INV);
    return alpha;
}

Region outlineRegion(cv::Size frame, cv::Point2d centre, const std::vector<cv::Point2d> &corners,
                     double radiusPx, double sigma)
{
    Region region;
    region.box = boxAround(frame, centre, radiusPx + 3.0 * sigma + 2.0);
    if (region.box.empty())
        return region;
    std::vector<cv::Point> outline;
    for (const auto &corner : corners)
        outline.push_back(fixedPoint(corner - cv::Point2d(region.box.tl())));
    cv::Mat drawn = cv::Mat::zeros(region.box.size(), CV_8UC1);
    cv::fillPoly(drawn, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255), cv::LINE_AA,
                 kFraction);
    drawn.convertTo(region.alpha, CV_32FC1, 1.0 / 255.0);
    soften(region.alpha, sigma);
    return region;
}

} // namespace

cv::Rect boxAround(cv::Size frame, cv::Point2d centre, double reachPx)
{
    const cv::Point low(static_cast<int>(std::floor(centre.x - reachPx)),
                        static_cast<int>(std::floor(centre.y - reachPx)));
    const cv::Point high(static_cast<int>(std::ceil(centre.x + reachPx)) + 1,
                         static_cast<int>(std::ceil(centre.y + reachPx)) + 1);
    return cv::Rect(low, high) & cv::Rect({}, frame);
}

Region blobRegion(cv::Size frame, cv::Point2d centre, double areaPx, double unrest, Range edgePx,
                  Random &random)
{
    const double aspect = random.logUniform(0.3, 1.0);
    const double halfA = std::sqrt(areaPx / (kPi * aspect));
    const double halfB = halfA * aspect;
    const double sigma = edgeSigma(edgePx, halfB, random);
    Region region;
    region.box = boxAround(frame, centre, halfA * (1.0 + 0.5 * unrest) + 3.0 * sigma + 2.0);
    if (region.box.empty())
        return region;
    cv::Mat field = ellipseField(region.box, centre, halfA, halfB, random.uniform(0.0, kPi));
    if (halfB > 2.0) {
        const double coarse = random.uniform(0.0, 0.7 * unrest);
        const double fine = random.uniform(0.0, 0.6 * unrest);
        field += coarse * smoothNoise(region.box.size(), std::max(2.0, 0.7 * halfB), random);
        field += fine * smoothNoise(region.box.size(), std::max(2.0, 0.25 * halfB), random);
    }
    region.alpha = inside(field);
    soften(region.alpha, std::max(0.5, sigma));
    return region;
}

Region perlinRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx, Random &random)
{
    const double coverage = random.uniform(0.1, 0.7);
    const double smallerSide = std::min(frame.width, frame.height);
    const double aspect = random.logUniform(0.4, 1.0);
    const double halfA = std::min(std::sqrt(areaPx / (coverage * kPi * aspect)), 0.7 * smallerSide);
    const double halfB = halfA * aspect;
    Region region;
    region.box = boxAround(frame, centre, halfA + 2.0);
    if (region.box.empty())
        return region;
    const cv::Size size = region.box.size();
    const double cellX = random.logUniform(halfB / 4.0, halfB * 2.0);
    const double cellY = random.logUniform(halfB / 4.0, halfB * 2.0);
    const cv::Mat noise = fractalPerlinNoise(
        size, std::max(1, static_cast<int>(std::lround(size.height / cellY))),
        std::max(1, static_cast<int>(std::lround(size.width / cellX))), 2, 0.4, random);
    std::vector<float> levels;
    const int stride = std::max(1, std::min(size.width, size.height) / 48);
    for (int y = 0; y < size.height; y += stride)
        for (int x = 0; x < size.width; x += stride)
            levels.push_back(noise.at<float>(y, x));
    const auto cut =
        levels.begin() +
        static_cast<std::ptrdiff_t>((1.0 - coverage) * static_cast<double>(levels.size() - 1));
    std::nth_element(levels.begin(), cut, levels.end());
    cv::Mat over;
    cv::threshold(noise, over, *cut, 1.0, cv::THRESH_BINARY);
    const cv::Mat window =
        inside(ellipseField(region.box, centre, halfA, halfB, random.uniform(0.0, kPi)));
    region.alpha = over.mul(window);
    soften(region.alpha, std::max(0.5, edgeSigma(edgePx, halfB * coverage, random)));
    return region;
}

Region polygonRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx,
                     Random &random)
{
    const double radius = std::sqrt(areaPx / 2.0); // such polygons cover about 2 r^2
    std::vector<double> angles(static_cast<std::size_t>(random.integer(3, 7)));
    const double turn = random.uniform(0.0, 2.0 * kPi);
    for (std::size_t i = 0; i < angles.size(); ++i)
        angles[i] = turn + 2.0 * kPi * (static_cast<double>(i) + random.uniform(-0.4, 0.4)) /
                               static_cast<double>(angles.size());
    std::vector<cv::Point2d> corners;
    for (const double angle : angles) {
        const double reach = radius * random.uniform(0.6, 1.2);
        corners.emplace_back(centre.x + reach * std::cos(angle),
                             centre.y + reach * std::sin(angle));
    }
    return outlineRegion(frame, centre, corners, 1.2 * radius, edgeSigma(edgePx, radius, random));
}

Region rectangleRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx,
                       Random &random)
{
    const double aspect = random.logUniform(0.2, 1.0);
    const double halfA = 0.5 * std::sqrt(areaPx / aspect);
    const double halfB = halfA * aspect;
    // Half of them lie along the axes, as parts and pads do.
    const double angle =
        random.chance(0.5) ? 0.5 * kPi * random.integer(0, 1) : random.uniform(0.0, kPi);
    const cv::Point2d along(halfA * std::cos(angle), halfA * std::sin(angle));
    const cv::Point2d across(-halfB * std::sin(angle), halfB * std::cos(angle));
    const std::vector<cv::Point2d> corners{centre + along + across, centre + along - across,
                                           centre - along - across, centre - along + across};
    return outlineRegion(frame, centre, corners, std::hypot(halfA, halfB),
                         edgeSigma(edgePx, halfB, random));
}

Region edgeRegion(cv::Size frame, double areaPx, Range edgePx, Random &random)
{
    const bool horizontal = random.chance(0.5);
    const double along = random.uniform(0.0, (horizontal ? frame.width : frame.height) - 1.0);
    const double farSide = (horizontal ? frame.height : frame.width) - 1.0;
    const double inwards = random.uniform(-0.02, 0.05) * farSide;
    const double across = random.chance(0.5) ? inwards : farSide - inwards;
    const cv::Point2d centre = horizontal ? cv::Point2d(along, across) : cv::Point2d(across, along);
    const double flatness = random.uniform(0.15, 0.8);
    const double half = std::sqrt(2.0 * areaPx / (kPi * flatness)); // about half of it lies outside
    const double depth = std::max(2.0, half * flatness);
    const double sigma = edgeSigma(edgePx, depth, random);
    Region region;
    region.box = boxAround(frame, centre, 1.3 * half + 3.0 * sigma + 2.0);
    if (region.box.empty())
        return region;
    cv::Mat field = ellipseField(region.box, centre, half, depth, horizontal ? 0.0 : 0.5 * kPi);
    field += random.uniform(0.0, 0.5) *
             smoothNoise(region.box.size(), std::max(2.0, 0.5 * depth), random);
    region.alpha = inside(field);
    soften(region.alpha, std::max(0.5, sigma));
    return region;
}

Region anyRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx, Random &random)
{
    constexpr std::array kWeights{0.33, 0.28, 0.07, 0.07, 0.25};
    switch (random.weighted(kWeights)) {
    case 0:
        return perlinRegion(frame, centre, areaPx, edgePx, random);
    case 1:
        return blobRegion(frame, centre, areaPx, random.uniform(0.0, 0.6), edgePx, random);
    case 2:
        return polygonRegion(frame, centre, areaPx, edgePx, random);
    case 3:
        return rectangleRegion(frame, centre, areaPx, edgePx, random);
    default:
        break;
    }
    return edgeRegion(frame, areaPx, edgePx, random);
}

std::vector<cv::Point2d> strokePath(cv::Point2d start, const StrokeOptions &options, Random &random)
{
    const int steps = std::max(1, static_cast<int>(options.lengthPx / options.stepPx));
    const double step = options.lengthPx / steps;
    double heading = random.uniform(0.0, 2.0 * kPi);
    std::vector<cv::Point2d> path{start};
    for (int i = 0; i < steps; ++i) {
        heading += options.bend + options.wander * random.normal();
        path.push_back(path.back() + step * cv::Point2d(std::cos(heading), std::sin(heading)));
    }
    // `start` shall be anywhere on it, not its end: else strokes would lean out of small objects.
    const cv::Point2d back = path[random.index(path.size())] - start;
    for (auto &point : path)
        point -= back;
    return path;
}

Region strokeRegion(cv::Size frame, const std::vector<std::vector<cv::Point2d>> &paths,
                    const StrokeOptions &options, Random &random)
{
    const double margin = options.widthPx + 3.0 * options.blurPx + 2.0;
    Region region;
    for (const auto &path : paths)
        for (const auto &point : path)
            region.box |= boxAround(frame, point, margin);
    if (region.box.empty())
        return region;
    cv::Mat drawn = cv::Mat::zeros(region.box.size(), CV_8UC1);
    const cv::Point2d origin(region.box.tl());
    for (const auto &path : paths)
        for (std::size_t i = 1; i < path.size(); ++i) {
            const double change = options.unevenness * random.uniform(-1.0, 1.0);
            const int width =
                std::max(1, static_cast<int>(std::lround(options.widthPx * (1.0 + change))));
            cv::line(drawn, fixedPoint(path[i - 1] - origin), fixedPoint(path[i] - origin),
                     cv::Scalar(255), width, cv::LINE_AA, kFraction);
        }
    drawn.convertTo(region.alpha, CV_32FC1, 1.0 / 255.0);
    soften(region.alpha, options.blurPx);
    double highest = 0.0;
    cv::minMaxLoc(region.alpha, nullptr, &highest);
    if (highest > 0.05)
        region.alpha *= 1.0 / highest;
    return region;
}

Region spotsRegion(cv::Size frame, const std::vector<Spot> &spots, double unrest, double blurPx,
                   Random &random)
{
    Region region;
    for (const auto &spot : spots)
        region.box |= boxAround(frame, spot.centre, 1.5 * spot.radiusPx + 3.0 * blurPx + 2.0);
    if (region.box.empty())
        return region;
    region.alpha = cv::Mat::zeros(region.box.size(), CV_32FC1);
    for (const auto &spot : spots) {
        const cv::Rect box = boxAround(frame, spot.centre, 1.5 * spot.radiusPx + 2.0);
        if (box.empty())
            continue;
        const double aspect = random.uniform(0.5, 1.0);
        cv::Mat field =
            ellipseField(box, spot.centre, spot.radiusPx, std::max(1.0, spot.radiusPx * aspect),
                         random.uniform(0.0, kPi));
        if (spot.radiusPx > 2.5 && unrest > 0.0)
            field += unrest * smoothNoise(box.size(), std::max(2.0, 0.6 * spot.radiusPx), random);
        cv::Mat place = region.alpha(box - region.box.tl());
        cv::max(place, inside(field), place);
    }
    soften(region.alpha, blurPx);
    double highest = 0.0;
    cv::minMaxLoc(region.alpha, nullptr, &highest);
    if (highest > 0.05)
        region.alpha *= 1.0 / highest;
    return region;
}

} // namespace cf::synthesis::detail
