#include "core/workflow/run_comparison.h"

#include "core/metrics/image_metrics.h"
#include "core/workflow/category_metrics.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/run_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;
using store::Variant;

namespace {

constexpr std::array<const char *, 4> kTableMetrics = {"image_auroc", "image_ap", "pixel_ap",
                                                       "au_pro"};
/// The first of these that was measured is a run's answer.
constexpr std::array<Variant, 4> kAnswers = {Variant::Fused, Variant::External, Variant::Filtered,
                                             Variant::Baseline};

Variant answerOf(const std::vector<store::Metric> &metrics)
{
    for (const auto variant : kAnswers)
        for (const auto &metric : metrics)
            if (metric.variant == variant)
                return variant;
    return Variant::Fused;
}

std::optional<double> valueOf(const std::vector<store::Metric> &metrics,
                              const std::string &category, Variant variant, const std::string &name)
{
    for (const auto &metric : metrics)
        if (metric.category == category && metric.variant == variant && metric.name == name)
            return metric.value;
    return std::nullopt;
}

std::optional<double> scoreOf(const store::ImageScore &score, Variant variant)
{
    switch (variant) {
    case Variant::Baseline:
        return score.baseline;
    case Variant::Filtered:
        return score.filtered;
    case Variant::Fused:
        return score.fused;
    case Variant::External:
        return score.external;
    }
    return std::nullopt;
}

/// A run with everything that is compared.
struct Material
{
    ComparedRun run;
    std::optional<store::Evaluation> evaluation;
    std::vector<RunSetting> settings;
    std::map<std::string, double> spreads; ///< standard deviation of the scores by category
};

RunCurve curveOf(const std::vector<store::LossStep> &losses, const std::string &term,
                 std::size_t window)
{
    RunCurve curve;
    std::vector<double> values;
    double sum = 0.0;
    for (const auto &step : losses) {
        for (const auto &entry : step.terms) {
            if (entry.name != term || !std::isfinite(entry.value))
                continue;
            values.push_back(entry.value);
            sum += entry.value;
            if (values.size() > window)
                sum -= values[values.size() - 1 - window];
            curve.step.push_back(static_cast<double>(step.step));
            curve.value.push_back(sum / static_cast<double>(std::min(values.size(), window)));
        }
    }
    return curve;
}

/// Thresholds and spreads of the run's scores, category by category.
Result<void> measureScores(Material &material, std::optional<double> threshold)
{
    std::map<std::string, std::vector<double>> values;
    std::map<std::string, std::vector<metrics::ScoredLabel>> labelled;
    for (const auto &score : material.evaluation->scores) {
        const auto value = scoreOf(score, material.run.variant);
        if (!value || !std::isfinite(*value))
            continue;
        values[score.category].push_back(*value);
        if (score.defective)
            labelled[score.category].push_back({*value, *score.defective});
    }
    for (const auto &[category, scores] : values) {
        const auto count = static_cast<double>(scores.size());
        double mean = 0.0;
        for (const double score : scores)
            mean += score / count;
        double variance = 0.0;
        for (const double score : scores)
            variance += (score - mean) * (score - mean) / count;
        material.spreads[category] = std::sqrt(variance);
        if (threshold) {
            material.run.thresholds[category] = *threshold;
            continue;
        }
        CF_ASSIGN_OR_RETURN(const auto best, metrics::imageMetrics(labelled[category]));
        if (best.f1Threshold)
            material.run.thresholds[category] = *best.f1Threshold;
    }
    return {};
}

Result<Material> materialOf(const store::Project &project, store::Id id)
{
    Material material;
    CF_ASSIGN_OR_RETURN(material.run.run, project.run(id));
    const auto &row = material.run.run;
    if (auto settings = runSettings(row); settings.ok()) // damaged ones do not hide the figures
        material.settings = std::move(settings).value();
    CF_ASSIGN_OR_RETURN(const auto losses, project.losses(id));
    material.run.loss = curveOf(losses, "total", kSmoothedSteps);
    material.run.validation = curveOf(losses, "validation_score", 1);
    CF_ASSIGN_OR_RETURN(material.evaluation, evaluationInForce(project, id));
    if (!material.evaluation)
        return material;
    material.run.evaluated = true;
    material.run.variant = answerOf(material.evaluation->metrics);
    CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
    const auto wanted =
        material.evaluation->datasetId ? material.evaluation->datasetId : row.datasetId;
    for (const auto &dataset : datasets)
        if (dataset.id == wanted)
            material.run.roots.push_back(dataset.root); // where it was moved to
    const auto how = json::parse(material.evaluation->settingsJson, nullptr, false);
    if (how.is_object() && how.contains("data") && how["data"].is_string()) {
        const auto data = how["data"].get<std::string>();
        material.run.roots.emplace_back(data);
        material.settings.push_back({"evaluated_on", {}, data});
    }
    return material;
}

/// The image figures of a category from its scores alone.
Result<std::vector<store::Metric>> imageFigures(const Material &material,
                                                const std::string &category)
{
    std::vector<metrics::ScoredLabel> labelled;
    for (const auto &score : material.evaluation->scores) {
        const auto value = scoreOf(score, material.run.variant);
        if (score.category == category && score.defective && value && std::isfinite(*value))
            labelled.push_back({*value, *score.defective});
    }
    CF_ASSIGN_OR_RETURN(const auto images, metrics::imageMetrics(labelled));
    std::vector<store::Metric> figures;
    for (const auto &[name, figure] :
         {std::pair("image_auroc", &images.auroc), std::pair("image_ap", &images.averagePrecision),
          std::pair("image_f1max", &images.f1Max)})
        figures.push_back(
            {category, material.run.variant, name, figure->value, figure->reasonWhenUndefined});
    return figures;
}

/// Takes these pictures out of what a run was measured on; true: it had scored some of them.
Result<bool> leaveOut(Material &material, const std::set<fs::path> &learned)
{
    auto &evaluation = *material.evaluation;
    std::set<std::string> changed;
    std::erase_if(evaluation.scores, [&](const store::ImageScore &score) {
        if (!learned.contains(score.path))
            return false;
        changed.insert(score.category);
        return true;
    });
    for (const auto &category : changed) {
        std::erase_if(evaluation.metrics,
                      [&](const store::Metric &metric) { return metric.category == category; });
        CF_ASSIGN_OR_RETURN(auto figures, imageFigures(material, category));
        evaluation.metrics.insert(evaluation.metrics.end(), figures.begin(), figures.end());
    }
    return !changed.empty();
}

/// No run may be judged by what another one learned from; nor may that one be.
Result<void> leaveOutLearned(RunComparison &result, std::vector<Material> &materials)
{
    std::set<fs::path> learned;
    for (const auto &material : materials)
        if (material.evaluation)
            for (auto &path : leftOutOf(material.evaluation->settingsJson))
                learned.insert(std::move(path));
    result.learnedPictures = learned.size();
    if (learned.empty())
        return {};
    for (auto &material : materials) {
        if (!material.evaluation)
            continue;
        CF_ASSIGN_OR_RETURN(const bool had, leaveOut(material, learned));
        result.lacksPixelFigures = result.lacksPixelFigures || had;
    }
    return {};
}

void compareCategories(RunComparison &result, const std::vector<Material> &materials)
{
    std::map<std::string, std::size_t> counts;
    std::size_t evaluated = 0;
    for (const auto &material : materials) {
        if (!material.evaluation)
            continue;
        ++evaluated;
        std::set<std::string> names;
        for (const auto &metric : material.evaluation->metrics)
            if (!metric.category.empty() && metric.variant == material.run.variant)
                names.insert(metric.category);
        for (const auto &name : names)
            ++counts[name];
    }
    for (const auto &[name, count] : counts) {
        if (count == evaluated)
            result.sharedCategories.push_back(name);
        else
            ++result.otherCategories;
    }
    const auto addRow = [&](MetricRow row) {
        row.deltas.resize(row.values.size());
        const auto &reference = row.values[result.reference];
        for (std::size_t i = 0; i < row.values.size(); ++i)
            if (i != result.reference && row.values[i] && reference)
                row.deltas[i] = *row.values[i] - *reference;
        result.metrics.push_back(std::move(row));
    };
    const auto valuesIn = [&](const std::string &category, const std::string &name) {
        std::vector<std::optional<double>> values;
        for (const auto &material : materials)
            values.push_back(material.evaluation ? valueOf(material.evaluation->metrics, category,
                                                           material.run.variant, name)
                                                 : std::nullopt);
        return values;
    };
    for (const auto &[name, unused] : MetricSet().named()) {
        std::vector<double> sums(materials.size(), 0.0);
        std::size_t defined = 0; // in all evaluated runs
        for (const auto &category : result.sharedCategories) {
            const auto values = valuesIn(category, name);
            const auto missing = static_cast<std::size_t>(
                std::count(values.begin(), values.end(), std::optional<double>()));
            if (missing != materials.size() - evaluated)
                continue;
            ++defined;
            for (std::size_t i = 0; i < values.size(); ++i)
                sums[i] += values[i].value_or(0.0);
        }
        MetricRow mean{{}, name, {}, {}};
        for (std::size_t i = 0; i < materials.size(); ++i)
            mean.values.push_back(defined > 0 && materials[i].evaluation
                                      ? std::optional(sums[i] / static_cast<double>(defined))
                                      : std::nullopt);
        addRow(std::move(mean));
    }
    for (const auto &[category, unused] : counts)
        for (const auto &[name, figure] : MetricSet().named())
            addRow({category, name, valuesIn(category, name), {}});
}

void compareSettings(RunComparison &result, const std::vector<Material> &materials)
{
    std::vector<SettingRow> rows;
    for (std::size_t i = 0; i < materials.size(); ++i) {
        for (const auto &setting : materials[i].settings) {
            auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto &known) { return known.key == setting.key; });
            if (row == rows.end()) {
                rows.push_back({setting.key, setting.option, {}});
                rows.back().values.resize(materials.size());
                row = rows.end() - 1;
            }
            row->values[i] = setting.value;
        }
    }
    for (auto &row : rows)
        if (std::any_of(row.values.begin(), row.values.end(),
                        [&](const auto &value) { return value != row.values.front(); }))
            result.settings.push_back(std::move(row));
}

/// Score minus threshold, in standard deviations of the run's scores of that category.
std::optional<double> marginOf(const Material &material, const PictureRow &row, std::size_t i)
{
    const auto threshold = material.run.thresholds.find(row.category);
    if (!row.scores[i] || threshold == material.run.thresholds.end())
        return std::nullopt;
    const double spread = material.spreads.at(row.category);
    return spread > 0.0 ? (*row.scores[i] - threshold->second) / spread : 0.0;
}

void judge(PictureRow &row, const std::vector<Material> &materials, std::size_t reference)
{
    row.called.resize(materials.size());
    std::vector<std::optional<double>> margins;
    for (std::size_t i = 0; i < materials.size(); ++i) {
        margins.push_back(marginOf(materials[i], row, i));
        if (margins.back())
            row.called[i] = *row.scores[i] >= materials[i].run.thresholds.at(row.category);
    }
    double ofAll = 0.0;
    double ofChanging = 0.0;
    for (std::size_t i = 0; i < materials.size(); ++i) {
        if (!margins[i] || !margins[reference])
            continue;
        const double moved = std::abs(*margins[i] - *margins[reference]);
        ofAll = std::max(ofAll, moved);
        if (row.called[i] != row.called[reference]) {
            row.changesSide = true;
            ofChanging = std::max(ofChanging, moved);
        }
    }
    row.change = row.changesSide ? ofChanging : ofAll;
}

void comparePictures(RunComparison &result, const std::vector<Material> &materials)
{
    std::map<std::pair<std::string, std::string>, PictureRow> rows;
    std::size_t evaluated = 0;
    for (std::size_t i = 0; i < materials.size(); ++i) {
        if (!materials[i].evaluation)
            continue;
        ++evaluated;
        for (const auto &score : materials[i].evaluation->scores) {
            auto &row = rows[{score.category, score.path.generic_string()}];
            if (row.scores.empty()) {
                row.category = score.category;
                row.path = score.path;
                row.kind = score.kind;
                row.scores.resize(materials.size());
            }
            if (!row.defective)
                row.defective = score.defective;
            const auto value = scoreOf(score, materials[i].run.variant);
            if (value && std::isfinite(*value))
                row.scores[i] = value;
        }
    }
    for (auto &[key, row] : rows) {
        judge(row, materials, result.reference);
        const auto missing = static_cast<std::size_t>(
            std::count(row.scores.begin(), row.scores.end(), std::optional<double>()));
        if (missing == materials.size() - evaluated)
            ++result.sharedPictures;
        result.pictures.push_back(std::move(row));
    }
    std::stable_sort(result.pictures.begin(), result.pictures.end(),
                     [](const PictureRow &a, const PictureRow &b) {
                         return std::pair(a.changesSide, a.change) >
                                std::pair(b.changesSide, b.change);
                     });
}

} // namespace

std::optional<double> RunFigure::gain() const
{
    return baseline && result ? std::optional(*result - *baseline) : std::nullopt;
}

Result<std::vector<RunRow>> runTable(const store::Project &project)
{
    CF_ASSIGN_OR_RETURN(auto summaries, runSummariesInForce(project));
    std::vector<RunRow> rows;
    for (auto &summary : summaries) {
        RunRow row;
        const auto settings = json::parse(summary.run.settingsJson, nullptr, false);
        if (settings.is_object() && settings.contains("profile") && settings["profile"].is_string())
            row.profile = settings["profile"].get<std::string>();
        row.run = std::move(summary.run);
        row.folder = project.runFolder(row.run.id);
        if (summary.evaluationId) {
            const auto answer = answerOf(summary.means);
            for (const char *name : kTableMetrics)
                row.figures.push_back({name, valueOf(summary.means, {}, Variant::Baseline, name),
                                       valueOf(summary.means, {}, answer, name)});
            row.leftOut = leftOutOf(summary.evaluationSettings).size();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<RunComparison> compareRuns(const store::Project &project, const ComparisonRequest &request,
                                  RunContext &run)
{
    const std::set<store::Id> distinct(request.runs.begin(), request.runs.end());
    if (request.runs.size() < 2 || request.runs.size() > kMostComparedRuns ||
        distinct.size() != request.runs.size())
        return Error::make(ErrorCode::BadUsage, "Between 2 and " +
                                                    std::to_string(kMostComparedRuns) +
                                                    " different runs can be compared.");
    RunComparison result;
    if (request.reference) {
        const auto found = std::find(request.runs.begin(), request.runs.end(), *request.reference);
        if (found == request.runs.end())
            return Error::make(ErrorCode::BadUsage, "The reference must be one of the runs.");
        result.reference = static_cast<std::size_t>(found - request.runs.begin());
    }
    std::vector<Material> materials;
    for (std::size_t i = 0; i < request.runs.size(); ++i) {
        run.step({"compare", i, request.runs.size()});
        CF_ASSIGN_OR_RETURN(auto material, materialOf(project, request.runs[i]));
        materials.push_back(std::move(material));
    }
    CF_RETURN_IF_ERROR(leaveOutLearned(result, materials));
    for (auto &material : materials)
        if (material.evaluation)
            CF_RETURN_IF_ERROR(measureScores(material, request.threshold));
    compareCategories(result, materials);
    compareSettings(result, materials);
    comparePictures(result, materials);
    for (auto &material : materials)
        result.runs.push_back(std::move(material.run));
    run.step({"compare", request.runs.size(), request.runs.size()});
    return result;
}

fs::path pictureFile(const ComparedRun &run, const fs::path &path)
{
    std::error_code failed;
    for (const auto &root : run.roots)
        if (fs::is_regular_file(root / path, failed))
            return root / path;
    return run.roots.empty() ? path : run.roots.front() / path;
}

} // namespace cf::workflow
