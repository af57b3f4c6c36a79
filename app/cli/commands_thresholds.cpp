#include "app/cli/commands.h"
#include "core/store/project.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/model_location.h"
#include "core/workflow/zone_choice.h"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

constexpr double kPerThousand = 1000.0;

struct ThresholdArguments
{
    std::string project, run, category;
    metrics::InspectionCosts costs;
    std::optional<double> low, high;
    bool saves = false;
};

struct Chosen
{
    workflow::ZoneChoice zones;
    std::optional<metrics::CheapestZonesIntervals> intervals; ///< not of thresholds by hand
    std::optional<std::filesystem::path> file;                ///< that they were kept in
};

/// The thresholds that were given, else the cheapest.
Chosen choose(const ThresholdArguments &arguments, const metrics::RankedScores &scores)
{
    Chosen chosen;
    if (arguments.low || arguments.high) {
        const metrics::ZoneThresholds given{arguments.low.value_or(arguments.high.value_or(0)),
                                            arguments.high.value_or(arguments.low.value_or(0))};
        chosen.zones = workflow::zoneChoice(scores, given, arguments.costs).orThrow();
        return chosen;
    }
    auto cheapest = workflow::cheapestZoneChoice(scores, arguments.costs).orThrow();
    if (!cheapest.defined())
        throw Failure(Error::make(
            ErrorCode::BadData, "Costs cannot choose thresholds: " + cheapest.reasonWhenUndefined +
                                    "; give both by hand with --low and "
                                    "--high."));
    chosen.zones = std::move(*cheapest.value);
    chosen.intervals = metrics::cheapestZonesIntervals(scores, arguments.costs).orThrow().value;
    return chosen;
}

json number(double value)
{
    return std::isfinite(value) ? json(value) : json(nullptr);
}

json number(const metrics::Metric &metric)
{
    return metric.defined() ? json(*metric.value) : json(nullptr);
}

json jsonOf(const metrics::ZoneCounts &counts)
{
    return {{"pass", counts.pass}, {"review", counts.review}, {"fail", counts.fail}};
}

json jsonOf(const metrics::Interval &interval)
{
    return {number(interval.low), number(interval.high)};
}

void printJson(const Chosen &chosen)
{
    const auto &zones = chosen.zones;
    json output = {{"low", number(zones.thresholds.low)},
                   {"high", number(zones.thresholds.high)},
                   {"good", jsonOf(zones.table.normal)},
                   {"defective", jsonOf(zones.table.defect)},
                   {"expected_cost", number(zones.table.expectedCost)},
                   {"review_share", number(zones.table.reviewShare)},
                   {"escapes_per_million", number(zones.table.escapesPerMillion)},
                   {"escapes_per_million_at_most", number(zones.evidence.escapesPerMillionAtMost)},
                   {"false_rejects_per_million", number(zones.table.falseRejectsPerMillion)},
                   {"file", chosen.file ? json(chosen.file->string()) : json(nullptr)}};
    if (chosen.intervals) {
        output["low_interval"] = jsonOf(chosen.intervals->low);
        output["high_interval"] = jsonOf(chosen.intervals->high);
        output["expected_cost_interval"] = jsonOf(chosen.intervals->expectedCost);
        output["optimism"] = chosen.intervals->optimism;
    }
    Console::print(output);
}

std::string text(const metrics::Metric &metric, double factor)
{
    std::ostringstream out;
    out << std::fixed << std::setprecision(2);
    if (metric.defined())
        out << *metric.value * factor;
    else
        out << "unknown (" << metric.reasonWhenUndefined << ")";
    return out.str();
}

/// Of scores; an end may be infinite.
std::string text(const metrics::Interval &scores)
{
    std::ostringstream out;
    if (std::isinf(scores.low) && std::isinf(scores.high))
        out << "any score";
    else if (std::isinf(scores.low))
        out << scores.high << " or less";
    else if (std::isinf(scores.high))
        out << scores.low << " or more";
    else
        out << scores.low << " to " << scores.high;
    return out.str();
}

void printText(const Chosen &chosen)
{
    const auto &[thresholds, table, evidence] = chosen.zones;
    std::cout << "pass below " << thresholds.low << ", fail from " << thresholds.high
              << ", review in between\n";
    if (chosen.intervals)
        std::cout << "95 % intervals: pass below " << text(chosen.intervals->low) << ", fail from "
                  << text(chosen.intervals->high) << '\n';
    std::cout << "\n             pass  review    fail\n";
    const auto row = [](const char *name, const metrics::ZoneCounts &counts) {
        std::cout << std::left << std::setw(9) << name << std::right << std::setw(8) << counts.pass
                  << std::setw(8) << counts.review << std::setw(8) << counts.fail << '\n';
    };
    row("good", table.normal);
    row("defective", table.defect);
    std::cout << "\nexpected cost of 1,000 parts: " << text(table.expectedCost, kPerThousand);
    if (chosen.intervals)
        std::cout << std::fixed << std::setprecision(2) << " (95 % interval "
                  << kPerThousand * chosen.intervals->expectedCost.low << " to "
                  << kPerThousand * chosen.intervals->expectedCost.high
                  << "; chosen on these pictures, so on others about "
                  << kPerThousand * chosen.intervals->optimism << " more)";
    std::cout << "\nreviewed: " << text(table.reviewShare, 100.0)
              << " %\nescapes in a million parts: " << text(table.escapesPerMillion, 1.0)
              << ", at most " << text(evidence.escapesPerMillionAtMost, 1.0)
              << "\nfalse rejects in a million parts: " << text(table.falseRejectsPerMillion, 1.0)
              << '\n';
    if (chosen.file)
        std::cout << "kept in " << chosen.file->string() << '\n';
}

/// The fused scores of a category, or of all; null where there are none.
const workflow::ScoreAnalysis *scoresOf(const std::optional<workflow::Analysis> &analysis,
                                        const std::string &category)
{
    if (!analysis)
        return nullptr;
    for (const auto &one : analysis->categories) {
        const bool isOnlyOne = category.empty() && analysis->categories.size() == 1;
        const auto fused = one.scores.find(store::Variant::Fused);
        if ((one.name == category || isOnlyOne) && fused != one.scores.end())
            return &fused->second;
    }
    return nullptr;
}

ExitCode chooseThresholds(const CommandSet &commands, const ThresholdArguments &arguments,
                          Console &console)
{
    auto run = console.runContext();
    const auto id = workflow::runIdFrom(arguments.run).orThrow();
    const auto analysis = workflow::analyseRun(arguments.project, id, run).orThrow();
    const auto *scores = scoresOf(analysis, arguments.category);
    if (!scores)
        throw Failure(Error::make(
            ErrorCode::BadData, "Run " + arguments.run + " has no scores of " +
                                    (arguments.category.empty() ? "pictures" : arguments.category) +
                                    "; get them with: costfilter evaluate --project " +
                                    arguments.project + " --run " + arguments.run));
    auto chosen = choose(arguments, workflow::rankedScores(*scores).orThrow());
    if (arguments.saves) {
        const auto project = store::Project::open(arguments.project).orThrow();
        const auto model = workflow::modelOfRun(project, project.run(id).orThrow()).orThrow();
        const bool byHand = !chosen.intervals;
        workflow::chooseZonesFor(model, {arguments.category, chosen.zones.thresholds,
                                         byHand ? std::nullopt : std::optional(arguments.costs)})
            .orThrow();
        chosen.file = workflow::decisionRuleFile(model);
    }
    if (commands.json())
        printJson(chosen);
    else
        printText(chosen);
    return ExitCode::Done;
}

} // namespace

void addThresholdCommands(CommandSet &commands)
{
    const auto arguments = std::make_shared<ThresholdArguments>();
    auto *command =
        commands.add("thresholds", "What passes, is reviewed or fails, by what mistakes cost",
                     [&commands, arguments](Console &console) {
                         return chooseThresholds(commands, *arguments, console);
                     });
    auto &costs = arguments->costs;
    command->add_option("--project", arguments->project, "Project folder")->required();
    command->add_option("--run", arguments->run, "An evaluated run")->required();
    command->add_option("--category", arguments->category,
                        "Thresholds of this category alone; else one pair for all");
    command->add_option("--escape-cost", costs.escape, "Of a defective part that passes")
        ->capture_default_str();
    command->add_option("--false-reject-cost", costs.falseReject, "Of a good part that is rejected")
        ->capture_default_str();
    command->add_option("--review-cost", costs.review, "Of a look by a person")
        ->capture_default_str();
    command->add_option("--defect-rate", costs.defectRate, "Share of defective parts in production")
        ->capture_default_str();
    command
        ->add_option("--review-miss-rate", costs.reviewMissRate,
                     "Share of reviewed defective parts that the person lets pass")
        ->capture_default_str();
    command
        ->add_option("--review-false-reject-rate", costs.reviewFalseRejectRate,
                     "Share of reviewed good parts that the person rejects")
        ->capture_default_str();
    command->add_option("--low", arguments->low, "By hand: passes below this score");
    command->add_option("--high", arguments->high, "By hand: fails from this score on");
    command->add_flag("--save", arguments->saves,
                      "Keep them with the run's model: then infer decides each picture");
    command->footer(
        "All costs are in one unit, whichever. The scores are those of the run's latest "
        "evaluation,\n"
        "so the cost is that of pictures like them. With --json: {\"low\", \"high\" (null: "
        "endless),\n"
        "\"good\", \"defective\": {\"pass\", \"review\", \"fail\"}, \"expected_cost\" of one "
        "part,\n"
        "\"low_interval\", \"high_interval\", \"expected_cost_interval\" (95 %, [least, most]),\n"
        "\"optimism\", \"review_share\", \"escapes_per_million\",\n"
        "\"escapes_per_million_at_most\", \"false_rejects_per_million\", \"file\"}.");
}

} // namespace cf::cli
