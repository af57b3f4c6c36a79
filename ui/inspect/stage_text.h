#pragma once

#include "core/workflow/inspect.h"

#include <QString>

#include <utility>

namespace cf::ui {

/// "Matching cost, layer 2", "Baseline map", ... in the user's language.
QString stageName(const workflow::NoiseStage &stage);

/// Whether the map is in standard deviations of the validation normals of its category, so that a
/// threshold means the same in all pictures.
bool isStandardised(workflow::NoiseStage::Kind kind);

/// The absolute scale that a stage is drawn with, the same for all pictures. `deviations` is the
/// upper end for standardised maps.
std::pair<float, float> stageRange(const workflow::NoiseStage &stage, double deviations);

} // namespace cf::ui
