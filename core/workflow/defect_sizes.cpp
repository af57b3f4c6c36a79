// The defects' sizes and forms, and the files about them.
#include "core/base/atomic_file.h"
#include "core/imaging/map_file.h"
#include "core/report/markup.h"
#include "core/workflow/defect_locations.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace cf::workflow {

namespace {

constexpr double kFaint = 0.35;    // of the background below the map
constexpr double kOpaqueAt = 0.25; // of the highest share: from here on the map covers the picture
constexpr double kMostOpaque = 0.85;

bool isOf(const DefectRegion &region, const std::string &kind)
{
    return kind.empty() || region.kind == kind;
}

metrics::BoxStatistics boxOfRegions(const std::vector<const DefectRegion *> &regions, auto measure)
{
    std::vector<double> values;
    for (const auto *region : regions)
        values.push_back(measure(*region));
    return *metrics::boxStatistics(values).orThrow().value; // finite, and not empty
}

SizeSummary summaryOf(const DefectLocations &locations, const std::string &kind)
{
    std::vector<const DefectRegion *> regions;
    std::set<std::size_t> pictures;
    for (const auto &region : locations.regions)
        if (isOf(region, kind)) {
            regions.push_back(&region);
            pictures.insert(region.picture);
        }
    const auto of = [&](auto measure) { return boxOfRegions(regions, measure); };
    return {kind,
            regions.size(),
            pictures.size(),
            of([](const DefectRegion &region) { return region.shape.areaPx; }),
            of([](const DefectRegion &region) { return region.areaShare(); }),
            of([](const DefectRegion &region) { return region.shape.lengthPx; }),
            of([](const DefectRegion &region) { return region.shape.widthPx; }),
            of([](const DefectRegion &region) { return region.shape.elongation(); })};
}

} // namespace

std::vector<SizeSummary> summarise(const DefectLocations &locations)
{
    std::vector<SizeSummary> all;
    if (locations.regions.empty())
        return all;
    all.push_back(summaryOf(locations, {}));
    for (const auto &kind : locations.kinds)
        all.push_back(summaryOf(locations, kind));
    return all;
}

double measureOf(const DefectRegion &region, SizeMeasure measure)
{
    return measure == SizeMeasure::LogArea ? std::log10(region.shape.areaPx)
                                           : region.shape.elongation();
}

std::optional<metrics::Histogram> sizeHistogram(const DefectLocations &locations,
                                                SizeMeasure measure, std::size_t bins,
                                                const std::string &kind)
{
    std::vector<double> values;
    for (const auto &region : locations.regions)
        if (isOf(region, kind))
            values.push_back(measureOf(region, measure));
    if (values.empty())
        return std::nullopt;
    auto [low, high] = std::pair(std::ranges::min(values), std::ranges::max(values));
    if (!(low < high)) { // all alike: one bin in the middle has them
        low -= 0.5;
        high += 0.5;
    }
    return metrics::histogram(values, bins, low, high).orThrow();
}

std::vector<std::size_t> picturesInSizeBin(const DefectLocations &locations, SizeMeasure measure,
                                           const metrics::Histogram &histogram, std::size_t bin,
                                           const std::string &kind)
{
    std::set<std::size_t> pictures;
    for (const auto &region : locations.regions)
        if (isOf(region, kind) &&
            metrics::detail::binOf(measureOf(region, measure), histogram.counts.size(),
                                   histogram.low, histogram.high) == bin)
            pictures.insert(region.picture);
    return {pictures.begin(), pictures.end()};
}

cv::Mat drawnMap(const DefectLocations &locations, const cv::Mat &map, imaging::ColourMap colours)
{
    double high = 0;
    cv::minMaxLoc(map, nullptr, &high);
    const double factor = 1.0 * DefectLocations::kBackgroundSidePx / std::max(map.cols, map.rows);
    const cv::Size size(static_cast<int>(map.cols * factor), static_cast<int>(map.rows * factor));
    cv::Mat ground(size, CV_8UC3, cv::Scalar::all(0));
    if (!locations.background.empty()) {
        cv::Mat grey;
        cv::cvtColor(locations.background, grey, cv::COLOR_BGR2GRAY);
        cv::resize(grey, grey, size, 0, 0, cv::INTER_AREA);
        grey.convertTo(grey, CV_8UC1, kFaint);
        cv::cvtColor(grey, ground, cv::COLOR_GRAY2BGR);
    }
    if (!(high > 0))
        return ground;
    cv::Mat large;
    cv::resize(map, large, size, 0, 0, cv::INTER_NEAREST); // cells as they are: no place is made up
    const auto coloured = imaging::colourise(large, 0, static_cast<float>(high), colours);
    cv::Mat drawn(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y) {
        const auto *share = large.ptr<float>(y);
        const auto *above = coloured.ptr<cv::Vec3b>(y);
        const auto *below = ground.ptr<cv::Vec3b>(y);
        auto *into = drawn.ptr<cv::Vec3b>(y);
        for (int x = 0; x < size.width; ++x) {
            const double alpha = kMostOpaque * std::min(1.0, share[x] / (kOpaqueAt * high));
            for (int channel = 0; channel < 3; ++channel)
                into[x][channel] = cv::saturate_cast<std::uint8_t>(alpha * above[x][channel] +
                                                                   (1 - alpha) * below[x][channel]);
        }
    }
    return drawn;
}

Result<void> writeDefectRegions(const std::filesystem::path &file,
                                std::span<const DefectLocations> locations)
{
    std::string text =
        "category,picture,kind,area_px,area_share,x,y,box_x,box_y,box_width,box_height,length_px,"
        "width_px,elongation,angle_degrees,solidity,circularity,image_width,image_height\n";
    for (const auto &one : locations)
        for (const auto &region : one.regions) {
            const auto &shape = region.shape;
            text += report::csvField(one.category) + ',' +
                    report::csvField(one.pictures[region.picture].path.generic_string()) + ',' +
                    report::csvField(region.kind);
            for (const double value :
                 {shape.areaPx, region.areaShare(), region.x(), region.y(), 1.0 * shape.box.x,
                  1.0 * shape.box.y, 1.0 * shape.box.width, 1.0 * shape.box.height, shape.lengthPx,
                  shape.widthPx, shape.elongation(), shape.angleDegrees, shape.solidity,
                  shape.circularity, 1.0 * region.imageSize.width, 1.0 * region.imageSize.height})
                text.append(1, ',').append(report::exactNumber(value));
            text += '\n';
        }
    return writeFileAtomically(file, text);
}

Result<void> writeLocationMap(const std::filesystem::path &file, const DefectLocations &locations,
                              const std::string &kind, imaging::ColourMap colours)
{
    const auto map = locationMap(locations, kind);
    const auto ending = file.extension().string();
    if (ending == ".tiff" || ending == ".tif")
        return imaging::saveMap(file, map, imaging::MapFormat::Tiff);
    if (ending != ".png")
        return Error::make(ErrorCode::BadUsage, "Cannot tell the format of " + file.string() +
                                                    "; use the ending .png or .tiff.");
    std::vector<std::uint8_t> bytes;
    cv::imencode(".png", drawnMap(locations, map, colours), bytes);
    return writeFileAtomically(file, std::as_bytes(std::span(bytes)));
}

} // namespace cf::workflow
