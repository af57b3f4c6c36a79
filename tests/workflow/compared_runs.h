#pragma once

#include "core/store/project.h"

#include <map>
#include <string>
#include <vector>

/// Runs with scores and figures of one's own choice, for the tests of the comparison and its page.
namespace compared {

using namespace cf;

struct Score
{
    const char *category, *path;
    bool defective;
    double value;
};

/// An evaluation whose answer is `variant`; figures are image_auroc by category.
inline store::Evaluation evaluation(store::Id run, store::Variant variant,
                                    const std::vector<Score> &scores,
                                    const std::map<std::string, double> &aurocs)
{
    store::Evaluation record;
    record.runId = run;
    record.startedUtc = record.endedUtc = "2024-05-01T12:00:00.000Z";
    record.settingsJson = R"({"data":"/data"})";
    double sum = 0.0;
    for (const auto &[category, auroc] : aurocs) {
        record.metrics.push_back({category, variant, "image_auroc", auroc, ""});
        sum += auroc;
    }
    const double mean = sum / static_cast<double>(aurocs.size());
    record.metrics.push_back({"", variant, "image_auroc", mean, ""});
    if (variant == store::Variant::Fused)
        record.metrics.push_back({"", store::Variant::Baseline, "image_auroc", mean - 0.1, ""});
    for (const auto &score : scores) {
        store::ImageScore row;
        row.category = score.category;
        row.path = score.path;
        row.defective = score.defective;
        row.kind = score.defective ? "bent" : "good";
        (variant == store::Variant::External ? row.external : row.fused) = score.value;
        record.scores.push_back(row);
    }
    return record;
}

/// A finished training of `steps` steps, not evaluated.
inline store::Id trained(store::Project &project, const std::string &name, int steps,
                         store::RunKind kind = store::RunKind::Train)
{
    store::NewRun row;
    row.kind = kind;
    row.name = name;
    row.seed = 7;
    row.settingsJson = R"({"profile":"compact","seed":7,"templates":2,"steps":)" +
                       std::to_string(steps) + R"(,"categories":["a","b c"],"learning_rate":0.0})";
    const auto id = project.createRun(row).orThrow();
    store::RunOutcome outcome;
    outcome.stepsDone = steps;
    outcome.seconds = 90.0;
    project.finishRun(id, outcome).orThrow();
    return id;
}

/// "first" and "second" are trainings, the second with a false alarm more; "other" is another
/// method's, on another scale. Their best F1 of category a is at 3, 3 and 0.15.
inline std::vector<store::Id> threeRuns(store::Project &project)
{
    using store::Variant;
    const auto first = trained(project, "first", 100);
    const auto second = trained(project, "second", 200);
    const auto other = trained(project, "other", 0, store::RunKind::External);
    project
        .saveEvaluation(evaluation(first, Variant::Fused,
                                   {{"a", "a/g0.png", false, 1},
                                    {"a", "a/g1.png", false, 2},
                                    {"a", "a/d0.png", true, 3},
                                    {"a", "a/d1.png", true, 6}},
                                   {{"a", 0.8}, {"c", 0.6}}))
        .orThrow();
    project
        .saveEvaluation(evaluation(second, Variant::Fused,
                                   {{"a", "a/g0.png", false, 1},
                                    {"a", "a/g1.png", false, 5},
                                    {"a", "a/d0.png", true, 3},
                                    {"a", "a/d1.png", true, 7},
                                    {"b", "b/d0.png", true, 4}},
                                   {{"a", 0.9}, {"b", 0.2}, {"c", 0.8}}))
        .orThrow();
    project
        .saveEvaluation(evaluation(other, Variant::External,
                                   {{"a", "a/g0.png", false, 0.1},
                                    {"a", "a/g1.png", false, 0.2},
                                    {"a", "a/d0.png", true, 0.15},
                                    {"a", "a/d1.png", true, 0.9}},
                                   {{"a", 0.7}}))
        .orThrow();
    return {first, second, other};
}

} // namespace compared
