#include "core/annotation/labelme.h"

#include "core/annotation/detail/base64.h"
#include "core/annotation/detail/json_points.h"
#include "core/annotation/detail/json_text.h"
#include "core/annotation/detail/loss_log.h"
#include "core/annotation/detail/png_bytes.h"
#include "core/annotation/rasterise.h"
#include "core/base/atomic_file.h"
#include "core/imaging/file_bytes.h"
#include "core/imaging/image_file.h"

#include <algorithm>
#include <cmath>

namespace cf::annotation {

namespace {

using detail::Json;

constexpr const char *kLabelme = "labelme";
constexpr const char *kVersion = "5.5.0"; // of the format; labelme 6 reads it without a word

Error damaged(std::size_t shape, const std::string &reason)
{
    return Error::make(ErrorCode::BadData, "its shape " + std::to_string(shape + 1) + " " + reason);
}

Result<void> readMask(const Json &json, std::size_t index, Shape &shape)
{
    const auto png = detail::fromBase64(detail::textAt(json, "mask"));
    if (!png || png->empty() || shape.points.empty())
        return damaged(index, "is a mask without its pixels");
    auto mask = imaging::decodeMask(*png);
    if (!mask.ok())
        return damaged(index, "is a mask whose pixels are damaged: " + mask.error().detail);
    shape.mask = *mask;
    const auto &corner = shape.points.front();
    if (std::abs(corner.x) > kFurthestPx || std::abs(corner.y) > kFurthestPx)
        return damaged(index, "is a mask that lies too far outside");
    shape.maskAt = cv::Point(cvRound(corner.x), cvRound(corner.y));
    shape.points.clear();
    return {};
}

bool isMarkerType(const std::string &type)
{
    return type == "point" || type == "points" || type == "line" || type == "linestrip";
}

/// Corners of a parallelogram in turn: of a rotated box that nobody has pulled at one corner.
bool hasRotatedBox(const Ring &ring)
{
    if (ring.size() != 4)
        return false;
    const auto slack = ring[0] - ring[1] + ring[2] - ring[3];
    return std::abs(slack.x) < 0.01 && std::abs(slack.y) < 0.01;
}

bool isUprightBox(const Ring &ring)
{
    return hasRotatedBox(ring) && (ring[0].x == ring[1].x || ring[0].y == ring[1].y) &&
           (ring[1].x == ring[2].x || ring[1].y == ring[2].y);
}

/// Of centre and a point of the rim.
Ring circleCorners(const Ring &circle)
{
    const auto rim = circle[1] - circle[0];
    const double radius = std::hypot(rim.x, rim.y);
    return {circle[0] - cv::Point2d(radius, radius), circle[0] + cv::Point2d(radius, radius)};
}

/// Centre and a point of the rim: those that were read when the circle is still the same.
Ring circlePoints(const Shape &circle, const Json &read)
{
    if (const auto points = detail::pointPairs(read); points && points->size() == 2) {
        const auto corners = circleCorners(*points);
        if (cv::norm(corners[0] - circle.points[0]) + cv::norm(corners[1] - circle.points[1]) <
            1e-6)
            return *points;
    }
    const auto box = boxOf(circle);
    const cv::Point2d centre = (box.tl() + box.br()) / 2;
    return {centre, {centre.x + box.width / 2, centre.y}};
}

Result<Shape> readShape(const Json &json, std::size_t index)
{
    const Json *points = detail::find(json, "points");
    const Json *label = detail::find(json, "label");
    if (points == nullptr || label == nullptr || !label->is_string())
        return damaged(index, "has no label or no points");
    Shape shape;
    shape.label = label->get<std::string>();
    auto ring = detail::pointPairs(*points);
    if (!ring)
        return damaged(index, "has points that are no pairs of numbers");
    shape.points = std::move(*ring);
    const Json *typeKey = detail::find(json, "shape_type");
    const std::string type =
        typeKey == nullptr || typeKey->is_null() ? "polygon" : detail::textAt(json, "shape_type");
    bool plain = true; // the kind says all about the type
    if (type == "mask") {
        shape.kind = ShapeKind::Mask;
        CF_RETURN_IF_ERROR(readMask(json, index, shape));
    } else if (type == "rectangle" && (shape.points.size() == 2 || isUprightBox(shape.points))) {
        shape.kind = ShapeKind::Rectangle;
        const auto box = boxOf(shape);
        // Two corners stay in the order they were drawn in.
        if (shape.points.size() == 4)
            shape.points = {box.tl(), box.br()};
    } else if (type == "circle" && shape.points.size() == 2) {
        shape.kind = ShapeKind::Ellipse;
        shape.points = circleCorners(shape.points);
    } else if (!isMarkerType(type) && shape.points.size() >= 3) {
        shape.kind = ShapeKind::Polygon;
        plain = type == "polygon";
    } else {
        shape.kind = ShapeKind::Marker;
        plain = false;
        if (shape.points.empty())
            return damaged(index, "has no points");
    }
    const Json *group = detail::find(json, "group_id");
    shape.group = detail::wholeNumber(group);
    const bool plainGroup = shape.group.has_value() || (group != nullptr && group->is_null());
    // A circle's own point of the rim is kept too.
    const char *knownPoints = shape.kind == ShapeKind::Ellipse ? "" : "points";
    shape.extraJson = detail::extrasOf(json,
                                       {"label", knownPoints, plain ? "shape_type" : "",
                                        plainGroup ? "group_id" : "",
                                        shape.kind == ShapeKind::Mask ? "mask" : ""},
                                       kLabelme);
    return shape;
}

/// points and shape_type, and mask for one.
Result<void> writeGeometry(const Shape &shape, cv::Size imageSize, Json &json, detail::LossLog &log)
{
    std::string type = "polygon";
    Ring points = shape.points;
    Json mask;
    const auto box = boxOf(shape);
    switch (shape.kind) {
    case ShapeKind::Rectangle:
        type = "rectangle";
        break;
    case ShapeKind::Marker:
        type = points.size() == 1 ? "point" : points.size() == 2 ? "line" : "linestrip";
        if (json.contains("shape_type"))
            type = detail::textAt(json, "shape_type");
        break;
    case ShapeKind::Mask: {
        type = "mask";
        CF_ASSIGN_OR_RETURN(const auto png, detail::pngOf(shape.mask));
        mask = detail::toBase64(png);
        const cv::Point2d first = shape.maskAt;
        points = {first, first + cv::Point2d(shape.mask.cols - 1, shape.mask.rows - 1)};
        break;
    }
    case ShapeKind::Ellipse:
        if (std::abs(box.width - box.height) <= 1e-9 * box.width) {
            type = "circle";
            points = circlePoints(shape, json["points"]);
            break;
        }
        [[fallthrough]];
    case ShapeKind::Polygon: {
        if (shape.kind == ShapeKind::Polygon && json.contains("shape_type") &&
            hasRotatedBox(points) && shape.holes.empty()) {
            type = detail::textAt(json, "shape_type");
            break;
        }
        CF_ASSIGN_OR_RETURN(const auto rings, detail::asOutlines(shape, imageSize, log));
        points = rings.front();
        break;
    }
    }
    json["points"] = detail::jsonPairs(points);
    json["shape_type"] = type;
    if (!mask.is_null())
        json["mask"] = mask;
    return {};
}

} // namespace

Result<Annotation> readLabelme(const std::filesystem::path &path, cv::Size imageSize)
{
    CF_ASSIGN_OR_RETURN(const Json json, detail::readJsonObject(path));
    const auto refuse = [&](Error error) { return imaging::aboutFile(path, std::move(error)); };
    const Json *shapes = detail::find(json, "shapes");
    if (shapes == nullptr || !shapes->is_array())
        return refuse(Error::make(ErrorCode::BadData,
                                  "it has no list of \"shapes\", so it is no labelme file"));
    Annotation annotation;
    annotation.imagePath = detail::textAt(json, "imagePath");
    const auto size = detail::sizeAt(json, "imageWidth", "imageHeight");
    if (!size.ok())
        return refuse(size.error());
    annotation.imageSize = size->empty() ? imageSize : *size;
    for (std::size_t i = 0; i < shapes->size(); ++i) {
        auto shape = readShape((*shapes)[i], i);
        if (!shape.ok())
            return refuse(shape.error());
        annotation.shapes.push_back(std::move(*shape));
    }
    annotation.extraJson =
        detail::extrasOf(json, {"shapes", "imagePath", "imageWidth", "imageHeight"}, kLabelme);
    if (auto checked = check(annotation); !checked.ok())
        return refuse(checked.error());
    return annotation;
}

Result<Warnings> writeLabelme(const std::filesystem::path &path, const Annotation &annotation)
{
    CF_RETURN_IF_ERROR(check(annotation));
    detail::LossLog log;
    log.addExtras(annotation, kLabelme);
    Json shapes = Json::array();
    for (const Shape &shape : annotation.shapes) {
        const Json extras = detail::extrasFor(shape.extraJson, kLabelme);
        Json json = {{"label", shape.label},
                     {"points", Json::array()},
                     {"group_id", nullptr},
                     {"description", ""},
                     {"flags", Json::object()}};
        json.update(extras);
        if (shape.group)
            json["group_id"] = *shape.group;
        CF_RETURN_IF_ERROR(writeGeometry(shape, annotation.imageSize, json, log));
        shapes.push_back(std::move(json));
    }
    Json json = {{"version", kVersion},
                 {"flags", Json::object()},
                 {"shapes", std::move(shapes)},
                 {"imagePath", annotation.imagePath},
                 {"imageData", nullptr},
                 {"imageHeight", annotation.imageSize.height},
                 {"imageWidth", annotation.imageSize.width}};
    json.update(detail::extrasFor(annotation.extraJson, kLabelme));
    CF_RETURN_IF_ERROR(writeFileAtomically(path, detail::textOf(json)));
    return log.warnings();
}

} // namespace cf::annotation
