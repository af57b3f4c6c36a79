#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/trainer.h"
#include "core/store/project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// Content keys of hand-picked templates, each once. Fails with BadUsage for a file that is not,
/// by its content, a normal training picture of `training`, and for a category that gets none;
/// with NotFound for a file that is not there.
Result<std::vector<std::string>> templateKeys(const std::vector<std::filesystem::path> &files,
                                              const engine::TrainingData &training,
                                              RunContext &run);

/// Notes which templates a run uses, a row a category; nothing where the run has its rows already.
/// `fixed` is empty for the rule that chooses anew for each picture. Fails as
/// Project::saveTemplateSet().
Result<void> saveRunTemplates(store::Project &project, store::Id run, store::Id dataset,
                              const engine::TrainOptions &options,
                              const std::vector<std::string> &categories,
                              const std::vector<engine::FixedTemplates> &fixed);

} // namespace cf::workflow
