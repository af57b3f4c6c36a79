#pragma once

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cf::report {

/// One number of an evaluation. Larger is better for all of them.
struct Metric
{
    std::string name;            ///< "image_auroc", "au_pro", ...
    std::optional<double> value; ///< 0..1; nothing when it is not defined
    std::string reason;          ///< why it is not defined, as a sentence
};

/// The same metrics in the same order for what went into the filter, what came out, and both
/// together.
struct CategoryMetrics
{
    std::string name;
    std::vector<Metric> baseline;
    std::vector<Metric> filtered;
    std::vector<Metric> fused;
    std::vector<Metric> external = {}; ///< of another method's maps, which have none of the others
};

/// A small picture with a line below it. 8-bit, 1 (grey), 3 (BGR) or 4 (BGRA) channels; empty =
/// "not available".
struct Tile
{
    std::string caption;
    cv::Mat bgr;
};

struct SampleRow
{
    std::string category;
    std::string kind; ///< "good" or the kind of defect
    std::filesystem::path imagePath;
    std::string label; ///< what was decided or is known: "normal", "defect", "missed", ...
    std::vector<std::pair<std::string, double>> scores;
    std::vector<Tile> tiles;
};

/// A line in a chart; points with a value that is not finite are left out.
struct Curve
{
    std::string
        name; ///< "baseline", "filtered", "fused", "normal" and "anomalous" have fixed colours
    std::vector<double> x;
    std::vector<double> y;
};

/// Densities of scores, filled down to the axis.
struct KdeFigure
{
    std::string title;
    std::vector<Curve> curves;
    std::optional<double> overlap; ///< common area of the normal and the anomalous density, 0..1
};

struct CurveFigure
{
    std::string title;
    std::string xLabel;
    std::string yLabel;
    std::vector<Curve> curves;
    bool unitSquare = true; ///< both axes 0..1; else as far as the points go
};

struct HeatmapStrip
{
    std::string caption;
    std::vector<Tile> tiles;
};

/// A number that stands large, with a line below it.
struct Card
{
    std::string name, number, note;
};

/// Any table. Cells are as they are to be read.
struct TextTable
{
    std::string title;
    std::string note; ///< above it; may be empty
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< each as long as `columns`
    std::size_t textColumns = 1;                ///< the first ones; the others are numbers
};

/// Pictures under a heading of their own.
struct Gallery
{
    std::string title;
    std::string note;                 ///< below the title; may be empty
    std::vector<HeatmapStrip> strips; ///< a caption each, and the pictures below it
    int perRow = 4;
};

/// All that a report shows, in the order in which it shows it. Empty parts are left out of the
/// page.
struct ReportData
{
    std::string title;
    std::string runId;
    std::string dataset;
    std::string created; ///< date and time as it is to be read
    std::optional<double> lambda;
    std::optional<double> secondsPerImage;
    std::optional<std::size_t> pictures; ///< asked for, in a report of pictures alone
    std::vector<std::pair<std::string, std::string>> facts; ///< at its head, after those above
    std::size_t leftOut = 0; ///< test pictures that the model learned from after a review
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<Card> cards;
    std::vector<TextTable> tables; ///< with any, metrics of categories are no part of the report
    std::vector<Gallery> galleries;
    std::vector<CategoryMetrics> categories;
    CategoryMetrics mean; ///< over the categories; left out when it holds no metrics
    std::vector<HeatmapStrip> strips;
    std::vector<KdeFigure> kdes;
    std::vector<CurveFigure> curves; ///< ROC, precision-recall, per-region overlap
    std::optional<CurveFigure> loss;
    std::vector<SampleRow> samples;
};

} // namespace cf::report
