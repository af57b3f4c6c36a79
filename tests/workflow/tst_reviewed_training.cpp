#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/engine/learned_pictures.h"
#include "core/store/file_hash.h"
#include "core/store/project.h"
#include "core/workflow/analysis.h"
#include "core/workflow/annotation_exchange.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/report_run.h"
#include "core/workflow/reviewed_pictures.h"
#include "core/workflow/run_comparison.h"
#include "core/workflow/run_settings.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;
using namespace cf;
using store::Verdict;

namespace {

std::string textOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

/// What reviewers decided and drew, learned from and kept apart from the test.
class TstReviewedTraining : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void refusesWhereNothingWasReviewed();
    void takesInWhatIsSettledAlone();
    void passesOverAPictureThatChangedSince();
    void learnsFromThemAndSaysSo();
    void goesOnBitForBitWhateverIsDecidedMeanwhile();
    void leavesThemOutOfTheTestByTheirBytes();
    void comparesOnWhatBothMayBeJudgedBy();
    void evaluatesAnotherRunApartFromThem();
    void aBaselineAloneTakesNormalsAlone();

private:
    QTemporaryDir m_dir;
    std::string m_plainRun, m_run;
    fs::path m_model;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    store::Project project() const { return store::Project::open(at("project")).orThrow(); }
    workflow::TrainRequest request(const char *name, std::int64_t steps) const
    {
        workflow::TrainRequest made;
        made.project = at(name);
        made.data = at("data");
        made.categories = {"cloth"};
        made.options.steps = steps;
        made.options.batch = 4;
        made.options.checkpointEvery = 2;
        return made;
    }
    /// A test picture's number in the project: "good/000", "stain/000".
    store::Id imageAt(const store::Project &from, const std::string &name) const;
    void decide(const char *project, const std::string &name, Verdict verdict,
                const char *reviewer = "Ada",
                store::DecisionKind kind = store::DecisionKind::First) const;
    /// Reviews as all tests but the first expect it: 2 normals, 2 drawn defects, 1 not drawn, 1
    /// unsure, 1 in dispute.
    void review(const char *project) const;
    workflow::ReviewedPictures reviewed(const char *project) const
    {
        RunContext run;
        return workflow::reviewedPicturesAt(at(project), at("data"), {}, run).orThrow();
    }
    std::vector<std::string> m_defects; ///< "kind/000", in order
};

store::Id TstReviewedTraining::imageAt(const store::Project &from, const std::string &name) const
{
    const auto dataset = from.dataset(from.datasets().orThrow().front().id).orThrow();
    for (const auto &category : dataset.categories)
        for (const auto &image : category.images)
            if (image.path == fs::path("cloth/test/" + name + ".png"))
                return image.id;
    return 0;
}

void TstReviewedTraining::decide(const char *name, const std::string &picture, Verdict verdict,
                                 const char *reviewer, store::DecisionKind kind) const
{
    auto open = store::Project::open(at(name)).orThrow();
    open.saveReviewer({reviewer, "{}", true, ""}).orThrow();
    store::NewDecision decision;
    decision.reviewer = reviewer;
    decision.imageId = imageAt(open, picture);
    decision.verdict = verdict;
    decision.kind = kind;
    open.appendDecision(decision).orThrow();
}

void TstReviewedTraining::review(const char *name) const
{
    RunContext run;
    const auto found = dataset::openDataset(at("data"), run).orThrow();
    if (!fs::exists(at(name)))
        (void)store::Project::create(at(name)).orThrow();
    const auto records = workflow::datasetRecords(found, {found.find("cloth")}, run);
    (void)store::Project::open(at(name)).orThrow().saveDataset(records).orThrow();
    decide(name, "good/000", Verdict::Ok);
    decide(name, "good/001", Verdict::Ok);
    decide(name, "good/002", Verdict::Ok);
    decide(name, "good/002", Verdict::Ng, "Bob", store::DecisionKind::Second);
    decide(name, m_defects[0], Verdict::Ng);
    decide(name, m_defects[1], Verdict::Ng);
    decide(name, m_defects[2], Verdict::Ng);
    decide(name, m_defects[3], Verdict::Unsure);
    // Two of them are drawn, as masks from files.
    for (const int i : {0, 1}) {
        const auto mask = m_defects[static_cast<std::size_t>(i)] + "_mask.png";
        const auto target = at(std::string(name) + "-drawn") / mask;
        fs::create_directories(target.parent_path());
        fs::copy_file(at("data/cloth/ground_truth") / mask, target,
                      fs::copy_options::overwrite_existing);
    }
    (void)workflow::importAnnotations({at(name),
                                       workflow::AnnotationFormat::MvtecMasks,
                                       at(std::string(name) + "-drawn"),
                                       {},
                                       true},
                                      run)
        .orThrow();
}

void TstReviewedTraining::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    demo::DemoOptions options;
    options.trainPerCategory = 9;
    options.goodPerCategory = 4;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("data"), options, run));
    const auto found = dataset::openDataset(at("data"), run).orThrow();
    for (const auto &kind : found.find("cloth")->defectKinds())
        m_defects.push_back(kind + "/000");
    QVERIFY(m_defects.size() >= 5);
    const auto plain = workflow::train(request("project", 3), run);
    CF_VERIFY(plain);
    m_plainRun = plain->run;
}

void TstReviewedTraining::refusesWhereNothingWasReviewed()
{
    RunContext run;
    QVERIFY(reviewed("project").isEmpty());
    QVERIFY(reviewed("nowhere").isEmpty());
    auto wanted = request("project", 3);
    wanted.reviewed = true;
    const auto refused = workflow::train(wanted, run);
    QVERIFY(!refused.ok() && refused.error().code == ErrorCode::BadUsage);
    QCOMPARE(project().runs().orThrow().size(), std::size_t{1}); // no run is left behind
}

void TstReviewedTraining::takesInWhatIsSettledAlone()
{
    review("project");
    const auto found = reviewed("project");
    QCOMPARE(found.normals.size(), std::size_t{2});
    QCOMPARE(found.normals[1].path, fs::path("cloth/test/good/001.png"));
    QCOMPARE(found.defects.size(), std::size_t{2});
    QCOMPARE(found.undrawn, std::size_t{1});
    QCOMPARE(found.unsettled, std::size_t{1});
    QCOMPARE(found.unsure, std::size_t{1});
    QCOMPARE(found.changed, std::size_t{0});
    QCOMPARE(workflow::describe(found),
             std::string("2 accepted pictures as normals and 2 drawn defects; not used: 1 defect "
                         "without a drawing, 1 picture on which reviewers differ, 1 picture that "
                         "is unsure"));
    // An arbitration settles what is in dispute.
    decide("project", "good/002", Verdict::Ok, "Cyd", store::DecisionKind::Arbitration);
    QCOMPARE(reviewed("project").normals.size(), std::size_t{3});
    const auto last = project().decisions().orThrow().back();
    CF_VERIFY(project().undoDecision(last.sequence, "Cyd"));
    QCOMPARE(reviewed("project").normals.size(), std::size_t{2});
}

void TstReviewedTraining::passesOverAPictureThatChangedSince()
{
    const auto picture = at("data/cloth/test/good/001.png");
    const auto before = textOf(picture);
    std::ofstream(picture, std::ios::binary) << before << "more";
    const auto found = reviewed("project");
    QCOMPARE(found.normals.size(), std::size_t{1});
    QCOMPARE(found.changed, std::size_t{1});
    std::ofstream(picture, std::ios::binary) << before;
    QCOMPARE(reviewed("project").normals.size(), std::size_t{2});
}

void TstReviewedTraining::learnsFromThemAndSaysSo()
{
    RunContext run;
    auto wanted = request("project", 6);
    wanted.reviewed = true;
    const auto trained = workflow::train(wanted, run);
    CF_VERIFY(trained);
    m_run = trained->run;
    m_model = trained->model;
    QCOMPARE(trained->reviewedNormals, std::size_t{2});
    QCOMPARE(trained->reviewedDefects, std::size_t{2});
    std::set<std::string> expected;
    for (const auto &name :
         {std::string("good/000"), std::string("good/001"), m_defects[0], m_defects[1]})
        expected.insert(store::sha256File(at("data/cloth/test/" + name + ".png")).orThrow());
    const auto learned = engine::learnedPictures(m_model).orThrow();
    QCOMPARE(std::set<std::string>(learned.begin(), learned.end()), expected);
    const auto plain = project().run(std::stoll(m_plainRun)).orThrow();
    QVERIFY(engine::learnedPictures(at("project") / *plain.modelPath).orThrow().empty());
    // The store knows as well, whole and verifiable.
    const auto row = project().run(std::stoll(m_run)).orThrow();
    for (const auto &hash : expected)
        QVERIFY(row.settingsJson.find(hash) != std::string::npos);
    QVERIFY(plain.settingsJson.find("\"reviewed\"") == std::string::npos);
    QVERIFY(project().verify().orThrow().empty());
    const auto settings = workflow::runSettings(row).orThrow();
    const auto has = [&](const char *key, const char *value) {
        return std::ranges::any_of(settings, [&](const auto &setting) {
            return setting.key == key && setting.value == value;
        });
    };
    QVERIFY(has("reviewed", "true") && has("reviewed_normals", "2") &&
            has("reviewed_defects", "2"));
    const auto command = workflow::repeatCommand(row, settings, "p");
    QVERIFY2(command.find(" --reviewed") != std::string::npos &&
                 command.find("--reviewed true") == std::string::npos,
             command.c_str());
}

void TstReviewedTraining::goesOnBitForBitWhateverIsDecidedMeanwhile()
{
    review("broken");
    std::stop_source stop;
    std::size_t trainSteps = 0;
    RunContext cancelled(stop.get_token(), [&](const Progress &progress) {
        if (progress.stage == "train" && ++trainSteps == 4)
            stop.request_stop();
    });
    auto wanted = request("broken", 6);
    wanted.reviewed = true;
    QVERIFY_EXCEPTION_THROWN((void)workflow::train(wanted, cancelled).ok(), Cancelled);
    decide("broken", "good/000", Verdict::Ng);
    decide("broken", "good/003", Verdict::Ok);
    auto open = store::Project::open(at("broken")).orThrow();
    for (const auto &stored : open.annotations(open.datasets().orThrow().front().id).orThrow()) {
        store::AnnotationChange gone{
            stored.picture, stored.widthPx, stored.heightPx, {}, true, {}, {}};
        CF_VERIFY(open.saveAnnotation(gone));
    }
    auto resume = workflow::requestToGoOn(at("broken"), "1");
    RunContext run;
    const auto finished = workflow::train(resume, run);
    CF_VERIFY(finished);
    QCOMPARE(finished->steps, std::int64_t{6});
    QCOMPARE(finished->reviewedDefects, std::size_t{2});
    QVERIFY(textOf(finished->model) == textOf(m_model));

    // What it learned from is not made up where it is lost.
    fs::remove_all(open.runFolder(1) / "reviewed");
    const auto lost = workflow::train(resume, run);
    QVERIFY(!lost.ok() && lost.error().code == ErrorCode::NotFound);
}

void TstReviewedTraining::leavesThemOutOfTheTestByTheirBytes()
{
    // The same picture again, called otherwise, in another folder.
    fs::copy_file(at("data/cloth/test/good/000.png"), at("data/cloth/test/good/copy.png"));
    workflow::EvaluateRequest wanted;
    wanted.project = at("project");
    wanted.run = m_run;
    wanted.maps = at("maps");
    RunContext run;
    const auto evaluation = workflow::evaluate(wanted, run);
    CF_VERIFY(evaluation);
    std::set<fs::path> out(evaluation->leftOut.begin(), evaluation->leftOut.end());
    const std::set<fs::path> expected = {
        "cloth/test/good/000.png", "cloth/test/good/001.png", "cloth/test/good/copy.png",
        "cloth/test/" + m_defects[0] + ".png", "cloth/test/" + m_defects[1] + ".png"};
    QVERIFY(out == expected);
    const auto stored = project().latestEvaluation(std::stoll(m_run)).orThrow();
    QCOMPARE(stored->scores.size(), 4 + 1 + m_defects.size() - expected.size());
    for (const auto &score : stored->scores)
        QVERIFY(!expected.contains(score.path));
    QVERIFY(workflow::leftOutOf(stored->settingsJson) == evaluation->leftOut);
    QVERIFY(!fs::exists(at("maps") / "cloth/test/good/000.tiff"));
    // By its file alone, too.
    wanted.run.reset();
    wanted.model = m_model;
    wanted.data = at("data");
    wanted.maps.clear();
    QCOMPARE(workflow::evaluate(wanted, run).orThrow().leftOut.size(), expected.size());
    // Where it is shown, it is said.
    const auto analysis = workflow::analyseRun(at("project"), std::stoll(m_run), run).orThrow();
    QCOMPARE(analysis->learnedCount, expected.size());
    const auto table = workflow::runTable(project()).orThrow();
    QCOMPARE(table[static_cast<std::size_t>(std::stoll(m_run) - 1)].leftOut, expected.size());
    CF_VERIFY(workflow::reportRun(at("project"), m_run, at("report.html"), run));
    QVERIFY(textOf(at("report.html")).find("5 pictures that were learned from") !=
            std::string::npos);
}

void TstReviewedTraining::comparesOnWhatBothMayBeJudgedBy()
{
    workflow::EvaluateRequest wanted;
    wanted.project = at("project");
    wanted.run = m_plainRun;
    RunContext run;
    const auto plain = workflow::evaluate(wanted, run);
    CF_VERIFY(plain);
    QVERIFY(plain->leftOut.empty());
    workflow::ComparisonRequest both;
    both.runs = {std::stoll(m_plainRun), std::stoll(m_run)};
    const auto comparison = workflow::compareRuns(project(), both, run);
    CF_VERIFY(comparison);
    QCOMPARE(comparison->learnedPictures, std::size_t{5});
    QVERIFY(comparison->lacksPixelFigures);
    QCOMPARE(comparison->sharedPictures, comparison->pictures.size());
    for (const auto &row : comparison->metrics) {
        const bool ofImages = row.metric.starts_with("image_");
        QCOMPARE(row.values[0].has_value(), ofImages);
    }
}

void TstReviewedTraining::evaluatesAnotherRunApartFromThem()
{
    workflow::EvaluateRequest wanted;
    wanted.project = at("project");
    wanted.run = m_plainRun;
    wanted.apartFrom = {m_run};
    RunContext run;
    const auto apart = workflow::evaluate(wanted, run);
    CF_VERIFY(apart);
    QCOMPARE(apart->leftOut.size(), std::size_t{5});
    workflow::ComparisonRequest both;
    both.runs = {std::stoll(m_plainRun), std::stoll(m_run)};
    const auto comparison = workflow::compareRuns(project(), both, run);
    CF_VERIFY(comparison);
    QVERIFY(!comparison->lacksPixelFigures);
    for (const auto &row : comparison->metrics)
        QVERIFY2(row.values[0] && row.values[1], row.metric.c_str());
    // Counted anew from the scores alone, the figures of images are the same.
    wanted.apartFrom.clear();
    CF_VERIFY(workflow::evaluate(wanted, run));
    const auto again = workflow::compareRuns(project(), both, run).orThrow();
    for (const auto &row : again.metrics)
        for (const auto &other : comparison->metrics)
            if (row.category == other.category && row.metric == other.metric && row.values[0])
                QVERIFY(std::abs(*row.values[0] - *other.values[0]) < 1e-12);
    wanted.apartFrom = {"99"};
    QVERIFY(workflow::evaluate(wanted, run).error().code == ErrorCode::NotFound);
}

void TstReviewedTraining::aBaselineAloneTakesNormalsAlone()
{
    auto wanted = request("project", 0);
    wanted.reviewed = true;
    wanted.options.filter = false;
    RunContext run;
    const auto trained = workflow::train(wanted, run);
    CF_VERIFY(trained);
    QCOMPARE(trained->reviewedNormals, std::size_t{2});
    QCOMPARE(trained->reviewedDefects, std::size_t{0});
    QCOMPARE(engine::learnedPictures(trained->model).orThrow().size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(TstReviewedTraining)
#include "tst_reviewed_training.moc"
