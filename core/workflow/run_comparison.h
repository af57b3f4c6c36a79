#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/store/project.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// A mean over the categories, before the filter and as the run's answer.
struct RunFigure
{
    std::string metric;
    std::optional<double> baseline; ///< 0..1
    std::optional<double> result;   ///< of the fused map, or the other method's
    std::optional<double> gain() const;
};

/// A line in the table of runs.
struct RunRow
{
    store::Run run;
    std::filesystem::path folder; ///< of its files
    std::string profile;          ///< empty where a run has none
    std::vector<RunFigure>
        figures;             ///< image_auroc, image_ap, pixel_ap, au_pro; none: not evaluated
    std::size_t leftOut = 0; ///< test pictures that it learned from after a review
};

/// Oldest first.
Result<std::vector<RunRow>> runTable(const store::Project &project);

struct RunCurve
{
    std::vector<double> step, value;
};

/// What one of the compared runs brings along.
struct ComparedRun
{
    store::Run run;
    bool evaluated = false;
    store::Variant variant = store::Variant::Fused; ///< the map that is the run's answer
    std::vector<std::filesystem::path> roots;       ///< where its pictures may lie, likeliest first
    std::map<std::string, double> thresholds;       ///< by category; see ComparisonRequest
    RunCurve loss;                                  ///< mean of the last kSmoothedSteps steps
    RunCurve validation;
};
inline constexpr std::size_t kSmoothedSteps = 20;

/// A figure of all runs; vectors hold an entry per run, in the order of RunComparison::runs.
struct MetricRow
{
    std::string category; ///< empty: the mean
    std::string metric;
    std::vector<std::optional<double>> values;
    std::vector<std::optional<double>> deltas; ///< against the reference, whose own is none
};

/// A setting that is not the same in all runs.
struct SettingRow
{
    std::string key;
    std::string option;                             ///< as RunSetting::option
    std::vector<std::optional<std::string>> values; ///< none: the run has no such setting
};

/// A picture in all runs that scored it.
struct PictureRow
{
    std::string category;
    std::filesystem::path path; ///< relative to the dataset's root
    std::optional<bool> defective;
    std::string kind;
    std::vector<std::optional<double>> scores;
    std::vector<std::optional<bool>> called; ///< anomalous: its score reaches the threshold
    bool changesSide = false;                ///< some run calls it otherwise than the reference
    /// How far the score moved over the threshold, in standard deviations of each run's scores of
    /// the category, so that runs with other scales compare: the largest among the runs that change
    /// the side, else among all.
    double change = 0;
};

struct RunComparison
{
    std::vector<ComparedRun> runs; ///< as asked for
    std::size_t reference = 0;     ///< index in `runs`
    /// The mean is taken over these, the categories of all evaluated runs; means of different
    /// categories do not compare.
    std::vector<std::string> sharedCategories;
    std::size_t otherCategories = 0;  ///< that some run lacks
    std::vector<MetricRow> metrics;   ///< the mean first, then category by category
    std::vector<SettingRow> settings; ///< that differ
    std::vector<PictureRow> pictures; ///< those that change side first, the largest change first
    std::size_t sharedPictures = 0;   ///< scored by all evaluated runs
    /// Test pictures that one of the runs learned from after a review, and that therefore count for
    /// none of them. Where a run had scored some of them, its image figures are counted anew; those
    /// of pixels need its maps and are none: evaluate it apart from the other.
    std::size_t learnedPictures = 0;
    bool lacksPixelFigures = false; ///< for that reason
};

struct ComparisonRequest
{
    std::vector<store::Id> runs;        ///< 2 to kMostComparedRuns, each once
    std::optional<store::Id> reference; ///< one of them; none: the first
    std::optional<double> threshold;    ///< none: where each run's F1 of the category is best
};
inline constexpr std::size_t kMostComparedRuns = 10;

/// Compares the latest evaluations; pictures are matched by category and relative path. Fails with
/// BadUsage, NotFound, or as the store does. Throws Cancelled between runs when asked to stop.
Result<RunComparison> compareRuns(const store::Project &project, const ComparisonRequest &request,
                                  RunContext &run);

/// The file of a picture that a run scored: the first of its roots that has it, else in the first.
std::filesystem::path pictureFile(const ComparedRun &run, const std::filesystem::path &path);

} // namespace cf::workflow
