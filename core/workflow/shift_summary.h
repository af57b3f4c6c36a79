#pragma once

#include "core/report/report_data.h"
#include "core/workflow/shift_report.h"

#include <string>

namespace cf::workflow {

/// The figures of a shift as cards and tables, and how it went on as a curve.
void addShiftFigures(report::ReportData &data, const ShiftReport &shift);

/// The same as comma-separated values, see writeShiftReport().
std::string shiftSummary(const ShiftReport &shift);

} // namespace cf::workflow
