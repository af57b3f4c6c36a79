#include "core/annotation/annotation.h"

#include "core/imaging/image_header.h"

#include <algorithm>
#include <cmath>

namespace cf::annotation {

namespace {

bool near(const Ring &ring)
{
    return std::all_of(ring.begin(), ring.end(), [](const cv::Point2d &point) {
        return std::abs(point.x) <= kFurthestPx && std::abs(point.y) <= kFurthestPx;
    });
}

/// Empty when all is well.
std::string problemOf(const Shape &shape)
{
    if (!near(shape.points) || !std::all_of(shape.holes.begin(), shape.holes.end(), near))
        return "has a coordinate that is no number or further than ten million pixels away";
    switch (shape.kind) {
    case ShapeKind::Polygon:
        if (shape.points.size() < 3 ||
            std::any_of(shape.holes.begin(), shape.holes.end(),
                        [](const Ring &hole) { return hole.size() < 3; }))
            return "is a polygon with an outline of fewer than three points";
        break;
    case ShapeKind::Rectangle:
    case ShapeKind::Ellipse:
        if (shape.points.size() != 2)
            return "has " + std::to_string(shape.points.size()) + " points instead of two corners";
        break;
    case ShapeKind::Mask:
        if (shape.mask.empty() || shape.mask.type() != CV_8UC1)
            return "is a mask without pixels";
        if (std::abs(shape.maskAt.x) > kLongestSidePx || std::abs(shape.maskAt.y) > kLongestSidePx)
            return "is a mask that lies too far outside";
        break;
    case ShapeKind::Marker:
        if (shape.points.empty())
            return "has no point";
        break;
    }
    if (shape.kind != ShapeKind::Polygon && !shape.holes.empty())
        return "has holes, which only a polygon can have";
    return {};
}

Result<void> checkSize(cv::Size size)
{
    if (size.width <= 0 || size.height <= 0 || size.width > kLongestSidePx ||
        size.height > kLongestSidePx ||
        static_cast<long long>(size.width) * size.height > imaging::kMostPixels)
        return Error::make(ErrorCode::BadData, "A picture of " + std::to_string(size.width) +
                                                   " x " + std::to_string(size.height) +
                                                   " pixels cannot be annotated");
    return {};
}

} // namespace

const char *toString(Loss loss)
{
    switch (loss) {
    case Loss::Holes:
        return "holes";
    case Loss::Curve:
        return "curve";
    case Loss::Drawing:
        return "drawing";
    case Loss::Classes:
        return "classes";
    case Loss::Objects:
        return "objects";
    case Loss::Overlap:
        return "overlap";
    case Loss::Outside:
        return "outside";
    case Loss::Markers:
        return "markers";
    case Loss::Extras:
        return "extras";
    }
    return "";
}

std::vector<std::string> labelsOf(std::span<const Annotation> annotations)
{
    std::vector<std::string> labels;
    for (const auto &annotation : annotations)
        for (const auto &shape : annotation.shapes)
            if (std::find(labels.begin(), labels.end(), shape.label) == labels.end())
                labels.push_back(shape.label);
    return labels;
}

Result<void> check(const Shape &shape, cv::Size imageSize)
{
    CF_RETURN_IF_ERROR(checkSize(imageSize));
    if (const auto problem = problemOf(shape); !problem.empty())
        return Error::make(ErrorCode::BadData,
                           "The shape \"" + shape.label.substr(0, 60) + "\" " + problem);
    return {};
}

Result<void> check(const Annotation &annotation)
{
    CF_RETURN_IF_ERROR(checkSize(annotation.imageSize));
    for (std::size_t i = 0; i < annotation.shapes.size(); ++i)
        if (const auto problem = problemOf(annotation.shapes[i]); !problem.empty())
            return Error::make(ErrorCode::BadData, "Shape " + std::to_string(i + 1) + " (\"" +
                                                       annotation.shapes[i].label.substr(0, 60) +
                                                       "\") " + problem);
    return {};
}

} // namespace cf::annotation
