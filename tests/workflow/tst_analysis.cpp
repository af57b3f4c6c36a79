#include "core/workflow/analysis.h"

#include "core/store/project.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <fstream>

using namespace cf;
using namespace cf::workflow;
namespace fs = std::filesystem;

namespace {

struct Shot
{
    const char *category;
    const char *file;
    bool defective;
    double baseline;
    double fused;
};

/// bolt, fused: defects 9 8 3, good 4 2 1 0. Baseline parts nothing.
const std::vector<Shot> kShots = {{"bolt", "d0.png", true, 1, 9},  {"bolt", "d1.png", true, 1, 8},
                                  {"bolt", "d2.png", true, 2, 3},  {"bolt", "g0.png", false, 2, 4},
                                  {"bolt", "g1.png", false, 1, 2}, {"bolt", "g2.png", false, 1, 1},
                                  {"bolt", "g3.png", false, 1, 0}, {"nut", "d0.png", true, 5, 6},
                                  {"nut", "g0.png", false, 1, 5}};

store::Evaluation evaluationOf(store::Id run)
{
    store::Evaluation evaluation;
    evaluation.runId = run;
    evaluation.startedUtc = "2024-05-01T12:00:00.000Z";
    evaluation.endedUtc = "2024-05-01T12:01:00.000Z";
    for (const auto &shot : kShots)
        evaluation.scores.push_back({shot.category,
                                     fs::path(shot.category) / shot.file,
                                     shot.defective,
                                     shot.defective ? "bent" : "good",
                                     shot.baseline,
                                     {},
                                     shot.fused,
                                     {},
                                     {}});
    evaluation.scores.push_back({"nut", "nut/unknown.png", {}, "", 1.0, {}, 1.0, {}, {}});
    using store::Variant;
    evaluation.metrics = {{"bolt", Variant::Fused, "image_auroc", 11.0 / 12.0, ""},
                          {"bolt", Variant::Fused, "au_pro", {}, "there is no mask"},
                          {"nut", Variant::Fused, "image_auroc", 1.0, ""},
                          {"", Variant::Fused, "image_auroc", 23.0 / 24.0, ""}};
    evaluation.curves = {
        {"bolt", Variant::Fused, "pixel_roc", "", {}, {0, 0.5F, 1}, {0, 1, 1}},
        {"bolt", Variant::Fused, "pixel_kde", "good", 0.5, {0, 1, 2}, {0, 1, 0}},
        {"bolt", Variant::Fused, "pixel_kde", "defective", 0.5, {1, 2, 3}, {0, 1, 0}}};
    return evaluation;
}

} // namespace

class TstAnalysis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void partsCategoriesAndMethods();
    void ordersPicturesByScore();
    void givesThePicturesTheirPlace();
    void describesTheScores();
    void choosesThresholdsByRule();
    void boundsTheRates();
    void listsThePicturesOfABin();
    void takesPixelCurvesAsStored();
    void takesMetricsAsStored();
    void givesTheSameIntervalEachTime();
    void worksOnAnotherMethodsScores();
    void saysThatThereIsNoEvaluation();

private:
    Analysis analyse(store::Id run)
    {
        RunContext context;
        return std::move(*analyseRun(m_project, run, context).orThrow());
    }

    QTemporaryDir m_dir;
    fs::path m_project;
    store::Id m_run = 0, m_external = 0, m_empty = 0;
};

void TstAnalysis::initTestCase()
{
    m_project = fs::path(m_dir.path().toStdString()) / "project";
    auto project = store::Project::create(m_project);
    CF_VERIFY(project);
    store::Dataset dataset{0, "screws", "/data/screws", "folder", "", {}};
    const auto datasetId = project->saveDataset(dataset);
    CF_VERIFY(datasetId);
    store::NewRun row;
    row.name = "first";
    row.datasetId = *datasetId;
    const auto run = project->createRun(row);
    CF_VERIFY(run);
    m_run = *run;
    CF_VERIFY(project->saveEvaluation(evaluationOf(m_run)));

    row.kind = store::RunKind::External;
    m_external = project->createRun(row).orThrow();
    auto external = evaluationOf(m_external);
    for (auto &score : external.scores) {
        score.external = score.fused;
        score.baseline = score.fused = {};
    }
    external.metrics.clear();
    external.curves.clear();
    CF_VERIFY(project->saveEvaluation(external));
    m_empty = project->createRun(row).orThrow();
}

void TstAnalysis::partsCategoriesAndMethods()
{
    const auto analysis = analyse(m_run);
    QCOMPARE(analysis.runName, std::string("first"));
    QCOMPARE(analysis.variants,
             (std::vector{store::Variant::Baseline, store::Variant::Fused})); // nothing filtered
    QCOMPARE(analysis.categories.size(), std::size_t{3});
    QVERIFY(analysis.categories[0].name.empty()); // all together
    QCOMPARE(analysis.categories[1].name, std::string("bolt"));
    QCOMPARE(analysis.categories[2].name, std::string("nut"));
    QCOMPARE(analysis.unlabelledCount, std::size_t{1});
    const auto &all = analysis.categories[0].scores.at(store::Variant::Fused);
    QCOMPARE(all.goodCount(), std::size_t{5});
    QCOMPARE(all.defectiveCount(), std::size_t{4});
}

void TstAnalysis::ordersPicturesByScore()
{
    const auto analysis = analyse(m_run);
    const auto &bolt = analysis.categories[1].scores.at(store::Variant::Fused);
    std::vector<double> scores;
    for (const auto &picture : bolt.pictures)
        scores.push_back(picture.score);
    QCOMPARE(scores, (std::vector<double>{9, 8, 4, 3, 2, 1, 0}));
    QCOMPARE(bolt.points.size(), std::size_t{8});
    QCOMPARE(bolt.points.size(), bolt.metrics.roc.size()); // place for place
    QCOMPARE(bolt.points.size(), bolt.metrics.precisionRecall.size());
    QCOMPARE(bolt.points[3].threshold, bolt.metrics.roc[3].threshold);
    QCOMPARE(bolt.lowest(), 0.0);
    QCOMPARE(bolt.highest(), 9.0);
}

void TstAnalysis::givesThePicturesTheirPlace()
{
    const auto analysis = analyse(m_run);
    const auto &bolt = analysis.categories[1].scores.at(store::Variant::Fused);
    QCOMPARE(bolt.pictures.front().path, fs::path("/data/screws/bolt/d0.png"));
    QCOMPARE(bolt.pictures.front().kind, std::string("bent"));

    // The folder that was evaluated, as long as the pictures are still there.
    QTemporaryDir folder;
    const auto root = fs::path(folder.path().toStdString());
    fs::create_directories(root / "bolt");
    std::ofstream(root / "bolt/d0.png") << "picture";
    auto project = store::Project::open(m_project);
    CF_VERIFY(project);
    store::NewRun row;
    const auto run = project->createRun(row).orThrow();
    auto evaluation = evaluationOf(run);
    evaluation.settingsJson = "{\"data\":\"" + root.string() + "\"}";
    CF_VERIFY(project->saveEvaluation(evaluation));
    const auto elsewhere = analyse(run);
    QCOMPARE(elsewhere.categories[1].scores.at(store::Variant::Fused).pictures.front().path,
             root / "bolt/d0.png");
}

void TstAnalysis::describesTheScores()
{
    const auto analysis = analyse(m_run);
    const auto &bolt = analysis.categories[1].scores.at(store::Variant::Fused);
    QCOMPARE(*bolt.metrics.auroc.value, 11.0 / 12.0); // 3 lies below 4 only
    QCOMPARE(bolt.goodBox.value->median, 1.5);
    QCOMPARE(bolt.goodBox.value->lowerQuartile, 0.75);
    QCOMPARE(bolt.defectiveBox.value->median, 8.0);
    QVERIFY(bolt.density.has_value());
    QVERIFY(bolt.density->overlap > 0.0 && bolt.density->overlap < 0.6);
    const auto &baseline = analysis.categories[1].scores.at(store::Variant::Baseline);
    QVERIFY(baseline.density->overlap > bolt.density->overlap);
    const auto &nut = analysis.categories[2].scores.at(store::Variant::Fused);
    QVERIFY(!nut.density); // one picture on each side
}

void TstAnalysis::choosesThresholdsByRule()
{
    const auto analysis = analyse(m_run);
    const auto &bolt = analysis.categories[1].scores.at(store::Variant::Fused);
    using Kind = ThresholdRule::Kind;
    // At 3: 3 found, 1 false: 6/7. At 8: 2 found: 4/5.
    QCOMPARE(chosenPoint(bolt, {Kind::BestF1, 0, {}}).value->threshold, 3.0);
    QCOMPARE(chosenPoint(bolt, {Kind::FalseRejects, 0.0, {}}).value->threshold, 8.0);
    QCOMPARE(chosenPoint(bolt, {Kind::FalseRejects, 0.25, {}}).value->threshold, 3.0);
    // A third escapes at 8: 0.1 * c / 3; a quarter is falsely rejected at 3: 0.9 / 4.
    QCOMPARE(chosenPoint(bolt, {Kind::Cost, 0, {1, 1, 0.1}}).value->threshold, 8.0);
    QCOMPARE(chosenPoint(bolt, {Kind::Cost, 0, {100, 1, 0.1}}).value->threshold, 3.0);
    QVERIFY(!chosenPoint({}, {Kind::BestF1, 0, {}}).defined());
}

void TstAnalysis::boundsTheRates()
{
    // 38 of 40 and 1 of 60; Wilson's bounds as tables give them.
    const auto rates = ratesOf({38, 1, 59, 2});
    QCOMPARE(rates.recall.successes, std::size_t{38});
    QCOMPARE(rates.recall.trials, std::size_t{40});
    QVERIFY(std::abs(rates.recall.interval->low - 0.8350) < 5e-4);
    QVERIFY(std::abs(rates.recall.interval->high - 0.9862) < 5e-4);
    QCOMPARE(rates.falseReject.trials, std::size_t{60});
    QVERIFY(std::abs(rates.falseReject.interval->low - 0.0029) < 5e-4);
    QVERIFY(std::abs(rates.falseReject.interval->high - 0.0886) < 5e-4);
    QCOMPARE(rates.precision.trials, std::size_t{39});
    QCOMPARE(rates.accuracy.successes, std::size_t{97});
    QCOMPARE(*rates.f1.value, 76.0 / 79.0);
    const auto nothing = ratesOf({});
    QVERIFY(!nothing.recall.interval);
    QVERIFY(!nothing.f1.defined());
}

void TstAnalysis::listsThePicturesOfABin()
{
    const auto analysis = analyse(m_run);
    const auto &bolt = analysis.categories[1].scores.at(store::Variant::Fused);
    const auto histogram = histogramOf(bolt, 3); // 0..3, 3..6, 6..9
    CF_VERIFY(histogram);
    QCOMPARE(histogram->good, (std::vector<std::uint64_t>{3, 1, 0}));
    QCOMPARE(histogram->defective, (std::vector<std::uint64_t>{0, 1, 2}));
    const auto pictures = picturesInBin(bolt, *histogram, 1);
    QCOMPARE(pictures.size(), std::size_t{2});
    QCOMPARE(pictures[0].score, 4.0);
    QCOMPARE(pictures[1].score, 3.0);
    QCOMPARE(picturesInBin(bolt, *histogram, 0).size(), std::size_t{3});
    QCOMPARE(picturesInBin(bolt, *histogram, 2)[0].score, 9.0);
    CF_VERIFY(histogramOf({}, 3));
}

void TstAnalysis::takesPixelCurvesAsStored()
{
    const auto analysis = analyse(m_run);
    const auto &pixels = analysis.categories[1].pixels.at(store::Variant::Fused);
    QCOMPARE(pixels.roc.x, (std::vector<double>{0, 0.5, 1}));
    QVERIFY(pixels.pro.x.empty());
    QCOMPARE(pixels.density->overlap, 0.25); // two triangles of area 1, a half overlapping
    QVERIFY(analysis.categories[0].pixels.empty());
    QVERIFY(analysis.categories[2].pixels.empty());
}

void TstAnalysis::takesMetricsAsStored()
{
    const auto analysis = analyse(m_run);
    QCOMPARE(analysis.metrics.size(), std::size_t{2});
    QCOMPARE(analysis.metrics[0].name, std::string("bolt"));
    QCOMPARE(*analysis.metrics[0].methods.at("fused").imageAuroc.value, 11.0 / 12.0);
    QCOMPARE(analysis.metrics[0].methods.at("fused").auPro.reason, std::string("there is no mask"));
    QCOMPARE(*analysis.mean.methods.at("fused").imageAuroc.value, 23.0 / 24.0);
}

void TstAnalysis::givesTheSameIntervalEachTime()
{
    const auto first = analyse(m_run).categories[1].scores.at(store::Variant::Fused).aurocInterval;
    const auto second = analyse(m_run).categories[1].scores.at(store::Variant::Fused).aurocInterval;
    QCOMPARE(first.value->low, second.value->low);
    QVERIFY(first.value->low < 11.0 / 12.0);
    QCOMPARE(first.value->high, 1.0);
}

void TstAnalysis::worksOnAnotherMethodsScores()
{
    const auto analysis = analyse(m_external);
    QCOMPARE(analysis.variants, std::vector{store::Variant::External});
    const auto &bolt = analysis.categories[1].scores.at(store::Variant::External);
    QCOMPARE(*bolt.metrics.auroc.value, 11.0 / 12.0);
    QVERIFY(analysis.metrics.empty());
}

void TstAnalysis::saysThatThereIsNoEvaluation()
{
    RunContext context;
    const auto none = analyseRun(m_project, m_empty, context);
    CF_VERIFY(none);
    QVERIFY(!none->has_value());
    const auto missing = analyseRun(m_project, 999, context);
    QVERIFY(!missing.ok());
    QVERIFY(missing.error().code == ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstAnalysis)
#include "tst_analysis.moc"
