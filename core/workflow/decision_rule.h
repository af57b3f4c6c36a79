#pragma once

#include "core/base/result.h"
#include "core/metrics/decision_zones.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// Two thresholds on the fused score, and where they come from.
struct ChosenZones
{
    std::string category; ///< empty: for each category that has none of its own
    metrics::ZoneThresholds thresholds;
    std::optional<metrics::InspectionCosts> costs; ///< they are cheapest for; none: by hand
    bool operator==(const ChosenZones &) const = default;
};

/// Which pictures pass, go to a person or are rejected. It is kept beside the model file, as
/// MODEL.decision.json, so that choosing other thresholds leaves the model's bytes, and with them
/// the hash in the audit trail, as they are.
struct DecisionRule
{
    std::vector<ChosenZones> zones; ///< at most one a category
    std::string modelSha256;        ///< that they were chosen for
    std::string chosenUtc;          ///< ISO 8601
    bool operator==(const DecisionRule &) const = default;

    /// The category's own zones, else those of all; null without either.
    const ChosenZones *find(const std::string &category) const;
};

std::filesystem::path decisionRuleFile(const std::filesystem::path &model);

/// None when no rule was chosen. Fails with BadFormat for a damaged file, and with BadData for one
/// that was chosen for another model than the one that is there now.
Result<std::optional<DecisionRule>> loadDecisionRule(const std::filesystem::path &model);

/// Puts the zones of one category into the model's rule, whole or not at all; those of the others
/// stay. A rule for another model, or a damaged one, is replaced. Fails with BadUsage for
/// thresholds that are not low <= high, NotFound without the model, ReadOnly, DiskFull or Failed.
Result<DecisionRule> chooseZonesFor(const std::filesystem::path &model, const ChosenZones &zones);

} // namespace cf::workflow
