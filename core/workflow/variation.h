#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/variation_examples.h"

#include <filesystem>
#include <vector>

namespace cf::workflow {

/// engine::showVariation() over the normal pictures of each category, as training looks at each by
/// itself: measured is the largest of all, the examples are of the categories in turn. Up to 24
/// pictures of a category, evenly spread, are read; unreadable ones are logged and left out. Fails
/// with BadData when none can be read.
Result<engine::VariationExamples>
showVariation(const std::vector<std::vector<std::filesystem::path>> &normalsOfCategories,
              const engine::AllowedVariation &allowed, RunContext &run);

} // namespace cf::workflow
