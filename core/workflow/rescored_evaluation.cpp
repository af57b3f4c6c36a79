#include "core/workflow/rescored_evaluation.h"

#include "core/workflow/category_tally.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/review.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace cf::workflow {

namespace {

using nlohmann::json;

constexpr const char *kStalePixels =
    "the maps are others since a picture was taken as normal; evaluate the run again";

/// Rows in the order of an evaluation that was read back.
std::vector<store::ImageScore> inOrder(std::vector<store::ImageScore> rows)
{
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return std::tie(a.category, a.path) < std::tie(b.category, b.path);
    });
    return rows;
}

std::vector<store::ImageScore> ofCategory(const std::vector<store::ImageScore> &rows,
                                          const std::string &category)
{
    std::vector<store::ImageScore> own;
    for (const auto &row : rows)
        if (row.category == category)
            own.push_back(row);
    return own;
}

std::optional<double> scoreOf(const store::ImageScore &row, store::Variant variant)
{
    switch (variant) {
    case store::Variant::Baseline:
        return row.baseline;
    case store::Variant::Filtered:
        return row.filtered;
    case store::Variant::Fused:
        return row.fused;
    case store::Variant::External:
        break;
    }
    return row.external;
}

void markPixelsStale(MetricSet &metrics)
{
    for (auto *figure :
         {&metrics.pixelAuroc, &metrics.pixelAp, &metrics.pixelF1max, &metrics.auPro})
        if (figure->value)
            *figure = {std::nullopt, kStalePixels};
}

void takeImageFigures(MetricSet &metrics, const MetricSet &from)
{
    metrics.imageAuroc = from.imageAuroc;
    metrics.imageAp = from.imageAp;
    metrics.imageF1max = from.imageF1max;
}

/// The category's figures by its new scores; its curves go into the record.
Result<void> measureAgain(CategoryMetrics &category, const std::vector<store::ImageScore> &rows,
                          store::Evaluation &record)
{
    std::erase_if(record.curves,
                  [&](const store::Curve &curve) { return curve.category == category.name; });
    for (auto &[method, metrics] : category.methods) {
        const auto variant = *store::variantFrom(method);
        std::vector<metrics::ScoredLabel> labelled;
        for (const auto &row : rows)
            if (const auto score = scoreOf(row, variant); score && row.defective)
                labelled.push_back({*score, *row.defective});
        CF_ASSIGN_OR_RETURN(auto finished, CategoryTally::finishImages(variant, labelled));
        takeImageFigures(metrics, finished.metrics);
        markPixelsStale(metrics);
        for (auto &curve : finished.curves) {
            curve.category = category.name;
            record.curves.push_back(std::move(curve));
        }
    }
    return {};
}

/// The settings with the thresholds of the review as they are now, and the new normals.
Result<std::string> settingsOf(const store::Evaluation &before, const std::string &normalsKey)
{
    auto settings = json::parse(before.settingsJson, nullptr, false);
    if (!settings.is_object())
        settings = json::object();
    std::set<std::string> names;
    for (const auto &row : before.scores)
        names.insert(row.category);
    std::vector<ReviewCategory> categories;
    for (const auto &name : names)
        categories.emplace_back().name = name;
    CF_RETURN_IF_ERROR(measureCategories(categories, before));
    auto thresholds = json::object();
    for (const auto &category : categories)
        if (category.threshold)
            thresholds[category.name] = *category.threshold;
    settings[kThresholdsSetting] = std::move(thresholds);
    settings.erase(kNormalsSetting);
    if (!normalsKey.empty())
        settings[kNormalsSetting] = normalsKey;
    return settings.dump();
}

} // namespace

Result<store::Evaluation> rescoredEvaluation(const store::Evaluation &before,
                                             std::vector<store::ImageScore> rows,
                                             const std::string &normalsKey)
{
    store::Evaluation record;
    record.runId = before.runId;
    record.datasetId = before.datasetId;
    record.secondsPerImage = before.secondsPerImage;
    record.curves = before.curves;
    record.scores = inOrder(std::move(rows));
    CF_ASSIGN_OR_RETURN(record.settingsJson, settingsOf(before, normalsKey));
    const auto old = inOrder(before.scores);
    auto figures = evaluationFrom(before);
    bool isAnyStale = false;
    for (auto &category : figures.categories) {
        const auto own = ofCategory(record.scores, category.name);
        if (own == ofCategory(old, category.name))
            continue;
        CF_RETURN_IF_ERROR(measureAgain(category, own, record));
        isAnyStale = true;
    }
    const auto mean = meanOver(figures.categories);
    for (auto &[method, metrics] : figures.mean.methods) {
        takeImageFigures(metrics, mean.methods.at(method));
        if (isAnyStale)
            markPixelsStale(metrics);
    }
    record.metrics = storedMetrics(figures);
    return record;
}

} // namespace cf::workflow
