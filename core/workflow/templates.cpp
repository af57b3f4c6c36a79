#include "core/workflow/templates.h"

#include "core/imaging/image_file.h"
#include "core/store/file_hash.h"
#include "core/store/project.h"
#include "core/workflow/model_location.h"
#include "core/workflow/weight_registry.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr int kMostTemplateSidePx = 768; // of a picture that is only shown

Result<fs::path> featureCache(const std::optional<fs::path> &path)
{
    if (!path)
        return userFeatureCache();
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(*path));
    return project.cacheFolder() / "features";
}

cv::Mat forShowing(const cv::Mat &picture)
{
    const int side = std::max(picture.cols, picture.rows);
    if (side <= kMostTemplateSidePx)
        return picture;
    const double factor = static_cast<double>(kMostTemplateSidePx) / side;
    cv::Mat smaller;
    cv::resize(picture, smaller, cv::Size(), factor, factor, cv::INTER_AREA);
    return smaller;
}

Result<engine::PreviewQuery> load(const fs::path &image, TemplateMatch &match, RunContext &run)
{
    match.image = image;
    CF_ASSIGN_OR_RETURN(match.picture, imaging::loadDeep(image));
    engine::PreviewQuery query;
    CF_ASSIGN_OR_RETURN(query.imageBgr, imaging::loadBgr(image));
    CF_ASSIGN_OR_RETURN(query.contentKey, store::sha256File(image, run));
    return query;
}

Result<void> addTemplatePictures(const engine::TemplatePreview &preview, TemplateMatch &match,
                                 RunContext &run)
{
    for (const auto &picture : match.preview.pictures)
        match.templatePictures.push_back(forShowing(picture));
    const auto &used = match.preview.templates;
    for (std::size_t i = 0; i < used.size(); ++i) {
        run.step({"load", i, used.size()});
        CF_ASSIGN_OR_RETURN(const auto picture, imaging::loadBgr(preview.normals()[used[i]].path));
        match.templatePictures.push_back(forShowing(picture));
    }
    return {};
}

} // namespace

Result<engine::TemplatePreview> openTemplates(const dataset::Dataset &found,
                                              const TemplatesRequest &request, RunContext &run)
{
    const auto *category = found.find(request.category);
    if (!category)
        return Error::make(ErrorCode::BadUsage, "There is no category '" + request.category +
                                                    "' in " + found.root.string() +
                                                    "; choose one of those that are there.");
    engine::TemplatePreviewOptions options;
    options.backboneName = request.backbone;
    options.device = request.device;
    CF_ASSIGN_OR_RETURN(options.backboneWeights, findWeights(request.backbone));
    CF_ASSIGN_OR_RETURN(options.backboneSha256, store::sha256File(options.backboneWeights, run));
    CF_ASSIGN_OR_RETURN(options.featureCache, featureCache(request.project));
    const auto normals = category->trainNormals();
    for (std::size_t i = 0; i < normals.size(); ++i) {
        run.step({"read", i, normals.size()});
        engine::NormalImage normal;
        normal.path = normals[i].image;
        normal.category = static_cast<int>(category - found.categories.data());
        if (const auto hash = store::sha256File(normal.path, run); hash.ok())
            normal.contentKey = *hash;
        options.normals.push_back(std::move(normal));
    }
    return engine::TemplatePreview::open(options, run);
}

Result<TemplateMatch> matchTemplates(const engine::TemplatePreview &preview, const fs::path &image,
                                     const std::vector<std::size_t> &templates, std::size_t nearest,
                                     RunContext &run)
{
    TemplateMatch match;
    CF_ASSIGN_OR_RETURN(const auto query, load(image, match, run));
    CF_ASSIGN_OR_RETURN(match.preview, templates.empty() ? preview.matchNearest(query, nearest, run)
                                                         : preview.match(query, templates, run));
    CF_RETURN_IF_ERROR(addTemplatePictures(preview, match, run));
    return match;
}

Result<TemplateMatch> matchWithSource(const engine::TemplatePreview &preview, const fs::path &image,
                                      const std::string &category,
                                      const std::shared_ptr<engine::TemplateSource> &source,
                                      std::size_t nearest, RunContext &run)
{
    TemplateMatch match;
    CF_ASSIGN_OR_RETURN(auto query, load(image, match, run));
    query.file = image;
    query.category = category;
    CF_ASSIGN_OR_RETURN(match.preview, preview.matchSource(query, source, nearest, run));
    CF_RETURN_IF_ERROR(addTemplatePictures(preview, match, run));
    return match;
}

} // namespace cf::workflow
