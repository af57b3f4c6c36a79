#include "core/synthesis/defect.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace cf::synthesis::detail {

namespace {

/// The picture, raised or lowered by one contrast; or one tone; or a relief of light and shade (the
/// dent's two flanks).
cv::Mat markSource(const Canvas &canvas, const Region &region, double reliefChance, Random &random)
{
    cv::Mat part = cutOut(canvas, region.box);
    const double change = random.sign() * random.uniform(canvas.options.contrast);
    if (random.chance(reliefChance)) {
        cv::Mat slope;
        const cv::Mat kernel =
            random.chance(0.5) ? cv::Mat((cv::Mat_<float>(3, 3) << -1, -1, 0, -1, 0, 1, 0, 1, 1))
                               : cv::Mat((cv::Mat_<float>(3, 3) << 0, -1, -1, 1, 0, -1, 1, 1, 0));
        cv::filter2D(region.alpha, slope, CV_32F, kernel);
        slope *= change * 0.7;
        cv::Mat slope3;
        cv::merge(std::vector<cv::Mat>{slope, slope, slope}, slope3);
        return part + slope3;
    }
    if (random.chance(0.55))
        return part + cv::Scalar::all(change);
    const cv::Vec3f colour = pickColour(canvas, region.box, random);
    cv::Mat flat(part.size(), CV_32FC3, cv::Scalar(colour[0], colour[1], colour[2]));
    if (random.chance(0.4))
        addGrain(canvas, flat, random.uniform(2.0, 12.0), 0.0, random);
    return flat;
}

} // namespace

Defect drawLine(const Canvas &canvas, Random &random)
{
    const auto &options = canvas.options;
    StrokeOptions stroke;
    stroke.lengthPx =
        random.logUniform(options.lineLengthPx.low, options.lineLengthPx.high) * canvas.unit;
    stroke.widthPx = random.logUniform(options.lineWidthPx);
    stroke.stepPx = std::max(2.0, random.uniform(3.0, 12.0) * canvas.unit);
    stroke.blurPx = random.uniform(0.2, 1.0);
    constexpr std::array kWeights{0.25, 0.25, 0.5}; // straight, bent, wandering
    switch (random.weighted(kWeights)) {
    case 0:
        stroke.wander = random.uniform(0.0, 0.02);
        stroke.unevenness = random.uniform(0.0, 0.2);
        break;
    case 1:
        stroke.bend = random.uniform(-1.5, 1.5) * stroke.stepPx / stroke.lengthPx;
        stroke.wander = 0.03;
        break;
    default:
        stroke.wander = random.uniform(0.1, 0.6);
        stroke.unevenness = random.uniform(0.2, 0.6);
    }
    std::vector<std::vector<cv::Point2d>> paths{
        strokePath(pickPlace(canvas, random), stroke, random)};
    if (random.chance(0.25)) { // a branch or two
        for (int i = random.integer(1, 2); i > 0; --i) {
            StrokeOptions branch = stroke;
            branch.lengthPx *= random.uniform(0.2, 0.6);
            const auto &trunk = paths.front();
            paths.push_back(strokePath(trunk[random.index(trunk.size())], branch, random));
        }
    } else if (random.chance(0.2)) { // several beside each other, as from a brush
        const double apart = random.uniform(3.0, 12.0) * canvas.unit;
        const cv::Point2d aside(random.uniform(-apart, apart), random.uniform(-apart, apart));
        auto next = paths.front();
        for (auto &point : next)
            point += aside;
        paths.push_back(std::move(next));
    }
    Defect defect;
    defect.region = strokeRegion(canvas.frame(), paths, stroke, random);
    if (!defect.region.empty())
        defect.source = markSource(canvas, defect.region, 0.15, random);
    return defect;
}

Defect drawScar(const Canvas &canvas, Random &random)
{
    StrokeOptions stroke;
    stroke.widthPx = random.logUniform(3.0, 14.0) * std::max(0.5, canvas.unit);
    stroke.lengthPx =
        random.logUniform(2.0 * stroke.widthPx, std::max(12.0 * stroke.widthPx, 20.0));
    stroke.stepPx = std::max(2.0, stroke.lengthPx / 16.0);
    stroke.bend = random.uniform(-2.0, 2.0) / 16.0;
    stroke.wander = random.uniform(0.0, 0.15);
    stroke.unevenness = random.uniform(0.0, 0.4);
    stroke.blurPx = std::min(random.uniform(0.4, 2.0), 0.25 * stroke.widthPx);
    Defect defect;
    const auto path = strokePath(pickPlace(canvas, random), stroke, random);
    defect.region = strokeRegion(canvas.frame(), {path}, stroke, random);
    if (defect.region.empty())
        return defect;
    const cv::Rect box = defect.region.box;
    constexpr std::array kWeights{0.3, 0.3, 0.4};
    switch (random.weighted(kWeights)) {
    case 0: {
        cv::Mat turned;
        cv::rotate(pickOther(canvas, random), turned, cv::ROTATE_180);
        turned(box).convertTo(defect.source, CV_32FC3);
        break;
    }
    case 1: {
        cv::Mat calm = cutOut(canvas, box);
        cv::GaussianBlur(calm, calm, {}, 5.0);
        defect.source = calm + cv::Scalar::all(random.sign() * random.uniform(10.0, 50.0));
        break;
    }
    default:
        defect.source = markSource(canvas, defect.region, 0.1, random);
    }
    return defect;
}

Defect drawBlob(const Canvas &canvas, Random &random)
{
    constexpr std::array kCounts{1, 1, 1, 2, 2, 3, 5};
    const int count = kCounts[random.index(kCounts.size())];
    const double radius = random.logUniform(canvas.options.spotRadiusPx);
    std::vector<Spot> spots;
    for (int i = 0; i < count; ++i) // of about one size, as from one cause
        spots.push_back({pickPlace(canvas, random), radius * random.logUniform(0.6, 1.5)});
    const double blur = std::min(random.uniform(0.3, 2.0), 0.4 * radius);
    Defect defect;
    defect.region = spotsRegion(canvas.frame(), spots, random.uniform(0.0, 0.4), blur, random);
    if (!defect.region.empty())
        defect.source = markSource(canvas, defect.region, 0.12, random);
    return defect;
}

Defect drawDots(const Canvas &canvas, Random &random)
{
    const cv::Point2d centre = pickPlace(canvas, random);
    const double reach = random.logUniform(5.0, 45.0) * canvas.unit;
    const double radius = random.uniform(0.9, 3.2);
    std::vector<Spot> spots;
    for (int i = random.integer(3, 22); i > 0; --i) {
        const cv::Point2d place(centre.x + reach * random.normal(),
                                centre.y + reach * random.normal());
        spots.push_back({place, radius * random.uniform(0.6, 1.5)});
    }
    Defect defect;
    defect.region = spotsRegion(canvas.frame(), spots, random.uniform(0.0, 0.3),
                                random.uniform(0.3, 0.8), random);
    if (!defect.region.empty())
        defect.source = markSource(canvas, defect.region, 0.0, random);
    return defect;
}

} // namespace cf::synthesis::detail
