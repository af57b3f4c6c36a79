#pragma once

#include "core/base/result.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/template_source.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace cf::engine::detail {

/// TemplateQuery::seed of a picture that is scored: the same in whatever order pictures come.
std::uint64_t scoringSeed(const std::filesystem::path &file);

/// Brings what a template source gives into the form that a query is matched with. Features of
/// pictures that come again (golden pictures, turned normals) are kept. One thread at a time.
class SourcedTemplates
{
public:
    struct Given
    {
        TemplateFeatures features;
        std::vector<cv::Mat> pictures; ///< as the source gave them; none where it gave features
    };

    /// `extractor` must outlive it.
    SourcedTemplates(std::shared_ptr<TemplateSource> source, const FeatureExtractor &extractor)
        : m_source(std::move(source)), m_extractor(extractor)
    {
    }

    /// Nothing when the source has none for this query: see takeNote(). Fails like the source, and
    /// with BadData when its features are not those of the backbone.
    Result<std::optional<Given>> of(const TemplateQuery &query);

    /// Why the source had no templates, once; empty when it always had, or it was told before.
    std::string takeNote();

private:
    Result<TemplateFeatures> featuresOf(const std::vector<std::vector<cv::Mat>> &given) const;
    TemplateFeatures featuresOf(const std::vector<cv::Mat> &pictures);
    const std::vector<torch::Tensor> &featuresOf(const cv::Mat &picture);

    struct Kept
    {
        std::string key;
        std::vector<torch::Tensor> layers; ///< L x [C_l, g, g]
    };

    std::shared_ptr<TemplateSource> m_source;
    const FeatureExtractor &m_extractor;
    std::list<Kept> m_kept; ///< used last at the front
    std::unordered_map<std::string, std::list<Kept>::iterator> m_byKey;
    std::string m_note;
    bool m_noteTaken = false;
};

} // namespace cf::engine::detail
