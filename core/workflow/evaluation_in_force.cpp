#include "core/workflow/evaluation_in_force.h"

#include "core/workflow/model_location.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace cf::workflow {

namespace {

/// Of the model that a run has now; none: there is none, or nobody knows.
std::optional<std::string> keyOfModel(const store::Project &project, store::Id runId)
{
    const auto run = project.run(runId);
    if (!run.ok() || !run->modelPath)
        return std::nullopt;
    const auto model = modelOfRun(project, *run);
    if (!model.ok())
        return std::nullopt;
    const auto normals = loadAddedNormals(*model);
    return normals.ok() ? std::optional(normalsKey(*normals)) : std::nullopt;
}

/// Without scores and curves; null: the run was never evaluated.
const store::Evaluation *inForce(const std::vector<store::Evaluation> &evaluations,
                                 const store::Project &project, store::Id runId)
{
    if (evaluations.empty())
        return nullptr;
    if (const auto key = keyOfModel(project, runId)) {
        const auto found = std::find_if(evaluations.rbegin(), evaluations.rend(),
                                        [&](const auto &one) { return normalsKeyOf(one) == *key; });
        if (found != evaluations.rend())
            return &*found;
    }
    return &evaluations.back();
}

} // namespace

std::string normalsKeyOf(const store::Evaluation &evaluation)
{
    const auto settings = nlohmann::json::parse(evaluation.settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains(kNormalsSetting) ||
        !settings[kNormalsSetting].is_string())
        return {};
    return settings[kNormalsSetting].get<std::string>();
}

Result<std::optional<store::Evaluation>> evaluationInForce(const store::Project &project,
                                                           store::Id runId)
{
    CF_ASSIGN_OR_RETURN(const auto evaluations, project.evaluations(runId));
    const auto *found = inForce(evaluations, project, runId);
    if (!found)
        return std::optional<store::Evaluation>();
    CF_ASSIGN_OR_RETURN(auto whole, project.evaluation(found->id));
    return std::optional(std::move(whole));
}

Result<std::vector<store::RunSummary>> runSummariesInForce(const store::Project &project)
{
    CF_ASSIGN_OR_RETURN(auto summaries, project.runSummaries());
    for (auto &summary : summaries) {
        if (!summary.evaluationId || !summary.run.modelPath)
            continue;
        CF_ASSIGN_OR_RETURN(const auto evaluations, project.evaluations(summary.run.id));
        const auto *found = inForce(evaluations, project, summary.run.id);
        if (!found || found->id == *summary.evaluationId)
            continue;
        summary.evaluationId = found->id;
        summary.means = found->metrics;
        std::erase_if(summary.means,
                      [](const store::Metric &metric) { return !metric.category.empty(); });
    }
    return summaries;
}

} // namespace cf::workflow
