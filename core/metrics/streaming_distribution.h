#pragma once

#include "core/metrics/kde.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cf::metrics {

/// The distribution of any number of scores (all pixels of a category) in about 1 MB.
/// Exact: count, minimum, maximum, mean, deviation (and so the bandwidths). Everything else comes
/// from a histogram of at most 131072 bins, whose width is the smallest power of two that covers
/// the range: 65536 bins or more over it once the values spread. Quantiles are then off by at most
/// one binWidth(). A density counts each value at the centre of its bin, which is off by about
/// (binWidth / bandwidth)^2 / 24 relative to a curve of the bandwidth's curvature: below 1e-5 while
/// the bandwidth is 65 bins, 1 % at 2 bins. The bins do not depend on the order of the values.
class StreamingDistribution
{
public:
    /// Fails with BadData naming the first value that is not finite; none of `values` is then
    /// added.
    Result<void> add(std::span<const float> values);

    std::uint64_t count() const { return m_count; }
    double minimum() const { return m_minimum; } ///< 0 without values, like maximum() and mean()
    double maximum() const { return m_maximum; }
    double mean() const { return m_mean; }
    double deviation() const; ///< divisor count - 1; 0 with fewer than 2 values
    double binWidth() const;

    Metric bandwidth(BandwidthRule rule) const;
    /// As cf::metrics::figureDensity().
    Result<OrUndefined<DensityCurve>> figureDensity(double clipLow, double clipHigh) const;
    /// As cf::metrics::histogram().
    Result<Histogram> histogram(std::size_t binCount, double low, double high) const;
    OrUndefined<BoxStatistics> boxStatistics() const;

private:
    void setExponent(int exponent);
    void coarsenTo(int exponent);
    void makeRoomFor(double low, double high);
    std::int64_t binOf(double value) const;
    std::vector<detail::WeightedPoint> binCentres() const;
    detail::KernelSample kernelSample() const;

    int m_exponent = 0;          // a bin is 2^m_exponent wide
    double m_binsPerUnit = 1;    // 2^-m_exponent
    std::int64_t m_firstBin = 0; // of m_bins[0], in bin widths from zero
    std::vector<std::uint64_t> m_bins;
    std::uint64_t m_count = 0;
    double m_minimum = 0;
    double m_maximum = 0;
    double m_mean = 0;
    double m_squares = 0; // sum of squared distances from the mean
};

} // namespace cf::metrics
