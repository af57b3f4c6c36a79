#pragma once

#include "core/demo/demo_data.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/train.h"

#include <filesystem>

/// A project whose scores come from a real model, to be reviewed.
namespace reviewed {

/// folder/project over folder/data: the demo's pictures, a baseline of the cloth, which takes
/// seconds, and its evaluation. Returns the model.
inline std::filesystem::path trainCloth(const std::filesystem::path &folder)
{
    cf::demo::DemoOptions options;
    options.trainPerCategory = 8;
    options.goodPerCategory = 5;
    options.defectsPerKind = 1;
    cf::RunContext run;
    cf::demo::writeDemoData(folder / "data", options, run).orThrow();
    cf::workflow::TrainRequest request;
    request.project = folder / "project";
    request.data = folder / "data";
    request.categories = {"cloth"};
    request.options.filter = false;
    const auto trained = cf::workflow::train(request, run).orThrow();
    cf::workflow::EvaluateRequest evaluate;
    evaluate.project = request.project;
    evaluate.run = trained.run;
    (void)cf::workflow::evaluate(evaluate, run).orThrow();
    return trained.model;
}

} // namespace reviewed
