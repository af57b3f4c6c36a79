#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/store/project.h"
#include "core/workflow/preflight.h"
#include "core/workflow/train.h"
#include "core/workflow/training_estimate.h"
#include "core/workflow/training_previews.h"
#include "core/workflow/variation.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace fs = std::filesystem;
using namespace cf;
using Severity = workflow::PreflightFinding::Severity;

/// What a training tells and is told while it runs, and what is known before it begins.
class TstTrainingHooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void keepsThePreviewsThatItShows();
    void aResumedTrainingForgetsLaterPreviews();
    void endsEarlyWithAModel();
    void pausesUntilToldToGoOn();
    void estimatesWithoutTouchingTheProject();
    void checksBeforeItBegins();
    void showsWhatMayVary();

private:
    QTemporaryDir m_dir;

    fs::path at(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
    workflow::TrainRequest request(const char *project, std::int64_t steps) const
    {
        workflow::TrainRequest made;
        made.project = at(project);
        made.data = at("data");
        made.categories = {"circuit_board"};
        made.options.steps = steps;
        made.options.batch = 4;
        return made;
    }
    std::vector<fs::path> normals() const
    {
        RunContext run;
        std::vector<fs::path> paths;
        const auto found = dataset::openDataset(at("data"), run).orThrow();
        for (const auto &sample : found.find("circuit_board")->trainNormals())
            paths.push_back(sample.image);
        return paths;
    }
};

void TstTrainingHooks::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    demo::DemoOptions options;
    options.trainPerCategory = 9;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("data"), options, run));
}

void TstTrainingHooks::keepsThePreviewsThatItShows()
{
    std::vector<engine::TrainingPreview> shown;
    workflow::TrainHooks hooks;
    hooks.onPreview = [&](const engine::TrainingPreview &preview) { shown.push_back(preview); };
    RunContext run;
    CF_VERIFY(workflow::train(request("kept", 4), run, hooks));
    QCOMPARE(shown.size(), std::size_t{4});
    QVERIFY(std::isfinite(shown.back().score)); // the last step is validated
    QVERIFY(std::isnan(shown.front().score));

    const auto kept = workflow::trainingHistory(at("kept"), "1");
    CF_VERIFY(kept);
    QCOMPARE(kept->size(), shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        QCOMPARE(kept->at(i).step, shown[i].step);
        QCOMPARE(kept->at(i).samples.size(), shown[i].samples.size());
        QVERIFY(!shown[i].samples.empty());
        for (std::size_t k = 0; k < shown[i].samples.size(); ++k) {
            const auto &is = kept->at(i).samples[k];
            const auto &was = shown[i].samples[k];
            QCOMPARE(is.category, was.category);
            QCOMPARE(cv::norm(is.picture, was.picture, cv::NORM_INF), 0.0);
            QCOMPARE(cv::norm(is.mask, was.mask, cv::NORM_INF), 0.0);
            QVERIFY(cv::countNonZero(was.mask) > 0);
            QVERIFY(cv::norm(is.map, was.map, cv::NORM_INF) < 1e-5);
        }
    }
    QCOMPARE(kept->back().score, shown.back().score);
    // The filter changes from step to step, so its maps do.
    QVERIFY(cv::norm(shown.front().samples[0].map, shown.back().samples[0].map, cv::NORM_INF) > 0);
}

void TstTrainingHooks::aResumedTrainingForgetsLaterPreviews()
{
    auto longer = request("kept", 6);
    longer.resumeRun = "1";
    RunContext run;
    CF_VERIFY(workflow::train(longer, run));
    const auto kept = workflow::trainingHistory(at("kept"), "1");
    CF_VERIFY(kept);
    QCOMPARE(kept->back().step, std::int64_t{6});
    QCOMPARE(kept->size(), std::size_t{6});
}

void TstTrainingHooks::endsEarlyWithAModel()
{
    workflow::TrainHooks hooks;
    const auto control = std::make_shared<engine::TrainingControl>();
    hooks.control = control;
    hooks.onPreview = [&](const engine::TrainingPreview &preview) {
        if (preview.step == 2)
            control->finishNow();
    };
    RunContext run;
    const auto ended = workflow::train(request("early", 50), run, hooks);
    CF_VERIFY(ended);
    QCOMPARE(ended->steps, std::int64_t{3});
    QVERIFY(fs::exists(ended->model));
    const auto project = store::Project::open(at("early"));
    CF_VERIFY(project);
    const auto row = project->run(1);
    CF_VERIFY(row);
    QVERIFY(row->state == store::RunState::Done);
    QVERIFY(row->modelSha256.has_value());
}

void TstTrainingHooks::pausesUntilToldToGoOn()
{
    workflow::TrainHooks hooks;
    const auto control = std::make_shared<engine::TrainingControl>();
    hooks.control = control;
    hooks.onPreview = [&](const engine::TrainingPreview &preview) {
        if (preview.step == 1)
            control->pause();
    };
    int polls = 0;
    bool checkpointThere = false;
    RunContext run({}, [&](const Progress &progress) {
        if (progress.stage != "paused")
            return;
        const auto project = store::Project::open(at("paused"));
        checkpointThere =
            project.ok() && fs::exists(project->runFolder(1) / "checkpoint.safetensors");
        if (++polls == 3)
            control->resume();
    });
    const auto ended = workflow::train(request("paused", 3), run, hooks);
    CF_VERIFY(ended);
    QCOMPARE(polls, 3);
    QVERIFY(checkpointThere);
    QCOMPARE(ended->steps, std::int64_t{3});
}

void TstTrainingHooks::estimatesWithoutTouchingTheProject()
{
    RunContext run;
    const auto few = workflow::estimateTraining(request("estimated", 100), run);
    CF_VERIFY(few);
    const auto many = workflow::estimateTraining(request("estimated", 1000), run);
    CF_VERIFY(many);
    QVERIFY(!fs::exists(at("estimated")));
    QCOMPARE(few->steps, std::int64_t{100});
    QVERIFY(few->secondsLow > 0.0 && few->secondsLow <= few->seconds);
    QVERIFY(few->seconds < few->secondsHigh);
    QVERIFY(many->seconds > 2.0 * few->seconds);
    QVERIFY(few->memoryBytes > (std::uint64_t{100} << 20));

    auto wrong = request("estimated", 100);
    wrong.data = at("nowhere");
    QVERIFY(!workflow::estimateTraining(wrong, run).ok());
}

void TstTrainingHooks::checksBeforeItBegins()
{
    RunContext run;
    const auto found = dataset::openDataset(at("data"), run);
    CF_VERIFY(found);
    const auto count = [](const std::vector<workflow::PreflightFinding> &findings, Severity of) {
        return std::count_if(findings.begin(), findings.end(),
                             [of](const auto &finding) { return finding.severity == of; });
    };
    const auto fine = workflow::checkTraining(request("checked", 6), *found);
    QCOMPARE(count(fine, Severity::Obstacle), 0);
    QCOMPARE(count(fine, Severity::Warning), 1); // nine normals are few

    auto wrong = request("checked", 6);
    wrong.categories = {"no such thing"};
    wrong.backbone = "no such network";
    QVERIFY(count(workflow::checkTraining(wrong, *found), Severity::Obstacle) == 2);
}

void TstTrainingHooks::showsWhatMayVary()
{
    RunContext run;
    using Normals = std::vector<std::vector<fs::path>>;
    const Normals paths = {normals()};
    const auto measured = workflow::showVariation(paths, {}, run);
    CF_VERIFY(measured);
    QCOMPARE(measured->light.size(), std::size_t{4});
    QVERIFY(measured->measured.brightnessPercent > 0.0);

    using engine::Variation;
    const auto none = workflow::showVariation(
        paths, {Variation::None, Variation::None, Variation::None, Variation::None}, run);
    const auto wide = workflow::showVariation(
        paths, {Variation::Wide, Variation::Wide, Variation::Wide, Variation::Wide}, run);
    CF_VERIFY(none);
    CF_VERIFY(wide);
    QCOMPARE(measured->background.size(), wide->background.size());
    const auto change = [](const std::vector<cv::Mat> &from, const std::vector<cv::Mat> &to) {
        double sum = 0.0;
        for (std::size_t i = 0; i < from.size(); ++i)
            sum += cv::norm(from[i], to[i], cv::NORM_L1);
        return sum;
    };
    for (const auto aspect : {&engine::VariationExamples::light, &engine::VariationExamples::pose,
                              &engine::VariationExamples::focus}) {
        const auto little = change((*none).*aspect, (*measured).*aspect);
        QVERIFY(little > 0.0);
        QVERIFY(change((*none).*aspect, (*wide).*aspect) > little);
    }
    QVERIFY(!workflow::showVariation(Normals{{at("nowhere.png")}}, {}, run).ok());
}

QTEST_GUILESS_MAIN(TstTrainingHooks)
#include "tst_training_hooks.moc"
