#include "core/annotation/coco.h"
#include "core/annotation/detail/json_points.h"
#include "core/annotation/detail/json_text.h"
#include "core/annotation/detail/loss_log.h"
#include "core/annotation/rasterise.h"
#include "core/annotation/run_length.h"
#include "core/base/atomic_file.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <set>

namespace cf::annotation {

namespace {

using detail::Json;

/// Numbers that were read stay, new ones come after all of them.
class Ids
{
public:
    void reserve(const Json &object)
    {
        if (const auto id = detail::wholeNumber(detail::find(object, "id")))
            m_next = std::max(m_next, *id + 1);
    }
    long long take(const Json &object)
    {
        const auto id = detail::wholeNumber(detail::find(object, "id"));
        return id && m_taken.insert(*id).second ? *id : m_next++;
    }

private:
    std::set<long long> m_taken;
    long long m_next = 1;
};

/// Shapes that make one annotation.
using Object = std::vector<const Shape *>;

std::vector<Object> objectsOf(const Annotation &annotation, detail::LossLog &log)
{
    std::vector<Object> objects;
    for (const Shape &shape : annotation.shapes) {
        if (shape.kind == ShapeKind::Marker) {
            log.add(Loss::Markers);
            continue;
        }
        const auto place =
            !shape.group ? objects.end()
                         : std::find_if(objects.begin(), objects.end(), [&](const Object &object) {
                               return object.front()->group == shape.group &&
                                      object.front()->label == shape.label;
                           });
        if (place != objects.end())
            place->push_back(&shape);
        else
            objects.push_back({&shape});
    }
    return objects;
}

bool isOutline(const Shape &shape)
{
    return (shape.kind == ShapeKind::Polygon && shape.holes.empty()) ||
           shape.kind == ShapeKind::Rectangle;
}

/// segmentation, area and bbox; false when it lies outside of the picture.
Result<bool> writeGeometry(const Object &object, cv::Size imageSize, Json &json,
                           detail::LossLog &log)
{
    std::vector<Patch> patches;
    cv::Rect place;
    for (const Shape *shape : object) {
        CF_ASSIGN_OR_RETURN(Patch patch, rasterisePatch(*shape, imageSize));
        if (patch.place.empty())
            continue;
        place = patches.empty() ? patch.place : place | patch.place;
        patches.push_back(std::move(patch));
    }
    cv::Mat mask = cv::Mat::zeros(place.size(), CV_8UC1);
    for (const Patch &patch : patches) {
        cv::Mat target = mask(patch.place - place.tl());
        target |= patch.mask;
    }
    cv::Rect box = patches.empty() ? cv::Rect() : cv::boundingRect(mask);
    if (box.empty()) {
        log.add(Loss::Outside, object.size());
        return false;
    }
    if (std::all_of(object.begin(), object.end(), [](auto *shape) { return isOutline(*shape); })) {
        json["segmentation"] = Json::array();
        for (const Shape *shape : object) {
            const bool rectangle = shape->kind == ShapeKind::Rectangle;
            if (rectangle)
                log.add(Loss::Drawing);
            json["segmentation"].push_back(
                detail::jsonFlat(rectangle ? rectangleOutline(*shape) : shape->points));
        }
    } else {
        for (const Shape *shape : object) {
            if (shape->kind != ShapeKind::Mask)
                log.add(Loss::Drawing);
            const auto all = boxOf(*shape);
            if (all.x < 0 || all.y < 0 || all.br().x > imageSize.width ||
                all.br().y > imageSize.height)
                log.add(Loss::Outside);
        }
        json["segmentation"] = {{"size", {imageSize.height, imageSize.width}},
                                {"counts", compressRuns(encodeRuns({place, mask}, imageSize))}};
    }
    json["area"] = cv::countNonZero(mask);
    box += place.tl();
    json["bbox"] = {box.x, box.y, box.width, box.height};
    return true;
}

/// Those that were read, and new ones for labels that are not among them.
Json categoriesOf(const CocoSet &set, const Json &extras)
{
    Json categories = Json::array();
    std::set<std::string> known;
    Ids ids;
    if (const Json *read = detail::find(extras, "categories"); read != nullptr) {
        for (const Json &category : *read)
            ids.reserve(category);
        for (Json category : *read) {
            if (!category.is_object())
                continue;
            category["id"] = ids.take(category);
            known.insert(detail::textAt(category, "name"));
            categories.push_back(std::move(category));
        }
    }
    for (const auto &label : labelsOf(set.pictures))
        if (known.insert(label).second)
            categories.push_back({{"id", ids.take({})}, {"name", label}});
    return categories;
}

long long categoryOf(const Json &categories, const std::string &label)
{
    for (const Json &category : categories)
        if (detail::textAt(category, "name") == label)
            return category["id"].get<long long>();
    return 0;
}

} // namespace

Result<Warnings> writeCoco(const std::filesystem::path &path, const CocoSet &set)
{
    detail::LossLog log;
    Json extras = detail::extrasFor(set.extraJson, kCocoFormat);
    const Json categories = categoriesOf(set, extras);
    Json images = Json::array();
    Json annotations = Json::array();
    Ids imageIds;
    Ids annotationIds;
    for (const Annotation &picture : set.pictures) {
        imageIds.reserve(detail::extrasFor(picture.extraJson, kCocoFormat));
        for (const Shape &shape : picture.shapes)
            annotationIds.reserve(detail::extrasFor(shape.extraJson, kCocoFormat));
    }
    for (const Annotation &picture : set.pictures) {
        CF_RETURN_IF_ERROR(check(picture));
        log.addExtras(picture, kCocoFormat);
        Json image = detail::extrasFor(picture.extraJson, kCocoFormat);
        const long long imageId = imageIds.take(image);
        image.update({{"id", imageId},
                      {"file_name", picture.imagePath},
                      {"width", picture.imageSize.width},
                      {"height", picture.imageSize.height}});
        images.push_back(std::move(image));
        for (const Object &object : objectsOf(picture, log)) {
            Json json = detail::extrasFor(object.front()->extraJson, kCocoFormat);
            const long long id = annotationIds.take(json);
            json.update({{"id", id},
                         {"image_id", imageId},
                         {"category_id", categoryOf(categories, object.front()->label)}});
            if (!json.contains("iscrowd"))
                json["iscrowd"] = 0;
            CF_ASSIGN_OR_RETURN(const bool inside,
                                writeGeometry(object, picture.imageSize, json, log));
            if (inside)
                annotations.push_back(std::move(json));
        }
    }
    extras.update({{"images", images}, {"annotations", annotations}, {"categories", categories}});
    CF_RETURN_IF_ERROR(writeFileAtomically(path, detail::textOf(extras)));
    return log.warnings();
}

} // namespace cf::annotation
