#include "core/workflow/analysis.h"

#include "core/store/project.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/evaluation_in_force.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kBootstrapSeed = 20250713; // any number, always the same
constexpr std::size_t kBootstrapReplicates = 1000;

struct VariantScore
{
    store::Variant variant;
    std::optional<double> store::ImageScore::*score;
};

constexpr std::array<VariantScore, 4> kScores = {
    {{store::Variant::Baseline, &store::ImageScore::baseline},
     {store::Variant::Filtered, &store::ImageScore::filtered},
     {store::Variant::Fused, &store::ImageScore::fused},
     {store::Variant::External, &store::ImageScore::external}}};

/// The names in order of appearance; without those whose pictures all lack a label.
std::vector<std::string> categoriesOf(const store::Evaluation &evaluation)
{
    std::vector<std::string> names;
    for (const auto &score : evaluation.scores)
        if (score.defective && (names.empty() || names.back() != score.category))
            names.push_back(score.category); // stored in order of the category
    return names;
}

Result<std::optional<DensityPair>> densitiesOf(const std::vector<double> &good,
                                               const std::vector<double> &defective, double low,
                                               double high)
{
    CF_ASSIGN_OR_RETURN(auto first, metrics::figureDensity(good, low, high));
    CF_ASSIGN_OR_RETURN(auto second, metrics::figureDensity(defective, low, high));
    if (!first.defined() || !second.defined())
        return std::optional<DensityPair>();
    DensityPair pair{std::move(*first.value), std::move(*second.value), 0};
    pair.overlap = metrics::overlap(pair.good, pair.defective);
    return std::optional(std::move(pair));
}

Result<ScoreAnalysis> analyseScores(std::vector<AnalysedPicture> pictures)
{
    std::stable_sort(pictures.begin(), pictures.end(),
                     [](const auto &a, const auto &b) { return a.score > b.score; });
    ScoreAnalysis analysis;
    analysis.pictures = std::move(pictures);
    std::vector<metrics::ScoredLabel> samples;
    for (const auto &picture : analysis.pictures)
        samples.push_back({picture.score, picture.defective});
    CF_ASSIGN_OR_RETURN(analysis.points, metrics::operatingPoints(samples));
    CF_ASSIGN_OR_RETURN(analysis.metrics, metrics::imageMetrics(samples));
    metrics::BootstrapOptions bootstrap;
    bootstrap.seed = kBootstrapSeed;
    bootstrap.replicates = kBootstrapReplicates;
    CF_ASSIGN_OR_RETURN(auto intervals, metrics::bootstrapIntervals(samples, bootstrap));
    analysis.aurocInterval = std::move(intervals.auroc);

    const auto good = analysis.scoresOf(false);
    const auto defective = analysis.scoresOf(true);
    CF_ASSIGN_OR_RETURN(analysis.goodBox, metrics::boxStatistics(good));
    CF_ASSIGN_OR_RETURN(analysis.defectiveBox, metrics::boxStatistics(defective));
    if (!analysis.pictures.empty()) {
        CF_ASSIGN_OR_RETURN(analysis.density,
                            densitiesOf(good, defective, analysis.lowest(), analysis.highest()));
    }
    return analysis;
}

std::vector<AnalysedPicture> picturesOf(const store::Evaluation &evaluation,
                                        const std::string &category, const VariantScore &wanted,
                                        const fs::path &root)
{
    std::vector<AnalysedPicture> pictures;
    for (const auto &row : evaluation.scores) {
        const auto &score = row.*wanted.score;
        if (score && row.defective && (category.empty() || row.category == category))
            pictures.push_back({root / row.path, row.category, row.kind, *score, *row.defective});
    }
    return pictures;
}

std::map<store::Variant, PixelAnalysis> pixelsOf(const store::Evaluation &evaluation,
                                                 const std::string &category)
{
    struct Densities
    {
        std::optional<metrics::DensityCurve> good, defective;
    };
    std::map<store::Variant, PixelAnalysis> pixels;
    std::map<store::Variant, Densities> densities;
    for (const auto &curve : evaluation.curves) {
        if (curve.category != category)
            continue;
        const std::vector<double> x(curve.x.begin(), curve.x.end());
        const std::vector<double> y(curve.y.begin(), curve.y.end());
        if (curve.kind == "pixel_roc")
            pixels[curve.variant].roc = {x, y};
        else if (curve.kind == "pixel_pr")
            pixels[curve.variant].precisionRecall = {x, y};
        else if (curve.kind == "pro")
            pixels[curve.variant].pro = {x, y};
        else if (curve.kind == "pixel_kde")
            (curve.population == "good" ? densities[curve.variant].good
                                        : densities[curve.variant].defective) =
                metrics::DensityCurve{x, y, curve.bandwidth.value_or(0)};
    }
    for (auto &[variant, both] : densities) {
        if (!both.good || !both.defective)
            continue;
        DensityPair pair{std::move(*both.good), std::move(*both.defective), 0};
        pair.overlap = metrics::overlap(pair.good, pair.defective);
        pixels[variant].density = std::move(pair);
    }
    return pixels;
}

/// Where the scores' relative paths begin: the folder that was evaluated or, once that was moved,
/// the dataset's present root. Empty when neither is known.
Result<fs::path> imageRoot(const store::Project &project, const store::Run &run,
                           const store::Evaluation &evaluation)
{
    std::vector<fs::path> candidates;
    const auto settings = nlohmann::json::parse(evaluation.settingsJson, nullptr, false);
    if (settings.is_object() && settings.contains("data") && settings["data"].is_string())
        candidates.emplace_back(settings["data"].get<std::string>());
    if (const auto id = evaluation.datasetId ? evaluation.datasetId : run.datasetId) {
        CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
        for (const auto &dataset : datasets)
            if (dataset.id == *id)
                candidates.push_back(dataset.root);
    }
    const auto holdsPictures = [&](const fs::path &root) {
        std::error_code failed;
        return !evaluation.scores.empty() &&
               fs::exists(root / evaluation.scores.front().path, failed);
    };
    const auto found = std::find_if(candidates.begin(), candidates.end(), holdsPictures);
    if (found != candidates.end())
        return *found;
    return candidates.empty() ? fs::path() : candidates.back();
}

} // namespace

std::vector<double> ScoreAnalysis::scoresOf(bool defective) const
{
    std::vector<double> scores;
    for (const auto &picture : pictures)
        if (picture.defective == defective)
            scores.push_back(picture.score);
    return scores;
}

Result<std::optional<Analysis>> analyseRun(const fs::path &projectPath, store::Id runId,
                                           RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_ASSIGN_OR_RETURN(const auto row, project.run(runId));
    CF_ASSIGN_OR_RETURN(const auto evaluation, evaluationInForce(project, runId));
    if (!evaluation)
        return std::optional<Analysis>();
    CF_ASSIGN_OR_RETURN(const auto root, imageRoot(project, row, *evaluation));

    Analysis analysis;
    analysis.evaluationId = evaluation->id;
    analysis.runName = row.name;
    analysis.endedUtc = evaluation->endedUtc;
    analysis.unlabelledCount =
        static_cast<std::size_t>(std::count_if(evaluation->scores.begin(), evaluation->scores.end(),
                                               [](const auto &score) { return !score.defective; }));
    analysis.learnedCount = leftOutOf(evaluation->settingsJson).size();
    std::vector<VariantScore> used;
    for (const auto &entry : kScores)
        if (std::any_of(evaluation->scores.begin(), evaluation->scores.end(),
                        [&](const auto &score) { return (score.*entry.score).has_value(); }))
            used.push_back(entry);
    for (const auto &entry : used)
        analysis.variants.push_back(entry.variant);
    auto figures = evaluationFrom(*evaluation);
    analysis.metrics = std::move(figures.categories);
    analysis.mean = std::move(figures.mean);

    auto names = categoriesOf(*evaluation);
    if (names.size() > 1)
        names.insert(names.begin(), std::string());
    std::size_t done = 0;
    for (const auto &name : names) {
        CategoryAnalysis category;
        category.name = name;
        for (const auto &entry : used) {
            run.step({"metrics", done++, names.size() * used.size()});
            CF_ASSIGN_OR_RETURN(category.scores[entry.variant],
                                analyseScores(picturesOf(*evaluation, name, entry, root)));
        }
        if (!name.empty())
            category.pixels = pixelsOf(*evaluation, name);
        analysis.categories.push_back(std::move(category));
    }
    return std::optional(std::move(analysis));
}

metrics::OrUndefined<metrics::OperatingPoint> chosenPoint(const ScoreAnalysis &scores,
                                                          const ThresholdRule &rule)
{
    switch (rule.kind) {
    case ThresholdRule::Kind::FalseRejects:
        return metrics::withinFalsePositiveRate(scores.points, rule.falseRejectRate);
    case ThresholdRule::Kind::Cost:
        return metrics::cheapest(scores.points, rule.costs);
    case ThresholdRule::Kind::BestF1:
        break;
    }
    using Point = metrics::OrUndefined<metrics::OperatingPoint>;
    if (!scores.metrics.f1Threshold)
        return Point::undefined(scores.metrics.f1Max.reasonWhenUndefined);
    const double threshold = *scores.metrics.f1Threshold;
    return Point::of({threshold, metrics::countsAt(scores.points, threshold)});
}

Result<ScoreHistogram> histogramOf(const ScoreAnalysis &scores, std::size_t binCount)
{
    ScoreHistogram histogram;
    if (scores.pictures.empty())
        return histogram;
    histogram.low = scores.lowest();
    histogram.high = scores.highest();
    if (histogram.low == histogram.high) {
        histogram.low -= 0.5;
        histogram.high += 0.5;
    }
    CF_ASSIGN_OR_RETURN(auto good, metrics::histogram(scores.scoresOf(false), binCount,
                                                      histogram.low, histogram.high));
    CF_ASSIGN_OR_RETURN(auto defective, metrics::histogram(scores.scoresOf(true), binCount,
                                                           histogram.low, histogram.high));
    histogram.good = std::move(good.counts);
    histogram.defective = std::move(defective.counts);
    return histogram;
}

std::span<const AnalysedPicture> picturesInBin(const ScoreAnalysis &scores,
                                               const ScoreHistogram &histogram, std::size_t bin)
{
    // The pictures stand by falling score and each is in a bin: those of the bins above come first.
    std::size_t above = 0;
    for (std::size_t i = bin + 1; i < histogram.good.size(); ++i)
        above += histogram.good[i] + histogram.defective[i];
    return std::span(scores.pictures)
        .subspan(above, histogram.good[bin] + histogram.defective[bin]);
}

ThresholdRates ratesOf(const metrics::Confusion &counts)
{
    const auto rate = [](std::size_t successes, std::size_t trials) {
        auto interval = metrics::wilsonInterval(successes, trials);
        return Rate{successes, trials, std::move(interval).orThrow().value};
    };
    const auto called = counts.truePositives + counts.falsePositives;
    const auto defective = counts.truePositives + counts.falseNegatives;
    const auto good = counts.trueNegatives + counts.falsePositives;
    return {rate(counts.truePositives, defective), rate(counts.falsePositives, good),
            rate(counts.truePositives, called),
            rate(counts.truePositives + counts.trueNegatives, defective + good),
            metrics::f1Of(counts)};
}

} // namespace cf::workflow
