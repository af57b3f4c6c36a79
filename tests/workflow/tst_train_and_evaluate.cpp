#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/imaging/image_file.h"
#include "core/imaging/map_file.h"
#include "core/store/project.h"
#include "core/workflow/compared_maps.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/external_metrics.h"
#include "core/workflow/infer.h"
#include "core/workflow/inspect.h"
#include "core/workflow/model_files.h"
#include "core/workflow/model_location.h"
#include "core/workflow/report_run.h"
#include "core/workflow/review_evidence.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QProcess>
#include <QTemporaryDir>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

namespace fs = std::filesystem;
using namespace cf;
using namespace Qt::StringLiterals;

namespace {

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Column `score` of a scores.csv by path.
std::map<std::string, double> scoresIn(const fs::path &csv)
{
    std::map<std::string, double> scores;
    std::ifstream in(csv);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        std::string path;
        std::string score;
        std::getline(fields, path, ',');
        std::getline(fields, score, ',');
        scores[path] = std::stod(score);
    }
    return scores;
}

} // namespace

/// The main job on little data, through the same functions that the command line and the window
/// call.
class TstTrainAndEvaluate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesModelLossesAndState();
    void goesOnAfterACancelBitForBit();
    void extendsAFinishedRun();
    void storesWhatItEvaluates();
    void keepsItsMapsForTheReview();
    void mapsGiveTheSamePixelMetrics();
    void scoresDoNotDependOnTheOrder();
    void decidesByTheThresholdsOfTheModel();
    void inspectsFromCostToFusedMap();
    void theExportedDetectorGivesTheSameScores();
    void writesAReport();
    void writesAReportOfPictures();
    void refusesARunThatIsNotThere();
    void refusesACategoryThatIsNotThere();

private:
    QTemporaryDir m_dir;
    std::string m_run;
    fs::path m_model;

    fs::path at(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
    workflow::TrainRequest request(const char *project, std::int64_t steps) const
    {
        workflow::TrainRequest made;
        made.project = at(project);
        made.data = at("data");
        made.categories = {"cloth", "circuit_board"};
        made.options.steps = steps;
        made.options.batch = 4;
        made.options.checkpointEvery = 2;
        return made;
    }
};

void TstTrainAndEvaluate::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    demo::DemoOptions options;
    options.trainPerCategory = 9;
    options.goodPerCategory = 3;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("data"), options, run));
    std::vector<std::string> told;
    workflow::TrainHooks hooks;
    hooks.onRun = [&](const std::string &id) { told.push_back(id); };
    const auto trained = workflow::train(request("project", 6), run, hooks);
    CF_VERIFY(trained);
    QCOMPARE(told, std::vector{trained->run});
    m_run = trained->run;
    m_model = trained->model;
}

void TstTrainAndEvaluate::writesModelLossesAndState()
{
    QVERIFY(fs::exists(m_model));
    const auto project = store::Project::open(at("project"));
    CF_VERIFY(project);
    const auto row = project->run(std::stoll(m_run));
    CF_VERIFY(row);
    QVERIFY(row->state == store::RunState::Done);
    QCOMPARE(row->stepsDone, std::int64_t{6});
    const auto losses = project->losses(row->id);
    CF_VERIFY(losses);
    QCOMPARE(losses->size(), std::size_t{6});
    for (const auto &step : *losses)
        for (const auto &term : step.terms)
            QVERIFY(std::isfinite(term.value));
    // The last step is validated; its losses stay beside the score.
    const auto &last = losses->back();
    const auto has = [&](const char *name) {
        return std::any_of(last.terms.begin(), last.terms.end(),
                           [&](const store::LossTerm &term) { return term.name == name; });
    };
    QVERIFY(has("validation_score") && has("total"));
    QVERIFY(last.learningRate > 0.0);
    const auto problems = project->verify();
    CF_VERIFY(problems);
    QVERIFY(problems->empty());
}

void TstTrainAndEvaluate::goesOnAfterACancelBitForBit()
{
    std::stop_source stop;
    std::size_t trainSteps = 0;
    RunContext cancelled(stop.get_token(), [&](const Progress &progress) {
        if (progress.stage == "train" && ++trainSteps == 4)
            stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN((void)workflow::train(request("broken", 6), cancelled).ok(),
                             Cancelled);
    auto resume = request("broken", 0);
    resume.resumeRun = "1";
    RunContext run;
    const auto finished = workflow::train(resume, run);
    CF_VERIFY(finished);
    QCOMPARE(finished->steps, std::int64_t{6});
    QVERIFY(bytesOf(finished->model) == bytesOf(m_model));
}

void TstTrainAndEvaluate::extendsAFinishedRun()
{
    auto extend = request("broken", 8);
    extend.resumeRun = "1";
    RunContext run;
    const auto finished = workflow::train(extend, run);
    CF_VERIFY(finished);
    QCOMPARE(finished->steps, std::int64_t{8});
}

void TstTrainAndEvaluate::storesWhatItEvaluates()
{
    workflow::EvaluateRequest evaluate;
    evaluate.project = at("project");
    evaluate.run = m_run;
    evaluate.maps = at("maps");
    RunContext run;
    const auto evaluation = workflow::evaluate(evaluate, run);
    CF_VERIFY(evaluation);
    QCOMPARE(evaluation->categories.size(), std::size_t{2});
    QCOMPARE(evaluation->failedImages, std::size_t{0});
    const auto project = store::Project::open(at("project"));
    CF_VERIFY(project);
    const auto stored = project->latestEvaluation(std::stoll(m_run));
    CF_VERIFY(stored);
    QVERIFY(stored->has_value());
    QCOMPARE((*stored)->scores.size(), std::size_t{2 * (3 + 6)});
    for (const auto &metric : (*stored)->metrics)
        QVERIFY2(metric.value && *metric.value >= 0.0 && *metric.value <= 1.0, metric.name.c_str());
}

void TstTrainAndEvaluate::keepsItsMapsForTheReview()
{
    RunContext run;
    const auto set = std::make_shared<const workflow::ReviewSet>(
        workflow::openReview(at("project"), m_run, run).orThrow());
    QVERIFY(set->isScored);
    QCOMPARE(set->pictures.size(), std::size_t{2 * (3 + 6)});
    for (std::size_t i = 0; i < set->pictures.size(); ++i) {
        const auto evidence = workflow::readEvidence(*set, i).orThrow();
        QVERIFY(!evidence.map.empty());
        QVERIFY(evidence.map.cols <= evidence.picture.cols);
        QCOMPARE(evidence.mask.has_value(), set->pictures[i].item.defective.value());
    }
    // Made anew where they were deleted, they are the same.
    const auto kept = workflow::readEvidence(*set, 0).orThrow();
    fs::remove_all(set->cacheFolder / "maps");
    const auto without = workflow::readEvidence(*set, 0).orThrow();
    QVERIFY(without.mapCanBeMade());
    workflow::MapMaker maker(at("project"), set);
    const auto made = maker.make(0, without, run).orThrow();
    QCOMPARE(made.map.size(), kept.map.size());
    const auto again = workflow::readEvidence(*set, 0).orThrow();
    QCOMPARE(cv::norm(again.map, kept.map, cv::NORM_INF), 0.0);
    QVERIFY(workflow::readEvidence(*set, 1).orThrow().mapCanBeMade());
}

void TstTrainAndEvaluate::mapsGiveTheSamePixelMetrics()
{
    workflow::EvaluateRequest evaluate;
    evaluate.project = at("project");
    evaluate.run = m_run;
    RunContext run;
    const auto own = workflow::evaluate(evaluate, run);
    CF_VERIFY(own);
    workflow::ExternalMetricsRequest request;
    request.data = at("data");
    request.maps = at("maps");
    request.categories = {"cloth", "circuit_board"};
    request.project = at("project");
    request.name = "from files";
    const auto external = workflow::externalMetrics(request, run);
    CF_VERIFY(external);
    for (std::size_t c = 0; c < own->categories.size(); ++c) {
        const auto fused = own->categories[c].methods.at("fused").named();
        const auto read = external->categories[c].methods.at("external").named();
        for (std::size_t i = 0; i < fused.size(); ++i)
            QVERIFY2(std::abs(*fused[i].second->value - *read[i].second->value) < 1e-9,
                     fused[i].first.c_str());
    }

    // Side by side they are the same, too.
    const auto project = store::Project::open(at("project"));
    CF_VERIFY(project);
    workflow::ComparisonRequest both;
    both.runs = {*workflow::runIdFrom(m_run), *workflow::runIdFrom(external->run)};
    const auto comparison = workflow::compareRuns(*project, both, run);
    CF_VERIFY(comparison);
    const auto defect = std::ranges::find_if(comparison->pictures, [](const auto &picture) {
        return picture.defective.value_or(false);
    });
    workflow::MapComparer comparer(at("project"));
    const auto maps = comparer.compare(*comparison, *defect, run);
    CF_VERIFY(maps);
    QVERIFY(maps->mask && cv::countNonZero(*maps->mask) > 0);
    QCOMPARE(maps->maps.size(), std::size_t{2});
    QCOMPARE(cv::norm(maps->maps[0].map, maps->maps[1].map, cv::NORM_INF), 0.0);
    QVERIFY(maps->maps[0].high > maps->maps[0].low);
}

void TstTrainAndEvaluate::scoresDoNotDependOnTheOrder()
{
    RunContext run;
    workflow::InferRequest all;
    all.model = m_model;
    all.images = at("data/cloth/test");
    all.out = at("all");
    all.maps = imaging::MapFormat::Tiff;
    const auto summary = workflow::infer(all, run);
    CF_VERIFY(summary);
    QCOMPARE(summary->images, std::size_t{3 + 6});
    const auto together = scoresIn(at("all/scores.csv"));
    workflow::InferRequest one = all;
    one.images = at("data/cloth/test/good/001.png");
    one.out = at("one");
    CF_VERIFY(workflow::infer(one, run));
    const auto alone = scoresIn(at("one/scores.csv"));
    QVERIFY(std::abs(alone.at("001.png") - together.at("good/001.png")) < 1e-6);
    const auto map = imaging::loadMap(at("all/maps/good/001.png.tiff"));
    CF_VERIFY(map);
    const auto image = imaging::loadBgr(one.images);
    CF_VERIFY(image);
    QVERIFY(map->size() == image->size());
}

void TstTrainAndEvaluate::decidesByTheThresholdsOfTheModel()
{
    RunContext run;
    workflow::InferRequest request;
    request.model = m_model;
    request.images = at("data/cloth/test");
    request.out = at("decided");
    QVERIFY(!workflow::infer(request, run).orThrow().decisions);
    const auto scores = scoresIn(at("decided/scores.csv"));
    std::vector<double> ordered;
    for (const auto &[path, score] : scores)
        ordered.push_back(score);
    std::sort(ordered.begin(), ordered.end());
    // Between the scores: the file rounds them.
    const metrics::ZoneThresholds zones{(ordered[1] + ordered[2]) / 2,
                                        (ordered[5] + ordered[6]) / 2};
    CF_VERIFY(workflow::chooseZonesFor(m_model, {"", zones, {}}));
    const auto summary = workflow::infer(request, run);
    CF_VERIFY(summary);
    using metrics::Zone;
    const std::map<Zone, std::size_t> expected{
        {Zone::Pass, 2}, {Zone::Review, 4}, {Zone::Fail, ordered.size() - 6}};
    QVERIFY(summary->decisions == expected);
    std::ifstream csv(at("decided/scores.csv"));
    std::string line;
    std::getline(csv, line);
    QVERIFY(line.ends_with(",decision"));
    while (std::getline(csv, line)) {
        const auto zone = metrics::zoneOf(scores.at(line.substr(0, line.find(','))), zones);
        QVERIFY2(line.ends_with(std::string(",") + metrics::toString(zone)), line.c_str());
    }
    fs::remove(workflow::decisionRuleFile(m_model));
}

void TstTrainAndEvaluate::inspectsFromCostToFusedMap()
{
    using Kind = workflow::NoiseStage::Kind;
    RunContext run;
    const auto inspector = workflow::Inspector::open(at("project"), m_run, "cpu", run);
    CF_VERIFY(inspector);
    const auto found = dataset::openDataset(at("data"), run);
    CF_VERIFY(found);
    const auto test = found->find("cloth")->test();
    const auto defect = std::find_if(test.begin(), test.end(), [](const dataset::Sample &sample) {
        return sample.label == dataset::Label::Defect;
    });
    const auto seen = inspector->inspect(*defect, run);
    CF_VERIFY(seen);
    QVERIFY(seen->mask && seen->mask->size() == seen->picture.size());
    QVERIFY(seen->stages.front().kind == Kind::LayerCost);
    QVERIFY(seen->stages.back().kind == Kind::Fused);
    std::map<Kind, int> counts;
    for (const auto &stage : seen->stages) {
        ++counts[stage.kind];
        QCOMPARE(stage.map.type(), CV_32FC1);
        QCOMPARE(stage.map.size().width, seen->picture.cols);
        if (stage.overlap) // a heatmap may be flat within a small defect
            QVERIFY2(*stage.overlap >= 0.0 && *stage.overlap <= 1.0 + 1e-9,
                     qPrintable(QString::number(*stage.overlap)));
        else
            QVERIFY2(stage.kind == Kind::Attention, stage.name.c_str());
        if (stage.kind == Kind::LayerCost) {
            double low = 0.0;
            double high = 0.0;
            cv::minMaxLoc(stage.map, &low, &high);
            QVERIFY(low >= 0.0 && high <= 2.0 && high > low);
        }
    }
    QCOMPARE(counts[Kind::LayerCost], 5);
    QVERIFY(counts[Kind::Attention] > 0);
    // The same numbers as scoring gives, to the last bit.
    const auto bgr = imaging::loadBgr(defect->image);
    CF_VERIFY(bgr);
    const auto scorer = workflow::openScorer({m_model, "cpu", {}, {}}, run);
    CF_VERIFY(scorer);
    const auto scored = scorer->score(*bgr);
    QCOMPARE(scored.fusedScore, seen->scored.fusedScore);
    QCOMPARE(cv::norm(scored.fused, seen->stages.back().map, cv::NORM_INF), 0.0);
    // A normal picture has nothing to tell apart.
    const auto normal = std::find_if(test.begin(), test.end(), [](const dataset::Sample &sample) {
        return sample.label == dataset::Label::Normal;
    });
    const auto clean = inspector->inspect(*normal, run);
    CF_VERIFY(clean);
    QVERIFY(!clean->stages.back().overlap);
    dataset::Sample missing = *normal;
    missing.image = at("nowhere.png");
    QVERIFY(inspector->inspect(missing, run).error().code == ErrorCode::NotFound);
}

void TstTrainAndEvaluate::theExportedDetectorGivesTheSameScores()
{
    RunContext run;
    CF_VERIFY(workflow::exportModel(m_model, at("detector.pt"), run));
    const auto scorer = workflow::openScorer({m_model, "cpu", {}, {}}, run);
    CF_VERIFY(scorer);
    const auto found = dataset::openDataset(at("data"), run);
    CF_VERIFY(found);
    for (const char *category : {"cloth", "circuit_board"}) {
        const auto test = found->find(category)->test();
        for (const auto *sample : {&test.front(), &test.back()}) {
            const auto bgr = imaging::loadBgr(sample->image);
            CF_VERIFY(bgr);
            const auto scored = scorer->score(*bgr);
            QProcess example; // the one of docs/examples, which knows nothing of this program
            example.start(QStringLiteral(CF_SCORE_IMAGE),
                          {QString::fromStdString(at("detector.pt").string()),
                           QString::fromStdString(sample->image.string())});
            QVERIFY(example.waitForFinished(120000));
            const auto said = example.readAllStandardOutput().trimmed().split(' ');
            QCOMPARE(said.size(), 2);
            QCOMPARE(said[0].toStdString(), scored.category);
            QVERIFY2(std::abs(said[1].toDouble() - scored.fusedScore) < 1e-3, said[1].constData());
        }
    }
    // Weights alone have no detector.
    CF_VERIFY(workflow::exportModel(m_model, at("weights.safetensors"), run));
    const auto refused = workflow::exportModel(at("weights.safetensors"), at("other.pt"), run);
    QVERIFY(!refused.ok());
    QVERIFY(!fs::exists(at("other.pt")));
}

void TstTrainAndEvaluate::writesAReport()
{
    RunContext run;
    CF_VERIFY(workflow::reportRun(at("project"), m_run, at("report.html"), run));
    const auto html = bytesOf(at("report.html"));
    for (const char *part : {"cloth", "circuit_board", "encoder1", "decoder1", "<svg"})
        QVERIFY2(html.find(part) != std::string::npos, part);
    QVERIFY(html.find("<script") == std::string::npos);
    CF_VERIFY(workflow::reportRun(at("project"), m_run, at("report.csv"), run));
}

void TstTrainAndEvaluate::writesAReportOfPictures()
{
    RunContext run;
    const auto project = store::Project::open(at("project"));
    CF_VERIFY(project);
    const auto evaluation = project->latestEvaluation(*workflow::runIdFrom(m_run));
    CF_VERIFY(evaluation);
    QVERIFY((*evaluation)->datasetId);
    const auto &scores = (*evaluation)->scores;
    // Of the dataset, of elsewhere, and one that is not there.
    const std::vector<std::filesystem::path> pictures = {
        scores.front().path, at("data") / scores.back().path, "cloth/test/good/none.png"};
    CF_VERIFY(workflow::reportPictures(at("project"), m_run, pictures, at("few.csv"), run));
    const auto lines = QString::fromStdString(bytesOf(at("few.csv"))).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u"path,category,kind,label,baseline,filtered,fused"_s);
    for (const auto &[line, score] :
         {std::pair(lines[1], scores.front()), {lines[2], scores.back()}}) {
        const auto cells = line.split(u',');
        QCOMPARE(cells[0].toStdString(), score.path.string());
        QCOMPARE(cells[2].toStdString(), score.kind);
        QCOMPARE(cells[3], *score.defective ? u"defect"_s : u"normal"_s);
        QVERIFY(std::abs(cells[6].toDouble() - *score.fused) < 1e-6);
    }
    CF_VERIFY(workflow::reportPictures(at("project"), m_run, pictures, at("few.html"), run));
    const auto html = bytesOf(at("few.html"));
    QVERIFY(html.find(scores.back().path.string()) != std::string::npos);
    QVERIFY(html.find("AUROC") == std::string::npos);

    const auto none = workflow::reportPictures(at("project"), m_run, {}, at("none.html"), run);
    QVERIFY(!none.ok() && none.error().code == ErrorCode::BadUsage);
    const auto unreadable =
        workflow::reportPictures(at("project"), m_run, {"none.png"}, at("none.html"), run);
    QVERIFY(!unreadable.ok() && unreadable.error().code == ErrorCode::BadData);
    QVERIFY(!std::filesystem::exists(at("none.html")));
}

void TstTrainAndEvaluate::refusesARunThatIsNotThere()
{
    RunContext run;
    workflow::EvaluateRequest evaluate;
    evaluate.project = at("project");
    evaluate.run = "99";
    const auto result = workflow::evaluate(evaluate, run);
    QVERIFY(!result.ok());
    QVERIFY(result.error().code == ErrorCode::NotFound);
}

void TstTrainAndEvaluate::refusesACategoryThatIsNotThere()
{
    RunContext run;
    auto wrong = request("project", 1);
    wrong.categories = {"velvet"};
    const auto result = workflow::train(wrong, run);
    QVERIFY(!result.ok());
    QVERIFY(result.error().code == ErrorCode::BadUsage);
    QVERIFY(result.error().detail.find("velvet") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstTrainAndEvaluate)
#include "tst_train_and_evaluate.moc"
