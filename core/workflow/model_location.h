#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/scorer.h"
#include "core/store/project.h"

#include <filesystem>
#include <string>

namespace cf::workflow {

/// The number that a run goes by on the command line. Fails with BadUsage for anything else.
Result<store::Id> runIdFrom(const std::string &text);

/// The model file of a finished run. Fails with NotFound, or BadData when the run has not been
/// finished.
Result<std::filesystem::path> modelOfRun(const store::Project &project, const store::Run &run);

/// Where features of normals are kept outside of a project; empty where the user has no home.
std::filesystem::path userFeatureCache();

/// Opens a scorer with the backbone weights that the model was trained with and a cache for its
/// normals' features: the project's, or userFeatureCache() when `cacheFolder` is empty.
Result<engine::Scorer> openScorer(const std::filesystem::path &model, const std::string &device,
                                  std::filesystem::path cacheFolder, RunContext &run);

} // namespace cf::workflow
