#pragma once

#include "core/report/report_data.h"

#include <string>
#include <utility>
#include <vector>

namespace cf::report {

/// What stands at the head of a report: name and value, without those that are not known.
std::vector<std::pair<std::string, std::string>> reportFacts(const ReportData &data);

/// Whether metrics of categories are part of the report, be there any or not.
bool showsMetrics(const ReportData &data);

/// "cloth · stain", or the category alone where the kind is not known.
std::string sampleTitle(const SampleRow &row);

} // namespace cf::report
