#include "core/demo/demo_data.h"
#include "core/store/project.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "ui/train/training_run.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

/// A real training on small pictures, told what the page's buttons tell it.
class TstTrainingRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pausesGoesOnAndKeepsTheBest();
    void stopsWhilePausedAndGoesOn();
    void showsATrainingOfBefore();
    void goesOnWithAnInterruptedTrainingOfBefore();

private:
    static constexpr int kLongMs = 240000;

    QTemporaryDir m_dir;

    workflow::TrainRequest request(const QString &project, int steps) const
    {
        workflow::TrainRequest request;
        request.project = m_dir.filePath(project).toStdString();
        request.data = m_dir.filePath(u"pictures"_s).toStdString();
        request.categories = {"cloth"};
        request.options.steps = steps;
        request.options.batch = 2;
        return request;
    }
};

void TstTrainingRun::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    demo::DemoOptions options;
    options.trainPerCategory = 8;
    options.goodPerCategory = 2;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(m_dir.filePath(u"pictures"_s).toStdString(), options, run));
}

void TstTrainingRun::pausesGoesOnAndKeepsTheBest()
{
    JobRunner runner;
    TrainingRun run(&runner);
    QSignalSpy evaluated(&run, &TrainingRun::evaluated);
    std::vector<engine::TrainingPreview> previews;
    connect(&run, &TrainingRun::previewed, this,
            [&](const engine::TrainingPreview &preview) { previews.push_back(preview); });
    QVERIFY(run.phase() == TrainingPhase::Idle);
    run.start(request(u"best"_s, 5000));
    QVERIFY(run.phase() == TrainingPhase::Preparing);
    run.pause(); // there is nothing to pause yet
    QVERIFY(run.phase() == TrainingPhase::Preparing);
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == TrainingPhase::Training, kLongMs);
    const auto *job = run.activeJob();
    QTRY_VERIFY_WITH_TIMEOUT(job->progress().done > 2, kLongMs);

    run.pause();
    QVERIFY(run.phase() == TrainingPhase::Paused);
    QTest::qWait(3000); // the step that was under way
    const auto at = job->progress().done;
    QTest::qWait(1000);
    QCOMPARE(job->progress().done, at);
    run.resume();
    QVERIFY(run.phase() == TrainingPhase::Training); // though nothing was reported yet
    QTRY_VERIFY_WITH_TIMEOUT(job->progress().done > at, kLongMs);

    run.finish();
    QVERIFY(run.phase() == TrainingPhase::Finishing);
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == TrainingPhase::Done, kLongMs);
    QCOMPARE(evaluated.size(), 1);
    QVERIFY(run.endedEarly());
    QVERIFY(run.summary() && run.summary()->steps < 5000);
    QVERIFY(run.pace() && run.pace()->waitingShare >= 0.0 && run.pace()->waitingShare <= 1.0);
    QVERIFY(!previews.empty());
    QVERIFY(!previews.back().samples.empty());
    QVERIFY(std::filesystem::exists(run.summary()->model));
}

void TstTrainingRun::stopsWhilePausedAndGoesOn()
{
    JobRunner runner;
    TrainingRun run(&runner);
    run.start(request(u"stopped"_s, 12));
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == TrainingPhase::Training, kLongMs);
    run.pause();
    QVERIFY(run.phase() == TrainingPhase::Paused);
    runner.jobs().back()->stop(); // as the dock of the jobs does
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == TrainingPhase::Stopped, kLongMs);
    QVERIFY(run.run());
    const auto number = *run.run();
    QSignalSpy histories(&run, &TrainingRun::historyRead);
    run.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == TrainingPhase::Done, kLongMs);
    QCOMPARE(*run.run(), number); // the same run
    QTRY_VERIFY_WITH_TIMEOUT(!histories.isEmpty(), 10000);
    QVERIFY(!run.endedEarly());
}

void TstTrainingRun::showsATrainingOfBefore()
{
    JobRunner runner;
    TrainingRun run(&runner);
    QSignalSpy shown(&run, &TrainingRun::shown);
    std::vector<engine::TrainingPreview> previews;
    connect(&run, &TrainingRun::historyRead, this,
            [&](const std::vector<engine::TrainingPreview> &read) { previews = read; });
    const auto project = m_dir.filePath(u"best"_s).toStdString();
    run.show(project, std::nullopt);
    QVERIFY(shown.wait(10000));
    QCOMPARE(run.run(), std::optional<std::string>("1"));
    QVERIFY(run.isOfBefore() && run.isTrained());
    QVERIFY(run.phase() == TrainingPhase::Done);
    const auto evaluation = shown[0][1].value<std::optional<workflow::Evaluation>>();
    QVERIFY(evaluation);
    const auto stored = store::Project::open(project).orThrow().latestEvaluation(1).orThrow();
    for (const auto &metric : stored->metrics)
        if (metric.category.empty() && metric.variant == store::Variant::Fused &&
            metric.name == "image_auroc")
            QCOMPARE(evaluation->mean.methods.at("fused").imageAuroc.value, metric.value);
    QTRY_VERIFY_WITH_TIMEOUT(!previews.empty(), 10000);

    run.show(m_dir.filePath(u"nowhere"_s).toStdString(), std::nullopt); // nothing comes of it
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(run.run(), std::optional<std::string>("1"));
    run.forget();
    QVERIFY(run.phase() == TrainingPhase::Idle);
}

void TstTrainingRun::goesOnWithAnInterruptedTrainingOfBefore()
{
    const auto project = m_dir.filePath(u"interrupted"_s).toStdString();
    {
        JobRunner runner;
        TrainingRun run(&runner);
        run.start(request(u"interrupted"_s, 12));
        QTRY_VERIFY_WITH_TIMEOUT(run.phase() == TrainingPhase::Training, kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(run.activeJob()->progress().done > 2, kLongMs);
    } // the program ends
    JobRunner runner;
    TrainingRun run(&runner);
    QSignalSpy evaluated(&run, &TrainingRun::evaluated);
    run.show(project, std::nullopt);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOfBefore(), 10000);
    QVERIFY(run.phase() == TrainingPhase::Stopped && !run.isTrained());
    run.goOn();
    QVERIFY(!run.isOfBefore());
    QVERIFY(evaluated.wait(kLongMs));
    const auto runs = store::Project::open(project).orThrow().runs().orThrow();
    QCOMPARE(runs.size(), std::size_t{1});
    QCOMPARE(runs[0].stepsDone, std::int64_t{12});
}

QTEST_MAIN(TstTrainingRun)
#include "tst_training_run.moc"
