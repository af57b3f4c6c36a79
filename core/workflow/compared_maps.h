#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/scorer.h"
#include "core/workflow/run_comparison.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cf::workflow {

/// The map that a run gives as its answer for a picture.
struct ComparedMap
{
    cv::Mat map;        ///< CV_32FC1 at the picture's size; empty: there is none
    std::string reason; ///< why not, a sentence
    /// Of all compared pictures of the category, the lowest and the highest score by this run: one
    /// range of colours for all of them, whatever the scale of the run. Equal where unknown.
    double low = 0.0, high = 0.0;
    std::optional<double> threshold; ///< of the run's category
};

struct ComparedPicture
{
    std::filesystem::path file;
    cv::Mat picture;               ///< as imaging::loadDeep() gives it
    std::optional<cv::Mat> mask;   ///< CV_8UC1, where the project knows one
    std::vector<ComparedMap> maps; ///< in the order of RunComparison::runs
};

/// Makes the maps of compared runs, those of models anew and those of other methods from their
/// files. Keeps the models that were used last. One thread at a time.
class MapComparer
{
public:
    explicit MapComparer(std::filesystem::path project) : m_project(std::move(project)) {}

    /// Fails when the picture cannot be read; a run without a map says why instead. One step of
    /// "maps" a run; throws Cancelled.
    Result<ComparedPicture> compare(const RunComparison &comparison, const PictureRow &picture,
                                    RunContext &run);

private:
    Result<cv::Mat> mapBy(const store::Project &project, const ComparedRun &compared,
                          const PictureRow &row, const std::filesystem::path &file,
                          RunContext &run);
    Result<const engine::Scorer *> scorerOf(const store::Project &project, const store::Run &run,
                                            RunContext &context);

    std::filesystem::path m_project;
    std::list<std::pair<store::Id, engine::Scorer>> m_scorers; ///< the one used last in front
};

} // namespace cf::workflow
