#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <string>
#include <vector>

namespace cf::workflow {

/// The wanted categories of a data set in its own order; all of them when none is named.
/// Fails with BadUsage for a name that is not there, listing those that are. Pointers live as long
/// as `found`.
Result<std::vector<const dataset::Category *>>
selectCategories(const dataset::Dataset &found, const std::vector<std::string> &wanted);

} // namespace cf::workflow
