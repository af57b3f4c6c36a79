#include "core/workflow/review_evidence.h"

#include "core/imaging/image_file.h"
#include "core/store/file_hash.h"
#include "core/workflow/external_metrics.h"
#include "core/workflow/model_location.h"
#include "core/workflow/report_pictures.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr int kMostMapSidePx = 1024; // finer than any map is; drawn without a pause

std::size_t bytesOf(const cv::Mat &pixels)
{
    return pixels.total() * pixels.elemSize();
}

/// The map that another method left for the picture, or why there is none.
void readExternalMap(Evidence &evidence, const ReviewSet &set, std::size_t picture)
{
    const auto settings = nlohmann::json::parse(set.run->settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("maps") || !settings["maps"].is_string()) {
        evidence.mapProblem = "It is not known where the maps of run " +
                              std::to_string(set.run->id) + " lie; add them again.";
        return;
    }
    dataset::Sample sample;
    sample.image = set.fileOf(picture);
    sample.kind = set.pictures[picture].kind;
    const auto map = externalMap(settings["maps"].get<std::string>(),
                                 set.pictures[picture].item.category, sample);
    if (map.ok())
        evidence.map = mapOverPicture(*map, evidence.picture.size());
    else
        evidence.mapProblem = map.error().detail;
}

} // namespace

std::size_t Evidence::bytes() const
{
    return bytesOf(picture) + bytesOf(map) + (mask ? bytesOf(*mask) : 0);
}

cv::Mat mapOverPicture(const cv::Mat &map, cv::Size pictureSize)
{
    const double factor =
        std::min(1.0, double(kMostMapSidePx) / std::max(pictureSize.width, pictureSize.height));
    const cv::Size size(std::max(1, static_cast<int>(pictureSize.width * factor)),
                        std::max(1, static_cast<int>(pictureSize.height * factor)));
    if (map.size() == size)
        return map;
    cv::Mat stretched;
    cv::resize(map, stretched, size, 0, 0, cv::INTER_LINEAR);
    return stretched;
}

Result<Evidence> readEvidence(const ReviewSet &set, std::size_t picture)
{
    const auto &entry = set.pictures.at(picture);
    const auto file = set.fileOf(picture);
    Evidence evidence;
    CF_ASSIGN_OR_RETURN(evidence.sha256, store::sha256File(file));
    CF_ASSIGN_OR_RETURN(evidence.picture, imaging::loadDeep(file));
    if (entry.item.defective.value_or(true)) {
        store::Image image;
        image.path = entry.item.path;
        image.mask = entry.mask;
        evidence.mask = storedMask(set.root, image, evidence.picture.size());
    }
    if (!set.run) {
        evidence.mapProblem = "No model is chosen: train one, or choose a run.";
    } else if (set.run->kind == store::RunKind::External) {
        readExternalMap(evidence, set, picture);
    } else if (!set.run->modelSha256) {
        evidence.mapProblem =
            "Run " + std::to_string(set.run->id) + " has no model; finish its training.";
    } else if (const auto kept = KeptMaps(set.cacheFolder, set.mapsKey()).find(evidence.sha256)) {
        evidence.map = mapOverPicture(kept->map, evidence.picture.size());
        evidence.templateNote = kept->templateNote;
    }
    return evidence;
}

Result<void> MapMaker::openModel(RunContext &run)
{
    if (m_scorer)
        return {};
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(m_project));
    CF_ASSIGN_OR_RETURN(const auto model, modelOfRun(project, *m_set->run));
    CF_ASSIGN_OR_RETURN(auto scorer,
                        openScorer({model, "cpu", project.cacheFolder() / "features",
                                    dataFolderOf(project, *m_set->run), m_set->normals},
                                   run));
    m_scorer.emplace(std::move(scorer));
    return {};
}

Result<KeptMap> MapMaker::make(std::size_t picture, const Evidence &evidence, RunContext &run)
{
    CF_RETURN_IF_ERROR(openModel(run));
    const auto file = m_set->fileOf(picture);
    CF_ASSIGN_OR_RETURN(const auto image, imaging::loadBgr(file));
    auto scored = m_scorer->score(image, file);
    KeptMap made{scored.fused, std::move(scored.templateNote)};
    const auto kept = KeptMaps(m_set->cacheFolder, m_set->mapsKey()).keep(evidence.sha256, made);
    if (!kept.ok()) // costs time, the next time
        run.log(LogLevel::Warning, kept.error().detail);
    made.map = mapOverPicture(made.map, evidence.picture.size());
    return made;
}

} // namespace cf::workflow
