#include "core/synthesis/defect.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace cf::synthesis::detail {

namespace {

/// Fills the hole smoothly from around it: averages over what is known, from fine to coarse and
/// back. image CV_32FC3, hole CV_32FC1 with 1 = unknown; where nothing is known the result is
/// black.
cv::Mat fillSmoothly(const cv::Mat &image, const cv::Mat &hole)
{
    cv::Mat known = 1.0 - hole;
    cv::Mat known3;
    cv::merge(std::vector<cv::Mat>{known, known, known}, known3);
    std::vector<cv::Mat> sums{image.mul(known3)};
    std::vector<cv::Mat> weights{known};
    while (std::min(sums.back().cols, sums.back().rows) > 1) {
        cv::Mat sum, weight;
        cv::pyrDown(sums.back(), sum);
        cv::pyrDown(weights.back(), weight);
        sums.push_back(sum);
        weights.push_back(weight);
    }
    cv::Mat filled;
    for (std::size_t level = sums.size(); level-- > 0;) {
        const cv::Mat &weight = weights[level];
        cv::Mat coarse(sums[level].size(), CV_32FC3, cv::Scalar::all(0.0));
        if (!filled.empty())
            cv::resize(filled, coarse, sums[level].size(), 0.0, 0.0, cv::INTER_LINEAR);
        filled.create(sums[level].size(), CV_32FC3);
        for (int y = 0; y < weight.rows; ++y)
            for (int x = 0; x < weight.cols; ++x) {
                const float w = weight.at<float>(y, x);
                const cv::Vec3f mean =
                    w > 1e-4F ? sums[level].at<cv::Vec3f>(y, x) / w : cv::Vec3f();
                const float trust = w > 1e-4F ? std::min(1.0F, 2.0F * w) : 0.0F;
                filled.at<cv::Vec3f>(y, x) =
                    trust * mean + (1.0F - trust) * coarse.at<cv::Vec3f>(y, x);
            }
    }
    return filled;
}

/// The ground's mean tone; false where everything is foreground.
bool groundColour(const Canvas &canvas, cv::Scalar &colour)
{
    const cv::Mat ground = ~canvas.foreground;
    if (cv::countNonZero(ground) < 16)
        return false;
    colour = cv::mean(canvas.imageBgr, ground);
    return true;
}

/// A pixel on the outline of the object, or on the frame where everything is foreground.
cv::Point2d pickEdgePlace(const Canvas &canvas, Random &random)
{
    cv::Mat inner;
    cv::erode(canvas.foreground, inner, cv::Mat(), {-1, -1}, 1, cv::BORDER_CONSTANT,
              cv::Scalar(255));
    std::vector<cv::Point> outline;
    cv::findNonZero(canvas.foreground & ~inner, outline);
    if (!outline.empty())
        return cv::Point2d(outline[random.index(outline.size())]);
    const double right = canvas.frame().width - 1.0;
    const double bottom = canvas.frame().height - 1.0;
    const double along = random.uniform();
    switch (random.integer(0, 3)) {
    case 0:
        return {along * right, 0.0};
    case 1:
        return {along * right, bottom};
    case 2:
        return {0.0, along * bottom};
    default:
        return {right, along * bottom};
    }
}

} // namespace

Defect drawMissing(const Canvas &canvas, Random &random)
{
    const double area = std::max(25.0, pickArea(canvas, random, 0.2));
    const cv::Point2d place = pickPlace(canvas, random);
    Defect defect;
    defect.region = anyRegion(canvas.frame(), place, area, {0.4, 2.0}, random);
    if (defect.region.empty())
        return defect;
    defect.leastOpacity = 0.6;
    const cv::Rect box = defect.region.box;
    cv::Scalar ground;
    if (random.chance(0.4) && groundColour(canvas, ground)) {
        defect.source = cv::Mat(box.size(), CV_32FC3, ground);
    } else {
        // Surroundings for the filling: half the box to each side.
        const cv::Rect around = cv::Rect(box.x - box.width / 2 - 4, box.y - box.height / 2 - 4,
                                         2 * box.width + 8, 2 * box.height + 8) &
                                cv::Rect({}, canvas.frame());
        cv::Mat hole = cv::Mat::zeros(around.size(), CV_32FC1);
        cv::Mat covered;
        cv::threshold(defect.region.alpha, covered, 0.05, 1.0, cv::THRESH_BINARY);
        const cv::Rect within = box - around.tl();
        covered.copyTo(hole(within));
        defect.source = fillSmoothly(cutOut(canvas, around), hole)(within).clone();
    }
    if (random.chance(0.5))
        addGrain(canvas, defect.source, random.uniform(1.0, 6.0), random.uniform(0.0, 1.0), random);
    return defect;
}

Defect drawFill(const Canvas &canvas, Random &random)
{
    const double area = pickArea(canvas, random, 0.3);
    const cv::Point2d place = pickPlace(canvas, random);
    Defect defect;
    defect.region = anyRegion(canvas.frame(), place, area, canvas.options.hardEdgePx, random);
    if (defect.region.empty())
        return defect;
    const cv::Vec3f colour = pickColour(canvas, defect.region.box, random);
    defect.source =
        cv::Mat(defect.region.box.size(), CV_32FC3, cv::Scalar(colour[0], colour[1], colour[2]));
    if (random.chance(0.7))
        addGrain(canvas, defect.source, random.uniform(1.0, 18.0), random.uniform(0.0, 1.2),
                 random);
    return defect;
}

Defect drawFrayEdge(const Canvas &canvas, Random &random)
{
    const cv::Point2d place = pickEdgePlace(canvas, random);
    const double area = 2.0 * std::max(40.0, pickArea(canvas, random, 0.2)); // half lies outside
    Defect defect;
    defect.region =
        blobRegion(canvas.frame(), place, area, random.uniform(0.6, 1.6), {0.4, 2.5}, random);
    if (defect.region.empty())
        return defect;
    const cv::Rect box = defect.region.box;
    cv::Scalar ground;
    const bool hasGround = groundColour(canvas, ground);
    const std::array weights{hasGround ? 0.6 : 0.0, 0.3, 0.35, 0.15};
    switch (random.weighted(weights)) {
    case 0: // broken off
        defect.source = cv::Mat(box.size(), CV_32FC3, ground);
        addGrain(canvas, defect.source, random.uniform(0.5, 5.0), 0.0, random);
        break;
    case 1: { // the material under the surface
        const cv::Vec3f colour = pickColour(canvas, box, random);
        defect.source = cv::Mat(box.size(), CV_32FC3, cv::Scalar(colour[0], colour[1], colour[2]));
        addGrain(canvas, defect.source, random.uniform(4.0, 25.0), random.uniform(0.0, 1.5),
                 random);
        break;
    }
    case 2: // worn: another brightness, rougher
        defect.source = cutOut(canvas, box) * random.logUniform(0.55, 1.8);
        addGrain(canvas, defect.source, random.uniform(4.0, 20.0), random.uniform(0.3, 2.0),
                 random);
        break;
    default:
        pickTexture(canvas, random)(box).convertTo(defect.source, CV_32FC3);
    }
    defect.leastOpacity = 0.4;
    return defect;
}

} // namespace cf::synthesis::detail
