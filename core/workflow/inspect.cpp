#include "core/workflow/inspect.h"

#include "core/dataset/sample_mask.h"
#include "core/imaging/image_file.h"
#include "core/store/project.h"
#include "core/workflow/model_location.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace cf::workflow {

namespace {

constexpr std::size_t kMostPixels = 20000; // of each class; more do not change a density's shape

struct Sides
{
    std::vector<double> normal, defective;
};

/// The values of a map on both sides of the mask, evenly thinned.
Sides divide(const cv::Mat &map, const cv::Mat &mask)
{
    const auto marked = static_cast<std::size_t>(cv::countNonZero(mask));
    const std::size_t clean = mask.total() - marked;
    const std::size_t everyMarked = std::max<std::size_t>(1, marked / kMostPixels);
    const std::size_t everyClean = std::max<std::size_t>(1, clean / kMostPixels);
    Sides sides;
    std::size_t m = 0;
    std::size_t c = 0;
    for (int y = 0; y < map.rows; ++y) {
        const auto *value = map.ptr<float>(y);
        const auto *defect = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < map.cols; ++x) {
            if (defect[x] ? m++ % everyMarked == 0 : c++ % everyClean == 0)
                (defect[x] ? sides.defective : sides.normal).push_back(value[x]);
        }
    }
    return sides;
}

std::optional<metrics::DensityCurve> densityOf(const std::vector<double> &values)
{
    if (values.size() < 2)
        return std::nullopt;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const auto curve = metrics::figureDensity(values, *low, *high);
    return curve.ok() ? curve->value : std::nullopt;
}

void compare(NoiseStage &stage, const cv::Mat &mask)
{
    const auto sides = divide(stage.map, mask);
    stage.normal = densityOf(sides.normal);
    stage.defective = densityOf(sides.defective);
    if (stage.normal && stage.defective)
        stage.overlap = metrics::overlap(*stage.normal, *stage.defective);
}

std::vector<NoiseStage> stagesOf(const engine::ScoredImage &scored)
{
    std::vector<NoiseStage> stages;
    const auto add = [&](NoiseStage::Kind kind, std::string name, const cv::Mat &map) {
        NoiseStage stage;
        stage.kind = kind;
        stage.name = std::move(name);
        stage.map = map;
        stages.push_back(std::move(stage));
    };
    for (std::size_t l = 0; l < scored.layerCosts.size(); ++l)
        add(NoiseStage::Kind::LayerCost, std::to_string(l + 1), scored.layerCosts[l]);
    add(NoiseStage::Kind::Baseline, {}, scored.baseline);
    for (const auto &heatmap : scored.heatmaps)
        add(NoiseStage::Kind::Attention, heatmap.block, heatmap.map);
    add(NoiseStage::Kind::NetworkOutput, {}, scored.networkOutput);
    add(NoiseStage::Kind::Filtered, {}, scored.filtered);
    add(NoiseStage::Kind::Fused, {}, scored.fused);
    return stages;
}

} // namespace

Result<Inspector> Inspector::open(const std::filesystem::path &projectPath, const std::string &run,
                                  const std::string &device, RunContext &context)
{
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(run));
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_ASSIGN_OR_RETURN(const auto row, project.run(id));
    CF_ASSIGN_OR_RETURN(const auto model, modelOfRun(project, row));
    CF_ASSIGN_OR_RETURN(auto scorer,
                        openScorer(model, device, project.cacheFolder() / "features", context));
    return Inspector(std::move(scorer));
}

Result<Inspection> Inspector::inspect(const dataset::Sample &sample, RunContext &context) const
{
    Inspection inspection;
    inspection.image = sample.image;
    CF_ASSIGN_OR_RETURN(inspection.picture, imaging::loadDeep(sample.image));
    CF_ASSIGN_OR_RETURN(const auto colour, imaging::loadBgr(sample.image));
    if (sample.mask || sample.label == dataset::Label::Normal) {
        auto mask = dataset::loadSampleMask(sample, colour.size());
        if (mask.ok())
            inspection.mask = std::move(*mask);
        else
            context.log(LogLevel::Warning, mask.error().detail);
    }
    inspection.scored = m_scorer.explain(colour);
    inspection.stages = stagesOf(inspection.scored);
    if (inspection.mask && cv::countNonZero(*inspection.mask) > 0)
        for (auto &stage : inspection.stages)
            compare(stage, *inspection.mask);
    return inspection;
}

} // namespace cf::workflow
