#pragma once

#include "core/base/result.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cf::metrics {

/// Bins of equal width over [low, high]; the last one includes its upper edge. Values outside are
/// left out.
struct Histogram
{
    double low = 0;
    double high = 0;
    std::vector<std::uint64_t> counts;
    std::vector<double>
        density; ///< per bin; integrates to 1 over [low, high]; all 0 when no value lies inside
};

/// fails  BadData naming the first value that is not finite; BadUsage without bins or unless low <
/// high, both finite
Result<Histogram> histogram(std::span<const double> values, std::size_t binCount, double low,
                            double high);

/// What a box plot shows. Quartiles by linear interpolation between order statistics (numpy's
/// default).
struct BoxStatistics
{
    double minimum = 0;
    double lowerWhisker = 0; ///< the smallest value not below lowerQuartile - 1.5 IQR
    double lowerQuartile = 0;
    double median = 0;
    double upperQuartile = 0;
    double upperWhisker = 0; ///< the largest value not above upperQuartile + 1.5 IQR
    double maximum = 0;
    std::uint64_t outlierCount = 0; ///< values beyond the whiskers
    std::uint64_t valueCount = 0;
};

/// Undefined without values; a single one is its own box. Fails with BadData naming the first value
/// not finite.
Result<OrUndefined<BoxStatistics>> boxStatistics(std::span<const double> values);

namespace detail {

/// `weight` values at `position`. Exact samples have weight 1; the bins of a fine histogram have
/// their count.
struct WeightedPoint
{
    double position = 0;
    double weight = 0;
};

Result<void> checkFinite(std::span<const double> values);
Result<void> checkBins(std::size_t binCount, double low, double high);
/// The bin of `value`, or binCount when it lies outside.
std::size_t binOf(double value, std::size_t binCount, double low, double high);
void fillDensity(Histogram &histogram);
/// Quantile 0..1 of a sorted, non-empty sample, linear between order statistics.
double quantileOfSorted(std::span<const double> sorted, double quantile);

} // namespace detail

} // namespace cf::metrics
