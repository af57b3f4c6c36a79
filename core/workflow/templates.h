#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"
#include "core/engine/template_preview.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct TemplatesRequest
{
    std::string category;
    std::optional<std::filesystem::path> project; ///< its cache; none: the user's cache folder
    std::string backbone = "efficientnet-lite0";
    std::string device = "cpu";
};

/// Compares the normal training pictures of a category. Fails with BadUsage (no such category),
/// NotFound (the backbone's weights: says how to get them) and as TemplatePreview::open(). Throws
/// Cancelled. Stages "read", then those of TemplatePreview.
Result<engine::TemplatePreview> openTemplates(const dataset::Dataset &found,
                                              const TemplatesRequest &request, RunContext &run);

/// A picture matched, and what is needed to show against what.
struct TemplateMatch
{
    std::filesystem::path image;
    cv::Mat picture; ///< as imaging::loadDeep() gives it
    engine::MatchPreview preview;
    /// CV_8UC3, preview.templateCount; large ones are made smaller. None where a source gave
    /// features.
    std::vector<cv::Mat> templatePictures;
};

/// Matches with these templates (into TemplatePreview::normals()), or with the `nearest` most alike
/// normals where there are none. Fails as TemplatePreview::match(), and with NotFound or BadData
/// for unreadable pictures. Throws Cancelled.
Result<TemplateMatch> matchTemplates(const engine::TemplatePreview &preview,
                                     const std::filesystem::path &image,
                                     const std::vector<std::size_t> &templates, std::size_t nearest,
                                     RunContext &run);

/// Matches with what a source gives for the picture, in the place of training and scoring: where it
/// has nothing, with the `nearest` most alike normals. Fails and throws likewise.
Result<TemplateMatch> matchWithSource(const engine::TemplatePreview &preview,
                                      const std::filesystem::path &image,
                                      const std::string &category,
                                      const std::shared_ptr<engine::TemplateSource> &source,
                                      std::size_t nearest, RunContext &run);

} // namespace cf::workflow
