#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/review/image_key.h"
#include "core/review/ledger.h"
#include "core/review/queue.h"
#include "core/store/project.h"
#include "core/workflow/added_normals.h"
#include "core/workflow/decision_rule.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cf::workflow {

/// How the threshold of a category came about.
enum class ThresholdOrigin {
    BestF1,       ///< precision and recall of the labelled pictures are best together
    FalseRejects, ///< no defect is known: at most kNormalsAbove of the normal pictures lie above
    Kept,         ///< with the model: what passes, is reviewed or fails was chosen
};
inline constexpr double kNormalsAbove = 0.01;

/// What all pictures of a category have in common.
struct ReviewCategory
{
    std::string name;
    double low = 0, high = 0; ///< lowest and highest score: one range of colours; equal = not known
    std::optional<double> threshold;               ///< of the scores; none where none can be found
    std::optional<metrics::ZoneThresholds> zones;  ///< with ThresholdOrigin::Kept
    std::optional<metrics::InspectionCosts> costs; ///< that the kept ones are cheapest for
    ThresholdOrigin origin = ThresholdOrigin::BestF1;
    std::string templateSource; ///< as store::TemplateSet::source; empty: not known
    int templateCount = 0;
};

struct ReviewPicture
{
    review::QueueItem item;
    std::size_t category = 0;                  ///< in ReviewSet::categories
    std::string kind;                          ///< "good", the kind of defect, or empty
    std::optional<std::filesystem::path> mask; ///< relative to the dataset's root
};

/// The pictures that can be reviewed, with what a run says of them and what was decided so far.
/// Read-only once made; may be shared by threads.
struct ReviewSet
{
    store::Id datasetId = 0; ///< 0: the project has no pictures
    std::filesystem::path root;
    std::filesystem::path cacheFolder; ///< of the project
    std::optional<store::Run> run;     ///< none: they are judged without a model
    bool isScored = false;             ///< the run has an evaluation of these pictures
    bool isReadOnly = false;
    std::string ruleProblem; ///< why the thresholds with the model are not used, a sentence
    std::vector<AddedNormal> normals;       ///< that the run's model was given after its training
    std::vector<ReviewCategory> categories; ///< by name
    std::vector<ReviewPicture> pictures;    ///< by category and path
    std::vector<store::Decision> trail;     ///< of this dataset, whole
    review::Ledger ledger;                  ///< what stands at its end, by place in `pictures`
    std::vector<store::Reviewer> reviewers; ///< by name

    /// The place in `pictures`; none: there is no such picture.
    std::optional<std::size_t> find(const review::ImageKey &key) const;
    std::filesystem::path fileOf(std::size_t picture) const;
    std::string mapsKey() const; ///< of the maps that were kept of a run with a model, see KeptMaps
};

/// The run's answer: the fused score, or another method's; none: it is no finite number.
std::optional<double> answerOf(const store::ImageScore &score);

/// Setting of an evaluation: thresholds by category, kept from the one that it follows. Scores that
/// a change made new are judged by the thresholds that it was looked at with.
inline constexpr const char *kThresholdsSetting = "thresholds";

/// Ranges and thresholds of the categories from the scores of an evaluation; those of the rule,
/// where there is one, go before.
Result<void> measureCategories(std::vector<ReviewCategory> &categories,
                               const store::Evaluation &evaluation,
                               const std::optional<DecisionRule> &rule = std::nullopt);

/// The test pictures of the dataset that the run's evaluation in force scored, else of the
/// project's newest dataset, and others that have a score. An empty run: without scores.
/// Thresholds are those kept with the run's model, where there are any, else of the best F1; what
/// is at stake follows where their costs were kept too and both good and defective pictures have a
/// score.
/// Fails as runIdFrom(), Project::open() and loadAddedNormals(), with NotFound for a run that is
/// not there.
Result<ReviewSet> openReview(const std::filesystem::path &project, const std::string &run,
                             RunContext &context);

/// What stands for each picture of the set at the end of a trail of its dataset.
review::Ledger ledgerOf(const ReviewSet &set, std::span<const store::Decision> trail);

} // namespace cf::workflow
