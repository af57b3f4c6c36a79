#pragma once

#include "core/base/result.h"
#include "core/metrics/distribution.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cf::metrics {

/// How wide the kernel is, as a factor on the sample's standard deviation (divisor n - 1).
enum class BandwidthRule {
    Scott,     ///< n^(-1/5)
    Silverman, ///< (3n/4)^(-1/5)
    HalfScott, ///< half of Scott's: the paper's figure of logit distributions
};

/// A density at rising positions, linear between them and 0 outside.
struct DensityCurve
{
    std::vector<double> position;
    std::vector<double> density;
    double bandwidth = 0;
};

/// Standard deviation of the Gaussian kernel.
/// undefined  with fewer than 2 samples, or when all are equal
/// fails      BadData naming the first sample that is not finite
Result<Metric> kernelBandwidth(std::span<const double> samples, BandwidthRule rule);

/// Mean of Gaussian kernels on the samples, at the given positions (in rising order).
/// undefined  and fails as kernelBandwidth()
/// cost       positions * samples within 9 bandwidths; what lies farther adds less than 1e-17 of a
/// kernel's peak
Result<OrUndefined<DensityCurve>> kernelDensity(std::span<const double> samples,
                                                std::span<const double> positions,
                                                BandwidthRule rule);

/// The density as the paper's figure draws it: half of Scott's bandwidth, 200 positions evenly from
/// 3 bandwidths below the sample to 3 above, cut to [clipLow, clipHigh] (a class's smallest and
/// largest score). Not renormalised. undefined  also when nothing is left of the range fails also
/// with BadUsage unless clipLow <= clipHigh
Result<OrUndefined<DensityCurve>> figureDensity(std::span<const double> samples, double clipLow,
                                                double clipHigh);

/// Integral of the smaller of two densities: 0 = apart, 1 = the same. Exact for the drawn
/// polylines.
double overlap(const DensityCurve &a, const DensityCurve &b);

namespace detail {

/// A sample as the kernel estimate needs it, whether of single values or of bins.
struct KernelSample
{
    std::vector<WeightedPoint> points; // by rising position
    std::uint64_t count = 0;
    double deviation = 0; // divisor count - 1
    double minimum = 0;
    double maximum = 0;
};

Metric kernelBandwidth(const KernelSample &sample, BandwidthRule rule);
std::vector<double> densityAt(const KernelSample &sample, std::span<const double> positions,
                              double bandwidth);
Result<OrUndefined<DensityCurve>> figureDensity(const KernelSample &sample, double clipLow,
                                                double clipHigh);

} // namespace detail

} // namespace cf::metrics
