#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"
#include "core/engine/scorer.h"
#include "core/metrics/kde.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// One step on the way from the matching cost to the final map.
struct NoiseStage
{
    enum class Kind {
        LayerCost,     ///< smallest matching cost of one layer
        Baseline,      ///< the category's baseline map
        Attention,     ///< RCSA heatmap of one block
        NetworkOutput, ///< of the filter, raw
        Filtered,
        Fused
    };
    Kind kind = Kind::LayerCost;
    std::string name; ///< number of the layer from 1, or the block's name; empty for the others
    cv::Mat map;      ///< CV_32FC1 at the picture's size
    /// Where the ground truth marks a defect: densities of normal and defect pixels, and the area
    /// that they share (0 = told apart, 1 = the same). None where a density is not defined.
    std::optional<metrics::DensityCurve> normal, defective;
    std::optional<double> overlap;
};

/// Everything that can be looked at in one picture.
struct Inspection
{
    std::filesystem::path image;
    cv::Mat picture;             ///< as imaging::loadDeep() gives it
    std::optional<cv::Mat> mask; ///< CV_8UC1; none where there is no ground truth
    engine::ScoredImage scored;
    std::vector<NoiseStage> stages; ///< from the first to the last
};

/// Looks into pictures with the model of a run. One thread at a time.
class Inspector
{
public:
    /// Fails as runIdFrom(), Project::open(), modelOfRun() and openScorer().
    static Result<Inspector> open(const std::filesystem::path &project, const std::string &run,
                                  const std::string &device, RunContext &context);

    /// Fails with BadData or NotFound for an unreadable picture. An unreadable mask is logged and
    /// left out.
    Result<Inspection> inspect(const dataset::Sample &sample, RunContext &context) const;

    const std::vector<std::string> &categories() const { return m_scorer.categories(); }

private:
    explicit Inspector(engine::Scorer scorer) : m_scorer(std::move(scorer)) {}

    engine::Scorer m_scorer;
};

} // namespace cf::workflow
