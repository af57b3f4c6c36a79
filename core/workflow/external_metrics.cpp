#include "core/workflow/external_metrics.h"

#include "core/dataset/open_dataset.h"
#include "core/dataset/sample_mask.h"
#include "core/imaging/image_header.h"
#include "core/imaging/map_file.h"
#include "core/store/project.h"
#include "core/workflow/category_selection.h"
#include "core/workflow/category_tally.h"
#include "core/workflow/import_dataset.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <functional>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t kScoredPixels = 250;

Result<fs::path> mapFile(const fs::path &maps, const std::string &category,
                         const dataset::Sample &sample)
{
    const auto stem = maps / category / "test" / sample.kind / sample.image.stem();
    for (const char *ending : {".tiff", ".tif", ".npy", ".png"}) {
        auto file = stem;
        file += ending;
        std::error_code failed;
        if (fs::is_regular_file(file, failed))
            return file;
    }
    return Error::make(ErrorCode::BadData,
                       "There is no map " + stem.string() + ".tiff (or .npy, .png) for " +
                           sample.image.string() + "; write one map for each test image.");
}

double topMean(const cv::Mat &map)
{
    std::vector<float> values(map.begin<float>(), map.end<float>());
    const std::size_t count = std::min(kScoredPixels, values.size());
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count - 1),
                     values.end(), std::greater<>());
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i)
        sum += values[i];
    return sum / static_cast<double>(count);
}

/// Keeps the figures as a run that is done; gives its number.
Result<std::string> keep(const ExternalMetricsRequest &request, const dataset::Dataset &found,
                         store::Evaluation record)
{
    CF_ASSIGN_OR_RETURN(auto project, store::Project::openOrCreate(*request.project));
    const auto maps = fs::absolute(request.maps).lexically_normal();
    store::NewRun row;
    row.kind = store::RunKind::External;
    row.name = !request.name.empty() ? request.name
               : maps.has_filename() ? maps.filename().string()
                                     : maps.parent_path().filename().string();
    row.settingsJson = json{{"data", fs::absolute(request.data).string()},
                            {"maps", maps.string()},
                            {"categories", request.categories}}
                           .dump();
    CF_ASSIGN_OR_RETURN(row.datasetId, datasetAt(project, found.root));
    CF_ASSIGN_OR_RETURN(record.runId, project.createRun(row));
    CF_RETURN_IF_ERROR(project.setRunState(record.runId, store::RunState::Running));
    record.datasetId = row.datasetId;
    record.settingsJson = json{{"data", fs::absolute(request.data).string()}}.dump();
    record.endedUtc = store::utcNow();
    const auto saved = project.saveEvaluation(record);
    store::RunOutcome outcome;
    if (!saved.ok()) {
        outcome.state = store::RunState::Failed;
        outcome.error = saved.error().detail;
    }
    CF_RETURN_IF_ERROR(project.finishRun(record.runId, outcome));
    if (!saved.ok())
        return saved.error();
    return std::to_string(record.runId);
}

} // namespace

Result<cv::Mat> externalMap(const fs::path &maps, const std::string &category,
                            const dataset::Sample &sample)
{
    CF_ASSIGN_OR_RETURN(const auto file, mapFile(maps, category, sample));
    CF_ASSIGN_OR_RETURN(cv::Mat map, imaging::loadMap(file));
    CF_ASSIGN_OR_RETURN(const auto header, imaging::readImageHeader(sample.image));
    const cv::Size size(header.widthPx, header.heightPx);
    if (map.size() != size)
        cv::resize(map, map, size, 0, 0, cv::INTER_LINEAR);
    return map;
}

Result<Evaluation> externalMetrics(const ExternalMetricsRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto found, dataset::openDataset(request.data, run));
    CF_ASSIGN_OR_RETURN(const auto categories, selectCategories(found, request.categories));
    std::size_t total = 0;
    for (const auto *category : categories)
        total += category->test().size();
    Evaluation evaluation;
    store::Evaluation record;
    record.startedUtc = store::utcNow();
    std::size_t done = 0;
    for (const auto *category : categories) {
        CF_ASSIGN_OR_RETURN(auto tally, CategoryTally::create(store::Variant::External));
        for (const auto &sample : category->test()) {
            run.step({"metrics", done++, total});
            CF_ASSIGN_OR_RETURN(const cv::Mat map,
                                externalMap(request.maps, category->name, sample));
            std::optional<cv::Mat> mask;
            if (sample.label == dataset::Label::Defect && sample.mask) {
                CF_ASSIGN_OR_RETURN(mask, dataset::loadSampleMask(sample, map.size()));
            }
            auto score = scoreRow(sample, category->name, found.root);
            score.external = topMean(map);
            CF_RETURN_IF_ERROR(tally.add(sample, *score.external, map, mask));
            record.scores.push_back(std::move(score));
        }
        CF_ASSIGN_OR_RETURN(auto finished, tally.finish());
        CategoryMetrics metrics;
        metrics.name = category->name;
        metrics.methods["external"] = finished.metrics;
        evaluation.categories.push_back(std::move(metrics));
        for (auto &curve : finished.curves) {
            curve.category = category->name;
            record.curves.push_back(std::move(curve));
        }
    }
    run.step({"metrics", total, total});
    evaluation.mean = meanOver(evaluation.categories);
    if (request.project) {
        record.metrics = storedMetrics(evaluation);
        CF_ASSIGN_OR_RETURN(evaluation.run, keep(request, found, std::move(record)));
    }
    return evaluation;
}

} // namespace cf::workflow
