#pragma once

#include "core/annotation/annotation.h"

#include <string_view>

namespace cf::annotation {

/// Everything of a shape but its label as a line of JSON, without loss: {"kind": "polygon",
/// "points": [x, y, ...], "holes": [[x, y, ...]], "at": [x, y], "size": [w, h], "runs": COCO's
/// text, "group": n, "extra": text}, each key only where there is something to say.
std::string shapeJson(const Shape &shape);

/// fails  BadData when it is damaged; check() is left to the caller, who knows the picture's size
Result<Shape> shapeFromJson(std::string_view text, std::string label);

} // namespace cf::annotation
