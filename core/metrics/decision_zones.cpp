#include "core/metrics/decision_zones.h"

#include <algorithm>
#include <string>

namespace cf::metrics {

namespace {

Result<void> checkRange(const char *what, double value, double most)
{
    if (!(value >= 0 && value <= most))
        return Error::make(ErrorCode::BadUsage, std::string(what) + " is " + std::to_string(value) +
                                                    "; choose a number from 0 to " +
                                                    (most == 1 ? "1" : "10^15"));
    return {};
}

/// A class that does not occur in production need not be known.
Metric weighted(double weight, const Metric &value)
{
    if (weight == 0)
        return Metric::of(0);
    return value.defined() ? Metric::of(weight * *value.value) : value;
}

Metric sum(const Metric &a, const Metric &b)
{
    if (!a.defined() || !b.defined())
        return a.defined() ? b : a;
    return Metric::of(*a.value + *b.value);
}

Metric scaled(const Metric &value, double factor)
{
    return value.defined() ? Metric::of(*value.value * factor) : value;
}

/// Undefined shares name the class that is missing.
Metric shareOf(const ZoneCounts &counts, Zone zone, const char *reasonWithout)
{
    return counts.total() == 0 ? Metric::undefined(reasonWithout) : counts.share(zone);
}

} // namespace

const char *toString(Zone zone)
{
    switch (zone) {
    case Zone::Pass:
        return "pass";
    case Zone::Review:
        return "review";
    case Zone::Fail:
        return "fail";
    }
    return "review";
}

Zone zoneOf(double score, const ZoneThresholds &thresholds)
{
    if (score < thresholds.low)
        return Zone::Pass;
    return score >= thresholds.high ? Zone::Fail : Zone::Review;
}

Result<void> checkCosts(const InspectionCosts &costs)
{
    CF_RETURN_IF_ERROR(checkRange("The cost of an escape", costs.escape, kHighestCost));
    CF_RETURN_IF_ERROR(checkRange("The cost of a false reject", costs.falseReject, kHighestCost));
    CF_RETURN_IF_ERROR(checkRange("The cost of a review", costs.review, kHighestCost));
    CF_RETURN_IF_ERROR(checkRange("The defect rate", costs.defectRate, 1));
    CF_RETURN_IF_ERROR(
        checkRange("The share of defects that a reviewer misses", costs.reviewMissRate, 1));
    return checkRange("The share of normal pictures that a reviewer rejects",
                      costs.reviewFalseRejectRate, 1);
}

Result<void> detail::checkThresholds(const ZoneThresholds &thresholds)
{
    if (!(thresholds.low <= thresholds.high))
        return Error::make(ErrorCode::BadUsage, "The thresholds are " +
                                                    std::to_string(thresholds.low) + " and " +
                                                    std::to_string(thresholds.high) +
                                                    "; the first must not be above the second");
    return {};
}

Result<RankedScores> rankedScores(std::span<const ScoredLabel> samples)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    RankedScores scores;
    for (const auto &sample : samples)
        (sample.anomalous ? scores.defect : scores.normal).push_back(sample.score);
    std::sort(scores.normal.begin(), scores.normal.end());
    std::sort(scores.defect.begin(), scores.defect.end());
    return scores;
}

Metric ZoneCounts::share(Zone zone) const
{
    if (total() == 0)
        return Metric::undefined("there is no picture of this class");
    const auto count = zone == Zone::Pass ? pass : zone == Zone::Review ? review : fail;
    return Metric::of(static_cast<double>(count) / static_cast<double>(total()));
}

ZoneCounts countZones(std::span<const double> sorted, const ZoneThresholds &thresholds)
{
    const auto below = [&](double threshold) {
        return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), threshold) -
                                        sorted.begin());
    };
    const auto belowLow = below(thresholds.low);
    const auto belowHigh = below(thresholds.high);
    return {belowLow, belowHigh - belowLow, sorted.size() - belowHigh};
}

ZoneTable detail::tableOf(const ZoneCounts &normal, const ZoneCounts &defect,
                          const InspectionCosts &costs)
{
    const double defectRate = costs.defectRate;
    const double normalRate = 1 - costs.defectRate;
    const auto ofDefects = [&](Zone zone) {
        return weighted(defectRate, shareOf(defect, zone, "there is no defective picture"));
    };
    const auto ofNormals = [&](Zone zone) {
        return weighted(normalRate, shareOf(normal, zone, "there is no normal picture"));
    };

    ZoneTable table;
    table.normal = normal;
    table.defect = defect;
    const Metric escapes =
        sum(ofDefects(Zone::Pass), scaled(ofDefects(Zone::Review), costs.reviewMissRate));
    const Metric falseRejects =
        sum(ofNormals(Zone::Fail), scaled(ofNormals(Zone::Review), costs.reviewFalseRejectRate));
    table.reviewShare = sum(ofDefects(Zone::Review), ofNormals(Zone::Review));
    table.escapeCost = scaled(escapes, costs.escape);
    table.falseRejectCost = scaled(falseRejects, costs.falseReject);
    table.reviewCost = scaled(table.reviewShare, costs.review);
    table.expectedCost = sum(sum(table.escapeCost, table.falseRejectCost), table.reviewCost);
    table.escapesPerMillion = scaled(escapes, 1e6);
    table.falseRejectsPerMillion = scaled(falseRejects, 1e6);
    return table;
}

Result<ZoneTable> zoneTable(const RankedScores &scores, const ZoneThresholds &thresholds,
                            const InspectionCosts &costs)
{
    CF_RETURN_IF_ERROR(checkCosts(costs));
    CF_RETURN_IF_ERROR(detail::checkThresholds(thresholds));
    return detail::tableOf(countZones(scores.normal, thresholds),
                           countZones(scores.defect, thresholds), costs);
}

} // namespace cf::metrics
