#pragma once

#include "core/engine/train_options.h"
#include "core/synthesis/synthetic_anomaly.h"

#include <string>
#include <vector>

namespace cf::engine::detail {

/// Sets foreground and nuisances of the synthesis: measured on the normals (CV_8UC3), then narrowed
/// or widened as the user allows.
void allowVariation(const AllowedVariation &allowed, const std::vector<cv::Mat> &normalsBgr,
                    synthesis::SynthesisOptions &options);

/// Names the choices that differ from the defaults; part of a checkpoint's identity.
std::string describe(const AllowedVariation &allowed);

} // namespace cf::engine::detail
