#include "core/workflow/kept_maps.h"

#include "core/base/atomic_file.h"
#include "core/imaging/map_file.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr auto kNote = ".txt";

cv::Mat reduced(const cv::Mat &map, int mostSidePx)
{
    const double factor = double(mostSidePx) / std::max(map.cols, map.rows);
    if (factor >= 1.0)
        return map;
    const auto side = [&](int px) {
        return std::max(1, static_cast<int>(std::lround(px * factor)));
    };
    cv::Mat small;
    cv::resize(map, small, {side(map.cols), side(map.rows)}, 0, 0, cv::INTER_AREA);
    return small;
}

} // namespace

std::optional<KeptMap> KeptMaps::find(const std::string &imageSha256) const
{
    const auto file = m_folder / (imageSha256 + imaging::extensionOf(imaging::MapFormat::Tiff));
    std::error_code failed;
    if (!fs::is_regular_file(file, failed))
        return std::nullopt;
    auto map = imaging::loadMap(file);
    if (!map.ok())
        return std::nullopt;
    std::ifstream in(m_folder / (imageSha256 + kNote), std::ios::binary);
    return KeptMap{std::move(map).value(), {std::istreambuf_iterator<char>(in), {}}};
}

Result<void> KeptMaps::keep(const std::string &imageSha256, const KeptMap &map) const
{
    std::error_code failed; // saving says why
    fs::create_directories(m_folder, failed);
    if (!map.templateNote.empty())
        CF_RETURN_IF_ERROR(writeFileAtomically(m_folder / (imageSha256 + kNote), map.templateNote));
    return imaging::saveMap(m_folder /
                                (imageSha256 + imaging::extensionOf(imaging::MapFormat::Tiff)),
                            reduced(map.map, kMostSidePx), imaging::MapFormat::Tiff);
}

void KeptMaps::takeOver(const KeptMaps &other, const std::set<std::string> &but) const
{
    std::error_code failed; // costs time, the next time
    fs::create_directories(m_folder, failed);
    for (auto file = fs::directory_iterator(other.m_folder, failed);
         !failed && file != fs::directory_iterator(); file.increment(failed)) {
        std::error_code isThere;
        if (!but.contains(file->path().stem().string()))
            fs::create_hard_link(file->path(), m_folder / file->path().filename(), isThere);
    }
}

} // namespace cf::workflow
