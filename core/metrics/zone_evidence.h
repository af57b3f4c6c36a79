#pragma once

#include "core/metrics/decision_zones.h"
#include "core/metrics/intervals.h"

namespace cf::metrics {

/// What a test set can say about one kind of wrong decision.
enum class Evidence {
    None,           ///< no picture of that class: the rate cannot be told, whatever the thresholds
    UpperBoundOnly, ///< pictures, but none decided wrongly: the rate is at most a bound, perhaps 0
    Estimated,      ///< some decided wrongly: rate and interval
};

/// The share of one class that ends in a zone, and what is known about it.
struct ZoneRate
{
    Evidence evidence = Evidence::None;
    std::size_t seen = 0;
    std::size_t pictures = 0;
    Metric share;                   ///< undefined with Evidence::None
    OrUndefined<Interval> interval; ///< two-sided, Wilson; likewise
    Metric atMost; ///< one-sided bound when none was seen: 1 - (1-confidence)^(1/pictures)
};

/// What can be concluded from a test set at two thresholds: without known defects that is how much
/// is rejected and reviewed without need, and nothing about escapes.
struct ZoneEvidence
{
    ZoneRate falseReject;           ///< normal pictures in the fail zone
    ZoneRate reviewedNormals;       ///< normal pictures in the review zone
    ZoneRate escape;                ///< defective pictures in the pass zone
    ZoneRate reviewedDefects;       ///< defective pictures in the review zone
    Metric escapesPerMillionAtMost; ///< in production, from the upper end of what is known about
                                    ///< `escape` and the defect rate; a reviewer's misses included
};

/// fails   BadUsage for costs, thresholds or a confidence out of range
/// source  Wilson 1927; Hanley and Lippman-Hand 1983 for none of n
Result<ZoneEvidence> zoneEvidence(const RankedScores &scores, const ZoneThresholds &thresholds,
                                  const InspectionCosts &costs, double confidence = 0.95);

} // namespace cf::metrics
