#pragma once

#include "core/base/result.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/metric.h"

#include <span>
#include <vector>

namespace cf::metrics {

/// A threshold and what it makes of the images: score >= threshold is called anomalous.
struct OperatingPoint
{
    double threshold = 0;
    Confusion counts;
};

/// Every outcome that some threshold has, by falling threshold: first the number just above the
/// highest score (nothing is called anomalous), then each score that occurs. Empty without samples.
/// fails  BadData naming the first score that is not finite
Result<std::vector<OperatingPoint>> operatingPoints(std::span<const ScoredLabel> samples);

/// What a threshold in between makes of the images; the same as confusionAt(), in O(log points).
/// `points` as operatingPoints() gives them, not empty.
Confusion countsAt(std::span<const OperatingPoint> points, double threshold);

/// Harmonic mean of precision and recall. undefined  without anomalous images
Metric f1Of(const Confusion &counts);

/// The most defects found with at most `rate` (0..1) of the normal images called anomalous; among
/// equals the fewest false calls. Without anomalous images the lowest threshold that `rate` allows.
/// undefined  without normal images
OrUndefined<OperatingPoint> withinFalsePositiveRate(std::span<const OperatingPoint> points,
                                                    double rate);

struct ErrorCosts
{
    double missed = 1;          ///< of one anomalous image called normal; any unit, >= 0
    double falseAlarm = 1;      ///< of one normal image called anomalous; the same unit
    double anomalousShare = .5; ///< of the images to come, 0..1; the test set's own does not count
};

/// Expected cost of an image. undefined  with one class only
Metric expectedCost(const Confusion &counts, const ErrorCosts &costs);

/// The point of least expected cost; the highest threshold among equals. undefined  likewise
OrUndefined<OperatingPoint> cheapest(std::span<const OperatingPoint> points,
                                     const ErrorCosts &costs);

} // namespace cf::metrics
