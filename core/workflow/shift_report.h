#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/review/shift_figures.h"
#include "core/workflow/review.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct ShiftRequest
{
    std::filesystem::path project;
    std::string run; ///< for thresholds, costs and maps; empty: that of the shift's last decision
    review::ShiftFilter filter;
};

/// What a shift decided, and what an auditor needs to match it.
struct ShiftReport
{
    review::ShiftFilter filter;
    review::ShiftFigures figures;
    std::vector<review::JudgedPicture> escapes; ///< known to be defective and accepted, the highest
                                                ///< score first
    std::vector<review::JudgedPicture> againstModel; ///< of unknown label and accepted, though the
                                                     ///< score reached the threshold; likewise
    std::vector<review::JudgedPicture> rejected;     ///< the highest score first
    std::string chainHead; ///< SHA-256 of the project's last decision before the shift's end;
                           ///< empty: there is none
    std::int64_t chainLength = 0;      ///< decisions up to that one
    std::vector<std::string> problems; ///< of the whole project, as Project::verify() has them
};

/// Reads, counts and verifies; draws nothing. Fails as openReview() and review::shiftFigures(), and
/// with BadData when nothing was decided in that time.
Result<ShiftReport> reportedShift(const ShiftRequest &request, RunContext &run);

/// The report as .pdf (A4; needs a QGuiApplication), .html (one file) or .csv, by the ending of
/// `out`. Beside FILE.csv, which has a row for each decision of the shift, undos included, goes
/// FILE.summary.csv with a row for each figure: name, value, low and high end of its interval,
/// reason where it is not defined.
/// Fails as reportedShift(), with BadUsage for another ending, ReadOnly, NotFound or DiskFull.
Result<void> writeShiftReport(const ShiftRequest &request, const std::filesystem::path &out,
                              RunContext &run);

/// Where the figures of FILE.csv go: FILE.summary.csv.
std::filesystem::path summaryFileOf(const std::filesystem::path &csv);

} // namespace cf::workflow
