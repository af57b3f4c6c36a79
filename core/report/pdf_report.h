#pragma once

#include "core/base/result.h"
#include "core/report/report_data.h"

#include <QByteArray>

namespace cf::report {

/// The report for printing: A4 pages with numbers, charts as vectors, the same content as the HTML
/// report. Needs a QGuiApplication, for its fonts, of any platform. Fails with BadData (a picture
/// of a wrong type), ReadOnly, NotFound or DiskFull; the old file then stays.
Result<void> writePdfReport(const std::filesystem::path &path, const ReportData &data);

/// The same as the bytes of the file.
Result<QByteArray> pdfReport(const ReportData &data);

} // namespace cf::report
