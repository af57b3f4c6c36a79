#pragma once

#include "core/annotation/annotation.h"
#include "core/annotation/detail/json_text.h"

#include <optional>

namespace cf::annotation::detail {

/// [[x, y], ...]; nothing when it is not that.
std::optional<Ring> pointPairs(const Json &json);
Json jsonPairs(const Ring &ring);

/// [x, y, x, y, ...]; likewise.
std::optional<Ring> flatPoints(const Json &json);
Json jsonFlat(const Ring &ring);

} // namespace cf::annotation::detail
