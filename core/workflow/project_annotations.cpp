#include "core/workflow/project_annotations.h"

#include "core/annotation/shape_json.h"

namespace cf::workflow {

store::ShapeRow shapeRow(std::int64_t number, const annotation::Shape &shape)
{
    return {number, shape.label, annotation::shapeJson(shape)};
}

Result<std::map<std::int64_t, annotation::Shape>> shapesOf(const store::StoredAnnotation &stored)
{
    std::map<std::int64_t, annotation::Shape> shapes;
    for (const auto &row : stored.shapes) {
        auto shape = annotation::shapeFromJson(row.content, row.label);
        Result<void> sound = shape.ok()
                                 ? annotation::check(*shape, {stored.widthPx, stored.heightPx})
                                 : Result<void>(shape.error());
        if (!sound.ok())
            return Error::make(ErrorCode::BadData, "Shape " + std::to_string(row.number) + " of " +
                                                       stored.picture.path.string() +
                                                       " in the project: " + sound.error().detail);
        shapes.emplace_hint(shapes.end(), row.number, *std::move(shape));
    }
    return shapes;
}

Result<annotation::Annotation> annotationOf(const store::StoredAnnotation &stored)
{
    CF_ASSIGN_OR_RETURN(auto shapes, shapesOf(stored));
    annotation::Annotation all;
    all.imagePath = stored.picture.path.generic_string();
    all.imageSize = {stored.widthPx, stored.heightPx};
    all.extraJson = stored.extraJson;
    for (auto &[number, shape] : shapes)
        all.shapes.push_back(std::move(shape));
    return all;
}

store::AnnotationChange replacement(const store::PictureKey &picture,
                                    const annotation::Annotation &annotation)
{
    store::AnnotationChange change;
    change.picture = picture;
    change.widthPx = annotation.imageSize.width;
    change.heightPx = annotation.imageSize.height;
    change.extraJson = annotation.extraJson;
    change.replacesAll = true;
    std::int64_t number = 0;
    for (const auto &shape : annotation.shapes)
        change.written.push_back(shapeRow(++number, shape));
    return change;
}

} // namespace cf::workflow
