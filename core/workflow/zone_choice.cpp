#include "core/workflow/zone_choice.h"

namespace cf::workflow {

Result<metrics::RankedScores> rankedScores(const ScoreAnalysis &scores)
{
    std::vector<metrics::ScoredLabel> labels;
    labels.reserve(scores.pictures.size());
    for (const auto &picture : scores.pictures)
        labels.push_back({picture.score, picture.defective});
    return metrics::rankedScores(labels);
}

Result<ZoneChoice> zoneChoice(const metrics::RankedScores &scores,
                              const metrics::ZoneThresholds &thresholds,
                              const metrics::InspectionCosts &costs)
{
    ZoneChoice choice;
    choice.thresholds = thresholds;
    CF_ASSIGN_OR_RETURN(choice.table, metrics::zoneTable(scores, thresholds, costs));
    CF_ASSIGN_OR_RETURN(choice.evidence, metrics::zoneEvidence(scores, thresholds, costs));
    return choice;
}

Result<metrics::OrUndefined<ZoneChoice>> cheapestZoneChoice(const metrics::RankedScores &scores,
                                                            const metrics::InspectionCosts &costs)
{
    CF_ASSIGN_OR_RETURN(const auto cheapest, metrics::cheapestZones(scores, costs));
    metrics::OrUndefined<ZoneChoice> choice;
    choice.reasonWhenUndefined = cheapest.reasonWhenUndefined;
    if (!cheapest.defined())
        return choice;
    CF_ASSIGN_OR_RETURN(choice.value, zoneChoice(scores, cheapest.value->thresholds, costs));
    return choice;
}

std::vector<AnalysedPicture> picturesInZone(const ScoreAnalysis &scores,
                                            const metrics::ZoneThresholds &thresholds,
                                            metrics::Zone zone, bool defective)
{
    std::vector<AnalysedPicture> chosen;
    for (const auto &picture : scores.pictures)
        if (picture.defective == defective && metrics::zoneOf(picture.score, thresholds) == zone)
            chosen.push_back(picture);
    return chosen;
}

} // namespace cf::workflow
