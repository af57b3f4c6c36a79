#pragma once

#include "core/annotation/annotation.h"
#include "core/store/project.h"

#include <map>

/// What the project keeps of a picture's shapes, and the shapes themselves.
namespace cf::workflow {

store::ShapeRow shapeRow(std::int64_t number, const annotation::Shape &shape);

/// By number. fails  BadData naming the picture, where one is damaged
Result<std::map<std::int64_t, annotation::Shape>> shapesOf(const store::StoredAnnotation &stored);

/// The shapes in their order; the picture is named as in the project.
/// fails  likewise
Result<annotation::Annotation> annotationOf(const store::StoredAnnotation &stored);

/// All of a picture's shapes, numbered from 1.
store::AnnotationChange replacement(const store::PictureKey &picture,
                                    const annotation::Annotation &annotation);

} // namespace cf::workflow
