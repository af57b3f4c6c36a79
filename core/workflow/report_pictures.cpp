#include "core/workflow/report_pictures.h"

#include "core/dataset/sample_mask.h"
#include "core/imaging/colour_map.h"
#include "core/imaging/image_file.h"
#include "core/report/markup.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

// Maps are in deviations of normal pixels: the same colours mean the same in every picture.
constexpr float kMapLow = 0.0F;
constexpr float kMapHigh = 12.0F;

cv::Mat outlined(const cv::Mat &image, const cv::Mat &mask)
{
    cv::Mat drawn = image.clone();
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_LIST, cv::CHAIN_APPROX_NONE);
    const int width = std::max(1, std::min(image.cols, image.rows) / 160);
    cv::drawContours(drawn, contours, -1, cv::Scalar(255, 255, 255), width + 2);
    cv::drawContours(drawn, contours, -1, cv::Scalar(30, 120, 230), width);
    return drawn;
}

/// As small as the report needs it: hundreds of large pictures would not fit into memory.
report::Tile tile(std::string caption, const cv::Mat &picture)
{
    return {std::move(caption), report::reportPicture(picture).orThrow()};
}

report::Tile mapTile(std::string caption, const cv::Mat &map)
{
    return tile(std::move(caption),
                imaging::colourise(map, kMapLow, kMapHigh, imaging::ColourMap::Viridis));
}

} // namespace

std::optional<cv::Mat> storedMask(const fs::path &root, const store::Image &image, cv::Size size)
{
    if (!image.mask)
        return {};
    dataset::Sample sample;
    sample.image = root / image.path;
    sample.label = dataset::Label::Defect;
    sample.mask = root / *image.mask;
    const auto mask = dataset::loadSampleMask(sample, size);
    return mask.ok() ? std::optional(*mask) : std::nullopt;
}

PictureReporter::PictureReporter(const std::optional<store::Dataset> &dataset,
                                 const engine::Scorer &scorer)
    : m_scorer(scorer)
{
    if (!dataset)
        return;
    m_root = dataset->root;
    for (const auto &category : dataset->categories)
        for (const auto &image : category.images)
            m_known.emplace(image.path, Known{category.name, image});
}

std::optional<ReportedPicture> PictureReporter::look(const fs::path &picture, bool withStrip,
                                                     RunContext &run) const
{
    const auto file = m_root / picture; // the picture itself where it is absolute
    const auto image = imaging::loadBgr(file);
    if (!image.ok()) {
        run.log(LogLevel::Warning, image.error().detail + " It is left out of the report.");
        return {};
    }
    const auto inside = picture.is_absolute() ? picture.lexically_relative(m_root) : picture;
    const auto known = m_known.find(inside);
    const auto scored = m_scorer.explain(*image, file);
    cv::Mat shown = *image;
    ReportedPicture reported;
    auto &row = reported.row;
    row.category = scored.category;
    row.imagePath = known == m_known.end() ? file : inside;
    if (known != m_known.end()) {
        const auto &[category, record] = known->second;
        row.category = category;
        row.kind = record.kind;
        reported.defective = record.defective;
        if (record.defective)
            row.label = *record.defective ? "defect" : "normal";
        if (const auto mask = storedMask(m_root, record, image->size()))
            shown = outlined(*image, *mask);
    }
    row.scores = {{"baseline", scored.baselineScore}};
    row.tiles = {tile(shown.data == image->data ? "Picture" : "Picture, defect outlined", shown),
                 mapTile("Baseline map", scored.baseline)};
    if (m_scorer.hasFilter()) {
        row.scores.emplace_back("filtered", scored.filteredScore);
        row.tiles.push_back(mapTile("Filtered map", scored.filtered));
        row.tiles.push_back(mapTile("Fused map", scored.fused));
    }
    row.scores.emplace_back("fused", scored.fusedScore);
    if (!withStrip)
        return reported;
    auto &strip = reported.strip.emplace();
    strip.caption = row.category + (row.kind.empty() ? "" : ", " + row.kind) +
                    ": attention from block to block";
    for (const auto &heatmap : scored.heatmaps)
        strip.tiles.push_back(
            tile(heatmap.block, imaging::blendOver(*image,
                                                   imaging::colourise(heatmap.map, 0.0F, 1.0F,
                                                                      imaging::ColourMap::Viridis),
                                                   0.6)));
    return reported;
}

} // namespace cf::workflow
