#include "core/workflow/report_run.h"

#include "core/metrics/kde.h"
#include "core/report/csv_report.h"
#include "core/report/html_report.h"
#include "core/report/pdf_report.h"
#include "core/store/project.h"
#include "core/workflow/category_metrics.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/model_location.h"
#include "core/workflow/report_pictures.h"
#include "core/workflow/run_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t kSamplesPerCategory = 6;
constexpr std::size_t kStripsPerCategory = 1;

std::vector<report::Metric> metricsOf(const store::Evaluation &evaluation,
                                      const std::string &category, store::Variant variant)
{
    std::vector<report::Metric> metrics;
    for (const auto &[name, unused] : MetricSet().named())
        for (const auto &metric : evaluation.metrics)
            if (metric.category == category && metric.variant == variant && metric.name == name)
                metrics.push_back({name, metric.value, metric.reason});
    return metrics;
}

report::CategoryMetrics categoryOf(const store::Evaluation &evaluation, const std::string &category)
{
    return {category, metricsOf(evaluation, category, store::Variant::Baseline),
            metricsOf(evaluation, category, store::Variant::Filtered),
            metricsOf(evaluation, category, store::Variant::Fused),
            metricsOf(evaluation, category, store::Variant::External)};
}

std::vector<std::string> categoriesOf(const store::Evaluation &evaluation)
{
    std::vector<std::string> names;
    for (const auto &score : evaluation.scores)
        if (std::find(names.begin(), names.end(), score.category) == names.end())
            names.push_back(score.category);
    return names;
}

report::Curve curveOf(const store::Curve &curve, std::string name)
{
    return {std::move(name), {curve.x.begin(), curve.x.end()}, {curve.y.begin(), curve.y.end()}};
}

void addCurves(report::ReportData &data, const store::Evaluation &evaluation,
               const std::string &category)
{
    const auto find = [&](store::Variant variant, const char *kind,
                          const char *population) -> const store::Curve * {
        for (const auto &curve : evaluation.curves)
            if (curve.category == category && curve.variant == variant && curve.kind == kind &&
                curve.population == population)
                return &curve;
        return nullptr;
    };
    for (const auto &[kind, title] :
         {std::pair("image_kde", "image scores"), std::pair("pixel_kde", "pixel scores")}) {
        for (const auto variant : {store::Variant::Baseline, store::Variant::Filtered,
                                   store::Variant::Fused, store::Variant::External}) {
            const auto *good = find(variant, kind, "good");
            const auto *bad = find(variant, kind, "defective");
            if (!good || !bad)
                continue;
            report::KdeFigure figure;
            figure.title = category + ": " + title + ", " + store::toString(variant);
            figure.curves = {curveOf(*good, "normal"), curveOf(*bad, "anomalous")};
            metrics::DensityCurve a{
                {good->x.begin(), good->x.end()}, {good->y.begin(), good->y.end()}, 0.0};
            metrics::DensityCurve b{
                {bad->x.begin(), bad->x.end()}, {bad->y.begin(), bad->y.end()}, 0.0};
            figure.overlap = metrics::overlap(a, b);
            data.kdes.push_back(std::move(figure));
        }
    }
    struct Axes
    {
        const char *kind, *title, *x, *y;
    };
    for (const auto &axes :
         {Axes{"image_roc", "image ROC", "False positive rate", "True positive rate"},
          Axes{"pixel_pr", "pixel precision and recall", "Recall", "Precision"},
          Axes{"pro", "per-region overlap", "False positive rate", "Overlap"}}) {
        report::CurveFigure figure;
        figure.title = category + ": " + axes.title;
        figure.xLabel = axes.x;
        figure.yLabel = axes.y;
        for (const auto variant : {store::Variant::Baseline, store::Variant::Filtered,
                                   store::Variant::Fused, store::Variant::External})
            if (const auto *curve = find(variant, axes.kind, ""))
                figure.curves.push_back(curveOf(*curve, store::toString(variant)));
        if (!figure.curves.empty())
            data.curves.push_back(std::move(figure));
    }
}

void addLosses(report::ReportData &data, const std::vector<store::LossStep> &losses)
{
    report::CurveFigure figure;
    figure.title = "Training loss";
    figure.xLabel = "Step";
    figure.yLabel = "Loss";
    figure.unitSquare = false;
    report::Curve total{"total", {}, {}};
    for (const auto &step : losses)
        for (const auto &term : step.terms)
            if (term.name == "total") {
                total.x.push_back(static_cast<double>(step.step));
                total.y.push_back(term.value);
            }
    if (total.x.empty())
        return;
    figure.curves.push_back(std::move(total));
    data.loss = std::move(figure);
}

/// Pictures of a category worth seeing: the worst misses and false alarms first, then clear ones of
/// each kind.
std::vector<const store::ImageScore *> interesting(const store::Evaluation &evaluation,
                                                   const std::string &category)
{
    std::vector<const store::ImageScore *> defects;
    std::vector<const store::ImageScore *> normals;
    for (const auto &score : evaluation.scores)
        if (score.category == category && score.defective && score.fused)
            (*score.defective ? defects : normals).push_back(&score);
    const auto byScore = [](const auto *a, const auto *b) { return *a->fused > *b->fused; };
    std::sort(defects.begin(), defects.end(), byScore);
    std::sort(normals.begin(), normals.end(), byScore);
    std::vector<const store::ImageScore *> chosen;
    std::map<std::string, int> ofKind;
    for (const auto *score : defects)
        if (ofKind[score->kind]++ == 0 && chosen.size() + 2 < kSamplesPerCategory)
            chosen.push_back(score);
    if (!defects.empty() && std::find(chosen.begin(), chosen.end(), defects.back()) == chosen.end())
        chosen.push_back(defects.back());
    if (!normals.empty())
        chosen.push_back(normals.front());
    return chosen;
}

/// "2024-05-01T12:00:00.000Z" as it is read: "2024-05-01 12:00 UTC".
std::string readableTime(const std::string &utc)
{
    const auto t = utc.find('T');
    return t == std::string::npos ? utc : utc.substr(0, t) + ' ' + utc.substr(t + 1, 5) + " UTC";
}

void addPictures(report::ReportData &data, const store::Evaluation &evaluation,
                 const PictureReporter &reporter, RunContext &run)
{
    std::size_t done = 0;
    const auto categories = categoriesOf(evaluation);
    for (const auto &category : categories) {
        run.step({"report", done++, categories.size()});
        std::size_t strips = 0;
        for (const auto *score : interesting(evaluation, category)) {
            const bool withStrip = *score->defective && strips < kStripsPerCategory;
            auto reported = reporter.look(score->path, withStrip, run);
            if (!reported)
                continue;
            data.samples.push_back(std::move(reported->row));
            if (withStrip) {
                ++strips;
                data.strips.push_back(std::move(*reported->strip));
            }
        }
    }
    run.step({"report", categories.size(), categories.size()});
}

/// Densities of the fused scores of normal and defective pictures, where there are enough.
Result<void> addDensities(report::ReportData &data, const std::vector<double> &normal,
                          const std::vector<double> &defective)
{
    if (normal.empty() || defective.empty())
        return {};
    const auto low = std::min(std::ranges::min(normal), std::ranges::min(defective));
    const auto high = std::max(std::ranges::max(normal), std::ranges::max(defective));
    CF_ASSIGN_OR_RETURN(const auto good, metrics::figureDensity(normal, low, high));
    CF_ASSIGN_OR_RETURN(const auto bad, metrics::figureDensity(defective, low, high));
    if (!good.defined() || !bad.defined())
        return {};
    data.kdes.push_back({"Scores of the pictures, fused",
                         {{"normal", good.value->position, good.value->density},
                          {"anomalous", bad.value->position, bad.value->density}},
                         metrics::overlap(*good.value, *bad.value)});
    return {};
}

Result<void> write(const fs::path &out, const report::ReportData &data)
{
    return out.extension() == ".pdf" ? report::writePdfReport(out, data)
                                     : report::writeHtmlReport(out, data);
}

Result<void> checkEnding(const fs::path &out)
{
    const auto ending = out.extension().string();
    if (ending == ".html" || ending == ".pdf" || ending == ".csv")
        return {};
    return Error::make(ErrorCode::BadUsage, "Cannot tell the format of " + out.string() +
                                                "; use the ending .html, .pdf or .csv.");
}

Result<void> addSettings(report::ReportData &data, const store::Run &row)
{
    CF_ASSIGN_OR_RETURN(const auto chosen, runSettings(row));
    for (const auto &setting : chosen)
        data.settings.emplace_back(setting.option.empty() ? setting.key : setting.option,
                                   setting.value.empty() ? "as the program chooses"
                                                         : setting.value);
    data.settings.emplace_back("steps done", std::to_string(row.stepsDone));
    return {};
}

Result<std::optional<store::Dataset>> datasetOf(const store::Project &project,
                                                std::optional<store::Id> id)
{
    if (!id)
        return std::optional<store::Dataset>();
    CF_ASSIGN_OR_RETURN(auto dataset, project.dataset(*id));
    return std::optional(std::move(dataset));
}

} // namespace

Result<void> reportRun(const fs::path &projectPath, const std::string &runId, const fs::path &out,
                       RunContext &run)
{
    CF_RETURN_IF_ERROR(checkEnding(out));
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(runId));
    CF_ASSIGN_OR_RETURN(const auto row, project.run(id));
    CF_ASSIGN_OR_RETURN(const auto evaluation, evaluationInForce(project, id));
    if (!evaluation)
        return Error::make(ErrorCode::BadData,
                           "Run " + runId +
                               " has not been evaluated; do it with: costfilter "
                               "evaluate --run " +
                               runId);
    report::ReportData data;
    data.title = "CostFilter report: " + row.name;
    data.runId = runId;
    data.created = readableTime(evaluation->endedUtc);
    data.secondsPerImage = evaluation->secondsPerImage;
    data.leftOut = leftOutOf(evaluation->settingsJson).size();
    CF_RETURN_IF_ERROR(addSettings(data, row));
    try {
        const auto settings = json::parse(evaluation->settingsJson);
        data.dataset = settings.value("data", "");
        if (settings.contains("lambda") && !settings["lambda"].empty())
            data.lambda = settings["lambda"].begin().value().get<double>();
    } catch (const json::exception &) {
        return Error::make(ErrorCode::BadFormat,
                           "The settings of run " + runId + " are damaged; evaluate it again.");
    }
    for (const auto &category : categoriesOf(*evaluation)) {
        data.categories.push_back(categoryOf(*evaluation, category));
        addCurves(data, *evaluation, category);
    }
    data.mean = categoryOf(*evaluation, {});
    data.mean.name = "mean";
    CF_ASSIGN_OR_RETURN(const auto losses, project.losses(id));
    addLosses(data, losses);
    if (out.extension() == ".csv")
        return report::writeCsvReport(out, data);

    CF_ASSIGN_OR_RETURN(
        const auto dataset,
        datasetOf(project, evaluation->datasetId ? evaluation->datasetId : row.datasetId));
    const auto model = modelOfRun(project, row);
    if (model.ok() && dataset) {
        CF_ASSIGN_OR_RETURN(const auto scorer,
                            openScorer({*model, "cpu", project.cacheFolder() / "features", dataset->root}, run));
        addPictures(data, *evaluation, PictureReporter(dataset, scorer), run);
    }
    return write(out, data);
}

Result<void> reportPictures(const fs::path &projectPath, const std::string &runId,
                            const std::vector<fs::path> &pictures, const fs::path &out,
                            RunContext &run)
{
    CF_RETURN_IF_ERROR(checkEnding(out));
    if (pictures.empty())
        return Error::make(ErrorCode::BadUsage, "Choose the pictures for the report.");
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(runId));
    CF_ASSIGN_OR_RETURN(const auto row, project.run(id));
    CF_ASSIGN_OR_RETURN(const auto model, modelOfRun(project, row));
    CF_ASSIGN_OR_RETURN(const auto scorer,
                        openScorer({model, "cpu", project.cacheFolder() / "features",
                                    dataFolderOf(project, row)},
                                   run));
    CF_ASSIGN_OR_RETURN(const auto dataset, datasetOf(project, row.datasetId));
    report::ReportData data;
    data.title = "CostFilter report: pictures by " + row.name;
    data.runId = runId;
    data.created = readableTime(store::utcNow());
    data.pictures = pictures.size();
    if (dataset)
        data.dataset = dataset->root.string();
    CF_RETURN_IF_ERROR(addSettings(data, row));
    const PictureReporter reporter(dataset, scorer);
    std::vector<double> normal, defective;
    for (const auto &picture : pictures) {
        run.step({"report", data.samples.size(), pictures.size()});
        auto reported = reporter.look(picture, /*withStrip=*/false, run);
        if (!reported)
            continue;
        if (reported->defective)
            (*reported->defective ? defective : normal)
                .push_back(reported->row.scores.back().second);
        data.samples.push_back(std::move(reported->row));
    }
    run.step({"report", pictures.size(), pictures.size()});
    if (data.samples.empty())
        return Error::make(ErrorCode::BadData, "None of the " + std::to_string(pictures.size()) +
                                                   " pictures for the report can be read.");
    CF_RETURN_IF_ERROR(addDensities(data, normal, defective));
    return out.extension() == ".csv" ? report::writePictureScores(out, data) : write(out, data);
}

} // namespace cf::workflow
