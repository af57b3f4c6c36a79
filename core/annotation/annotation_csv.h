#pragma once

#include "core/annotation/annotation.h"

#include <filesystem>

namespace cf::annotation {

/// A table of pictures and their shapes that loses nothing; columns, in any order:
///   image, width, height   the picture; those without shapes, or with keys of their own in
///   `extra`,
///                          have a row with an empty kind
///   label                  class
///   kind                   polygon, rectangle, ellipse, mask, marker
///   group                  number of the object, or empty
///   points                 "x y;x y;..."; for a mask "x y;width height" of its box
///   holes                  the same, with | between them
///   runs                   for a mask: COCO's compressed run lengths within its box
///   extra                  JSON of other formats, see Shape::extraJson
/// Without the columns group, holes, runs and extra these are empty.
/// fails  as reading a file does; BadData naming the row that is damaged
Result<std::vector<Annotation>> readAnnotationCsv(const std::filesystem::path &path);

/// fails  BadData for damaged shapes, see check(); as writeFileAtomically()
Result<Warnings> writeAnnotationCsv(const std::filesystem::path &path,
                                    std::span<const Annotation> pictures);

} // namespace cf::annotation
