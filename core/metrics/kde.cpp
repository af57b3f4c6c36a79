#include "core/metrics/kde.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace cf::metrics {

namespace {

constexpr double kReachInBandwidths = 9; // exp(-9 * 9 / 2) = 3e-18
constexpr std::size_t kFigurePositions = 200;
constexpr double kFigureCut = 3; // bandwidths beyond the sample

detail::KernelSample kernelSampleOf(std::span<const double> samples)
{
    detail::KernelSample sample;
    sample.count = samples.size();
    if (samples.empty())
        return sample;
    double mean = 0;
    for (const double value : samples) {
        sample.points.push_back({value, 1});
        mean += value / static_cast<double>(samples.size());
    }
    std::sort(sample.points.begin(), sample.points.end(),
              [](const auto &a, const auto &b) { return a.position < b.position; });
    sample.minimum = sample.points.front().position;
    sample.maximum = sample.points.back().position;
    double squares = 0;
    for (const double value : samples)
        squares += (value - mean) * (value - mean);
    if (samples.size() > 1)
        sample.deviation = std::sqrt(squares / static_cast<double>(samples.size() - 1));
    return sample;
}

/// The curve's value at x, 0 outside; at the ends the curve's own value.
double densityOf(const DensityCurve &curve, double x)
{
    const auto &at = curve.position;
    if (at.empty() || x < at.front() || x > at.back())
        return 0;
    const auto next = std::upper_bound(at.begin(), at.end(), x);
    if (next == at.end())
        return curve.density.back();
    const auto i = static_cast<std::size_t>(next - at.begin());
    return std::lerp(curve.density[i - 1], curve.density[i], (x - at[i - 1]) / (at[i] - at[i - 1]));
}

/// Integral of min(a, b) over an interval of length `width` in which both are linear, given their
/// values at its ends.
double smallerArea(double width, double a0, double a1, double b0, double b1)
{
    const double before = a0 - b0;
    const double after = a1 - b1;
    if (before * after >= 0)
        return width * (std::min(a0, b0) + std::min(a1, b1)) / 2;
    const double crossing = before / (before - after); // where they are equal
    const double level = std::lerp(a0, a1, crossing);
    return width *
           (crossing * (std::min(a0, b0) + level) + (1 - crossing) * (level + std::min(a1, b1))) /
           2;
}

} // namespace

Metric detail::kernelBandwidth(const KernelSample &sample, BandwidthRule rule)
{
    if (sample.count == 0)
        return Metric::undefined("there are no values");
    if (sample.count == 1)
        return Metric::undefined("there is only one value");
    if (sample.minimum == sample.maximum)
        return Metric::undefined("all values are equal");
    const auto count = static_cast<double>(sample.count);
    double factor = std::pow(count, -0.2);
    if (rule == BandwidthRule::Silverman)
        factor = std::pow(count * 3 / 4, -0.2);
    else if (rule == BandwidthRule::HalfScott)
        factor /= 2;
    const double bandwidth = factor * sample.deviation;
    if (!std::isnormal(bandwidth) || !std::isnormal(1 / bandwidth))
        return Metric::undefined("the values are too large or too close for a bandwidth");
    return Metric::of(bandwidth);
}

std::vector<double> detail::densityAt(const KernelSample &sample, std::span<const double> positions,
                                      double bandwidth)
{
    const double norm =
        1 / (static_cast<double>(sample.count) * bandwidth * std::sqrt(2 * std::numbers::pi));
    const double reach = kReachInBandwidths * bandwidth;
    std::vector<double> densities;
    densities.reserve(positions.size());
    for (const double x : positions) {
        auto point =
            std::lower_bound(sample.points.begin(), sample.points.end(), x - reach,
                             [](const WeightedPoint &p, double low) { return p.position < low; });
        double sum = 0;
        for (; point != sample.points.end() && point->position <= x + reach; ++point) {
            const double distance = (x - point->position) / bandwidth;
            sum += point->weight * std::exp(-distance * distance / 2);
        }
        densities.push_back(sum * norm);
    }
    return densities;
}

Result<OrUndefined<DensityCurve>> detail::figureDensity(const KernelSample &sample, double clipLow,
                                                        double clipHigh)
{
    using Answer = OrUndefined<DensityCurve>;
    if (!(clipLow <= clipHigh))
        return Error::make(ErrorCode::BadUsage, "A density cannot be cut to the range from " +
                                                    std::to_string(clipLow) + " to " +
                                                    std::to_string(clipHigh));
    const Metric bandwidth = kernelBandwidth(sample, BandwidthRule::HalfScott);
    if (!bandwidth.defined())
        return Answer::undefined(bandwidth.reasonWhenUndefined);
    const double low = std::max(clipLow, sample.minimum - kFigureCut * *bandwidth.value);
    const double high = std::min(clipHigh, sample.maximum + kFigureCut * *bandwidth.value);
    if (!(low < high))
        return Answer::undefined("the values lie outside the drawn range");
    DensityCurve curve;
    curve.bandwidth = *bandwidth.value;
    for (std::size_t i = 0; i < kFigurePositions; ++i)
        curve.position.push_back(std::lerp(
            low, high, static_cast<double>(i) / static_cast<double>(kFigurePositions - 1)));
    curve.density = densityAt(sample, curve.position, curve.bandwidth);
    return Answer::of(std::move(curve));
}

Result<Metric> kernelBandwidth(std::span<const double> samples, BandwidthRule rule)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    return detail::kernelBandwidth(kernelSampleOf(samples), rule);
}

Result<OrUndefined<DensityCurve>> kernelDensity(std::span<const double> samples,
                                                std::span<const double> positions,
                                                BandwidthRule rule)
{
    using Answer = OrUndefined<DensityCurve>;
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    const detail::KernelSample sample = kernelSampleOf(samples);
    const Metric bandwidth = detail::kernelBandwidth(sample, rule);
    if (!bandwidth.defined())
        return Answer::undefined(bandwidth.reasonWhenUndefined);
    DensityCurve curve;
    curve.position.assign(positions.begin(), positions.end());
    curve.bandwidth = *bandwidth.value;
    curve.density = detail::densityAt(sample, positions, curve.bandwidth);
    return Answer::of(std::move(curve));
}

Result<OrUndefined<DensityCurve>> figureDensity(std::span<const double> samples, double clipLow,
                                                double clipHigh)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    return detail::figureDensity(kernelSampleOf(samples), clipLow, clipHigh);
}

double overlap(const DensityCurve &a, const DensityCurve &b)
{
    if (a.position.empty() || b.position.empty())
        return 0;
    const double low = std::max(a.position.front(), b.position.front());
    const double high = std::min(a.position.back(), b.position.back());
    std::vector<double> breaks = {low, high};
    for (const auto *positions : {&a.position, &b.position}) {
        for (const double x : *positions) {
            if (x > low && x < high)
                breaks.push_back(x);
        }
    }
    std::sort(breaks.begin(), breaks.end());
    double area = 0;
    for (std::size_t i = 1; low < high && i < breaks.size(); ++i) {
        const double x0 = breaks[i - 1];
        const double x1 = breaks[i];
        area += smallerArea(x1 - x0, densityOf(a, x0), densityOf(a, x1), densityOf(b, x0),
                            densityOf(b, x1));
    }
    return area;
}

} // namespace cf::metrics
