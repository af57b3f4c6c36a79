#pragma once

#include "core/workflow/training_estimate.h"

#include <QString>

namespace cf::ui {

/// "about 9–12 minutes", in the unit that suits the longer time; one number where both round to it.
QString timeRangeText(double lowSeconds, double highSeconds);
/// "about 9–12 minutes, 1.8 GB of memory".
QString estimateText(const engine::TrainingEstimate &estimate);

} // namespace cf::ui
