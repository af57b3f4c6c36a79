#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/train_options.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct TrainRequest
{
    std::filesystem::path project;       ///< folder; created when it is not there
    std::filesystem::path data;          ///< folder of categories, or one category
    std::vector<std::string> categories; ///< empty = all of them
    engine::TrainOptions options;
    /// Of TemplateStrategy::Chosen: normal training pictures; they set options.chosenTemplates.
    std::vector<std::filesystem::path> templates;
    std::string backbone = "efficientnet-lite0";
    std::optional<std::string>
        resumeRun; ///< run id to take up again; settings and data then come from that run
    std::filesystem::path
        textures; ///< folder of texture images for the synthesis; empty = built in
};

struct TrainSummary
{
    std::string run;
    std::filesystem::path model;
    std::int64_t steps = 0;
    double seconds = 0.0;
    double loss = 0.0; ///< mean of the last steps
};

/// Trains one filter over the categories and writes run, losses and model into the project.
/// Throws Cancelled when stopped; the run is then kept as `cancelled` with its last complete
/// checkpoint. `onRun` is told the run's number, from the job's thread, as soon as it has one.
Result<TrainSummary> train(const TrainRequest &request, RunContext &run,
                           const std::function<void(const std::string &run)> &onRun = {});

} // namespace cf::workflow
