#pragma once

#include "core/report/report_data.h"

namespace cf::report {

/// The three columns of an evaluation, in the order in which they are shown.
struct Stage
{
    const char *name;
    std::vector<Metric> CategoryMetrics::*metrics;
};
inline constexpr Stage kStages[] = {{"baseline", &CategoryMetrics::baseline},
                                    {"filtered", &CategoryMetrics::filtered},
                                    {"fused", &CategoryMetrics::fused}};

/// Every metric of the report once, in the order of first appearance.
std::vector<std::string> metricNames(const ReportData &data);
const Metric *findMetric(const std::vector<Metric> &metrics, const std::string &name);

/// "image_auroc" as it is read: "Image AUROC".
std::string readableName(const std::string &metric);

/// The table as HTML: a group of rows per category, the best value of a column in bold, changes
/// against the baseline with an arrow and a sign, a dash with the reason where a value is not
/// defined.
std::string metricTable(const ReportData &data);
/// The means as large numbers; empty when there are none.
std::string metricCards(const ReportData &data);

} // namespace cf::report
