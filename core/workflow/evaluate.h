#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"
#include "core/store/records.h"
#include "core/workflow/category_metrics.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct EvaluateRequest
{
    std::filesystem::path project;
    std::optional<std::string> run;             ///< a trained run, or
    std::optional<std::filesystem::path> model; ///< a model file
    std::filesystem::path data;                 ///< empty = the data that the run was trained on
    std::vector<std::string> categories;        ///< empty = all of the model's that the data has
    std::filesystem::path maps; ///< where the fused maps go (MVTec naming); empty = not written
    std::string device = "cpu";
    /// Trained runs: what they learned from after a review is left out as well, so that their
    /// figures and these are of the same pictures.
    std::vector<std::string> apartFrom = {};
};

struct Evaluation
{
    std::string run;
    std::vector<CategoryMetrics> categories;
    CategoryMetrics mean; ///< over the categories in which a figure is defined
    double secondsPerImage = 0.0;
    std::size_t failedImages = 0;
    /// Test pictures that a model learned from after a review, relative to the dataset's root: they
    /// were not scored.
    std::vector<std::filesystem::path> leftOut = {};
};

/// A test picture's row without its scores; `root` is the dataset's.
store::ImageScore scoreRow(const dataset::Sample &sample, const std::string &category,
                           const std::filesystem::path &root);

/// All figures as a project keeps them, the means under an empty category.
std::vector<store::Metric> storedMetrics(const Evaluation &evaluation);

/// The way back. Without the count of failed images.
Evaluation evaluationFrom(const store::Evaluation &record);

/// Evaluation::leftOut of a stored evaluation with these settings.
std::vector<std::filesystem::path> leftOutOf(const std::string &settingsJson);

/// Scores the test images and stores metrics, scores and curves under the run. Images that the
/// model learned from after a review are left out, by their bytes and whatever they are called. A
/// test image that cannot be read is logged and left out; fails with BadData when none is left.
Result<Evaluation> evaluate(const EvaluateRequest &request, RunContext &run);

} // namespace cf::workflow
