#include "core/synthesis/defect.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cf::synthesis::detail {

namespace {

Region softRegion(const Canvas &canvas, Random &random)
{
    const double area = pickArea(canvas, random, 1.0, true);
    const Range edge{canvas.options.softEdgePx.low * canvas.unit,
                     canvas.options.softEdgePx.high * canvas.unit};
    return anyRegion(canvas.frame(), pickPlace(canvas, random), area, edge, random);
}

void multiply(cv::Mat &image3, const cv::Mat &factor)
{
    cv::Mat factor3;
    cv::merge(std::vector<cv::Mat>{factor, factor, factor}, factor3);
    image3 = image3.mul(factor3);
}

/// A factor that is really seen: never within 15 % of 1.
double strongGain(Range range, Random &random)
{
    double gain = 1.0;
    for (int i = 0; i < 8 && std::abs(std::log(gain)) < 0.14; ++i)
        gain = random.logUniform(range);
    return gain;
}

} // namespace

Defect drawTexture(const Canvas &canvas, Random &random)
{
    Defect defect;
    const double area = pickArea(canvas, random);
    defect.region = anyRegion(canvas.frame(), pickPlace(canvas, random), area,
                              canvas.options.hardEdgePx, random);
    if (defect.region.empty())
        return defect;
    pickTexture(canvas, random)(defect.region.box).convertTo(defect.source, CV_32FC3);
    return defect;
}

Defect drawTone(const Canvas &canvas, Random &random)
{
    const auto &options = canvas.options;
    Defect defect;
    defect.region = softRegion(canvas, random);
    if (defect.region.empty())
        return defect;
    cv::Mat part = cutOut(canvas, defect.region.box);
    const bool byGain = random.chance(0.5);
    const double gain = byGain ? strongGain(options.toneGain, random) : 1.0;
    const double offset = byGain ? random.uniform(options.toneOffset) : 0.0;
    const double gamma = byGain ? 1.0 : strongGain(options.toneGamma, random);
    cv::Vec3d tint(1.0, 1.0, 1.0);
    if (!canvas.grey && random.chance(0.4))
        for (int c = 0; c < 3; ++c)
            tint[c] = random.uniform(0.75, 1.3);
    cv::Mat curve(1, 256, CV_32FC3);
    for (int level = 0; level < 256; ++level)
        for (int c = 0; c < 3; ++c)
            curve.at<cv::Vec3f>(0, level)[c] = static_cast<float>(
                (255.0 * std::pow(level / 255.0, gamma) * gain + offset) * tint[c]);
    cv::LUT(canvas.imageBgr(defect.region.box), curve, part);
    if (random.chance(0.3)) {
        const double cell = std::max(4.0, 0.4 * std::min(part.cols, part.rows));
        cv::Mat cloud = smoothNoise(part.size(), cell, random) * random.uniform(4.0, 20.0);
        cv::Mat cloud3;
        cv::merge(std::vector<cv::Mat>{cloud, cloud, cloud}, cloud3);
        part += cloud3;
    }
    if (random.chance(0.2))
        addGrain(canvas, part, random.uniform(3.0, 12.0), random.uniform(0.0, 1.2), random);
    defect.source = part;
    defect.leastOpacity = 0.4;
    return defect;
}

Defect drawShade(const Canvas &canvas, Random &random)
{
    const cv::Size frame = canvas.frame();
    const double total = static_cast<double>(canvas.imageBgr.total());
    const cv::Point2d centre = pickPlace(canvas, random);
    const double area = random.logUniform(0.015, 0.4) * total;
    Defect defect;
    const double radius = std::sqrt(area / std::numbers::pi);
    const double edge = std::min(random.uniform(6.0, 20.0) * canvas.unit, 0.3 * radius);
    defect.region = blobRegion(frame, centre, area, random.uniform(0.2, 0.8), {edge, edge}, random);
    if (defect.region.empty())
        return defect;
    if (random.chance(0.5)) {
        // One side falls off along a line, as where a part lies in the shadow of another.
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        const double fall = random.uniform(4.0, 30.0) * canvas.unit;
        const cv::Point2d at = centre + cv::Point2d(random.uniform(-0.4, 0.4) * radius,
                                                    random.uniform(-0.4, 0.4) * radius);
        cv::Mat &alpha = defect.region.alpha;
        for (int y = 0; y < alpha.rows; ++y)
            for (int x = 0; x < alpha.cols; ++x) {
                const double along = (defect.region.box.x + x - at.x) * std::cos(angle) +
                                     (defect.region.box.y + y - at.y) * std::sin(angle);
                alpha.at<float>(y, x) *= static_cast<float>(1.0 / (1.0 + std::exp(-along / fall)));
            }
    }
    cv::Mat part = cutOut(canvas, defect.region.box);
    const double gain = strongGain({0.55, 1.6}, random);
    part.convertTo(part, CV_32FC3, gain, random.uniform(-15.0, 15.0));
    if (random.chance(0.5)) {
        const double cell = std::max(6.0, 0.3 * radius);
        multiply(part, 1.0 + random.uniform(0.02, 0.12) * smoothNoise(part.size(), cell, random));
    }
    defect.source = part;
    defect.leastOpacity = 0.5;
    return defect;
}

Defect drawStain(const Canvas &canvas, Random &random)
{
    const double area = std::max(30.0, pickArea(canvas, random));
    const double radius = std::sqrt(area / std::numbers::pi);
    const cv::Point2d centre = pickPlace(canvas, random);
    Defect defect;
    const double edge = std::max(0.5, random.uniform(0.02, 0.12) * radius);
    defect.region =
        blobRegion(canvas.frame(), centre, area, random.uniform(0.1, 0.6), {edge, edge}, random);
    if (defect.region.empty())
        return defect;
    // The rim lies where the slightly widened outline has fallen to a half.
    cv::Mat wide;
    const double rimPx = std::clamp(random.uniform(0.06, 0.2) * radius, 0.7, 8.0 * canvas.unit);
    cv::GaussianBlur(defect.region.alpha, wide, {}, rimPx);
    cv::Mat rim = wide.mul(1.0 - wide) * 4.0;
    const double body = random.chance(0.6) ? random.uniform(0.72, 0.95) : random.uniform(1.05, 1.3);
    const double rimStrength = random.uniform(0.5, 1.8);
    cv::Mat factor = 1.0 + (body - 1.0) * (defect.region.alpha * 0.7 + rim * rimStrength);
    cv::Mat part = cutOut(canvas, defect.region.box);
    multiply(part, factor);
    if (!canvas.grey && random.chance(0.6)) {
        cv::Vec3f tint = pickColour(canvas, defect.region.box, random);
        const double share = random.uniform(0.05, 0.25);
        // Not as one expression: OpenCV 4.6 adds a scalar like (x, 0, 0) to all channels there.
        part.convertTo(part, CV_32FC3, 1.0 - share);
        cv::add(part, cv::Scalar(tint[0], tint[1], tint[2]) * share, part);
    }
    defect.source = part;
    cv::max(defect.region.alpha, cv::min(rim * 1.5, 1.0), defect.region.alpha);
    defect.leastOpacity = 0.6;
    return defect;
}

Defect drawSmear(const Canvas &canvas, Random &random)
{
    const Range edge{1.0, 4.0};
    const double area = std::max(60.0, pickArea(canvas, random, 1.0, true));
    Defect defect;
    defect.region = anyRegion(canvas.frame(), pickPlace(canvas, random), area, edge, random);
    if (defect.region.empty())
        return defect;
    cv::Mat part = cutOut(canvas, defect.region.box);
    constexpr std::array kWeights{0.35, 0.15, 0.1, 0.4};
    switch (random.weighted(kWeights)) {
    case 0:
        cv::GaussianBlur(part, part, {}, random.uniform(1.5, 6.0));
        break;
    case 1: { // dragged along a direction
        const int length = random.integer(7, 25) | 1;
        cv::Mat kernel = cv::Mat::zeros(length, length, CV_32FC1);
        const double angle = random.uniform(0.0, std::numbers::pi);
        const double half = length / 2.0 - 0.5;
        for (double t = -half; t <= half; t += 0.5)
            kernel.at<float>(static_cast<int>(std::lround(half + t * std::sin(angle))),
                             static_cast<int>(std::lround(half + t * std::cos(angle)))) = 1.0F;
        cv::filter2D(part, part, -1, kernel / cv::sum(kernel)[0], {-1, -1}, 0.0,
                     cv::BORDER_REFLECT);
        break;
    }
    case 2: {
        cv::Mat blurred;
        cv::GaussianBlur(part, blurred, {}, random.uniform(1.0, 2.5));
        const double amount = random.uniform(1.5, 4.0);
        cv::addWeighted(part, 1.0 + amount, blurred, -amount, 0.0, part);
        break;
    }
    default:
        addGrain(canvas, part, random.uniform(20.0, 70.0), random.uniform(0.4, 1.5), random);
    }
    defect.source = part;
    defect.leastOpacity = 0.5;
    return defect;
}

} // namespace cf::synthesis::detail
