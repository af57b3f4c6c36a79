#pragma once

#include "core/annotation/location_grid.h"
#include "core/annotation/region_shape.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/imaging/colour_map.h"
#include "core/metrics/distribution.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cf::workflow {

/// What tells where the defects are.
enum class DefectSource {
    Masks, ///< the ground truth that came with the pictures
    Drawn, ///< what people drew in the project, by its class
    Maps, ///< where a run's map reaches the category's threshold, in pictures that are rejected: by
          ///< the last decision that stands, else by the score
};

/// "masks", "drawn", "maps".
const char *toString(DefectSource source);
std::optional<DefectSource> defectSourceFrom(std::string_view word);

struct DefectRequest
{
    std::filesystem::path project;
    std::string run;                     ///< for scores and maps; empty: without them
    std::vector<std::string> categories; ///< empty: all
    DefectSource source = DefectSource::Masks;
};

/// A picture with at least one defect.
struct DefectPicture
{
    std::filesystem::path path; ///< absolute
    std::string kind;           ///< "good", the kind of defect, or empty
    std::optional<bool> defective;
    std::optional<double> score;
    cv::Size size;
};

/// One connected area of a picture and a kind.
struct DefectRegion
{
    std::size_t picture = 0; ///< in DefectLocations::pictures
    std::string kind;        ///< of the picture (masks, maps), or the class it was drawn as
    annotation::RegionShape shape;
    cv::Size imageSize;

    double areaShare() const { return shape.areaPx / (1.0 * imageSize.width * imageSize.height); }
    /// Of the centre, from the upper left corner, 0..1.
    double x() const { return shape.centre.x / imageSize.width; }
    double y() const { return shape.centre.y / imageSize.height; }
};

/// The marked cells of a picture, by kind.
struct DefectCells
{
    std::size_t picture = 0;
    std::string kind;
    std::vector<annotation::CellShare> cells;
};

/// All defects of a category.
struct DefectLocations
{
    std::string category;
    DefectSource source = DefectSource::Masks;
    std::string run;
    cv::Size grid; ///< columns and rows that every picture is stretched to
    std::vector<DefectPicture> pictures;
    std::vector<DefectRegion> regions;
    std::vector<DefectCells> cells;
    std::vector<std::string> kinds; ///< that have regions, in order of the name
    std::size_t lookedAt = 0;       ///< pictures, those without a defect included
    std::size_t leftOut = 0; ///< pictures with a defect that does not tell where: no mask, no map
    cv::Mat background;      ///< CV_8UC3: the mean of a few pictures, at most kBackgroundSidePx;
                             ///< empty when none can be read

    static constexpr int kGridCells = 64; ///< of the longer side
    static constexpr int kBackgroundSidePx = 512;
};

/// One for each category that has pictures, for Drawn those that were drawn on: none, where nothing
/// was. Reads what the source needs, and a few pictures more for the background. A step of
/// "defects" a picture. Fails with BadUsage for a category that is not there, and BadData without
/// pictures and for maps without a run; otherwise as openReview().
Result<std::vector<DefectLocations>> locateDefects(const DefectRequest &request, RunContext &run);

/// How often each place was defective: in a cell, the mean share that is marked over the pictures
/// with a defect of the kind (an empty one: of any). CV_32FC1 of the grid's size, 0..1; all zeros
/// without defects. Its sum over the number of cells is the mean marked share of those pictures.
cv::Mat locationMap(const DefectLocations &locations, const std::string &kind = {});

/// Pictures that are marked in a cell, the most marked first.
std::vector<std::size_t> picturesAt(const DefectLocations &locations, std::uint32_t cell,
                                    const std::string &kind = {});

/// What a number of areas have in common.
struct SizeSummary
{
    std::string kind; ///< empty: all kinds
    std::size_t regions = 0;
    std::size_t pictures = 0;
    metrics::BoxStatistics areaPx, areaShare, lengthPx, widthPx, elongation;
};

/// All kinds together first, then each; empty without regions.
std::vector<SizeSummary> summarise(const DefectLocations &locations);

/// Regions by the logarithm (base 10) of their area in pixels, or by elongation.
enum class SizeMeasure { LogArea, Elongation };

double measureOf(const DefectRegion &region, SizeMeasure measure);
/// Bins from the least to the greatest; none without regions.
std::optional<metrics::Histogram> sizeHistogram(const DefectLocations &locations,
                                                SizeMeasure measure, std::size_t bins,
                                                const std::string &kind = {});
/// The pictures of the regions in a bin, each once, in order.
std::vector<std::size_t> picturesInSizeBin(const DefectLocations &locations, SizeMeasure measure,
                                           const metrics::Histogram &histogram, std::size_t bin,
                                           const std::string &kind = {});

/// The map in colours over the faint background, `high` and above in the last colour; each cell at
/// least a few pixels wide. CV_8UC3.
cv::Mat drawnMap(const DefectLocations &locations, const cv::Mat &map, imaging::ColourMap colours);

/// One row a region: category, picture, kind, the figures of RegionShape, centre and size of the
/// picture. Fails with ReadOnly, NotFound or DiskFull.
Result<void> writeDefectRegions(const std::filesystem::path &file,
                                std::span<const DefectLocations> locations);

/// By the ending of `file`: .png as drawnMap() has it, .tiff the numbers as 32-bit float.
/// Fails with BadUsage for another ending; otherwise likewise.
Result<void> writeLocationMap(const std::filesystem::path &file, const DefectLocations &locations,
                              const std::string &kind = {},
                              imaging::ColourMap colours = imaging::ColourMap::Viridis);

} // namespace cf::workflow
