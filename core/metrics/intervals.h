#pragma once

#include "core/base/result.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace cf::metrics {

struct Interval
{
    double low = 0;
    double high = 0;
};

/// Wilson score interval for a rate seen `successes` times in `trials`: honest also for a few
/// images and for 0 or all. confidence  two-sided, 0..1 exclusive undefined   without trials fails
/// BadUsage when successes > trials or the confidence is out of range source      Wilson 1927,
/// without continuity correction
Result<OrUndefined<Interval>> wilsonInterval(std::uint64_t successes, std::uint64_t trials,
                                             double confidence = 0.95);

struct BootstrapOptions
{
    std::uint64_t seed = 0;
    std::size_t replicates = 2000; ///< 1 or more
    double confidence = 0.95;      ///< two-sided, 0..1 exclusive
};

/// How far AUROC and AP may be off because the test set is small.
struct RankingIntervals
{
    OrUndefined<Interval> auroc;
    OrUndefined<Interval> averagePrecision;
};

/// Percentile bootstrap: images are drawn anew with replacement, normal and anomalous ones
/// separately, because a benchmark fixes both numbers (and AP moves with their ratio). The same
/// seed gives the same intervals everywhere. undefined  both, with one class only fails BadData
/// naming the first score that is not finite; BadUsage for options out of range cost replicates *
/// samples
Result<RankingIntervals> bootstrapIntervals(std::span<const ScoredLabel> samples,
                                            const BootstrapOptions &options = {});

namespace detail {

Result<void> checkConfidence(double confidence);
/// z with P(-z < Z < z) = confidence for a standard normal Z, by bisection.
double normalQuantile(double confidence);
/// Uniform in 0..bound-1. Not std::uniform_int_distribution, whose numbers differ between standard
/// libraries.
std::size_t drawBelow(std::mt19937_64 &random, std::size_t bound);
/// The largest share that `pictures` of which none shows it leave possible, one-sided; 1 without
/// pictures. The rule of three, 3 / pictures for 95 %, is the usual approximation.
/// source  Hanley and Lippman-Hand 1983
double unseenShareAtMost(std::size_t pictures, double confidence);
/// Of at least one value.
Interval percentileInterval(std::vector<double> values, double confidence);

} // namespace detail

} // namespace cf::metrics
