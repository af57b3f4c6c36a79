#pragma once

#include "core/base/run_context.h"
#include "core/metrics/cost_operating_point.h"
#include "core/metrics/zone_evidence.h"
#include "core/workflow/analysis.h"

namespace cf::workflow {

/// Two thresholds over one set of scores, what they make of it, and what is known by that.
struct ZoneChoice
{
    metrics::ZoneThresholds thresholds;
    metrics::ZoneTable table;
    metrics::ZoneEvidence evidence;
};

/// The scores by class, to be asked again and again. Fails as metrics::rankedScores().
Result<metrics::RankedScores> rankedScores(const ScoreAnalysis &scores);

/// What the thresholds make of the scores. Fails as metrics::zoneTable().
Result<ZoneChoice> zoneChoice(const metrics::RankedScores &scores,
                              const metrics::ZoneThresholds &thresholds,
                              const metrics::InspectionCosts &costs);

/// The cheapest thresholds. Undefined without defective (or without good) pictures, whose costs
/// then nothing speaks for; fails for costs out of range.
Result<metrics::OrUndefined<ZoneChoice>> cheapestZoneChoice(const metrics::RankedScores &scores,
                                                            const metrics::InspectionCosts &costs);

/// The pictures of one class that the thresholds put into a zone, by falling score.
std::vector<AnalysedPicture> picturesInZone(const ScoreAnalysis &scores,
                                            const metrics::ZoneThresholds &thresholds,
                                            metrics::Zone zone, bool defective);

} // namespace cf::workflow
