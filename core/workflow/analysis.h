#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/metrics/distribution.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/intervals.h"
#include "core/metrics/kde.h"
#include "core/metrics/operating_point.h"
#include "core/store/records.h"
#include "core/workflow/category_metrics.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cf::workflow {

struct AnalysedPicture
{
    std::filesystem::path path; ///< absolute where the dataset is known
    std::string category;
    std::string kind; ///< "good" or the kind of defect
    double score = 0;
    bool defective = false;
};

/// How the scores of the good and of the defective lie to each other, as the paper's figure draws
/// it.
struct DensityPair
{
    metrics::DensityCurve good, defective;
    double overlap = 0; ///< 0 = apart, 1 = the same
};

struct CurvePoints
{
    std::vector<double> x, y;
};

/// One method's scores of the pictures of known label, by falling score, and what follows from
/// them.
struct ScoreAnalysis
{
    std::vector<AnalysedPicture> pictures;
    std::vector<metrics::OperatingPoint> points; ///< see metrics::operatingPoints()
    metrics::ImageMetrics metrics;
    metrics::OrUndefined<metrics::Interval> aurocInterval; ///< bootstrap, 95 %, fixed seed
    std::optional<DensityPair> density; ///< none: a side is empty or all of its scores are equal
    metrics::OrUndefined<metrics::BoxStatistics> goodBox, defectiveBox;

    std::size_t goodCount() const { return metrics.normalCount; }
    std::size_t defectiveCount() const { return metrics.anomalousCount; }
    std::vector<double> scoresOf(bool defective) const;
    double lowest() const { return pictures.empty() ? 0 : pictures.back().score; }
    double highest() const { return pictures.empty() ? 0 : pictures.front().score; }
};

/// The pixel curves that the evaluation stored; empty where the test set has no masks. Their
/// thresholds are not stored.
struct PixelAnalysis
{
    CurvePoints roc, precisionRecall, pro;
    std::optional<DensityPair> density;
};

struct CategoryAnalysis
{
    std::string name; ///< empty: all categories together
    std::map<store::Variant, ScoreAnalysis> scores;
    std::map<store::Variant, PixelAnalysis> pixels; ///< empty for all categories together
};

/// All that the page of a run's evaluation shows. Read-only once made; may be shared by threads.
struct Analysis
{
    store::Id evaluationId = 0;
    std::string runName;
    std::string endedUtc;
    std::vector<store::Variant> variants;     ///< that have scores, in order
    std::vector<CategoryAnalysis> categories; ///< all together first, if there are several
    std::vector<CategoryMetrics> metrics;     ///< as stored, by category
    CategoryMetrics mean;
    std::size_t unlabelledCount = 0; ///< pictures that are left out
    std::size_t learnedCount = 0;    ///< likewise, as the model learned from them after a review
};

/// The run's latest evaluation; none when it was never evaluated. Opens the project, so that it may
/// be called from any thread. Reports a step of "metrics" per category and method.
/// Fails with NotFound without such a run, BadData when a score is not finite.
Result<std::optional<Analysis>> analyseRun(const std::filesystem::path &project, store::Id runId,
                                           RunContext &run);

/// How a threshold is chosen from scores.
struct ThresholdRule
{
    enum class Kind { BestF1, FalseRejects, Cost };
    Kind kind = Kind::BestF1;
    double falseRejectRate = 0.01; ///< 0..1, of the good pictures; for Kind::FalseRejects
    metrics::ErrorCosts costs;     ///< for Kind::Cost
};

metrics::OrUndefined<metrics::OperatingPoint> chosenPoint(const ScoreAnalysis &scores,
                                                          const ThresholdRule &rule);

/// Good and defective counted in the same bins, over all of their scores.
struct ScoreHistogram
{
    double low = 0;
    double high = 0;
    std::vector<std::uint64_t> good, defective; ///< both of the same length; empty without pictures
};

Result<ScoreHistogram> histogramOf(const ScoreAnalysis &scores, std::size_t binCount);
/// Of both kinds, by falling score. Lives as long as `scores`.
std::span<const AnalysedPicture> picturesInBin(const ScoreAnalysis &scores,
                                               const ScoreHistogram &histogram, std::size_t bin);

/// A rate seen `successes` times in `trials`, with its Wilson interval of 95 %.
struct Rate
{
    std::size_t successes = 0;
    std::size_t trials = 0;
    std::optional<metrics::Interval> interval; ///< none without trials
};

/// What a threshold does, as rates over pictures.
struct ThresholdRates
{
    Rate recall;        ///< of the defective, called defective
    Rate falseReject;   ///< of the good, called defective
    Rate precision;     ///< of those called defective, defective
    Rate accuracy;      ///< of all, called what they are
    metrics::Metric f1; ///< of precision and recall; undefined without defective pictures
};

ThresholdRates ratesOf(const metrics::Confusion &counts);

/// Fewer pictures on a side than this make every rate a rough one.
inline constexpr std::size_t kFewPictures = 30;

} // namespace cf::workflow
