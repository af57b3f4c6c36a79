#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// Writes the report of a run: .html (self-contained), .pdf (A4, for printing; needs a
/// QGuiApplication) or .csv (metric table), by the ending of `out`. Fails with BadData when the run
/// has not been evaluated.
Result<void> reportRun(const std::filesystem::path &project, const std::string &runId,
                       const std::filesystem::path &out, RunContext &run);

/// Writes a report of these pictures alone, in this order, as the model of a run sees them: .html,
/// .pdf or .csv (a line of scores a picture). Paths are absolute or in the run's dataset. There are
/// no metrics: they would be those of a choice. A picture that cannot be read is logged and left
/// out. Fails with BadUsage without pictures, and with BadData when none of them can be read.
Result<void> reportPictures(const std::filesystem::path &project, const std::string &runId,
                            const std::vector<std::filesystem::path> &pictures,
                            const std::filesystem::path &out, RunContext &run);

} // namespace cf::workflow
