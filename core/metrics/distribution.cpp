#include "core/metrics/distribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace cf::metrics {

Result<void> detail::checkFinite(std::span<const double> values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]))
            return Error::make(ErrorCode::BadData,
                               "Value " + std::to_string(i + 1) + " of " +
                                   std::to_string(values.size()) + " is " +
                                   (std::isnan(values[i]) ? "NaN" : "infinite") +
                                   "; leave it out of the distribution");
    }
    return {};
}

Result<void> detail::checkBins(std::size_t binCount, double low, double high)
{
    if (binCount == 0)
        return Error::make(ErrorCode::BadUsage, "A histogram needs at least one bin");
    if (!(low < high) || !std::isfinite(high - low))
        return Error::make(ErrorCode::BadUsage,
                           "A histogram cannot run from " + std::to_string(low) + " to " +
                               std::to_string(high) + "; give a lower end below the upper one");
    return {};
}

std::size_t detail::binOf(double value, std::size_t binCount, double low, double high)
{
    if (value < low || value > high)
        return binCount;
    const auto bins = static_cast<double>(binCount);
    const double step = (high - low) / bins;
    const auto edge = [&](std::size_t bin) { return low + static_cast<double>(bin) * step; };
    auto bin =
        std::min(binCount - 1, static_cast<std::size_t>((value - low) / (high - low) * bins));
    // The division rounds: a value on an edge belongs to the bin that starts there.
    if (bin > 0 && value < edge(bin))
        --bin;
    else if (bin + 1 < binCount && value >= edge(bin + 1))
        ++bin;
    return bin;
}

void detail::fillDensity(Histogram &histogram)
{
    const auto inside = static_cast<double>(
        std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::uint64_t{0}));
    const double binWidth =
        (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
    histogram.density.assign(histogram.counts.size(), 0);
    for (std::size_t bin = 0; inside > 0 && bin < histogram.counts.size(); ++bin)
        histogram.density[bin] = static_cast<double>(histogram.counts[bin]) / (inside * binWidth);
}

double detail::quantileOfSorted(std::span<const double> sorted, double quantile)
{
    const double place = quantile * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

Result<Histogram> histogram(std::span<const double> values, std::size_t binCount, double low,
                            double high)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(values));
    CF_RETURN_IF_ERROR(detail::checkBins(binCount, low, high));
    Histogram result{low, high, std::vector<std::uint64_t>(binCount, 0), {}};
    for (const double value : values) {
        const std::size_t bin = detail::binOf(value, binCount, low, high);
        if (bin < binCount)
            ++result.counts[bin];
    }
    detail::fillDensity(result);
    return result;
}

Result<OrUndefined<BoxStatistics>> boxStatistics(std::span<const double> values)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(values));
    if (values.empty())
        return OrUndefined<BoxStatistics>::undefined("there are no values");
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());

    BoxStatistics box;
    box.valueCount = sorted.size();
    box.minimum = sorted.front();
    box.maximum = sorted.back();
    box.lowerQuartile = detail::quantileOfSorted(sorted, 0.25);
    box.median = detail::quantileOfSorted(sorted, 0.5);
    box.upperQuartile = detail::quantileOfSorted(sorted, 0.75);
    const double reach = 1.5 * (box.upperQuartile - box.lowerQuartile);
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), box.lowerQuartile - reach);
    const auto end = std::upper_bound(sorted.begin(), sorted.end(), box.upperQuartile + reach);
    box.lowerWhisker = *first;
    box.upperWhisker = *(end - 1);
    box.outlierCount = sorted.size() - static_cast<std::size_t>(end - first);
    return OrUndefined<BoxStatistics>::of(box);
}

} // namespace cf::metrics
