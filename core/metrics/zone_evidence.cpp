#include "core/metrics/zone_evidence.h"

#include <algorithm>
#include <cmath>

namespace cf::metrics {

namespace {

Result<ZoneRate> rateOf(std::size_t seen, std::size_t pictures, const char *reasonWithout,
                        double confidence)
{
    ZoneRate rate;
    rate.seen = seen;
    rate.pictures = pictures;
    if (pictures == 0) {
        rate.share = rate.atMost = Metric::undefined(reasonWithout);
        rate.interval = OrUndefined<Interval>::undefined(reasonWithout);
        return rate;
    }
    rate.evidence = seen == 0 ? Evidence::UpperBoundOnly : Evidence::Estimated;
    rate.share = Metric::of(static_cast<double>(seen) / static_cast<double>(pictures));
    CF_ASSIGN_OR_RETURN(rate.interval, wilsonInterval(seen, pictures, confidence));
    if (seen == 0)
        rate.atMost = Metric::of(detail::unseenShareAtMost(pictures, confidence));
    else
        rate.atMost = Metric::undefined("some were seen; the interval tells more");
    return rate;
}

double upperEnd(const ZoneRate &rate)
{
    return rate.atMost.defined() ? *rate.atMost.value : rate.interval.value->high;
}

} // namespace

Result<ZoneEvidence> zoneEvidence(const RankedScores &scores, const ZoneThresholds &thresholds,
                                  const InspectionCosts &costs, double confidence)
{
    CF_RETURN_IF_ERROR(detail::checkConfidence(confidence));
    CF_ASSIGN_OR_RETURN(const ZoneTable table, zoneTable(scores, thresholds, costs));
    const char *noNormal = "there is no normal picture";
    const char *noDefect = "there is no defective picture";
    const auto normals = table.normal.total();
    const auto defects = table.defect.total();

    ZoneEvidence result;
    CF_ASSIGN_OR_RETURN(result.falseReject,
                        rateOf(table.normal.fail, normals, noNormal, confidence));
    CF_ASSIGN_OR_RETURN(result.reviewedNormals,
                        rateOf(table.normal.review, normals, noNormal, confidence));
    CF_ASSIGN_OR_RETURN(result.escape, rateOf(table.defect.pass, defects, noDefect, confidence));
    CF_ASSIGN_OR_RETURN(result.reviewedDefects,
                        rateOf(table.defect.review, defects, noDefect, confidence));
    if (result.escape.evidence == Evidence::None) {
        result.escapesPerMillionAtMost = Metric::undefined(noDefect);
        return result;
    }
    // Shares of one class: what passes is not reviewed as well.
    const double passed = upperEnd(result.escape);
    const double missed =
        std::min(1 - passed, upperEnd(result.reviewedDefects)) * costs.reviewMissRate;
    result.escapesPerMillionAtMost = Metric::of(1e6 * costs.defectRate * (passed + missed));
    return result;
}

} // namespace cf::metrics
