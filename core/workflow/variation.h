#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/variation_examples.h"

#include <filesystem>
#include <vector>

namespace cf::workflow {

/// engine::showVariation() over normal pictures on the disk, of which up to 48, evenly spread, are
/// read; unreadable ones are logged and left out. Fails with BadData when none can be read.
Result<engine::VariationExamples> showVariation(const std::vector<std::filesystem::path> &normals,
                                                const engine::AllowedVariation &allowed,
                                                RunContext &run);

} // namespace cf::workflow
