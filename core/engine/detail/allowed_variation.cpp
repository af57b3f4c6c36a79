#include "core/engine/detail/allowed_variation.h"

#include <algorithm>
#include <cmath>

namespace cf::engine::detail {

namespace {

using synthesis::NuisanceRanges;
using synthesis::Range;

constexpr double kWider = 2.0; // of what was measured, which is half as much again as was seen

/// A range of factors about 1, widened, and at least `least`.
Range widerFactor(const Range &range, double least)
{
    return {std::min(std::pow(range.low, kWider), 1.0 / least),
            std::max(std::pow(range.high, kWider), least)};
}

Range wider(const Range &range, double least)
{
    return {std::min(kWider * range.low, -least), std::max(kWider * range.high, least)};
}

void allowLight(Variation allowed, NuisanceRanges &ranges)
{
    auto &chances = ranges.chances;
    if (allowed == Variation::None)
        chances.light = chances.gamma = chances.whiteBalance = chances.illumination = 0.0;
    if (allowed != Variation::Wide)
        return;
    ranges.gain = widerFactor(ranges.gain, 1.25);
    ranges.contrast = widerFactor(ranges.contrast, 1.2);
    ranges.gamma = widerFactor(ranges.gamma, 1.25);
    ranges.whiteBalance = widerFactor(ranges.whiteBalance, 1.08);
    ranges.offset = wider(ranges.offset, 15.0);
    ranges.illumination.high = std::max(kWider * ranges.illumination.high, 0.2);
    chances.illumination = 0.5;
}

void allowPose(Variation allowed, NuisanceRanges &ranges)
{
    if (allowed == Variation::None)
        ranges.chances.geometry = 0.0;
    if (allowed != Variation::Wide)
        return;
    ranges.shift = wider(ranges.shift, 0.06);
    ranges.rotationDegrees = wider(ranges.rotationDegrees, 10.0);
    ranges.scale = widerFactor(ranges.scale, 1.08);
    ranges.chances.geometry = 0.6;
}

void allowFocus(Variation allowed, NuisanceRanges &ranges)
{
    if (allowed == Variation::None)
        ranges.chances.blur = ranges.chances.noise = 0.0;
    if (allowed != Variation::Wide)
        return;
    ranges.blurSigma.high = std::max(kWider * ranges.blurSigma.high, 2.0);
    ranges.noiseSigma.high = std::max(kWider * ranges.noiseSigma.high, 8.0);
    ranges.chances.blur = 0.4;
}

void allowBackground(Variation allowed, synthesis::SynthesisOptions &options)
{
    if (allowed == Variation::None)
        options.foreground = synthesis::ForegroundMode::Everything;
    if (allowed != Variation::Wide)
        return;
    options.nuisance.backgroundTone = {-25.0, 25.0};
    options.nuisance.chances.background = 0.5;
}

} // namespace

void allowVariation(const AllowedVariation &allowed, const std::vector<cv::Mat> &normalsBgr,
                    synthesis::SynthesisOptions &options)
{
    options.foreground = synthesis::chooseForegroundMode(normalsBgr);
    options.nuisance = synthesis::measureNuisance(normalsBgr);
    allowLight(allowed.light, options.nuisance);
    allowPose(allowed.pose, options.nuisance);
    allowFocus(allowed.focus, options.nuisance);
    allowBackground(allowed.background, options);
    if (allowed != AllowedVariation()) // the paper's protocol has none, unless it is asked for
        options.jitter = true;
}

std::string describe(const AllowedVariation &allowed)
{
    if (allowed == AllowedVariation())
        return {}; // trainings from before there was a choice go on
    return std::string(" light ") + toString(allowed.light) + " pose " + toString(allowed.pose) +
           " background " + toString(allowed.background) + " focus " + toString(allowed.focus);
}

} // namespace cf::engine::detail
