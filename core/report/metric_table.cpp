#include "core/report/metric_table.h"

#include "core/report/markup.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cf::report {

namespace {

constexpr int kDecimals = 4;
constexpr double kShownStep = 1e-4; // what four decimals can tell apart

/// Rounded as shown, so that "best" and "no change" agree with the digits beside them.
double shown(double value)
{
    return std::round(value / kShownStep) * kShownStep;
}

/// The best value over the stages, as shown; nothing when there is only one or none.
std::optional<double> bestOf(const CategoryMetrics &category, const std::string &name)
{
    std::optional<double> best;
    int count = 0;
    for (const Stage &stage : kStages) {
        const Metric *metric = findMetric(category.*stage.metrics, name);
        if (metric == nullptr || !metric->value || !std::isfinite(*metric->value))
            continue;
        ++count;
        best = std::max(best.value_or(shown(*metric->value)), shown(*metric->value));
    }
    return count > 1 ? best : std::nullopt;
}

void setChange(MetricCell &cell, double value, double baseline)
{
    const double difference = shown(value) - shown(baseline);
    if (std::abs(difference) < 0.5 * kShownStep) {
        cell.change = "= ±0.0000";
        return;
    }
    cell.direction = difference > 0 ? 1 : -1;
    cell.change = (difference > 0 ? "▲ +" : "▼ −") + fixedNumber(std::abs(difference), kDecimals);
}

std::string changeSpan(const MetricCell &cell)
{
    if (cell.change.empty())
        return {};
    const char *direction = cell.direction > 0 ? " up" : cell.direction < 0 ? " down" : "";
    return std::string("<span class=\"delta") + direction + "\">" + cell.change + "</span>";
}

std::string numberText(const MetricCell &cell)
{
    if (!cell.number.empty())
        return cell.isBest ? "<strong>" + cell.number + "</strong>" : cell.number;
    return "<span class=\"undefined\" title=\"" + escaped(cell.reason) +
           "\">–<span class=\"unseen\"> " + escaped(cell.reason) + "</span></span>";
}

std::string rowGroup(const CategoryMetrics &category, const std::vector<std::string> &names,
                     const std::string &cssClass)
{
    const std::vector<const Stage *> present = stagesOf(category);
    if (present.empty())
        return {};
    std::string out = "<tbody" + (cssClass.empty() ? "" : " class=\"" + cssClass + "\"") + ">\n";
    for (std::size_t i = 0; i < present.size(); ++i) {
        out += "<tr>";
        if (i == 0)
            out += "<th scope=\"rowgroup\" rowspan=\"" + std::to_string(present.size()) + "\">" +
                   escaped(category.name) + "</th>";
        out += std::string("<th scope=\"row\">") + present[i]->name + "</th>";
        for (const std::string &name : names) {
            const MetricCell cell = metricCell(category, *present[i], name);
            out += "<td>" + numberText(cell) + changeSpan(cell) + "</td>";
        }
        out += "</tr>\n";
    }
    return out + "</tbody>\n";
}

CategoryMetrics namedMean(const ReportData &data)
{
    CategoryMetrics mean = data.mean;
    mean.name = "Mean";
    return mean;
}

} // namespace

std::vector<std::string> metricNames(const ReportData &data)
{
    std::vector<std::string> names;
    const auto add = [&](const CategoryMetrics &category) {
        for (const Stage &stage : kStages)
            for (const Metric &metric : category.*stage.metrics)
                if (std::find(names.begin(), names.end(), metric.name) == names.end())
                    names.push_back(metric.name);
    };
    for (const CategoryMetrics &category : data.categories)
        add(category);
    add(data.mean);
    return names;
}

const Metric *findMetric(const std::vector<Metric> &metrics, const std::string &name)
{
    const auto found = std::find_if(metrics.begin(), metrics.end(),
                                    [&](const Metric &metric) { return metric.name == name; });
    return found == metrics.end() ? nullptr : &*found;
}

MetricCell metricCell(const CategoryMetrics &category, const Stage &stage, const std::string &name)
{
    MetricCell cell;
    const Metric *metric = findMetric(category.*stage.metrics, name);
    if (metric == nullptr || !metric->value) {
        cell.reason = metric == nullptr        ? "not computed"
                      : metric->reason.empty() ? "not defined"
                                               : metric->reason;
        return cell;
    }
    cell.number = fixedNumber(*metric->value, kDecimals);
    const std::optional<double> best = bestOf(category, name);
    cell.isBest = best && shown(*metric->value) >= *best - 0.5 * kShownStep;
    const Metric *baseline = findMetric(category.baseline, name);
    if (&stage != &kStages[0] && baseline != nullptr && baseline->value)
        setChange(cell, *metric->value, *baseline->value);
    return cell;
}

std::vector<const Stage *> stagesOf(const CategoryMetrics &category)
{
    std::vector<const Stage *> present;
    for (const Stage &stage : kStages)
        if (!(category.*stage.metrics).empty())
            present.push_back(&stage);
    return present;
}

const Stage *summaryStage(const ReportData &data)
{
    // What the whole method gives stands large; where nothing was fused, what the filter gives.
    const auto present = stagesOf(data.mean);
    return present.empty() ? nullptr : present.back();
}

std::string readableName(const std::string &metric)
{
    static const std::map<std::string, std::string> known = {
        {"image_auroc", "Image AUROC"}, {"image_ap", "Image AP"}, {"image_f1max", "Image F1-max"},
        {"pixel_auroc", "Pixel AUROC"}, {"pixel_ap", "Pixel AP"}, {"pixel_f1max", "Pixel F1-max"},
        {"au_pro", "AU-PRO"},
    };
    const auto found = known.find(metric);
    return found == known.end() ? metric : found->second;
}

std::string metricTable(const ReportData &data)
{
    const std::vector<std::string> names = metricNames(data);
    std::string out =
        "<p class=\"note\">Larger is better. Bold: best of the three. Arrows: change against the "
        "baseline.</p>\n<div class=\"scroll\" role=\"region\" aria-label=\"Metrics per category\" "
        "tabindex=\"0\">\n<table class=\"metrics\">\n<thead><tr><th scope=\"col\">Category</th><th "
        "scope=\"col\">Stage</th>";
    for (const std::string &name : names)
        out += "<th scope=\"col\">" + escaped(readableName(name)) + "</th>";
    out += "</tr></thead>\n";
    for (const CategoryMetrics &category : data.categories)
        out += rowGroup(category, names, {});
    out += rowGroup(namedMean(data), names, "mean");
    return out + "</table>\n</div>\n";
}

std::string metricCards(const ReportData &data)
{
    const Stage *stage = summaryStage(data);
    if (stage == nullptr)
        return {};
    std::string out = std::string("<p class=\"note\">Mean over the categories, ") + stage->name +
                      "</p>\n<dl class=\"cards\">\n";
    for (const Metric &metric : data.mean.*stage->metrics) {
        MetricCell cell = metricCell(data.mean, *stage, metric.name);
        cell.isBest = false; // it stands alone
        out += "<div><dt>" + escaped(readableName(metric.name)) + "</dt><dd>" + numberText(cell) +
               "</dd>";
        const MetricCell baseline = metricCell(data.mean, kStages[0], metric.name);
        if (stage != &kStages[0] && !baseline.number.empty())
            out += "<dd class=\"against\">" + changeSpan(cell) + " <span>baseline " +
                   baseline.number + "</span></dd>";
        out += "</div>\n";
    }
    return out + "</dl>\n";
}

} // namespace cf::report
