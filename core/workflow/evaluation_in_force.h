#pragma once

#include "core/base/result.h"
#include "core/store/project.h"
#include "core/workflow/added_normals.h"

#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// What an evaluation's settings keep of the added normals that it was made with: normalsKey().
inline constexpr const char *kNormalsSetting = "added_normals";

/// normalsKey() of the normals that an evaluation was made with.
std::string normalsKeyOf(const store::Evaluation &evaluation);

/// The latest evaluation of a run that was made with the normals that its model has now, whole; the
/// latest of all where there is none such. So the one file beside the model decides which scores
/// hold: taking a normal away again brings the old ones back, and no crash can part the two.
Result<std::optional<store::Evaluation>> evaluationInForce(const store::Project &project,
                                                           store::Id runId);

/// As Project::runSummaries(), each with its evaluation in force.
Result<std::vector<store::RunSummary>> runSummariesInForce(const store::Project &project);

} // namespace cf::workflow
