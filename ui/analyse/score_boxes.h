#pragma once

#include "core/workflow/analysis.h"
#include "ui/plots/distribution_plot.h"

#include <optional>

namespace cf::ui {

/// The box of the good or the defective pictures' scores; none where there are too few.
std::optional<PlotBox> boxOf(const workflow::ScoreAnalysis &scores, bool defective);

} // namespace cf::ui
