#include "app/cli/metric_output.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

json metricsJson(const workflow::CategoryMetrics &category)
{
    json object = json::object();
    for (const auto &[method, metrics] : category.methods) {
        json figures = json::object();
        for (const auto &[name, figure] : metrics.named())
            figures[name] = figure->value ? json(*figure->value) : json(nullptr);
        object[method] = figures;
    }
    return object;
}

void printRows(const workflow::CategoryMetrics &category, int nameWidth)
{
    bool first = true;
    for (const char *method : {"baseline", "filtered", "fused", "external"}) {
        const auto found = category.methods.find(method);
        if (found == category.methods.end())
            continue;
        std::cout << std::left << std::setw(nameWidth) << (first ? category.name : "")
                  << std::setw(10) << method << std::right;
        for (const auto &[name, figure] : found->second.named()) {
            std::array<char, 16> text{};
            if (figure->value)
                std::snprintf(text.data(), text.size(), "%.1f", 100.0 * *figure->value);
            else
                std::snprintf(text.data(), text.size(), "-");
            std::cout << std::setw(8) << text.data();
        }
        std::cout << '\n';
        first = false;
    }
}

} // namespace

json evaluationJson(const workflow::Evaluation &evaluation)
{
    json categories = json::array();
    for (const auto &category : evaluation.categories) {
        json item = metricsJson(category);
        item["name"] = category.name;
        categories.push_back(item);
    }
    return {{"run", evaluation.run},
            {"categories", categories},
            {"mean", metricsJson(evaluation.mean)},
            {"left_out", evaluation.leftOut.size()},
            {"seconds_per_image", evaluation.secondsPerImage}};
}

void printTable(const workflow::Evaluation &evaluation)
{
    std::size_t longest = 10;
    for (const auto &category : evaluation.categories)
        longest = std::max(longest, category.name.size());
    const int nameWidth = static_cast<int>(longest) + 2;
    std::cout << std::left << std::setw(nameWidth) << "category" << std::setw(10) << "map"
              << std::right;
    for (const char *title : {"I-AUROC", "I-AP", "I-F1max", "P-AUROC", "P-AP", "P-F1max", "AU-PRO"})
        std::cout << std::setw(8) << title;
    std::cout << '\n';
    for (const auto &category : evaluation.categories)
        printRows(category, nameWidth);
    if (evaluation.categories.size() > 1)
        printRows(evaluation.mean, nameWidth);
    if (!evaluation.leftOut.empty())
        std::cout << evaluation.leftOut.size()
                  << " test pictures were learned from after a review and are left out.\n";
}

} // namespace cf::cli
