#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/train_options.h"
#include "core/engine/trainer.h"

#include <filesystem>
#include <functional>
#include <memory>
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
    /// Learns also from what was reviewed in the project: accepted test pictures as normals, drawn
    /// defects for the filter. They are no test of the model any more, see evaluate().
    bool reviewed = false;
};

/// Takes a run up again; its settings stand in the run. None: of a run that has no number yet.
TrainRequest requestToGoOn(const std::filesystem::path &project,
                           const std::optional<std::string> &run);

/// The template source of a request; null for the normal pictures and those of PatchCore's memory.
/// Fails as plugin::openTemplateSource().
Result<std::shared_ptr<engine::TemplateSource>> sourceOf(const TrainRequest &request);

struct TrainSummary
{
    std::string run;
    std::filesystem::path model;
    std::int64_t steps = 0;
    double seconds = 0.0;
    double loss = 0.0;                                    ///< mean of the last steps
    std::size_t reviewedNormals = 0, reviewedDefects = 0; ///< that it learned from
};

/// What keeps a training from going faster.
struct TrainingPace
{
    double waitingShare = 0.0; ///< 0..1 of the time, until a step's samples were made
};

/// What a training tells while it runs, from the job's thread, and what it is told. All may be
/// empty.
struct TrainHooks
{
    std::function<void(const std::string &run)> onRun; ///< as soon as it has a number
    std::function<void(const engine::TrainingPreview &)> onPreview;
    std::function<void(const TrainingPace &)> onPace; ///< about once a second
    std::shared_ptr<const engine::TrainingControl> control;
};

/// Trains one filter over the categories, unless a baseline is to stand alone, and writes run,
/// losses, previews and model into the project. Throws Cancelled when stopped; the run is then kept
/// as `cancelled` with its last complete checkpoint. Fails with BadUsage where it shall learn from
/// reviewed pictures and there are none to learn from.
Result<TrainSummary> train(const TrainRequest &request, RunContext &run,
                           const TrainHooks &hooks = {});

} // namespace cf::workflow
