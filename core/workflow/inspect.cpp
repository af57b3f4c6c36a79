#include "core/workflow/inspect.h"

#include "core/dataset/sample_mask.h"
#include "core/imaging/image_file.h"
#include "core/store/project.h"
#include "core/workflow/model_location.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <stdexcept>

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

std::vector<NoiseStage> stagesOf(const engine::ScoredImage &scored, bool hasFilter)
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
    if (hasFilter) {
        add(NoiseStage::Kind::NetworkOutput, {}, scored.networkOutput);
        add(NoiseStage::Kind::Filtered, {}, scored.filtered);
    }
    add(NoiseStage::Kind::Fused, {}, scored.fused);
    return stages;
}

cv::Mat atSize(const cv::Mat &mapInGrid, cv::Size size)
{
    cv::Mat map;
    cv::resize(mapInGrid, map, size, 0, 0, cv::INTER_LINEAR);
    return map;
}

std::size_t bytesOf(const cv::Mat &matrix)
{
    return matrix.total() * matrix.elemSize();
}

} // namespace

bool Inspection::has(const MapChoice &choice) const
{
    const auto within = [](int index, std::size_t size) {
        return index >= 0 && static_cast<std::size_t>(index) < size;
    };
    switch (choice.kind) {
    case MapChoice::Kind::Picture:
        return true;
    case MapChoice::Kind::Stage:
        return within(choice.index, stages.size());
    case MapChoice::Kind::TemplateCost:
        return within(choice.index, scored.layerCosts.size()) &&
               within(choice.part, templates.size());
    case MapChoice::Kind::AttentionChannel:
        return within(choice.index, scored.attention.size()) &&
               within(choice.part,
                      scored.attention[static_cast<std::size_t>(choice.index)].channels.size());
    case MapChoice::Kind::SpatialAttention:
        return within(choice.index, scored.attention.size());
    }
    return false;
}

bool Inspection::hasFilter() const
{
    return std::any_of(stages.begin(), stages.end(), [](const NoiseStage &stage) {
        return stage.kind == NoiseStage::Kind::Filtered;
    });
}

std::size_t Inspection::bytes() const
{
    std::size_t sum = bytesOf(picture) + (mask ? bytesOf(*mask) : 0);
    for (const auto &stage : stages) // the maps of `scored` are the same matrices
        sum += bytesOf(stage.map);
    for (const auto &one : templates)
        sum += bytesOf(one);
    for (const auto &block : scored.attention)
        for (const auto &channel : block.channels)
            sum += bytesOf(channel.map);
    return sum;
}

Result<Inspector> Inspector::open(const std::filesystem::path &projectPath, const std::string &run,
                                  const std::string &device, RunContext &context)
{
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(run));
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_ASSIGN_OR_RETURN(const auto row, project.run(id));
    CF_ASSIGN_OR_RETURN(const auto model, modelOfRun(project, row));
    CF_ASSIGN_OR_RETURN(const auto added, loadAddedNormals(model));
    CF_ASSIGN_OR_RETURN(auto scorer, openScorer({model, device, project.cacheFolder() / "features",
                                                 dataFolderOf(project, row), added},
                                                context));
    CF_ASSIGN_OR_RETURN(auto normals, normalsOf(project, row));
    for (const auto &normal : added)
        normals.emplace(normal.picture.contentKey, normal.file);
    return Inspector(std::move(scorer), std::move(normals));
}

Result<Inspector::FilesByKey> Inspector::normalsOf(const store::Project &project,
                                                   const store::Run &run)
{
    FilesByKey normals;
    if (!run.datasetId)
        return normals;
    CF_ASSIGN_OR_RETURN(const auto dataset, project.dataset(*run.datasetId));
    for (const auto &category : dataset.categories)
        for (const auto &image : category.images)
            if (image.split == store::Split::Train && image.sha256)
                normals.emplace(*image.sha256, image.path);
    return normals;
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
    inspection.scored = m_scorer.explain(colour, sample.image);
    inspection.stages = stagesOf(inspection.scored, m_scorer.hasFilter());
    const auto shown = std::min(Inspection::kMostTemplates, inspection.scored.templateCount);
    for (std::size_t n = 0; n < shown; ++n) {
        inspection.templates.push_back(m_scorer.templateImage(inspection.scored, n));
        const auto file = m_normals.find(m_scorer.templateKey(inspection.scored, n));
        inspection.templateFiles.push_back(file == m_normals.end() ? std::filesystem::path()
                                                                   : file->second);
    }
    if (inspection.mask && cv::countNonZero(*inspection.mask) > 0)
        for (auto &stage : inspection.stages)
            compare(stage, *inspection.mask);
    return inspection;
}

cv::Mat Inspector::map(const Inspection &inspection, const MapChoice &choice) const
{
    if (!inspection.has(choice))
        throw std::out_of_range("Inspector: there is no such map");
    const auto index = static_cast<std::size_t>(choice.index);
    const auto part = static_cast<std::size_t>(choice.part);
    const auto &scored = inspection.scored;
    const auto size = inspection.picture.size();
    switch (choice.kind) {
    case MapChoice::Kind::Picture:
        break;
    case MapChoice::Kind::Stage:
        return inspection.stages[index].map;
    case MapChoice::Kind::TemplateCost:
        return atSize(m_scorer.templateCost(scored, index, part), size);
    case MapChoice::Kind::AttentionChannel:
        return atSize(scored.attention[index].channels[part].map, size);
    case MapChoice::Kind::SpatialAttention:
        return atSize(scored.attention[index].spatialWeight, size);
    }
    return {};
}

} // namespace cf::workflow
