#include "plugins/counterpart/counterpart.h"

#include <algorithm>
#include <cctype>
#include <opencv2/core.hpp>

namespace cf::plugins {

namespace fs = std::filesystem;

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The part of `file` below `root`, its name left out; empty when it does not lie there.
fs::path placeBelow(const fs::path &file, const fs::path &root)
{
    if (root.empty())
        return {};
    const auto below = file.lexically_normal().lexically_relative(root.lexically_normal());
    return below.empty() || *below.begin() == ".." ? fs::path() : below.parent_path();
}

} // namespace

std::vector<fs::path> CounterpartFolder::find(const cf_query &query,
                                              const std::vector<std::string> &endings,
                                              bool several) const
{
    const fs::path file = query.file;
    const auto stem = file.stem().string();
    if (stem.empty())
        return {};
    std::vector<fs::path> places;
    if (const auto place = placeBelow(file, m_dataFolder); !place.empty())
        places.push_back(m_folder / place);
    places.push_back(m_folder / query.category);
    places.push_back(m_folder);
    for (const auto &place : places) {
        std::vector<fs::path> found;
        std::error_code failed;
        for (const auto &entry : fs::directory_iterator(place, failed)) {
            const auto name = entry.path().stem().string();
            const bool belongs = name == stem || (several && name.rfind(stem + "_", 0) == 0);
            const auto ending = lower(entry.path().extension().string());
            if (belongs && std::find(endings.begin(), endings.end(), ending) != endings.end())
                found.push_back(entry.path());
        }
        std::sort(found.begin(), found.end());
        if (!found.empty())
            return found;
    }
    return {};
}

const std::vector<std::string> &pictureEndings()
{
    static const std::vector<std::string> endings = {".png", ".jpg",  ".jpeg",
                                                     ".bmp", ".tif", ".tiff"};
    return endings;
}

cv::Mat pictureOf(const cf_query &query)
{
    const auto &picture = query.picture;
    return {picture.height, picture.width, CV_8UC3, const_cast<std::uint8_t *>(picture.bgr)};
}

cf_picture asPicture(const cv::Mat &imageBgr)
{
    return {imageBgr.data, imageBgr.cols, imageBgr.rows};
}

std::string optionOr(const cf_opening &opening, const char *name, const std::string &otherwise)
{
    const char *given = opening.option(opening.host, name);
    return given ? given : otherwise;
}

} // namespace cf::plugins
