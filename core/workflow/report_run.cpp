#include "core/workflow/report_run.h"

#include "core/dataset/sample_mask.h"
#include "core/imaging/colour_map.h"
#include "core/imaging/image_file.h"
#include "core/metrics/kde.h"
#include "core/report/csv_report.h"
#include "core/report/html_report.h"
#include "core/report/pdf_report.h"
#include "core/store/project.h"
#include "core/workflow/category_metrics.h"
#include "core/workflow/model_location.h"
#include "core/workflow/run_settings.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t kSamplesPerCategory = 6;
constexpr std::size_t kStripsPerCategory = 1;
// Maps are in deviations of normal pixels: the same colours mean the same in every picture.
constexpr float kMapLow = 0.0F;
constexpr float kMapHigh = 12.0F;

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
            metricsOf(evaluation, category, store::Variant::Fused)};
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
        for (const auto variant :
             {store::Variant::Baseline, store::Variant::Filtered, store::Variant::Fused}) {
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
        for (const auto variant :
             {store::Variant::Baseline, store::Variant::Filtered, store::Variant::Fused})
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

cv::Mat outlined(const cv::Mat &image, const cv::Mat &mask)
{
    cv::Mat drawn = image.clone();
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_LIST, cv::CHAIN_APPROX_NONE);
    const int width = std::max(1, std::min(image.cols, image.rows) / 160);
    cv::drawContours(drawn, contours, -1, cv::Scalar(255, 255, 255), width + 2);
    cv::drawContours(drawn, contours, -1, cv::Scalar(30, 120, 230), width);
    return drawn;
}

Result<void> addPictures(report::ReportData &data, const store::Evaluation &evaluation,
                         const store::Dataset &dataset, const engine::Scorer &scorer,
                         RunContext &run)
{
    std::size_t done = 0;
    const auto categories = categoriesOf(evaluation);
    for (const auto &category : categories) {
        run.step({"report", done++, categories.size()});
        const auto stored = std::find_if(dataset.categories.begin(), dataset.categories.end(),
                                         [&](const auto &entry) { return entry.name == category; });
        std::size_t strips = 0;
        for (const auto *score : interesting(evaluation, category)) {
            const auto file = dataset.root / score->path;
            const auto image = imaging::loadBgr(file);
            if (!image.ok()) {
                run.log(LogLevel::Warning, image.error().detail + " It is left out of the report.");
                continue;
            }
            const auto scored = scorer.explain(*image);
            const auto colour = [](const cv::Mat &map) {
                return imaging::colourise(map, kMapLow, kMapHigh, imaging::ColourMap::Viridis);
            };
            cv::Mat shown = *image;
            if (stored != dataset.categories.end()) {
                for (const auto &row : stored->images) {
                    if (row.path != score->path || !row.mask)
                        continue;
                    dataset::Sample sample;
                    sample.image = file;
                    sample.label = dataset::Label::Defect;
                    sample.mask = dataset.root / *row.mask;
                    const auto mask = dataset::loadSampleMask(sample, image->size());
                    if (mask.ok())
                        shown = outlined(*image, *mask);
                }
            }
            report::SampleRow row;
            row.category = category;
            row.kind = score->kind;
            row.imagePath = score->path;
            row.label = *score->defective ? "defect" : "normal";
            row.scores = {{"baseline", scored.baselineScore},
                          {"filtered", scored.filteredScore},
                          {"fused", scored.fusedScore}};
            row.tiles = {{"Picture, defect outlined", shown},
                         {"Baseline map", colour(scored.baseline)},
                         {"Filtered map", colour(scored.filtered)},
                         {"Fused map", colour(scored.fused)}};
            data.samples.push_back(std::move(row));
            if (*score->defective && strips < kStripsPerCategory) {
                ++strips;
                report::HeatmapStrip strip;
                strip.caption = category + ", " + score->kind + ": attention from block to block";
                for (const auto &heatmap : scored.heatmaps)
                    strip.tiles.push_back(
                        {heatmap.block,
                         imaging::blendOver(*image,
                                            imaging::colourise(heatmap.map, 0.0F, 1.0F,
                                                               imaging::ColourMap::Viridis),
                                            0.6)});
                data.strips.push_back(std::move(strip));
            }
        }
    }
    run.step({"report", categories.size(), categories.size()});
    return {};
}

} // namespace

Result<void> reportRun(const fs::path &projectPath, const std::string &runId, const fs::path &out,
                       RunContext &run)
{
    const auto ending = out.extension().string();
    if (ending != ".html" && ending != ".pdf" && ending != ".csv")
        return Error::make(ErrorCode::BadUsage, "Cannot tell the format of " + out.string() +
                                                    "; use the ending .html, .pdf or .csv.");
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(runId));
    CF_ASSIGN_OR_RETURN(const auto row, project.run(id));
    CF_ASSIGN_OR_RETURN(const auto evaluation, project.latestEvaluation(id));
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
    CF_ASSIGN_OR_RETURN(const auto chosen, runSettings(row));
    for (const auto &setting : chosen)
        data.settings.emplace_back(setting.option.empty() ? setting.key : setting.option,
                                   setting.value.empty() ? "as the program chooses"
                                                         : setting.value);
    try {
        const auto settings = json::parse(evaluation->settingsJson);
        data.dataset = settings.value("data", "");
        if (settings.contains("lambda") && !settings["lambda"].empty())
            data.lambda = settings["lambda"].begin().value().get<double>();
    } catch (const json::exception &) {
        return Error::make(ErrorCode::BadFormat,
                           "The settings of run " + runId + " are damaged; evaluate it again.");
    }
    data.settings.emplace_back("steps done", std::to_string(row.stepsDone));
    for (const auto &category : categoriesOf(*evaluation)) {
        data.categories.push_back(categoryOf(*evaluation, category));
        addCurves(data, *evaluation, category);
    }
    data.mean = categoryOf(*evaluation, {});
    data.mean.name = "mean";
    CF_ASSIGN_OR_RETURN(const auto losses, project.losses(id));
    addLosses(data, losses);
    if (ending == ".csv")
        return report::writeCsvReport(out, data);

    std::optional<store::Dataset> dataset;
    if (row.datasetId) {
        CF_ASSIGN_OR_RETURN(dataset, project.dataset(*row.datasetId));
    }
    const auto model = modelOfRun(project, row);
    if (model.ok() && dataset) {
        CF_ASSIGN_OR_RETURN(const auto scorer,
                            openScorer(*model, "cpu", project.cacheFolder() / "features", run));
        CF_RETURN_IF_ERROR(addPictures(data, *evaluation, *dataset, scorer, run));
    }
    return ending == ".pdf" ? report::writePdfReport(out, data)
                            : report::writeHtmlReport(out, data);
}

} // namespace cf::workflow
