#pragma once

#include "core/metrics/pixel_tally.h"
#include "tests/metrics/brute_force.h"

/// What the tests of PixelTally share.
namespace pixel_cases {

using brute::Image;
using cf::metrics::Curve;
using cf::metrics::PixelMetrics;
using cf::metrics::PixelTally;
using cf::metrics::PixelTallyOptions;

inline cf::Result<PixelMetrics> measure(const std::vector<Image> &images,
                                        const PixelTallyOptions &options = {},
                                        std::size_t *runs = nullptr)
{
    CF_ASSIGN_OR_RETURN(PixelTally tally, PixelTally::create(options));
    for (const Image &image : images)
        CF_RETURN_IF_ERROR(tally.add(image.scores, image.mask, image.heightPx, image.widthPx));
    auto metrics = tally.finish();
    if (runs)
        *runs = tally.spilledRuns();
    return metrics;
}

inline std::vector<Image> randomImages(unsigned seed, int count, unsigned distinctScores)
{
    std::mt19937 random(seed);
    std::vector<Image> images;
    for (int i = 0; i < count; ++i) {
        const int heightPx = 2 + static_cast<int>(random() % 9);
        const int widthPx = 1 + static_cast<int>(random() % 11);
        images.push_back(brute::randomImage(random, heightPx, widthPx, distinctScores));
    }
    return images;
}

inline bool sameCurve(const Curve &a, const Curve &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &p, const auto &q) {
        return p.x == q.x && p.y == q.y && p.threshold == q.threshold;
    });
}

/// Every bit the same, curves included.
inline bool identical(const PixelMetrics &a, const PixelMetrics &b)
{
    return a.auroc.value == b.auroc.value && a.averagePrecision.value == b.averagePrecision.value &&
           a.f1Max.value == b.f1Max.value && a.f1Threshold == b.f1Threshold &&
           a.auPro.value == b.auPro.value && a.regionCount == b.regionCount &&
           a.normalPixels == b.normalPixels && a.anomalousPixels == b.anomalousPixels &&
           sameCurve(a.roc, b.roc) && sameCurve(a.precisionRecall, b.precisionRecall) &&
           sameCurve(a.pro, b.pro);
}

} // namespace pixel_cases
