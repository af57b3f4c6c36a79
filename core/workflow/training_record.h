#pragma once

#include "core/base/result.h"
#include "core/store/records.h"
#include "core/workflow/evaluate.h"

#include <filesystem>
#include <optional>
#include <string>

namespace cf::workflow {

/// What a project remembers of a training, for those who come later.
struct TrainingRecord
{
    store::Run run;
    std::optional<Evaluation> evaluation; ///< the latest
};

/// Of this run, or of the newest training where none is named; nothing when that is no training, or
/// runs at this moment. Fails as runIdFrom(), Project::open() and Project::run().
Result<std::optional<TrainingRecord>> trainingRecord(const std::filesystem::path &project,
                                                     const std::optional<std::string> &run);

} // namespace cf::workflow
