#include "core/report/csv_report.h"

#include "core/base/atomic_file.h"
#include "core/report/markup.h"
#include "core/report/metric_table.h"

namespace cf::report {

namespace {

std::string rows(const std::string &category, const CategoryMetrics &metrics,
                 const std::vector<std::string> &names)
{
    std::string out;
    for (const Stage &stage : kStages) {
        if ((metrics.*stage.metrics).empty())
            continue;
        out += csvField(category) + "," + stage.name;
        for (const std::string &name : names) {
            const Metric *metric = findMetric(metrics.*stage.metrics, name);
            out += ",";
            if (metric != nullptr && metric->value)
                out += exactNumber(*metric->value);
        }
        out += "\n";
    }
    return out;
}

} // namespace

Result<void> writeCsvReport(const std::filesystem::path &path, const ReportData &data)
{
    const std::vector<std::string> names = metricNames(data);
    std::string csv = "category,stage";
    for (const std::string &name : names)
        csv.append(1, ',').append(csvField(name));
    csv += "\n";
    for (const CategoryMetrics &category : data.categories)
        csv += rows(category.name, category, names);
    csv += rows("mean", data.mean, names);
    return writeFileAtomically(path, csv);
}

Result<void> writePictureScores(const std::filesystem::path &path, const ReportData &data)
{
    std::string csv = "path,category,kind,label";
    if (!data.samples.empty())
        for (const auto &[name, unused] : data.samples.front().scores)
            csv.append(1, ',').append(csvField(name));
    csv += "\n";
    for (const SampleRow &row : data.samples) {
        csv += csvField(row.imagePath.generic_string()) + "," + csvField(row.category) + "," +
               csvField(row.kind) + "," + csvField(row.label);
        for (const auto &[unused, score] : row.scores)
            csv.append(1, ',').append(exactNumber(score));
        csv += "\n";
    }
    return writeFileAtomically(path, csv);
}

} // namespace cf::report
