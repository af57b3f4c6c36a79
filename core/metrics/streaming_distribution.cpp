#include "core/metrics/streaming_distribution.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace cf::metrics {

namespace {

constexpr std::int64_t kBinLimit = std::int64_t{1} << 17;
constexpr int kFinestExponent = -60; // finer than any difference between scores that matters
constexpr double kLargestIndex = 4503599627370496.0; // 2^52: bin numbers stay exact in a double

/// The finest exponent with which low..high fits into the bins. Grows with the range alone, hence
/// the same in any order.
int exponentFor(double low, double high)
{
    int exponent = kFinestExponent;
    const double farthest = std::max(std::abs(low), std::abs(high));
    while (std::ldexp(farthest, -exponent) > kLargestIndex)
        ++exponent;
    while (std::floor(std::ldexp(high, -exponent)) - std::floor(std::ldexp(low, -exponent)) >=
           static_cast<double>(kBinLimit))
        ++exponent;
    return exponent;
}

} // namespace

Result<void> StreamingDistribution::add(std::span<const float> values)
{
    if (values.empty())
        return {};
    double low = values.front();
    double high = values.front();
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]))
            return Error::make(ErrorCode::BadData,
                               "Value " + std::to_string(i + 1) + " of " +
                                   std::to_string(values.size()) + " is " +
                                   (std::isnan(values[i]) ? "NaN" : "infinite") +
                                   "; leave this score map out of the distribution");
        low = std::min<double>(low, values[i]);
        high = std::max<double>(high, values[i]);
        sum += values[i];
    }
    makeRoomFor(low, high);

    const auto added = static_cast<double>(values.size());
    const double mean = sum / added;
    double squares = 0;
    for (const float value : values) {
        ++m_bins[static_cast<std::size_t>(binOf(value) - m_firstBin)];
        squares += (value - mean) * (value - mean);
    }
    // Two groups' sums of squares join by way of the distance of their means (Chan, Golub and
    // LeVeque).
    const auto before = static_cast<double>(m_count);
    const double distance = mean - m_mean;
    m_squares += squares + distance * distance * before * added / (before + added);
    m_mean += distance * added / (before + added);
    m_minimum = m_count == 0 ? low : std::min(m_minimum, low);
    m_maximum = m_count == 0 ? high : std::max(m_maximum, high);
    m_count += values.size();
    return {};
}

void StreamingDistribution::makeRoomFor(double low, double high)
{
    if (m_count > 0) {
        low = std::min(low, m_minimum);
        high = std::max(high, m_maximum);
    }
    const int exponent = exponentFor(low, high);
    if (m_count == 0)
        setExponent(exponent);
    else
        coarsenTo(exponent);
    const std::int64_t first = binOf(low);
    const std::int64_t last = binOf(high);
    std::vector<std::uint64_t> bins(static_cast<std::size_t>(last - first + 1), 0);
    if (m_count > 0)
        std::copy(m_bins.begin(), m_bins.end(), bins.begin() + (m_firstBin - first));
    m_bins = std::move(bins);
    m_firstBin = first;
}

void StreamingDistribution::setExponent(int exponent)
{
    m_exponent = exponent;
    m_binsPerUnit = std::ldexp(1.0, -exponent);
}

void StreamingDistribution::coarsenTo(int exponent)
{
    const int shift = exponent - m_exponent;
    if (shift <= 0)
        return;
    // Bins of powers of two nest, so counts move without error. Beyond 62 all of them fall to one
    // side of zero each.
    const int steps = std::min(shift, 62);
    const auto coarse = [steps](std::int64_t bin) {
        return bin >> steps;
    }; // rounds down, also below zero
    const std::int64_t first = coarse(m_firstBin);
    const std::int64_t last = coarse(m_firstBin + static_cast<std::int64_t>(m_bins.size()) - 1);
    std::vector<std::uint64_t> bins(static_cast<std::size_t>(last - first + 1), 0);
    for (std::size_t i = 0; i < m_bins.size(); ++i)
        bins[static_cast<std::size_t>(coarse(m_firstBin + static_cast<std::int64_t>(i)) - first)] +=
            m_bins[i];
    m_bins = std::move(bins);
    m_firstBin = first;
    setExponent(exponent);
}

std::int64_t StreamingDistribution::binOf(double value) const
{
    return static_cast<std::int64_t>(std::floor(value * m_binsPerUnit));
}

double StreamingDistribution::deviation() const
{
    return m_count < 2 ? 0 : std::sqrt(m_squares / static_cast<double>(m_count - 1));
}

double StreamingDistribution::binWidth() const
{
    return std::ldexp(1.0, m_exponent);
}

std::vector<detail::WeightedPoint> StreamingDistribution::binCentres() const
{
    std::vector<detail::WeightedPoint> centres;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        if (m_bins[i] == 0)
            continue;
        const double middle = static_cast<double>(m_firstBin + static_cast<std::int64_t>(i)) + 0.5;
        centres.push_back({std::clamp(std::ldexp(middle, m_exponent), m_minimum, m_maximum),
                           static_cast<double>(m_bins[i])});
    }
    return centres;
}

detail::KernelSample StreamingDistribution::kernelSample() const
{
    return {binCentres(), m_count, deviation(), m_minimum, m_maximum};
}

Metric StreamingDistribution::bandwidth(BandwidthRule rule) const
{
    return detail::kernelBandwidth({{}, m_count, deviation(), m_minimum, m_maximum}, rule);
}

Result<OrUndefined<DensityCurve>> StreamingDistribution::figureDensity(double clipLow,
                                                                       double clipHigh) const
{
    return detail::figureDensity(kernelSample(), clipLow, clipHigh);
}

Result<Histogram> StreamingDistribution::histogram(std::size_t binCount, double low,
                                                   double high) const
{
    CF_RETURN_IF_ERROR(detail::checkBins(binCount, low, high));
    Histogram result{low, high, std::vector<std::uint64_t>(binCount, 0), {}};
    for (const auto &centre : binCentres()) {
        const std::size_t bin = detail::binOf(centre.position, binCount, low, high);
        if (bin < binCount)
            result.counts[bin] += static_cast<std::uint64_t>(centre.weight);
    }
    detail::fillDensity(result);
    return result;
}

OrUndefined<BoxStatistics> StreamingDistribution::boxStatistics() const
{
    if (m_count == 0)
        return OrUndefined<BoxStatistics>::undefined("there are no values");
    const auto centres = binCentres();
    const auto valueAt = [&](double quantile) {
        const double place = quantile * static_cast<double>(m_count - 1);
        const double below = std::floor(place);
        double seen = 0;
        double lower = m_maximum;
        for (const auto &centre : centres) {
            if (seen <= below && below < seen + centre.weight)
                lower = centre.position;
            seen += centre.weight;
            if (below + 1 < seen) // the next order statistic
                return std::lerp(lower, centre.position, place - below);
        }
        return lower;
    };
    BoxStatistics box;
    box.valueCount = m_count;
    box.minimum = m_minimum;
    box.maximum = m_maximum;
    box.lowerQuartile = valueAt(0.25);
    box.median = valueAt(0.5);
    box.upperQuartile = valueAt(0.75);
    const double reach = 1.5 * (box.upperQuartile - box.lowerQuartile);
    box.lowerWhisker = m_maximum;
    box.upperWhisker = m_minimum;
    for (const auto &centre : centres) {
        if (centre.position < box.lowerQuartile - reach ||
            centre.position > box.upperQuartile + reach) {
            box.outlierCount += static_cast<std::uint64_t>(centre.weight);
            continue;
        }
        box.lowerWhisker = std::min(box.lowerWhisker, centre.position);
        box.upperWhisker = std::max(box.upperWhisker, centre.position);
    }
    return OrUndefined<BoxStatistics>::of(box);
}

} // namespace cf::metrics
