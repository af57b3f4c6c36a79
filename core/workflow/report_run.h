#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <filesystem>
#include <string>

namespace cf::workflow {

/// Writes the report of a run: .html (self-contained), .pdf (A4, for printing; needs a
/// QGuiApplication) or .csv (metric table), by the ending of `out`. Fails with BadData when the run
/// has not been evaluated.
Result<void> reportRun(const std::filesystem::path &project, const std::string &runId,
                       const std::filesystem::path &out, RunContext &run);

} // namespace cf::workflow
