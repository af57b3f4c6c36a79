#include "core/annotation/coco.h"
#include "core/annotation/detail/json_points.h"
#include "core/annotation/detail/json_text.h"
#include "core/annotation/run_length.h"
#include "core/imaging/file_bytes.h"

#include <map>

namespace cf::annotation {

namespace {

using detail::Json;

Error damagedCoco(const std::string &reason)
{
    return Error::make(ErrorCode::BadData, reason);
}

Result<Patch> patchOf(const Json &segmentation, cv::Size imageSize)
{
    const Json *size = detail::find(segmentation, "size");
    const Json *counts = detail::find(segmentation, "counts");
    if (size == nullptr || !size->is_array() || size->size() != 2 || counts == nullptr)
        return damagedCoco("has run lengths without size or counts");
    if (detail::wholeNumber(&(*size)[0]) != imageSize.height ||
        detail::wholeNumber(&(*size)[1]) != imageSize.width)
        return damagedCoco("has run lengths for a picture of another size");
    if (counts->is_string()) {
        CF_ASSIGN_OR_RETURN(const Runs runs,
                            decompressRuns(counts->get_ref<const std::string &>()));
        return decodePatch(runs, imageSize);
    }
    if (!counts->is_array())
        return damagedCoco("has run lengths that are neither a list nor text");
    Runs runs;
    for (const Json &count : *counts) {
        const auto run = detail::wholeNumber(&count);
        if (!run || *run < 0 || *run > UINT32_MAX)
            return damagedCoco("has a run length that is no number of pixels");
        runs.push_back(static_cast<std::uint32_t>(*run));
    }
    return decodePatch(runs, imageSize);
}

/// The shapes of one annotation; label, group and extras are added by the caller.
Result<std::vector<Shape>> shapesOf(const Json &json, cv::Size imageSize)
{
    std::vector<Shape> shapes;
    const Json *segmentation = detail::find(json, "segmentation");
    if (segmentation != nullptr && segmentation->is_object()) {
        CF_ASSIGN_OR_RETURN(const Patch patch, patchOf(*segmentation, imageSize));
        if (!patch.place.empty()) {
            shapes.emplace_back();
            shapes.back().kind = ShapeKind::Mask;
            shapes.back().mask = patch.mask;
            shapes.back().maskAt = patch.place.tl();
        }
        return shapes; // of no pixel: nothing is marked
    }
    if (segmentation != nullptr && segmentation->is_array() && !segmentation->empty()) {
        for (const Json &polygon : *segmentation) {
            auto ring = detail::flatPoints(polygon);
            if (!ring || ring->size() < 3)
                return damagedCoco("has a polygon that is no list of three or more points");
            shapes.emplace_back();
            shapes.back().points = std::move(*ring);
        }
        return shapes;
    }
    const Json *box = detail::find(json, "bbox");
    const auto corners = box == nullptr ? std::nullopt : detail::flatPoints(*box);
    if (!corners || corners->size() != 2)
        return damagedCoco("has neither a segmentation nor a box");
    shapes.emplace_back();
    shapes.back().kind = ShapeKind::Rectangle;
    shapes.back().points = {corners->front(), corners->front() + corners->back()};
    return shapes;
}

/// The objects of the list at `key`, with their "id".
Result<std::vector<std::pair<long long, const Json *>>> numbered(const Json &json, const char *key)
{
    const Json *list = detail::find(json, key);
    if (list == nullptr || !list->is_array())
        return damagedCoco(std::string("it has no list of \"") + key + "\", so it is no COCO file");
    std::vector<std::pair<long long, const Json *>> objects;
    for (const Json &object : *list) {
        const auto id = detail::wholeNumber(detail::find(object, "id"));
        if (!id)
            return damagedCoco(std::string("an entry of its \"") + key + "\" has no number as id");
        objects.emplace_back(*id, &object);
    }
    return objects;
}

Result<CocoSet> parse(const Json &json)
{
    CF_ASSIGN_OR_RETURN(const auto images, numbered(json, "images"));
    CF_ASSIGN_OR_RETURN(const auto categories, numbered(json, "categories"));
    CF_ASSIGN_OR_RETURN(const auto annotations, numbered(json, "annotations"));

    CocoSet set;
    set.extraJson = detail::extrasOf(json, {"images", "annotations"}, kCocoFormat);
    std::map<long long, std::size_t> pictureOf;
    for (const auto &[id, image] : images) {
        Annotation picture;
        picture.imagePath = detail::textAt(*image, "file_name");
        CF_ASSIGN_OR_RETURN(picture.imageSize, detail::sizeAt(*image, "width", "height"));
        picture.extraJson = detail::extrasOf(*image, {"file_name", "width", "height"}, kCocoFormat);
        CF_RETURN_IF_ERROR(check(picture));
        if (!pictureOf.emplace(id, set.pictures.size()).second)
            return damagedCoco("two of its images have the id " + std::to_string(id));
        set.pictures.push_back(std::move(picture));
    }
    std::map<long long, std::string> labelOf;
    for (const auto &[id, category] : categories)
        labelOf[id] = detail::textAt(*category, "name");

    long long group = 0;
    for (const auto &[id, annotation] : annotations) {
        const std::string name = "its annotation " + std::to_string(id) + " ";
        const auto imageId = detail::wholeNumber(detail::find(*annotation, "image_id"));
        const auto picture = imageId ? pictureOf.find(*imageId) : pictureOf.end();
        if (picture == pictureOf.end())
            return damagedCoco(name + "is of an image that is not in the file");
        const auto category = detail::wholeNumber(detail::find(*annotation, "category_id"));
        const auto label = category ? labelOf.find(*category) : labelOf.end();
        if (label == labelOf.end())
            return damagedCoco(name + "is of a category that is not in the file");
        Annotation &target = set.pictures[picture->second];
        auto shapes = shapesOf(*annotation, target.imageSize);
        if (!shapes.ok())
            return damagedCoco(name + shapes.error().detail);
        if (shapes->size() > 1)
            ++group;
        for (std::size_t i = 0; i < shapes->size(); ++i) {
            Shape &shape = (*shapes)[i];
            shape.label = label->second;
            if (shapes->size() > 1)
                shape.group = group;
            if (i == 0)
                shape.extraJson = detail::extrasOf(
                    *annotation, {"image_id", "category_id", "segmentation", "area", "bbox"},
                    kCocoFormat);
            if (auto checked = check(shape, target.imageSize); !checked.ok())
                return damagedCoco(name + "is damaged: " + checked.error().detail);
            target.shapes.push_back(std::move(shape));
        }
    }
    return set;
}

} // namespace

Result<CocoSet> readCoco(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const Json json, detail::readJsonObject(path));
    auto set = parse(json);
    if (!set.ok())
        return imaging::aboutFile(path, set.error());
    return set;
}

} // namespace cf::annotation
