#pragma once

#include "plugins/sdk/costfilter/template_source.h"

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

namespace cf::plugins {

/// Finds the file in a folder that belongs to an inspected one.
class CounterpartFolder
{
public:
    /// dataFolder: root of the data set, may be empty.
    CounterpartFolder(std::filesystem::path folder, std::filesystem::path dataFolder)
        : m_folder(std::move(folder)), m_dataFolder(std::move(dataFolder))
    {
    }

    /// Files called as the query's, without its ending and with one of `endings` (".png"), or with
    /// "_" and more after its name when `several`; by name. Sought, most exact place first, in
    /// FOLDER/<the query's place in the data set>, FOLDER/<category> and FOLDER; the first place that
    /// has any counts: stems are not unique in MVTec AD.
    std::vector<std::filesystem::path> find(const cf_query &query,
                                            const std::vector<std::string> &endings,
                                            bool several) const;

    const std::filesystem::path &folder() const { return m_folder; }

private:
    std::filesystem::path m_folder, m_dataFolder;
};

/// ".png" and the other endings of pictures.
const std::vector<std::string> &pictureEndings();

/// The query's picture, not copied.
cv::Mat pictureOf(const cf_query &query);
/// CV_8UC3 as an answer takes it; `imageBgr` must be continuous.
cf_picture asPicture(const cv::Mat &imageBgr);

/// An option, or what is said when it is not given.
std::string optionOr(const cf_opening &opening, const char *name, const std::string &otherwise);

} // namespace cf::plugins
