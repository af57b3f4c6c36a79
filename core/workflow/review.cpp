#include "core/workflow/review.h"

#include "core/metrics/defect_probability.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/operating_point.h"
#include "core/review/cost_at_stake.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/model_location.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace cf::workflow {

namespace {

using ScoresByImage = std::map<review::ImageKey, double>;

Result<void> chooseThreshold(ReviewCategory &category,
                             const std::vector<metrics::ScoredLabel> &labelled)
{
    if (labelled.empty())
        return {};
    CF_ASSIGN_OR_RETURN(const auto best, metrics::imageMetrics(labelled));
    if (best.f1Threshold) {
        category.threshold = *best.f1Threshold;
        return {};
    }
    CF_ASSIGN_OR_RETURN(const auto points, metrics::operatingPoints(labelled));
    const auto point = metrics::withinFalsePositiveRate(points, kNormalsAbove);
    if (!point.value)
        return {};
    category.threshold = point.value->threshold;
    category.origin = ThresholdOrigin::FalseRejects;
    return {};
}

/// The rule that is kept with the run's model; none: there is none, or it says why it is not used.
std::optional<DecisionRule> keptRule(ReviewSet &set, const store::Project &project)
{
    if (!set.run || !set.run->modelPath)
        return std::nullopt;
    const auto model = modelOfRun(project, *set.run);
    if (!model.ok())
        return std::nullopt; // nothing is decided by a model that is gone
    auto rule = loadDecisionRule(*model);
    if (rule.ok())
        return std::move(*rule);
    set.ruleProblem = rule.error().detail;
    return std::nullopt;
}

void takeKept(ReviewCategory &category, const ChosenZones &kept)
{
    const auto &[low, high] = kept.thresholds;
    category.zones = kept.thresholds;
    category.costs = kept.costs;
    category.origin = ThresholdOrigin::Kept;
    // One that is endless can be neither drawn nor stored with a decision.
    category.threshold = std::isfinite(high)  ? std::optional(high)
                         : std::isfinite(low) ? std::optional(low)
                                              : std::nullopt;
}

/// What a decision on each picture of the category can save.
Result<void> weigh(ReviewSet &set, const std::string &name, const store::Evaluation &evaluation,
                   const metrics::InspectionCosts &costs)
{
    std::vector<metrics::ScoredLabel> labelled;
    for (const auto &row : evaluation.scores)
        if (const auto score = answerOf(row); score && row.category == name && row.defective)
            labelled.push_back({*score, *row.defective});
    CF_ASSIGN_OR_RETURN(const auto ranked, metrics::rankedScores(labelled));
    CF_ASSIGN_OR_RETURN(const auto probability,
                        metrics::DefectProbability::estimate(ranked, costs.defectRate));
    if (!probability.defined())
        return {};
    for (auto &picture : set.pictures) {
        auto &item = picture.item;
        if (item.category != name)
            continue;
        if (const auto zone = review::zoneOf(item))
            item.costAtStake =
                review::costAtStake(probability.value->at(*item.score), *zone, costs);
    }
    return {};
}

Result<void> describeTemplates(ReviewSet &set, const store::Project &project,
                               const store::Dataset &dataset)
{
    CF_ASSIGN_OR_RETURN(const auto chosen, project.templateSets(set.run->id));
    for (const auto &templates : chosen)
        for (std::size_t c = 0; c < dataset.categories.size(); ++c)
            if (dataset.categories[c].id == templates.categoryId) {
                set.categories[c].templateSource = templates.source;
                set.categories[c].templateCount = templates.count;
            }
    return {};
}

/// What the run's model was given after its training.
Result<void> readNormals(ReviewSet &set, const store::Project &project)
{
    if (!set.run->modelSha256)
        return {};
    const auto model = modelOfRun(project, *set.run);
    if (!model.ok())
        return {}; // the pictures can be judged without it
    CF_ASSIGN_OR_RETURN(set.normals, loadAddedNormals(*model));
    return {};
}

void addPictures(ReviewSet &set, const store::Dataset &dataset, const ScoresByImage &scores)
{
    for (std::size_t c = 0; c < dataset.categories.size(); ++c) {
        for (const auto &image : dataset.categories[c].images) {
            const auto &category = set.categories[c];
            const auto score = scores.find({category.name, image.path.generic_string()});
            if (image.split != store::Split::Test && score == scores.end())
                continue;
            ReviewPicture picture;
            picture.item = {image.id,     category.name,      image.path,
                            std::nullopt, category.threshold, image.defective};
            if (score != scores.end())
                picture.item.score = score->second;
            picture.item.zones = category.zones;
            picture.category = c;
            picture.kind = image.kind;
            picture.mask = image.mask;
            set.pictures.push_back(std::move(picture));
        }
    }
    std::ranges::sort(set.pictures, {},
                      [](const ReviewPicture &picture) { return review::keyOf(picture.item); });
}

} // namespace

std::optional<double> answerOf(const store::ImageScore &score)
{
    const auto &answer = score.fused ? score.fused : score.external;
    return answer && std::isfinite(*answer) ? answer : std::nullopt;
}

Result<void> measureCategories(std::vector<ReviewCategory> &categories,
                               const store::Evaluation &evaluation,
                               const std::optional<DecisionRule> &rule)
{
    const auto settings = nlohmann::json::parse(evaluation.settingsJson, nullptr, false);
    const auto earlier = settings.is_object() ? settings.value(kThresholdsSetting, nlohmann::json())
                                              : nlohmann::json();
    for (auto &category : categories) {
        std::vector<double> scores;
        std::vector<metrics::ScoredLabel> labelled;
        for (const auto &row : evaluation.scores) {
            const auto score = row.category == category.name ? answerOf(row) : std::nullopt;
            if (!score)
                continue;
            scores.push_back(*score);
            if (row.defective)
                labelled.push_back({*score, *row.defective});
        }
        if (scores.empty())
            continue;
        category.low = std::ranges::min(scores);
        category.high = std::ranges::max(scores);
        if (const auto *kept = rule ? rule->find(category.name) : nullptr) {
            takeKept(category, *kept);
            continue;
        }
        CF_RETURN_IF_ERROR(chooseThreshold(category, labelled));
        if (earlier.is_object() && earlier.contains(category.name) &&
            earlier[category.name].is_number())
            category.threshold = earlier[category.name].get<double>();
    }
    return {};
}

std::optional<std::size_t> ReviewSet::find(const review::ImageKey &key) const
{
    const auto keyOf = [](const ReviewPicture &picture) { return review::keyOf(picture.item); };
    const auto found = std::ranges::lower_bound(pictures, key, {}, keyOf);
    if (found == pictures.end() || keyOf(*found) != key)
        return std::nullopt;
    return static_cast<std::size_t>(found - pictures.begin());
}

std::string ReviewSet::mapsKey() const
{
    return scoringKey(run->modelSha256.value(), normals);
}

std::filesystem::path ReviewSet::fileOf(std::size_t picture) const
{
    return root / pictures.at(picture).item.path;
}

Result<ReviewSet> openReview(const std::filesystem::path &path, const std::string &run,
                             RunContext &context)
{
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(path));
    ReviewSet set;
    set.isReadOnly = project.isReadOnly();
    set.cacheFolder = project.cacheFolder();
    CF_ASSIGN_OR_RETURN(set.reviewers, project.reviewers());
    CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
    if (datasets.empty())
        return set;
    set.datasetId = datasets.back().id;
    std::optional<store::Evaluation> evaluation;
    if (!run.empty()) {
        CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(run));
        CF_ASSIGN_OR_RETURN(set.run, project.run(id));
        CF_RETURN_IF_ERROR(readNormals(set, project));
        context.step({"read", 0, 0});
        CF_ASSIGN_OR_RETURN(evaluation, evaluationInForce(project, id));
        if (evaluation && evaluation->datasetId)
            set.datasetId = *evaluation->datasetId;
    }
    context.step({"read", 0, 0});
    CF_ASSIGN_OR_RETURN(const auto dataset, project.dataset(set.datasetId));
    set.root = dataset.root;
    for (const auto &category : dataset.categories)
        set.categories.emplace_back().name = category.name;
    ScoresByImage scores;
    if (evaluation) {
        for (const auto &row : evaluation->scores)
            if (const auto score = answerOf(row))
                scores[{row.category, row.path.generic_string()}] = *score;
        CF_RETURN_IF_ERROR(measureCategories(set.categories, *evaluation, keptRule(set, project)));
    }
    set.isScored = !scores.empty();
    if (set.run)
        CF_RETURN_IF_ERROR(describeTemplates(set, project, dataset));
    context.step({"read", 0, 0});
    addPictures(set, dataset, scores);
    for (const auto &category : set.categories)
        if (category.costs)
            CF_RETURN_IF_ERROR(weigh(set, category.name, *evaluation, *category.costs));
    CF_ASSIGN_OR_RETURN(set.trail, project.decisions({.datasetId = set.datasetId}));
    set.ledger = ledgerOf(set, set.trail);
    return set;
}

review::Ledger ledgerOf(const ReviewSet &set, std::span<const store::Decision> trail)
{
    review::Ledger ledger;
    for (const auto &decision : store::standingDecisions(trail))
        if (const auto picture = set.find(review::keyOf(decision)))
            ledger.add(*picture, {decision.sequence, decision.verdict, decision.kind,
                                  decision.reviewer, decision.reason});
    return ledger;
}

} // namespace cf::workflow
