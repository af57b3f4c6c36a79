#include "core/demo/demo_data.h"
#include "core/imaging/image_file.h"
#include "core/store/file_hash.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/infer.h"
#include "core/workflow/inspect.h"
#include "core/workflow/kept_maps.h"
#include "core/workflow/model_files.h"
#include "core/workflow/model_location.h"
#include "core/workflow/normals_change.h"
#include "core/workflow/review.h"
#include "core/workflow/run_comparison.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;
using engine::BaselineMethod;

namespace {

constexpr const char *kCategory = "circuit_board";

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<fs::path, double> fusedOf(const store::Evaluation &evaluation)
{
    std::map<fs::path, double> scores;
    for (const auto &row : evaluation.scores)
        scores[row.path] = row.fused.value();
    return scores;
}

bool isIn(const std::vector<ChangedPicture> &pictures, const fs::path &path)
{
    return std::any_of(pictures.begin(), pictures.end(),
                       [&](const ChangedPicture &one) { return one.path == path; });
}

} // namespace

/// False alarms that become normals of a trained model and leave it again, through the functions
/// that the command line and the window call.
class TstNormalsChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void keepsTheListExactly();
    void saysThatTheListIsDamaged();
    void refusesAListOfAnotherModel();
    void lookingChangesNothing();
    void onlyWhatDependsOnItHasAnotherScore();
    void anEvaluationGivesTheSameScores();
    void givesTheOldScoresBackBitForBit();
    void normalsComeAndGoInAnyOrder();
    void aKilledProgramLeavesTheOldState();
    void listsTheDefectsThatWouldBeMissed();
    void countsWhatReviewersSaid();
    void allWhoUseTheModelUseItsNormals();
    void mapsOfTheReviewFollow();
    void refusesWhatCannotBe();
    void refusesWhatWasChangedMeanwhile();
    void patchCoreRemembersThem();
    void aTrainingThatGoesOnKeepsThem();

private:
    QTemporaryDir m_dir;
    std::string m_run; ///< a filter
    fs::path m_model;
    RunContext m_context;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    fs::path picture(const std::string &kind, const std::string &name) const
    {
        return at("data") / kCategory / "test" / kind / name;
    }
    NormalsSubject subject() const { return {at("project"), m_run, "cpu"}; }
    store::Project project() const { return store::Project::open(at("project")).orThrow(); }
    store::Evaluation inForce() const
    {
        return evaluationInForce(project(), std::stoll(m_run)).orThrow().value();
    }
    std::string trained(BaselineMethod method, bool withFilter);
    void evaluated(const std::string &run);
    NormalsChange added(const fs::path &file)
    {
        auto change = lookAtAddition(subject(), file, "Ada", m_context).orThrow();
        applyNormals(change, m_context).orThrow();
        return change;
    }
    NormalsChange removed(const fs::path &file)
    {
        auto change = lookAtRemoval(subject(), file.string(), m_context).orThrow();
        applyNormals(change, m_context).orThrow();
        return change;
    }
};

std::string TstNormalsChange::trained(BaselineMethod method, bool withFilter)
{
    TrainRequest request;
    request.project = at("project");
    request.data = at("data");
    request.categories = {kCategory};
    request.options.baseline.method = method;
    request.options.filter = withFilter;
    request.options.steps = 4;
    request.options.batch = 4;
    return train(request, m_context).orThrow().run;
}

void TstNormalsChange::evaluated(const std::string &run)
{
    EvaluateRequest request;
    request.project = at("project");
    request.run = run;
    evaluate(request, m_context).orThrow();
}

void TstNormalsChange::initTestCase()
{
    if (!findWeights("efficientnet-lite0").ok())
        QSKIP("SKIPPED tst_normals_change: the weights of efficientnet-lite0 are not installed.");
    demo::DemoOptions options;
    options.trainPerCategory = 9;
    options.goodPerCategory = 5;
    options.defectsPerKind = 1;
    CF_VERIFY(demo::writeDemoData(at("data"), options, m_context));
    // One of each kind twice, but for one pixel: what makes one pass makes the other pass.
    const auto folder = at("data") / kCategory / "test";
    for (const auto &kind : fs::directory_iterator(folder)) {
        cv::Mat twin = cv::imread((kind.path() / "000.png").string(), cv::IMREAD_COLOR);
        twin.at<cv::Vec3b>(0, 0)[0] ^= 1;
        cv::imwrite((kind.path() / "twin.png").string(), twin);
        if (kind.path().filename() == "good")
            continue;
        const auto masks = at("data") / kCategory / "ground_truth" / kind.path().filename();
        fs::copy_file(masks / "000_mask.png", masks / "twin_mask.png");
    }
    m_run = trained(BaselineMethod::CostVolume, true);
    m_model = modelOfRun(project(), project().run(std::stoll(m_run)).orThrow()).orThrow();
    evaluated(m_run);
}

void TstNormalsChange::cleanup()
{
    fs::remove(addedNormalsFile(m_model));
    fs::remove(decisionRuleFile(m_model));
}

void TstNormalsChange::keepsTheListExactly()
{
    const auto before = bytesOf(m_model);
    QVERIFY(loadAddedNormals(m_model).orThrow().empty());
    const AddedNormal one{{kCategory, std::string(64, 'a'), {1, 2, 3}}, "/bölt.png", "2024", "Ada"};
    const AddedNormal two{{kCategory, std::string(64, 'b'), {4}}, "", "2025", ""};
    CF_VERIFY(saveAddedNormals(m_model, {one, two}));
    const auto read = loadAddedNormals(m_model).orThrow();
    QCOMPARE(read.size(), std::size_t{2});
    QCOMPARE(read[0].picture.png, one.picture.png);
    QCOMPARE(read[0].picture.contentKey, one.picture.contentKey);
    QCOMPARE(read[0].file, one.file);
    QCOMPARE(read[0].addedBy, std::string("Ada"));
    QCOMPARE(normalsKey(read), normalsKey({two, one}));
    QVERIFY(normalsKey(read) != normalsKey({one}));
    QVERIFY(normalsKey({}).empty());
    CF_VERIFY(saveAddedNormals(m_model, {}));
    QVERIFY(!fs::exists(addedNormalsFile(m_model)));
    QVERIFY(bytesOf(m_model) == before);
}

void TstNormalsChange::saysThatTheListIsDamaged()
{
    const auto file = addedNormalsFile(m_model);
    CF_VERIFY(saveAddedNormals(m_model, {{{kCategory, "key", {1, 2, 3, 4}}, "", "", ""}}));
    const auto whole = bytesOf(file);
    auto changed = whole;
    changed.back() ^= 1; // of the picture
    for (const auto &bytes : {whole.substr(0, whole.size() / 2), std::string(), changed,
                              std::string("something else")}) {
        std::ofstream(file, std::ios::binary) << bytes;
        const auto read = loadAddedNormals(m_model);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::BadFormat);
        QVERIFY(read.error().detail.find(file.string()) != std::string::npos);
        InferRequest request;
        request.model = m_model;
        request.images = picture("good", "000.png");
        request.out = at("scores");
        const auto scored = infer(request, m_context);
        QVERIFY(!scored.ok());
        QCOMPARE(scored.error().code, ErrorCode::BadFormat);
        const auto review = openReview(at("project"), m_run, m_context);
        QVERIFY(!review.ok());
    }
}

void TstNormalsChange::refusesAListOfAnotherModel()
{
    const auto other = at("other.safetensors");
    std::ofstream(other) << "a model";
    CF_VERIFY(saveAddedNormals(other, {{{kCategory, "key", {1}}, "", "", ""}}));
    std::ofstream(other) << "another one";
    const auto read = loadAddedNormals(other);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::BadData);
}

void TstNormalsChange::lookingChangesNothing()
{
    const auto model = bytesOf(m_model);
    const auto before = project().evaluations(std::stoll(m_run)).orThrow().size();
    const auto change =
        lookAtAddition(subject(), picture("good", "001.png"), "Ada", m_context).orThrow();
    QCOMPARE(change.pictures, inForce().scores.size());
    QVERIFY(change.rescored >= 1);
    QVERIFY(bytesOf(m_model) == model);
    QVERIFY(!fs::exists(addedNormalsFile(m_model)));
    QCOMPARE(project().evaluations(std::stoll(m_run)).orThrow().size(), before);
}

void TstNormalsChange::onlyWhatDependsOnItHasAnotherScore()
{
    const auto before = inForce();
    const auto file = picture("good", "001.png");
    const auto change = added(file);
    const auto after = inForce();
    QVERIFY(after.id != before.id);
    const auto was = fusedOf(before);
    std::size_t others = 0;
    for (const auto &[path, score] : fusedOf(after))
        others += score != was.at(path) ? 1 : 0;
    QVERIFY2(others >= 1 && others <= change.rescored, std::to_string(others).c_str());
    const auto own = fs::relative(file, at("data"));
    QVERIFY(fusedOf(after).at(own) < was.at(own));
    // A template is no test picture.
    for (const auto &row : after.scores)
        QCOMPARE(row.defective.has_value(), row.path != own);
    // Figures of the pictures are new; those of the pixels say what to do.
    for (const auto &metric : after.metrics) {
        const bool isOfPixels = metric.name.rfind("image_", 0) != 0;
        QVERIFY2(metric.value.has_value() != isOfPixels, metric.name.c_str());
        QVERIFY(!isOfPixels || metric.reason.find("evaluate") != std::string::npos);
    }
    const auto problems = project().verify().orThrow();
    QVERIFY(problems.empty());
}

void TstNormalsChange::anEvaluationGivesTheSameScores()
{
    added(picture("good", "001.png"));
    added(picture("good", "003.png"));
    const auto looked = inForce();
    fs::remove_all(at("project") / "cache" / "features"); // computed is as cached
    evaluated(m_run);
    const auto evaluation = inForce();
    QVERIFY(evaluation.id != looked.id);
    QVERIFY(evaluation.scores == looked.scores);
}

void TstNormalsChange::givesTheOldScoresBackBitForBit()
{
    const auto before = inForce();
    const auto file = picture("good", "002.png");
    added(file);
    QVERIFY(!(inForce() == before));
    const auto change = removed(file);
    QVERIFY(!change.isAddition);
    QVERIFY(inForce() == before); // figures, curves and all
    QVERIFY(!fs::exists(addedNormalsFile(m_model)));
    // Done again, it is the evaluation of the first time.
    const auto count = project().evaluations(std::stoll(m_run)).orThrow().size();
    added(file);
    QCOMPARE(project().evaluations(std::stoll(m_run)).orThrow().size(), count);
    // Lists of runs follow too.
    const auto means = [&] {
        return runSummariesInForce(project()).orThrow().front().evaluationId.value();
    };
    QCOMPARE(means(), inForce().id);
    removed(file);
    QCOMPARE(means(), before.id);
}

void TstNormalsChange::normalsComeAndGoInAnyOrder()
{
    const auto first = picture("good", "000.png");
    const auto second = picture("good", "004.png");
    added(first);
    added(second);
    const auto change = removed(first); // no evaluation has the second alone
    QVERIFY(change.rescored >= 1);
    QCOMPARE(loadAddedNormals(m_model).orThrow().size(), std::size_t{1});
    const auto left = fusedOf(inForce());
    removed(second);
    added(second);
    QVERIFY(fusedOf(inForce()) == left);
}

void TstNormalsChange::aKilledProgramLeavesTheOldState()
{
    const auto before = inForce();
    auto change = lookAtAddition(subject(), picture("good", "002.png"), "", m_context).orThrow();
    // Scores are stored, and the program goes before the normals are.
    change.evaluation.id = 0;
    CF_VERIFY(project().saveEvaluation(change.evaluation));
    QVERIFY(inForce() == before);
    QCOMPARE(openReview(at("project"), m_run, m_context).orThrow().normals.size(), std::size_t{0});
    CF_VERIFY(lookAtAddition(subject(), picture("good", "003.png"), "", m_context));
}

void TstNormalsChange::listsTheDefectsThatWouldBeMissed()
{
    const auto kind = std::string("scratch");
    auto wrong = picture(kind, "000.png"); // somebody takes a defect as normal
    if (!fs::exists(wrong))
        for (const auto &folder : fs::directory_iterator(at("data") / kCategory / "test"))
            if (folder.path().filename() != "good")
                wrong = folder.path() / "000.png";
    const auto twin = fs::relative(wrong.parent_path() / "twin.png", at("data"));
    const auto before = fusedOf(inForce());
    const auto seen = lookAtAddition(subject(), wrong, "", m_context).orThrow();
    QVERIFY(seen.isKnownDefect);
    const auto after = fusedOf(seen.evaluation);
    QVERIFY(after.at(twin) < before.at(twin));
    const double between = (after.at(twin) + before.at(twin)) / 2.0;
    CF_VERIFY(chooseZonesFor(m_model, {"", {between, between}, {}}));
    const auto change = lookAtAddition(subject(), wrong, "", m_context).orThrow();
    QVERIFY(isIn(change.missed, twin));
    const auto row = std::find_if(change.missed.begin(), change.missed.end(),
                                  [&](const auto &one) { return one.path == twin; });
    QCOMPARE(row->before, before.at(twin));
    QCOMPARE(row->after, after.at(twin));
    QVERIFY(row->zoneBefore == metrics::Zone::Fail && row->zoneAfter == metrics::Zone::Pass);
    // The one that was taken as normal is what the user wants to pass.
    QVERIFY(!isIn(change.missed, fs::relative(wrong, at("data"))));
    QVERIFY(isIn(change.solved, fs::relative(wrong, at("data"))) ||
            before.at(fs::relative(wrong, at("data"))) < between);
    // Without thresholds of the model, those of the review judge, before and after alike.
    fs::remove(decisionRuleFile(m_model));
    const auto threshold = [&] {
        return openReview(at("project"), m_run, m_context).orThrow().categories.at(0).threshold;
    };
    const auto old = threshold();
    QVERIFY(old);
    added(wrong);
    QCOMPARE(threshold(), old);
}

void TstNormalsChange::countsWhatReviewersSaid()
{
    // A good picture that falls when its twin becomes normal, and that a reviewer rejects.
    const auto good = picture("good", "000.png");
    const auto fallen = fs::relative(picture("good", "twin.png"), at("data"));
    const auto before = fusedOf(inForce());
    const auto after = fusedOf(lookAtAddition(subject(), good, "", m_context).orThrow().evaluation);
    QVERIFY(after.at(fallen) < before.at(fallen));
    const double between = (after.at(fallen) + before.at(fallen)) / 2.0;
    CF_VERIFY(chooseZonesFor(m_model, {"", {between, between}, {}}));
    const auto look = [&] { return lookAtAddition(subject(), good, "", m_context).orThrow(); };
    QVERIFY(isIn(look().solved, fallen));
    auto opened = project();
    CF_VERIFY(opened.saveReviewer({"Ada", "{}", true, ""}));
    const auto dataset = opened.dataset(inForce().datasetId.value()).orThrow();
    store::NewDecision decision;
    decision.reviewer = "Ada";
    decision.verdict = store::Verdict::Ng;
    for (const auto &category : dataset.categories)
        for (const auto &image : category.images)
            if (image.path == fallen)
                decision.imageId = image.id;
    const auto rejected = opened.appendDecision(decision).orThrow();
    auto change = look();
    QVERIFY(isIn(change.missed, fallen));
    QVERIFY(!change.isKnownDefect);
    QVERIFY(lookAtAddition(subject(), picture("good", "twin.png"), "", m_context)
                .orThrow()
                .isKnownDefect); // by the reviewer
    QVERIFY(!isIn(change.solved, fallen));
    CF_VERIFY(opened.undoDecision(rejected.sequence, "Ada"));
    QVERIFY(isIn(look().solved, fallen));
}

void TstNormalsChange::allWhoUseTheModelUseItsNormals()
{
    const auto file = picture("good", "003.png");
    added(file);
    const double expected = fusedOf(inForce()).at(fs::relative(file, at("data")));
    InferRequest request;
    request.model = m_model;
    request.images = file;
    request.out = at("scores");
    CF_VERIFY(infer(request, m_context));
    std::ifstream in(request.out / "scores.csv");
    std::string line;
    std::getline(in, line);
    std::getline(in, line);
    const auto comma = line.find(',');
    QVERIFY(std::abs(std::stod(line.substr(comma + 1)) - expected) < 1e-6);

    const auto inspector = Inspector::open(at("project"), m_run, "cpu", m_context).orThrow();
    dataset::Sample sample;
    sample.image = file;
    sample.label = dataset::Label::Normal;
    const auto seen = inspector.inspect(sample, m_context).orThrow();
    QCOMPARE(seen.scored.fusedScore, expected);
    QCOMPARE(seen.templateFiles.front(), file);                    // itself
    CF_VERIFY(exportModel(m_model, at("detector.pt"), m_context)); // compares the maps itself

    // The picture is not needed any more.
    fs::rename(file, at("away.png"));
    request.images = at("away.png");
    CF_VERIFY(infer(request, m_context));
    fs::rename(at("away.png"), file);
}

void TstNormalsChange::mapsOfTheReviewFollow()
{
    const auto old = openReview(at("project"), m_run, m_context).orThrow();
    const auto file = picture("good", "000.png");
    const auto sha256 = store::sha256File(file).orThrow();
    const auto other = store::sha256File(picture("good", "004.png")).orThrow();
    const auto before = KeptMaps(old.cacheFolder, old.mapsKey()).find(sha256);
    QVERIFY(before);
    added(file);
    const auto now = openReview(at("project"), m_run, m_context).orThrow();
    QCOMPARE(now.normals.size(), std::size_t{1});
    QVERIFY(now.mapsKey() != old.mapsKey());
    const KeptMaps maps(now.cacheFolder, now.mapsKey());
    const auto after = maps.find(sha256);
    QVERIFY(after);
    QVERIFY(cv::norm(after->map, before->map, cv::NORM_INF) > 0.0);
    QVERIFY(maps.find(other)); // of those that do not depend on it too
    removed(file);
    QCOMPARE(openReview(at("project"), m_run, m_context).orThrow().mapsKey(), old.mapsKey());
    QCOMPARE(cv::norm(KeptMaps(old.cacheFolder, old.mapsKey()).find(sha256)->map, before->map,
                      cv::NORM_INF),
             0.0);
}

void TstNormalsChange::refusesWhatCannotBe()
{
    const auto codeOf = [&](const fs::path &file) {
        const auto change = lookAtAddition(subject(), file, "", m_context);
        return change.ok() ? ErrorCode::Failed : change.error().code;
    };
    QVERIFY(codeOf(at("data") / kCategory / "train" / "good" / "000.png") == ErrorCode::BadUsage);
    QVERIFY(codeOf("nowhere.png") == ErrorCode::BadUsage);
    const auto file = picture("good", "000.png");
    added(file);
    QVERIFY(codeOf(file) == ErrorCode::BadUsage); // already
    const auto unknown = lookAtRemoval(subject(), "nowhere.png", m_context);
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().code, ErrorCode::BadUsage);
    // Scores of other normals than the model has now say nothing.
    CF_VERIFY(saveAddedNormals(m_model, {{{kCategory, "key", {1}}, "", "", ""}}));
    QVERIFY(codeOf(file) == ErrorCode::BadData);
}

void TstNormalsChange::refusesWhatWasChangedMeanwhile()
{
    const auto change =
        lookAtAddition(subject(), picture("good", "000.png"), "", m_context).orThrow();
    added(picture("good", "001.png"));
    const auto applied = applyNormals(change, m_context);
    QVERIFY(!applied.ok());
    QCOMPARE(applied.error().code, ErrorCode::BadUsage);
    QCOMPARE(loadAddedNormals(m_model).orThrow().size(), std::size_t{1});
}

void TstNormalsChange::patchCoreRemembersThem()
{
    const auto run = trained(BaselineMethod::PatchCore, false);
    evaluated(run);
    const NormalsSubject memory{at("project"), run, "cpu"};
    const auto file = picture("good", "001.png");
    const auto change = lookAtAddition(memory, file, "", m_context).orThrow();
    QCOMPARE(change.rescored, change.pictures); // all ask the memory
    CF_VERIFY(applyNormals(change, m_context));
    const auto before = project().evaluation(change.evaluationBefore).orThrow();
    const auto after = evaluationInForce(project(), std::stoll(run)).orThrow().value();
    const auto own = fs::relative(file, at("data"));
    QVERIFY(fusedOf(after).at(own) < fusedOf(before).at(own));
    evaluated(run);
    QVERIFY(evaluationInForce(project(), std::stoll(run)).orThrow()->scores == after.scores);
    CF_VERIFY(applyNormals(lookAtRemoval(memory, own.string(), m_context).orThrow(), m_context));
    QVERIFY(evaluationInForce(project(), std::stoll(run)).orThrow().value() == before);
}

void TstNormalsChange::aTrainingThatGoesOnKeepsThem()
{
    added(picture("good", "001.png"));
    const auto before = bytesOf(m_model);
    TrainRequest request;
    request.project = at("project");
    request.resumeRun = m_run;
    request.options.steps = 6;
    CF_VERIFY(train(request, m_context));
    QVERIFY(bytesOf(m_model) != before);
    QCOMPARE(loadAddedNormals(m_model).orThrow().size(), std::size_t{1});
    evaluated(m_run);
    QCOMPARE(normalsKeyOf(inForce()), normalsKey(loadAddedNormals(m_model).orThrow()));
}

QTEST_GUILESS_MAIN(TstNormalsChange)
#include "tst_normals_change.moc"
