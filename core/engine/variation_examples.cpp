#include "core/engine/variation_examples.h"

#include "core/engine/detail/allowed_variation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace cf::engine {

using namespace detail;

namespace {

using synthesis::NuisanceRanges;

constexpr std::size_t kExamples = 4;
constexpr int kSidePx = 256;     // as training sees them
constexpr double kWidened = 1.5; // of the spread seen, by measureNuisance()

double brightnessSpread(const std::vector<cv::Mat> &pictures)
{
    std::vector<double> levels;
    for (const auto &picture : pictures) {
        const auto mean = cv::mean(picture);
        levels.push_back((mean[0] + mean[1] + mean[2]) / 3.0);
    }
    std::sort(levels.begin(), levels.end());
    const auto at = [&](double share) {
        return levels[static_cast<std::size_t>(
            std::lround(share * static_cast<double>(levels.size() - 1)))];
    };
    return 100.0 * std::max(at(0.95) - at(0.5), at(0.5) - at(0.05)) / std::max(at(0.5), 1.0);
}

/// Nothing but what `keep` turns on, and that each time.
NuisanceRanges only(const NuisanceRanges &all, void (*keep)(NuisanceRanges::Chances &of))
{
    auto ranges = all;
    ranges.chances = {1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    keep(ranges.chances);
    return ranges;
}

cv::Mat varied(const cv::Mat &picture, const NuisanceRanges &ranges, std::size_t number)
{
    synthesis::Random random(number + 1);
    return synthesis::applyNuisance(picture, ranges, random).imageBgr;
}

} // namespace

VariationExamples showVariation(const std::vector<cv::Mat> &normalsBgr,
                                const AllowedVariation &allowed)
{
    std::vector<cv::Mat> pictures;
    for (const auto &normal : normalsBgr) {
        cv::Mat small;
        cv::resize(normal, small, {kSidePx, kSidePx}, 0.0, 0.0, cv::INTER_AREA);
        pictures.push_back(small);
    }
    synthesis::SynthesisOptions measured;
    allowVariation({}, pictures, measured);
    synthesis::SynthesisOptions options;
    allowVariation(allowed, pictures, options);

    VariationExamples examples;
    examples.measured.brightnessPercent = brightnessSpread(pictures);
    examples.measured.shiftPercent = 100.0 * measured.nuisance.shift.high / kWidened;
    examples.measured.rotationDegrees = measured.nuisance.rotationDegrees.high;
    examples.measured.blurSigmaPx = measured.nuisance.blurSigma.high;

    using Chances = NuisanceRanges::Chances;
    const auto light = only(options.nuisance, [](Chances &of) {
        of.light = of.gamma = of.whiteBalance = of.illumination = 1.0;
    });
    const auto pose = only(options.nuisance, [](Chances &of) { of.geometry = 1.0; });
    const auto focus = only(options.nuisance, [](Chances &of) { of.blur = of.noise = 1.0; });
    const auto ground = only(options.nuisance, [](Chances &of) { of.background = 1.0; });
    const bool hasGround = measured.foreground != synthesis::ForegroundMode::Everything;
    for (std::size_t k = 0; k < std::min(kExamples, pictures.size()); ++k) {
        const auto &picture = pictures[k * pictures.size() / std::min(kExamples, pictures.size())];
        const auto show = [&](Variation choice, const NuisanceRanges &ranges) {
            return choice == Variation::None ? picture : varied(picture, ranges, k);
        };
        examples.light.push_back(show(allowed.light, light));
        examples.pose.push_back(show(allowed.pose, pose));
        examples.focus.push_back(show(allowed.focus, focus));
        if (!hasGround)
            continue;
        synthesis::Random random(k + 1);
        examples.background.push_back(
            allowed.background == Variation::Wide
                ? synthesis::changeBackground(
                      picture, synthesis::foregroundMask(picture, measured.foreground), ground,
                      random)
                : picture);
    }
    return examples;
}

} // namespace cf::engine
