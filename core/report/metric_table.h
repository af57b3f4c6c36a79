#pragma once

#include "core/report/report_data.h"

namespace cf::report {

/// The maps of an evaluation, in the order in which they are shown.
struct Stage
{
    const char *name;
    std::vector<Metric> CategoryMetrics::*metrics;
};
inline constexpr Stage kStages[] = {{"baseline", &CategoryMetrics::baseline},
                                    {"filtered", &CategoryMetrics::filtered},
                                    {"fused", &CategoryMetrics::fused},
                                    {"external", &CategoryMetrics::external}};

/// Every metric of the report once, in the order of first appearance.
std::vector<std::string> metricNames(const ReportData &data);
const Metric *findMetric(const std::vector<Metric> &metrics, const std::string &name);

/// A number of the table as it is shown.
struct MetricCell
{
    std::string number;  ///< empty: not defined
    std::string reason;  ///< why not
    bool isBest = false; ///< of the stages, as far as the digits tell; false when it is alone
    std::string change;  ///< against the baseline, with an arrow and a sign; empty: none
    int direction = 0;   ///< of the change: -1 worse, 0 the same, 1 better
};
MetricCell metricCell(const CategoryMetrics &category, const Stage &stage, const std::string &name);
/// The stages of the category that hold metrics.
std::vector<const Stage *> stagesOf(const CategoryMetrics &category);
/// The stage whose means stand large: the whole method's; nullptr: there are no means.
const Stage *summaryStage(const ReportData &data);

/// "image_auroc" as it is read: "Image AUROC".
std::string readableName(const std::string &metric);

/// The table as HTML: a group of rows per category, the best value of a column in bold, changes
/// against the baseline with an arrow and a sign, a dash with the reason where a value is not
/// defined.
std::string metricTable(const ReportData &data);
/// The means as large numbers; empty when there are none.
std::string metricCards(const ReportData &data);

} // namespace cf::report
