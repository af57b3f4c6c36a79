#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What people draw on pictures, and the files it is exchanged in.
///
/// Coordinates of all shapes: x to the right, y down, from the upper left corner of the picture;
/// the pixel in column c and row r covers [c, c+1) x [r, r+1). labelme, COCO and YOLO count alike,
/// so no reader shifts by half a pixel. Which pixels a shape holds: see rasterise.h.
namespace cf::annotation {

using Ring = std::vector<cv::Point2d>; ///< closed by itself: the first point is not repeated

enum class ShapeKind {
    Polygon,   ///< `points` is its outline, `holes` are cut out
    Rectangle, ///< `points` are two opposite corners
    Ellipse,   ///< `points` are two opposite corners of the upright box around it
    Mask,      ///< `mask` with its upper left pixel at `maskAt`; no points
    Marker,    ///< a point or a line: holds no pixel, kept for the formats that know it
};

/// One thing that was marked.
struct Shape
{
    std::string label; ///< class, UTF-8; may be empty
    ShapeKind kind = ShapeKind::Polygon;
    Ring points;
    std::vector<Ring> holes;
    cv::Mat mask; ///< CV_8UC1, 255 inside and 0 outside
    cv::Point maskAt;
    std::optional<long long> group; ///< shapes with the same number are parts of one object
    /// JSON object: what a format knows of the shape beyond this, by format, as
    /// {"labelme": {"description": "..."}}; its writer puts it back. Empty when there is nothing.
    std::string extraJson;
};

/// The shapes of one picture.
struct Annotation
{
    std::string imagePath;     ///< as the file says it, mostly relative to that file; may be empty
    cv::Size imageSize;        ///< pixels
    std::vector<Shape> shapes; ///< later ones lie on top
    std::string extraJson;     ///< as in Shape
};

/// Limits of what readers accept; a file beyond is BadData.
inline constexpr double kFurthestPx = 1e7; ///< of a coordinate from the corner, to either side
inline constexpr int kLongestSidePx = 1 << 20;

/// The part of a picture that holds all marked pixels.
struct Patch
{
    cv::Rect place; ///< in the picture; empty when no pixel can be marked
    cv::Mat mask;   ///< CV_8UC1 of that size, 255 inside
};

/// What a format cannot hold.
enum class Loss {
    Holes,   ///< a hole became a slit in the outline, with the same pixels
    Curve,   ///< an ellipse became a polygon, close to it but not the same pixels
    Drawing, ///< an outline became pixels, or pixels an outline: the same pixels, another drawing
    Classes, ///< the class is not in the file
    Objects, ///< which parts belong to one object, or where two that touch part, is not in the file
    Overlap, ///< where shapes overlap, the upper one alone is in the file
    Outside, ///< what lay outside of the picture was cut off or moved to its edge
    Markers, ///< points and lines are not in the file
    Extras,  ///< what another format knew (descriptions, flags, ...) is not in the file
};

/// "holes", "curve", ...
const char *toString(Loss loss);

/// One kind of loss while a file was written.
struct Warning
{
    Loss loss = Loss::Holes;
    std::size_t shapeCount = 0; ///< of the shapes it happened to
    std::string detail;         ///< one English sentence
};

using Warnings = std::vector<Warning>; ///< at most one per loss, in the order of Loss

/// The classes that occur, each once, in the order of their first shape.
std::vector<std::string> labelsOf(std::span<const Annotation> annotations);

/// Size known and allowed, coordinates finite and within kFurthestPx, enough points for the kind,
/// masks of the right type. Readers return nothing that fails here, writers refuse it.
/// fails  BadData naming the shape
Result<void> check(const Annotation &annotation);
/// One shape, and the size of the picture it is on.
Result<void> check(const Shape &shape, cv::Size imageSize);

} // namespace cf::annotation
