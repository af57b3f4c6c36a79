#pragma once

#include "core/engine/training_trial.h"
#include "core/workflow/train.h"

namespace cf::workflow {

/// engine::tryTraining() over the pictures of a request, in a temporary folder; the project is not
/// touched. Takes some ten seconds. Fails as train() before its first step.
Result<engine::TrainingEstimate> estimateTraining(const TrainRequest &request, RunContext &run);

} // namespace cf::workflow
