#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// A figure in 0..1, or why there is none.
struct Figure
{
    std::optional<double> value;
    std::string reason;
};

/// The seven figures in the order of the paper's tables.
struct MetricSet
{
    Figure imageAuroc, imageAp, imageF1max, pixelAuroc, pixelAp, pixelF1max, auPro;

    /// Name (as in the command-line contract) and figure, in order.
    std::vector<std::pair<std::string, const Figure *>> named() const;
};

/// Sets the figure of that name; false when there is none.
bool setFigure(MetricSet &metrics, const std::string &name, Figure figure);

struct CategoryMetrics
{
    std::string name;
    /// Key "baseline", "filtered", "fused" or "external".
    std::map<std::string, MetricSet> methods;
};

/// Mean of each figure over the categories that define it.
CategoryMetrics meanOver(const std::vector<CategoryMetrics> &categories);

} // namespace cf::workflow
