#pragma once

#include "core/workflow/analysis.h"

#include <QString>

namespace cf::ui {

/// "baseline", "filtered", "fused", "other method" in the user's language.
QString variantText(store::Variant variant);
/// What a map is, in a few words more: for a list to choose from.
QString variantChoice(store::Variant variant);

/// A score as it is shown everywhere.
QString scoreText(double score);
/// "83.5–98.6 %", or a dash without an interval.
QString intervalText(const std::optional<metrics::Interval> &interval);
/// "38 of 40"
QString countText(const workflow::Rate &rate);
/// "95.0 %", or a dash without trials.
QString shareText(const workflow::Rate &rate);

/// What so few pictures can and cannot say; empty when there are enough on both sides.
QString fewPicturesText(std::size_t good, std::size_t defective);

/// The engine's reason why there is no value, as a sentence in the user's language.
QString reasonText(const std::string &reason);

} // namespace cf::ui
