#pragma once

#include "core/base/result.h"
#include "core/report/report_data.h"

namespace cf::report {

/// The report as one file that needs nothing else: pictures inside it, charts as SVG, no script,
/// light or dark as the reader's system is, fit for printing. Well-formed XML too. All text of
/// `data` is escaped. Fails with BadData (a picture of a wrong type), ReadOnly, NotFound or
/// DiskFull; the old file then stays.
Result<void> writeHtmlReport(const std::filesystem::path &path, const ReportData &data);

/// The same as text.
Result<std::string> htmlReport(const ReportData &data);

} // namespace cf::report
