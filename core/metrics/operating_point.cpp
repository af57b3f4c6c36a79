#include "core/metrics/operating_point.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cf::metrics {

Result<std::vector<OperatingPoint>> operatingPoints(std::span<const ScoredLabel> samples)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    std::vector<OperatingPoint> points;
    if (samples.empty())
        return points;
    std::vector<ScoredLabel> sorted(samples.begin(), samples.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const ScoredLabel &a, const ScoredLabel &b) { return a.score > b.score; });
    OperatingPoint point;
    for (const auto &sample : sorted)
        ++(sample.anomalous ? point.counts.falseNegatives : point.counts.trueNegatives);
    point.threshold = std::nextafter(sorted.front().score, std::numeric_limits<double>::infinity());
    points.push_back(point);
    for (std::size_t i = 0; i < sorted.size();) {
        point.threshold = sorted[i].score;
        for (; i < sorted.size() && sorted[i].score == point.threshold; ++i) {
            if (sorted[i].anomalous) {
                ++point.counts.truePositives;
                --point.counts.falseNegatives;
            } else {
                ++point.counts.falsePositives;
                --point.counts.trueNegatives;
            }
        }
        points.push_back(point);
    }
    return points;
}

Confusion countsAt(std::span<const OperatingPoint> points, double threshold)
{
    // The lowest of the points' thresholds that is not below it calls the same images.
    const auto below =
        std::partition_point(points.begin(), points.end(), [&](const OperatingPoint &point) {
            return point.threshold >= threshold;
        });
    return below == points.begin() ? points.front().counts : (below - 1)->counts;
}

Metric f1Of(const Confusion &counts)
{
    const auto anomalous = counts.truePositives + counts.falseNegatives;
    if (anomalous == 0)
        return Metric::undefined("there is no anomalous image");
    const auto called = counts.truePositives + counts.falsePositives;
    return Metric::of(2 * static_cast<double>(counts.truePositives) /
                      static_cast<double>(called + anomalous));
}

OrUndefined<OperatingPoint> withinFalsePositiveRate(std::span<const OperatingPoint> points,
                                                    double rate)
{
    using Point = OrUndefined<OperatingPoint>;
    if (points.empty() || points.front().counts.trueNegatives == 0)
        return Point::undefined("there is no normal image");
    const auto normals = static_cast<double>(points.front().counts.trueNegatives);
    const bool hasDefects = points.front().counts.falseNegatives > 0;
    const OperatingPoint *best = &points.front();
    for (const auto &point : points) {
        if (static_cast<double>(point.counts.falsePositives) / normals > rate)
            break;
        if (!hasDefects || point.counts.truePositives > best->counts.truePositives)
            best = &point;
    }
    return Point::of(*best);
}

Metric expectedCost(const Confusion &counts, const ErrorCosts &costs)
{
    const auto normals = static_cast<double>(counts.trueNegatives + counts.falsePositives);
    const auto anomalous = static_cast<double>(counts.truePositives + counts.falseNegatives);
    if (anomalous == 0)
        return Metric::undefined("there is no anomalous image");
    if (normals == 0)
        return Metric::undefined("there is no normal image");
    return Metric::of(costs.anomalousShare * costs.missed *
                          static_cast<double>(counts.falseNegatives) / anomalous +
                      (1 - costs.anomalousShare) * costs.falseAlarm *
                          static_cast<double>(counts.falsePositives) / normals);
}

OrUndefined<OperatingPoint> cheapest(std::span<const OperatingPoint> points,
                                     const ErrorCosts &costs)
{
    using Point = OrUndefined<OperatingPoint>;
    if (points.empty())
        return Point::undefined("there is no image");
    const OperatingPoint *best = nullptr;
    double least = 0;
    for (const auto &point : points) {
        const auto cost = expectedCost(point.counts, costs);
        if (!cost.defined())
            return Point::undefined(cost.reasonWhenUndefined);
        if (best == nullptr || *cost.value < least) {
            best = &point;
            least = *cost.value;
        }
    }
    return Point::of(*best);
}

} // namespace cf::metrics
