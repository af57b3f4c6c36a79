#include "core/workflow/review.h"

#include "core/workflow/decision_rule.h"
#include "core/workflow/kept_maps.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <cmath>
#include <fstream>
#include <limits>

using namespace cf;
using namespace cf::workflow;
namespace fs = std::filesystem;

namespace {

struct Made
{
    const char *category;
    const char *name;
    store::Split split;
    std::optional<bool> defective;
    std::optional<double> score;
};

/// One run with an evaluation of those that have a score.
store::Id makeProject(const fs::path &folder, const std::vector<Made> &pictures)
{
    auto project = store::Project::create(folder).orThrow();
    store::Dataset dataset{0, "parts", "/data/parts", "mvtec-ad", "", {}};
    store::Evaluation evaluation;
    for (const auto &made : pictures) {
        if (dataset.categories.empty() || dataset.categories.back().name != made.category)
            dataset.categories.emplace_back().name = made.category;
        store::Image image;
        image.path = fs::path(made.category) / made.name;
        image.split = made.split;
        image.defective = made.defective;
        dataset.categories.back().images.push_back(image);
        if (!made.score)
            continue;
        store::ImageScore score;
        score.category = made.category;
        score.path = image.path;
        score.defective = made.defective;
        score.fused = made.score;
        evaluation.scores.push_back(score);
    }
    evaluation.datasetId = project.saveDataset(dataset).orThrow();
    evaluation.runId = project.createRun({}).orThrow();
    evaluation.startedUtc = evaluation.endedUtc = "2024-05-01T12:00:00.000Z";
    project.saveEvaluation(evaluation).orThrow();
    return evaluation.runId;
}

constexpr auto kTrain = store::Split::Train;
constexpr auto kTest = store::Split::Test;

} // namespace

class TstReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void listsTheTestPicturesWithTheirScores();
    void findsAPictureByItsKey();
    void takesTheBestThresholdOfEachCategory();
    void takesTheNormalsWhereNoDefectIsKnown();
    void takesTheThresholdsKeptWithTheModel();
    void saysWhatIsAtStake();
    void knowsNothingAtStakeWithoutCosts();
    void saysWhyTheKeptThresholdsAreNotUsed();
    void worksWithoutARun();
    void hasNothingInAnEmptyProject();
    void refusesARunThatIsNotThere();
    void knowsWhatStands();
    void keepsMapsByContent();
    void reducesLargeMaps();
    void passesOverADamagedMap();

private:
    fs::path folder() const { return fs::path(m_dir->path().toStdString()) / "project"; }
    ReviewSet opened(const std::string &run) const
    {
        RunContext context;
        return openReview(folder(), run, context).orThrow();
    }
    /// A model for the run; where it lies.
    fs::path addModel(store::Id run) const
    {
        auto project = store::Project::open(folder()).orThrow();
        const auto model = project.runFolder(run) / "model.safetensors";
        std::ofstream(model) << "a model";
        store::RunOutcome outcome;
        outcome.modelPath = model;
        project.finishRun(run, outcome).orThrow();
        return model;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TstReview::listsTheTestPicturesWithTheirScores()
{
    const auto run = makeProject(folder(), {{"bolt", "b.png", kTest, true, 7.0},
                                            {"bolt", "a.png", kTest, false, 2.0},
                                            {"bolt", "t.png", kTrain, false, {}},
                                            {"bolt", "u.png", kTrain, false, 1.5},
                                            {"nut", "c.png", kTest, {}, {}}});
    const auto set = opened(std::to_string(run));
    QVERIFY(set.isScored && !set.isReadOnly);
    QCOMPARE(set.run->id, run);
    std::string names;
    for (const auto &picture : set.pictures)
        names += picture.item.path.stem().string();
    QCOMPARE(names, std::string("abuc")); // t was never tested
    QCOMPARE(set.pictures[1].item.score, std::optional(7.0));
    QVERIFY(!set.pictures[3].item.score);
    QCOMPARE(set.categories[set.pictures[3].category].name, std::string("nut"));
    QCOMPARE(set.categories[0].low, 1.5);
    QCOMPARE(set.categories[0].high, 7.0);
    QCOMPARE(set.fileOf(0), fs::path("/data/parts/bolt/a.png"));
}

void TstReview::findsAPictureByItsKey()
{
    const auto run = makeProject(folder(), {{"bolt", "a.png", kTest, false, 2.0},
                                            {"bolt", "b.png", kTest, true, 7.0},
                                            {"nut", "a.png", kTest, true, 7.0}});
    const auto set = opened(std::to_string(run));
    QCOMPARE(set.find({"nut", "nut/a.png"}), std::optional<std::size_t>(2));
    QVERIFY(!set.find({"nut", "bolt/a.png"}));
    QVERIFY(!set.find({"zip", "zip/a.png"}));
}

void TstReview::takesTheBestThresholdOfEachCategory()
{
    const auto run = makeProject(folder(), {{"bolt", "a.png", kTest, false, 2.0},
                                            {"bolt", "b.png", kTest, true, 7.0},
                                            {"nut", "a.png", kTest, false, 20.0},
                                            {"nut", "b.png", kTest, true, 70.0}});
    const auto set = opened(std::to_string(run));
    QCOMPARE(set.categories[0].threshold, std::optional(7.0));
    QCOMPARE(set.categories[1].threshold, std::optional(70.0));
    QVERIFY(set.categories[0].origin == ThresholdOrigin::BestF1);
    QCOMPARE(set.pictures[0].item.threshold, std::optional(7.0));
    QCOMPARE(set.pictures[3].item.threshold, std::optional(70.0));
}

void TstReview::takesTheNormalsWhereNoDefectIsKnown()
{
    const auto run = makeProject(folder(), {{"bolt", "a.png", kTest, false, 2.0},
                                            {"bolt", "b.png", kTest, false, 3.0},
                                            {"bolt", "c.png", kTest, {}, 9.0}});
    const auto set = opened(std::to_string(run));
    QVERIFY(set.categories[0].origin == ThresholdOrigin::FalseRejects);
    QVERIFY(set.categories[0].threshold.value() > 3.0); // of two normals none may lie above
    QVERIFY(set.categories[0].threshold.value() < 3.1);
}

void TstReview::takesTheThresholdsKeptWithTheModel()
{
    const auto run = makeProject(folder(), {{"bolt", "a.png", kTest, false, 2.0},
                                            {"bolt", "b.png", kTest, true, 7.0},
                                            {"nut", "a.png", kTest, false, 2.0},
                                            {"nut", "b.png", kTest, true, 7.0}});
    const double endless = std::numeric_limits<double>::infinity();
    const auto model = addModel(run);
    CF_VERIFY(chooseZonesFor(model, {"bolt", {1.5, 6.5}, std::nullopt}));
    auto set = opened(std::to_string(run));
    QVERIFY(set.categories[0].origin == ThresholdOrigin::Kept);
    QCOMPARE(set.categories[0].threshold, std::optional(6.5));
    QVERIFY(set.pictures[0].item.zones == (metrics::ZoneThresholds{1.5, 6.5}));
    QVERIFY(review::zoneOf(set.pictures[0].item) == metrics::Zone::Review);
    QVERIFY(review::zoneOf(set.pictures[1].item) == metrics::Zone::Fail);
    QVERIFY(set.categories[1].origin == ThresholdOrigin::BestF1); // none are kept for it
    QVERIFY(!set.pictures[2].item.zones);
    CF_VERIFY(chooseZonesFor(model, {"bolt", {3, endless}, std::nullopt}));
    set = opened(std::to_string(run));
    QCOMPARE(set.categories[0].threshold, std::optional(3.0)); // the end that can be stored
    QVERIFY(review::zoneOf(set.pictures[1].item) == metrics::Zone::Review);
}

void TstReview::saysWhatIsAtStake()
{
    const auto run = makeProject(folder(), {{"bolt", "a.png", kTest, false, 1.0},
                                            {"bolt", "b.png", kTest, false, 2.0},
                                            {"bolt", "c.png", kTest, true, 3.0},
                                            {"bolt", "d.png", kTest, true, 4.0},
                                            {"bolt", "e.png", kTest, {}, 2.5},
                                            {"bolt", "f.png", kTest, {}, {}}});
    metrics::InspectionCosts costs;
    costs.escape = 100;
    costs.falseReject = 10;
    costs.review = 1;
    costs.defectRate = 0.5;
    CF_VERIFY(chooseZonesFor(addModel(run), {"", {2.5, 3.5}, costs}));
    const auto set = opened(std::to_string(run));
    const auto at = [&](std::size_t i) { return set.pictures[i].item.costAtStake.value(); };
    // Of the estimate as its own test has it: 0.2 up to 1.5, 0.8 from 3.5 on, straight in between.
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    QVERIFY(same(at(0), 0.2 * 100 - 1));  // passes
    QVERIFY(same(at(1), 0.35 * 100 - 1)); // a quarter of the way
    QVERIFY(same(at(2), 0.35 * 10 - 1));  // to be reviewed: 3.5 is cheaper than 65
    QVERIFY(same(at(3), 0.2 * 10 - 1));   // fails
    QVERIFY(same(at(4), 0.5 * 10 - 1));
    QVERIFY(!set.pictures[5].item.costAtStake); // has no score
}

void TstReview::knowsNothingAtStakeWithoutCosts()
{
    const auto run = makeProject(folder(), {{"bolt", "a.png", kTest, false, 1.0},
                                            {"bolt", "b.png", kTest, true, 7.0},
                                            {"nut", "a.png", kTest, false, 1.0}});
    const auto model = addModel(run);
    CF_VERIFY(chooseZonesFor(model, {"bolt", {2, 3}, std::nullopt})); // by hand
    CF_VERIFY(chooseZonesFor(model, {"nut", {2, 3}, metrics::InspectionCosts{}}));
    const auto set = opened(std::to_string(run));
    QVERIFY(!set.pictures[0].item.costAtStake);
    QVERIFY(!set.pictures[2].item.costAtStake); // no defect tells how likely one is
}

void TstReview::saysWhyTheKeptThresholdsAreNotUsed()
{
    const auto run = makeProject(
        folder(), {{"bolt", "a.png", kTest, false, 2.0}, {"bolt", "b.png", kTest, true, 7.0}});
    const auto model = addModel(run);
    CF_VERIFY(chooseZonesFor(model, {"", {3, 4}, std::nullopt}));
    std::ofstream(model) << "another model";
    const auto set = opened(std::to_string(run));
    QVERIFY(set.categories[0].origin == ThresholdOrigin::BestF1);
    QVERIFY2(set.ruleProblem.find("model") != std::string::npos, set.ruleProblem.c_str());
}

void TstReview::worksWithoutARun()
{
    makeProject(folder(), {{"bolt", "a.png", kTest, false, 2.0}});
    const auto set = opened("");
    QVERIFY(!set.run && !set.isScored);
    QCOMPARE(set.pictures.size(), std::size_t(1));
    QVERIFY(!set.pictures[0].item.score && !set.pictures[0].item.threshold);
}

void TstReview::hasNothingInAnEmptyProject()
{
    store::Project::create(folder()).orThrow();
    const auto set = opened("");
    QCOMPARE(set.datasetId, store::Id(0));
    QVERIFY(set.pictures.empty());
}

void TstReview::refusesARunThatIsNotThere()
{
    makeProject(folder(), {{"bolt", "a.png", kTest, false, 2.0}});
    RunContext context;
    const auto set = openReview(folder(), "99", context);
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, ErrorCode::NotFound);
}

void TstReview::knowsWhatStands()
{
    const auto run = makeProject(
        folder(), {{"bolt", "a.png", kTest, false, 2.0}, {"bolt", "b.png", kTest, true, 7.0}});
    {
        auto project = store::Project::open(folder()).orThrow();
        project.saveReviewer({"Ada", "{}", true, ""}).orThrow();
        store::NewDecision decision;
        decision.reviewer = "Ada";
        decision.imageSha256 = std::string(64, 'a');
        const auto dataset = project.dataset(1).orThrow();
        for (const auto &image : dataset.categories.front().images) {
            decision.imageId = image.id;
            project.appendDecision(decision).orThrow();
        }
        project.undoDecision(1, "Ada").orThrow();
    }
    const auto set = opened(std::to_string(run));
    QCOMPARE(set.reviewers.size(), std::size_t(1));
    QCOMPARE(set.trail.size(), std::size_t(3));
    const auto &ledger = set.ledger;
    QVERIFY(!ledger.last(0, store::DecisionKind::First));
    QCOMPARE(ledger.last(1, store::DecisionKind::First)->reviewer, std::string("Ada"));
}

void TstReview::keepsMapsByContent()
{
    const KeptMaps maps(folder(), "model");
    QVERIFY(!maps.find("picture"));
    cv::Mat map(30, 40, CV_32FC1);
    cv::randu(map, -2.0, 9.0);
    CF_VERIFY(maps.keep("picture", {map, "no template of this view"}));
    const auto found = maps.find("picture");
    QVERIFY(found);
    QCOMPARE(cv::norm(found->map, map, cv::NORM_INF), 0.0);
    QCOMPARE(found->templateNote, std::string("no template of this view"));
    QVERIFY(!maps.find("other"));
    QVERIFY(!KeptMaps(folder(), "another model").find("picture"));
}

void TstReview::reducesLargeMaps()
{
    const KeptMaps maps(folder(), "model");
    CF_VERIFY(maps.keep("wide", {cv::Mat(100, 1024, CV_32FC1, cv::Scalar(3.5)), ""}));
    const auto found = maps.find("wide");
    QVERIFY(found);
    QCOMPARE(found->map.cols, KeptMaps::kMostSidePx);
    QCOMPARE(found->map.rows, 25);
    QCOMPARE(found->map.at<float>(12, 128), 3.5F);
    QVERIFY(found->templateNote.empty());
}

void TstReview::passesOverADamagedMap()
{
    const KeptMaps maps(folder(), "model");
    fs::create_directories(folder() / "maps/model");
    std::ofstream(folder() / "maps/model/picture.tiff") << "no map";
    QVERIFY(!maps.find("picture"));
}

QTEST_GUILESS_MAIN(TstReview)
#include "tst_review.moc"
