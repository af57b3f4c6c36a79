#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cf::engine {

/// A picture that templates are wanted for.
struct TemplateQuery
{
    /// Empty when it is no file. In training: the normal picture that it was made from.
    std::filesystem::path file;
    std::string category;
    cv::Mat imageBgr; ///< CV_8UC3; in training with a synthetic defect, or none
    bool training = false;
    std::uint64_t seed = 0; ///< equal for equal queries
    /// Normal pictures that it may be matched with, most alike first.
    std::size_t normalCount = 0;
    std::function<cv::Mat(std::size_t)> normal; ///< CV_8UC3
};

/// The N templates of a query: as pictures or as features.
struct QueryTemplates
{
    std::vector<cv::Mat> pictures;              ///< CV_8UC3, any size
    std::vector<std::vector<cv::Mat>> features; ///< [N][L], CV_32F [C_l, h, w] each
    std::string declined; ///< why there are none: the query is then matched with normal pictures
};

/// Where templates come from that depend on the picture: a golden picture of each part,
/// reconstructions by a generative network (paper section 3.1), anything else.
class TemplateSource
{
public:
    virtual ~TemplateSource() = default;
    /// Called from one thread at a time. Fails with BadData, Failed or what the source says.
    virtual Result<QueryTemplates> templatesFor(const TemplateQuery &query) = 0;
};

} // namespace cf::engine
