#include "core/workflow/decision_rule.h"

#include "core/base/atomic_file.h"
#include "core/store/file_hash.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char *kRuleFormat = "costfilter decision rule";
constexpr double kEndless = std::numeric_limits<double>::infinity();

/// JSON has no infinity: no picture at all lies beyond a threshold that is null.
json thresholdJson(double threshold)
{
    return std::isinf(threshold) ? json(nullptr) : json(threshold);
}

json jsonOf(const metrics::InspectionCosts &costs)
{
    return {{"escape", costs.escape},
            {"false_reject", costs.falseReject},
            {"review", costs.review},
            {"defect_rate", costs.defectRate},
            {"review_miss_rate", costs.reviewMissRate},
            {"review_false_reject_rate", costs.reviewFalseRejectRate}};
}

metrics::InspectionCosts costsFrom(const json &from)
{
    metrics::InspectionCosts costs;
    costs.escape = from.at("escape");
    costs.falseReject = from.at("false_reject");
    costs.review = from.at("review");
    costs.defectRate = from.at("defect_rate");
    costs.reviewMissRate = from.at("review_miss_rate");
    costs.reviewFalseRejectRate = from.at("review_false_reject_rate");
    return costs;
}

std::string textOf(const DecisionRule &rule)
{
    json zones = json::array();
    for (const auto &one : rule.zones)
        zones.push_back({{"category", one.category.empty() ? json(nullptr) : json(one.category)},
                         {"low", thresholdJson(one.thresholds.low)},
                         {"high", thresholdJson(one.thresholds.high)},
                         {"costs", one.costs ? jsonOf(*one.costs) : json(nullptr)}});
    return json{{"format", kRuleFormat},
                {"version", 1},
                {"score", "fused"},
                {"model_sha256", rule.modelSha256},
                {"chosen_utc", rule.chosenUtc},
                {"zones", zones}}
               .dump(2) +
           "\n";
}

ChosenZones zonesFrom(const json &from)
{
    ChosenZones zones;
    if (!from.at("category").is_null())
        zones.category = from.at("category");
    zones.thresholds.low = from.at("low").is_null() ? -kEndless : from.at("low").get<double>();
    zones.thresholds.high = from.at("high").is_null() ? kEndless : from.at("high").get<double>();
    if (!from.at("costs").is_null())
        zones.costs = costsFrom(from.at("costs"));
    return zones;
}

} // namespace

const ChosenZones *DecisionRule::find(const std::string &category) const
{
    const ChosenZones *ofAll = nullptr;
    for (const auto &one : zones) {
        if (one.category == category)
            return &one;
        if (one.category.empty())
            ofAll = &one;
    }
    return ofAll;
}

fs::path decisionRuleFile(const fs::path &model)
{
    auto file = model;
    file += ".decision.json";
    return file;
}

Result<std::optional<DecisionRule>> loadDecisionRule(const fs::path &model)
{
    const auto file = decisionRuleFile(model);
    std::error_code failed;
    if (!fs::exists(file, failed))
        return std::optional<DecisionRule>();
    DecisionRule rule;
    try {
        std::ifstream in(file);
        const auto from = json::parse(in);
        if (from.at("format") != kRuleFormat || from.at("version") != 1)
            throw std::runtime_error("its format or version is another one");
        rule.modelSha256 = from.at("model_sha256");
        rule.chosenUtc = from.at("chosen_utc");
        for (const auto &one : from.at("zones")) {
            rule.zones.push_back(zonesFrom(one));
            metrics::detail::checkThresholds(rule.zones.back().thresholds).orThrow();
        }
    } catch (const std::exception &error) {
        return Error::make(ErrorCode::BadFormat, file.string() + " is damaged (" + error.what() +
                                                     "); choose the thresholds anew.");
    }
    CF_ASSIGN_OR_RETURN(const auto hash, store::sha256File(model));
    if (hash != rule.modelSha256)
        return Error::make(ErrorCode::BadData,
                           "The thresholds in " + file.string() +
                               " were chosen for another model, which lay there before; choose "
                               "them anew.");
    return std::optional(std::move(rule));
}

Result<DecisionRule> chooseZonesFor(const fs::path &model, const ChosenZones &zones)
{
    CF_RETURN_IF_ERROR(metrics::detail::checkThresholds(zones.thresholds));
    DecisionRule rule;
    if (auto before = loadDecisionRule(model); before.ok() && *before) {
        rule = std::move(**before); // of the bytes that are there
    } else {
        CF_ASSIGN_OR_RETURN(rule.modelSha256, store::sha256File(model));
    }
    rule.chosenUtc = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    std::erase_if(rule.zones, [&](const auto &one) { return one.category == zones.category; });
    rule.zones.push_back(zones);
    std::sort(rule.zones.begin(), rule.zones.end(),
              [](const auto &a, const auto &b) { return a.category < b.category; });
    CF_RETURN_IF_ERROR(writeFileAtomically(decisionRuleFile(model), textOf(rule)));
    return rule;
}

} // namespace cf::workflow
