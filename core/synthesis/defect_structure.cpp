#include "core/synthesis/defect.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cf::synthesis::detail {

namespace {

constexpr double kLargestPart = 0.2; // of the picture: a copied or bent part is a part

Region partRegion(const Canvas &canvas, Random &random)
{
    const double area = std::max(40.0, pickArea(canvas, random, kLargestPart));
    const cv::Point2d place = pickPlace(canvas, random);
    constexpr std::array kWeights{0.4, 0.2, 0.4};
    const Range edge{0.3, 1.2}; // parts have clear borders
    switch (random.weighted(kWeights)) {
    case 0:
        return rectangleRegion(canvas.frame(), place, area, edge, random);
    case 1:
        return polygonRegion(canvas.frame(), place, area, edge, random);
    default:
        return blobRegion(canvas.frame(), place, area, random.uniform(0.0, 0.5), edge, random);
    }
}

} // namespace

Defect drawCutPaste(const Canvas &canvas, Random &random)
{
    Defect defect;
    defect.region = partRegion(canvas, random);
    if (defect.region.empty())
        return defect;
    const cv::Rect box = defect.region.box;
    const cv::Mat donor = random.chance(0.5) ? pickOther(canvas, random) : canvas.imageBgr;
    // Output pixel -> donor pixel: turned and scaled about the box's middle, then moved to another
    // place.
    const double angle = random.chance(0.3) ? 0.5 * std::numbers::pi * random.integer(0, 3)
                                            : random.uniform(0.0, 2.0 * std::numbers::pi);
    const double scale = random.logUniform(0.7, 1.4);
    const cv::Point2d from = pickPlace(canvas, random);
    const double c = scale * std::cos(angle);
    const double s = scale * std::sin(angle);
    const double middleX = box.width / 2.0;
    const double middleY = box.height / 2.0;
    const cv::Matx23d outputToDonor(c, -s, from.x - c * middleX + s * middleY, s, c,
                                    from.y - s * middleX - c * middleY);
    cv::Mat patch;
    cv::warpAffine(donor, patch, outputToDonor, box.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REFLECT);
    patch.convertTo(defect.source, CV_32FC3);
    // On an even texture the same texture turned is no defect, so most patches also change their
    // tone.
    if (random.chance(0.75)) {
        const double gain = random.logUniform(0.6, 1.6);
        defect.source.convertTo(defect.source, CV_32FC3, gain, random.uniform(-25.0, 25.0));
        if (!canvas.grey && random.chance(0.4)) {
            const cv::Scalar tint(random.uniform(0.8, 1.25), random.uniform(0.8, 1.25),
                                  random.uniform(0.8, 1.25));
            cv::multiply(defect.source, tint, defect.source);
        }
    }
    defect.leastOpacity = 0.6;
    return defect;
}

Defect drawOtherPart(const Canvas &canvas, Random &random)
{
    Defect defect;
    const double area = pickArea(canvas, random);
    const cv::Point2d place = pickPlace(canvas, random);
    defect.region = anyRegion(canvas.frame(), place, area, canvas.options.hardEdgePx, random);
    if (defect.region.empty())
        return defect;
    const cv::Rect box = defect.region.box;
    cv::Mat other = pickOther(canvas, random);
    const int quarters = random.integer(0, 3);
    if (quarters > 0) {
        cv::Mat turned;
        cv::rotate(other, turned, quarters - 1);
        other = turned;
    }
    // A quarter turn of a wide picture may be too narrow for the box.
    const double enlarge = std::max({1.0, static_cast<double>(box.width) / other.cols,
                                     static_cast<double>(box.height) / other.rows});
    if (enlarge > 1.0) {
        const cv::Size enough(std::max(box.width, static_cast<int>(other.cols * enlarge)),
                              std::max(box.height, static_cast<int>(other.rows * enlarge)));
        cv::Mat larger;
        cv::resize(other, larger, enough, 0.0, 0.0, cv::INTER_LINEAR);
        other = larger;
    }
    const int x = random.integer(0, other.cols - box.width);
    const int y = random.integer(0, other.rows - box.height);
    other(cv::Rect({x, y}, box.size())).convertTo(defect.source, CV_32FC3);
    return defect;
}

Defect drawDuplicate(const Canvas &canvas, Random &random)
{
    Defect defect;
    defect.region = partRegion(canvas, random);
    if (defect.region.empty())
        return defect;
    const cv::Rect box = defect.region.box;
    const cv::Size frame = canvas.frame();
    const cv::Point from(random.integer(0, frame.width - box.width),
                         random.integer(0, frame.height - box.height));
    canvas.imageBgr(cv::Rect(from, box.size())).convertTo(defect.source, CV_32FC3);
    defect.leastOpacity = 0.7;
    return defect;
}

Defect drawShuffle(const Canvas &canvas, Random &random)
{
    Defect defect;
    const double area = std::max(60.0, pickArea(canvas, random));
    const cv::Point2d place = pickPlace(canvas, random);
    defect.region = anyRegion(canvas.frame(), place, area, canvas.options.hardEdgePx, random);
    if (defect.region.empty())
        return defect;
    constexpr std::array kTiles{4, 8, 16, 32};
    const int tiles = kTiles[random.index(kTiles.size())];
    const cv::Mat shuffled = shuffledTiles(canvas.imageBgr, tiles, tiles, random);
    shuffled(defect.region.box).convertTo(defect.source, CV_32FC3);
    defect.leastOpacity = 0.4;
    return defect;
}

Defect drawWarp(const Canvas &canvas, Random &random)
{
    Defect defect;
    const cv::Point2d centre = pickPlace(canvas, random);
    const double area = std::max(120.0, pickArea(canvas, random, 0.12));
    const double radius = std::sqrt(area / std::numbers::pi);
    const double edge = std::min(0.3 * radius, 6.0 * canvas.unit);
    defect.region = blobRegion(canvas.frame(), centre, area, 0.2, {edge, edge}, random);
    if (defect.region.empty())
        return defect;
    const cv::Rect box = defect.region.box;
    const cv::Size size = box.size();
    const double reach =
        std::min(random.uniform(3.0, 14.0) * std::max(0.5, canvas.unit), 0.6 * radius);
    cv::Mat moveX = cv::Mat::zeros(size, CV_32FC1);
    cv::Mat moveY = cv::Mat::zeros(size, CV_32FC1);
    constexpr std::array kWeights{0.4, 0.2, 0.2, 0.2};
    switch (random.weighted(kWeights)) {
    case 0: { // bent anyhow
        const double cell = std::max(4.0, random.uniform(0.4, 1.0) * radius);
        moveX = smoothNoise(size, cell, random) * reach;
        moveY = smoothNoise(size, cell, random) * reach;
        break;
    }
    case 1: { // displaced as a whole
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        moveX.setTo(reach * std::cos(angle));
        moveY.setTo(reach * std::sin(angle));
        break;
    }
    default: { // twisted, or swollen and pinched
        const bool twist = random.chance(0.5);
        const double strength = random.sign() * random.uniform(0.3, 0.8);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const double dx = box.x + x - centre.x;
                const double dy = box.y + y - centre.y;
                moveX.at<float>(y, x) = static_cast<float>(strength * (twist ? -dy : dx));
                moveY.at<float>(y, x) = static_cast<float>(strength * (twist ? dx : dy));
            }
    }
    }
    cv::Mat mapX = moveX.mul(defect.region.alpha);
    cv::Mat mapY = moveY.mul(defect.region.alpha);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            mapX.at<float>(y, x) += static_cast<float>(box.x + x);
            mapY.at<float>(y, x) += static_cast<float>(box.y + y);
        }
    cv::Mat bent;
    cv::remap(canvas.imageBgr, bent, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REFLECT);
    bent.convertTo(defect.source, CV_32FC3);
    // The bending fades out by itself; a fading mix on top would show the structure twice.
    defect.region.alpha = cv::min(defect.region.alpha * 8.0, 1.0);
    defect.leastOpacity = 0.95;
    return defect;
}

Defect drawMorph(const Canvas &canvas, Random &random)
{
    Defect defect;
    const double area = std::max(30.0, pickArea(canvas, random));
    const cv::Point2d place = pickPlace(canvas, random);
    defect.region = anyRegion(canvas.frame(), place, area, canvas.options.hardEdgePx, random);
    if (defect.region.empty())
        return defect;
    const int reach = 2 * random.integer(1, 4) + 1;
    const cv::Mat window = cv::getStructuringElement(cv::MORPH_ELLIPSE, {reach, reach});
    const int operation = random.chance(0.5) ? cv::MORPH_DILATE : cv::MORPH_ERODE;
    cv::Mat changed;
    cv::morphologyEx(canvas.imageBgr(defect.region.box), changed, operation, window);
    changed.convertTo(defect.source, CV_32FC3);
    defect.leastOpacity = 0.5;
    return defect;
}

} // namespace cf::synthesis::detail
