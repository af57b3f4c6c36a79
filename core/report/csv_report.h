#pragma once

#include "core/base/result.h"
#include "core/report/report_data.h"

namespace cf::report {

/// The table of metrics: `category,stage,<metric>...`, a row per category and stage (baseline,
/// filtered, fused), then the means under the category "mean". Undefined = empty. Numbers read back
/// to the same value. RFC 4180 with plain line ends. Fails with ReadOnly, NotFound or DiskFull.
Result<void> writeCsvReport(const std::filesystem::path &path, const ReportData &data);

/// The samples: `path,category,kind,label,<score>...`, a row per picture. Otherwise the same.
Result<void> writePictureScores(const std::filesystem::path &path, const ReportData &data);

} // namespace cf::report
