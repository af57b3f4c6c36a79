#pragma once

#include "core/base/result.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <span>
#include <vector>

namespace cf::metrics {

/// The score of one image (any range, larger = more anomalous) and what the image really is.
struct ScoredLabel
{
    double score = 0;
    bool anomalous = false;
};

/// How well image scores part normal from anomalous images.
struct ImageMetrics
{
    Metric auroc;                      ///< 0..1, ties by midrank
    Metric averagePrecision;           ///< 0..1, step sum as scikit-learn's average_precision_score
    Metric f1Max;                      ///< 0..1, over all thresholds
    std::optional<double> f1Threshold; ///< the highest threshold that reaches f1Max
    Curve roc; ///< x false positive rate, y true positive rate; empty when auroc is undefined
    Curve precisionRecall; ///< x recall, y precision; starts at (0, 1); empty when undefined
    std::size_t normalCount = 0;
    std::size_t anomalousCount = 0;
};

/// All of the above; the curves hold one point per distinct score.
/// undefined  without anomalous images everything, without normal ones AUROC (AP and F1 are then 1)
/// fails      BadData naming the first score that is not finite
Result<ImageMetrics> imageMetrics(std::span<const ScoredLabel> samples);

/// Counts of the four outcomes when score >= threshold is called anomalous.
struct Confusion
{
    std::size_t truePositives = 0;
    std::size_t falsePositives = 0;
    std::size_t trueNegatives = 0;
    std::size_t falseNegatives = 0;
};

/// fails  BadData naming the first score that is not finite; BadUsage when the threshold is NaN
Result<Confusion> confusionAt(std::span<const ScoredLabel> samples, double threshold);

/// The threshold that maximises the Youden index, true minus false positive rate.
struct YoudenPoint
{
    double threshold = 0; ///< a score that occurs; the highest one among equals
    double index = 0;     ///< TPR - FPR there, 0..1
};

/// Undefined with one class only. Fails with BadData naming the first score that is not finite.
Result<OrUndefined<YoudenPoint>> youdenPoint(std::span<const ScoredLabel> samples);

namespace detail {
/// BadData naming the first score that is not finite.
Result<void> checkFinite(std::span<const ScoredLabel> samples);
} // namespace detail

} // namespace cf::metrics
