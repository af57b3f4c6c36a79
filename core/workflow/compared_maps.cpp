#include "core/workflow/compared_maps.h"

#include "core/imaging/image_file.h"
#include "core/workflow/external_metrics.h"
#include "core/workflow/model_location.h"
#include "core/workflow/report_pictures.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostModels = 4; // each with its normals' features: hundreds of MB

std::optional<cv::Mat> maskOf(const store::Project &project, const RunComparison &comparison,
                              const PictureRow &row, cv::Size size)
{
    if (row.defective == false)
        return {};
    std::set<store::Id> read; // runs to compare mostly share their pictures
    for (const auto &compared : comparison.runs) {
        if (!compared.run.datasetId || !read.insert(*compared.run.datasetId).second)
            continue;
        const auto dataset = project.dataset(*compared.run.datasetId);
        if (!dataset.ok())
            continue;
        for (const auto &category : dataset->categories)
            for (const auto &image : category.images)
                if (category.name == row.category && image.path == row.path && image.mask)
                    return storedMask(dataset->root, image, size);
    }
    return {};
}

/// Range of the run's scores over the category's pictures.
void setRange(ComparedMap &map, const RunComparison &comparison, const std::string &category,
              std::size_t run)
{
    std::vector<double> scores;
    for (const auto &picture : comparison.pictures)
        if (picture.category == category && picture.scores[run])
            scores.push_back(*picture.scores[run]);
    if (scores.empty())
        return;
    map.low = std::ranges::min(scores);
    map.high = std::ranges::max(scores);
}

} // namespace

Result<ComparedPicture> MapComparer::compare(const RunComparison &comparison,
                                             const PictureRow &picture, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(m_project));
    ComparedPicture compared;
    for (const auto &each : comparison.runs) {
        compared.file = pictureFile(each, picture.path);
        std::error_code failed;
        if (fs::exists(compared.file, failed))
            break;
    }
    CF_ASSIGN_OR_RETURN(compared.picture, imaging::loadDeep(compared.file));
    compared.mask = maskOf(project, comparison, picture, compared.picture.size());
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        run.step({"maps", i, comparison.runs.size()});
        ComparedMap map;
        const auto made = mapBy(project, comparison.runs[i], picture, compared.file, run);
        if (made.ok())
            map.map = *made;
        else
            map.reason = made.error().detail;
        setRange(map, comparison, picture.category, i);
        const auto threshold = comparison.runs[i].thresholds.find(picture.category);
        if (threshold != comparison.runs[i].thresholds.end())
            map.threshold = threshold->second;
        compared.maps.push_back(std::move(map));
    }
    run.step({"maps", comparison.runs.size(), comparison.runs.size()});
    return compared;
}

Result<cv::Mat> MapComparer::mapBy(const store::Project &project, const ComparedRun &compared,
                                   const PictureRow &row, const fs::path &file, RunContext &run)
{
    if (compared.run.kind == store::RunKind::External) {
        const auto settings = nlohmann::json::parse(compared.run.settingsJson, nullptr, false);
        if (!settings.is_object() || !settings.contains("maps") || !settings["maps"].is_string())
            return Error::make(ErrorCode::BadFormat, "It is not known where the maps of run " +
                                                         std::to_string(compared.run.id) +
                                                         " lie; add them again.");
        dataset::Sample sample;
        sample.image = file;
        sample.kind = row.kind;
        return externalMap(settings["maps"].get<std::string>(), row.category, sample);
    }
    CF_ASSIGN_OR_RETURN(const auto *scorer, scorerOf(project, compared.run, run));
    CF_ASSIGN_OR_RETURN(const auto image, imaging::loadBgr(file));
    const auto scored = scorer->score(image, file);
    switch (compared.variant) {
    case store::Variant::Baseline:
        return scored.baseline;
    case store::Variant::Filtered:
        return scored.filtered;
    case store::Variant::Fused:
    case store::Variant::External:
        break;
    }
    return scored.fused;
}

Result<const engine::Scorer *> MapComparer::scorerOf(const store::Project &project,
                                                     const store::Run &run, RunContext &context)
{
    const auto known =
        std::ranges::find(m_scorers, run.id, [](const auto &entry) { return entry.first; });
    if (known != m_scorers.end()) {
        m_scorers.splice(m_scorers.begin(), m_scorers, known);
        return &m_scorers.front().second;
    }
    CF_ASSIGN_OR_RETURN(const auto model, modelOfRun(project, run));
    CF_ASSIGN_OR_RETURN(auto scorer,
                        openScorer({model, "cpu", project.cacheFolder() / "features",
                                    dataFolderOf(project, run)},
                                   context));
    m_scorers.emplace_front(run.id, std::move(scorer));
    if (m_scorers.size() > kMostModels)
        m_scorers.pop_back();
    return &m_scorers.front().second;
}

} // namespace cf::workflow
