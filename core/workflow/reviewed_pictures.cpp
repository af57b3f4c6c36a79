#include "core/workflow/reviewed_pictures.h"

#include "core/annotation/mask_png.h"
#include "core/annotation/rasterise.h"
#include "core/base/atomic_file.h"
#include "core/imaging/image_header.h"
#include "core/review/settled_verdict.h"
#include "core/store/file_hash.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/project_annotations.h"

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char *kReviewedFolder = "reviewed";
constexpr const char *kReviewedList = "pictures.json";
constexpr const char *kReviewedFormat = "costfilter reviewed pictures";

/// What is drawn on a picture, if that marks a pixel of it.
Result<std::optional<annotation::Annotation>> drawnOn(const store::Project &project,
                                                      store::Id datasetId,
                                                      const ReviewedPicture &picture,
                                                      const fs::path &file)
{
    using Drawn = std::optional<annotation::Annotation>;
    CF_ASSIGN_OR_RETURN(const auto stored,
                        project.annotation({datasetId, picture.category, picture.path}));
    if (!stored)
        return Drawn();
    CF_ASSIGN_OR_RETURN(auto drawn, annotationOf(*stored));
    CF_ASSIGN_OR_RETURN(const auto header, imaging::readImageHeader(file));
    if (drawn.imageSize != cv::Size(header.widthPx, header.heightPx))
        return Drawn(); // drawn on a picture that was there before
    CF_ASSIGN_OR_RETURN(const cv::Mat mask, annotation::rasterise(drawn));
    if (cv::countNonZero(mask) == 0)
        return Drawn();
    return Drawn(std::move(drawn));
}

json jsonOf(const ReviewedPicture &picture)
{
    return {{"category", picture.category},
            {"path", picture.path.generic_string()},
            {"sha256", picture.sha256}};
}

ReviewedPicture reviewedFrom(const json &entry)
{
    return {entry.at("category").get<std::string>(), entry.at("path").get<std::string>(),
            entry.at("sha256").get<std::string>()};
}

void addCount(std::string &text, std::size_t count, const char *one, const char *several)
{
    if (count > 0)
        text +=
            (text.empty() ? "" : ", ") + std::to_string(count) + " " + (count == 1 ? one : several);
}

} // namespace

Result<ReviewedPictures> reviewedPictures(const store::Project &project, store::Id datasetId,
                                          const std::vector<std::string> &categories,
                                          RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto trail, project.decisions({.datasetId = datasetId}));
    if (trail.empty())
        return ReviewedPictures();
    CF_ASSIGN_OR_RETURN(const auto dataset, project.dataset(datasetId));
    std::set<std::string> known; // bytes that are learned from already
    for (const auto &category : dataset.categories)
        for (const auto &image : category.images)
            if (image.split == store::Split::Train && image.defective == false && image.sha256)
                known.insert(*image.sha256);
    ReviewedPictures reviewed;
    std::set<std::string> seen;
    const auto settled = review::settledVerdicts(trail);
    std::size_t done = 0;
    for (const auto &one : settled) {
        run.step({"reviewed", done++, settled.size()});
        if (!categories.empty() &&
            std::ranges::find(categories, one.image.category) == categories.end())
            continue;
        ReviewedPicture picture{one.image.category, one.image.path, one.imageSha256};
        const auto file = dataset.root / picture.path;
        const auto now = store::sha256File(file, run);
        if (!now.ok() || *now != picture.sha256) {
            ++reviewed.changed;
            continue;
        }
        if (!seen.insert(picture.sha256).second)
            continue;
        if (!one.verdict) {
            ++reviewed.unsettled;
        } else if (*one.verdict == store::Verdict::Ok) {
            if (!known.contains(picture.sha256))
                reviewed.normals.push_back(std::move(picture));
        } else if (*one.verdict == store::Verdict::Ng) {
            CF_ASSIGN_OR_RETURN(auto drawn, drawnOn(project, datasetId, picture, file));
            if (drawn)
                reviewed.defects.push_back({std::move(picture), std::move(*drawn)});
            else
                ++reviewed.undrawn;
        } else {
            ++reviewed.unsure;
        }
    }
    return reviewed;
}

Result<ReviewedPictures> reviewedPicturesAt(const fs::path &path, const fs::path &root,
                                            const std::vector<std::string> &categories,
                                            RunContext &run)
{
    const auto project = store::Project::open(path);
    if (!project.ok()) {
        if (project.error().code == ErrorCode::NotFound)
            return ReviewedPictures();
        return project.error();
    }
    CF_ASSIGN_OR_RETURN(const auto id, datasetAt(*project, root));
    if (!id)
        return ReviewedPictures();
    return reviewedPictures(*project, *id, categories, run);
}

std::string describe(const ReviewedPictures &reviewed)
{
    std::string unused;
    addCount(unused, reviewed.undrawn, "defect without a drawing", "defects without a drawing");
    addCount(unused, reviewed.unsettled, "picture on which reviewers differ",
             "pictures on which reviewers differ");
    addCount(unused, reviewed.unsure, "picture that is unsure", "pictures that are unsure");
    addCount(unused, reviewed.changed, "picture that changed since or is gone",
             "pictures that changed since or are gone");
    return std::to_string(reviewed.normals.size()) + " accepted pictures as normals and " +
           std::to_string(reviewed.defects.size()) + " drawn defects" +
           (unused.empty() ? "" : "; not used: " + unused);
}

Result<void> keepReviewed(store::Project &project, store::Id runId,
                          const ReviewedPictures &reviewed)
{
    const auto folder = project.runFolder(runId) / kReviewedFolder;
    std::error_code failed;
    fs::create_directories(folder, failed); // writing says what is wrong
    json normals = json::array();
    for (const auto &picture : reviewed.normals)
        normals.push_back(jsonOf(picture));
    json defects = json::array();
    for (const auto &defect : reviewed.defects) {
        const auto mask = std::to_string(defects.size() + 1) + "_mask.png";
        CF_ASSIGN_OR_RETURN([[maybe_unused]] const auto losses,
                            annotation::writeMaskPng(folder / mask, defect.drawn));
        CF_ASSIGN_OR_RETURN([[maybe_unused]] const auto artifact,
                            project.registerArtifact(folder / mask, "mask", runId));
        json entry = jsonOf(defect.picture);
        entry["mask"] = mask;
        defects.push_back(std::move(entry));
    }
    const json list{
        {"format", kReviewedFormat}, {"version", 1}, {"normals", normals}, {"defects", defects}};
    CF_RETURN_IF_ERROR(writeFileAtomically(folder / kReviewedList, list.dump(2) + "\n"));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const auto artifact,
                        project.registerArtifact(folder / kReviewedList, "reviewed", runId));
    return {};
}

Result<void> addReviewed(const store::Project &project, store::Id runId, const fs::path &root,
                         engine::TrainingData &data, RunContext &run)
{
    const auto folder = project.runFolder(runId) / kReviewedFolder;
    const auto file = folder / kReviewedList;
    std::ifstream in(file);
    if (!in)
        return Error::make(ErrorCode::NotFound,
                           file.string() + " is not there: what run " + std::to_string(runId) +
                               " learned from reviews is lost; start a new run.");
    std::vector<std::pair<ReviewedPicture, fs::path>> pictures; // with the mask of a defect
    try {
        const auto list = json::parse(in);
        for (const auto &entry : list.at("normals"))
            pictures.emplace_back(reviewedFrom(entry), fs::path());
        for (const auto &entry : list.at("defects"))
            pictures.emplace_back(reviewedFrom(entry),
                                  folder / entry.at("mask").get<std::string>());
    } catch (const json::exception &) {
        return Error::make(ErrorCode::BadFormat, file.string() + " is damaged; start a new run.");
    }
    for (const auto &[picture, mask] : pictures) {
        const auto at = std::ranges::find(data.categories, picture.category);
        const auto path = root / picture.path;
        CF_ASSIGN_OR_RETURN(const auto now, store::sha256File(path, run));
        if (now != picture.sha256 || at == data.categories.end())
            return Error::make(ErrorCode::BadData,
                               path.string() + " is not the picture that was reviewed for run " +
                                   std::to_string(runId) +
                                   " any more; put it back or start a new run.");
        const auto category = static_cast<int>(at - data.categories.begin());
        if (mask.empty())
            data.normals.push_back({path, category, picture.sha256, true});
        else
            data.defects.push_back({path, category, picture.sha256, mask});
    }
    return {};
}

} // namespace cf::workflow
