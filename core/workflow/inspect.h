#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"
#include "core/engine/scorer.h"
#include "core/metrics/kde.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cf::store {
class Project;
struct Run;
} // namespace cf::store

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

/// What one view shows of an Inspection. Only stages are held at the picture's size; the others are
/// made when they are asked for, as a picture has hundreds of them.
struct MapChoice
{
    enum class Kind {
        Picture,          ///< no map
        Stage,            ///< index = stage
        TemplateCost,     ///< index = layer, part = template: smallest cost against it alone
        AttentionChannel, ///< index = block, part = channel, both in the order of ScoredImage
        SpatialAttention, ///< index = block
    };
    Kind kind = Kind::Picture;
    int index = 0, part = 0;

    bool operator==(const MapChoice &) const = default;
};

/// Everything that can be looked at in one picture.
struct Inspection
{
    /// More are matched, and not shown one by one.
    static constexpr std::size_t kMostTemplates = 16;

    std::filesystem::path image;
    cv::Mat picture;             ///< as imaging::loadDeep() gives it
    std::optional<cv::Mat> mask; ///< CV_8UC1; none where there is no ground truth
    engine::ScoredImage scored;
    /// From the first to the last; a baseline that stands alone has no stages of the filter, and
    /// those of PatchCore and AnomalyDINO no costs and no templates.
    std::vector<NoiseStage> stages;
    std::vector<cv::Mat> templates; ///< the first of those matched, CV_8UC3, at the network's size
    /// Their files, relative to the dataset's root; empty where the project does not know them.
    std::vector<std::filesystem::path> templateFiles;

    bool has(const MapChoice &choice) const;
    bool hasFilter() const; ///< else its baseline stands alone
    std::size_t bytes() const; ///< of the pictures and maps, about
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

    /// The map of a choice, CV_32FC1 at the picture's size; empty for the bare picture. Inspections
    /// of this inspector only. Throws std::out_of_range for a choice that is not there.
    cv::Mat map(const Inspection &inspection, const MapChoice &choice) const;

    const std::vector<std::string> &categories() const { return m_scorer.categories(); }

private:
    using FilesByKey = std::map<std::string, std::filesystem::path, std::less<>>;
    Inspector(engine::Scorer scorer, FilesByKey normals)
        : m_scorer(std::move(scorer)), m_normals(std::move(normals))
    {
    }
    static Result<FilesByKey> normalsOf(const store::Project &project, const store::Run &run);

    engine::Scorer m_scorer;
    FilesByKey m_normals; ///< training pictures by the hash of their bytes
};

} // namespace cf::workflow
