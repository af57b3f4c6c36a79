#include "ui/jobs/error_text.h"
#include "ui/jobs/job_model.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/jobs_dock.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <latch>
#include <thread>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

Result<void> untilStopped(RunContext &run)
{
    while (true) {
        run.step({"train", 1, 2});
        std::this_thread::yield();
    }
}

} // namespace

class TstJobRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversTheValueInTheGuiThread();
    void tellsTheEndToWhoListensAfterTheStart();
    void forgetsTheValueWhenItsReceiverIsGone();
    void keepsTheErrorOfAFailedJob_data();
    void keepsTheErrorOfAFailedJob();
    void stopsARunningJobAtItsNextStep();
    void stopsAWaitingJobBeforeItBegins();
    void runsTheEngineLaneInOrder();
    void letsTheFilesLanePassTheEngineLane();
    void showsProgressAndLog();
    void retriesWhatFailed();
    void forgetsWhatIsReadInPassing();
    void stopsAndWaitsWhenDestroyed();
    void everyStateKnowsItsButtons();
    void modelIsSound();
    void dockStopsRetriesAndClears();
};

void TstJobRunner::deliversTheValueInTheGuiThread()
{
    JobRunner runner;
    QThread *worker = nullptr;
    QThread *receiver = nullptr;
    int value = 0;
    auto *job = runner.start<int>(
        Lane::Files, u"answer"_s,
        [&worker](RunContext &) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        this,
        [&](int got) {
            value = got;
            receiver = QThread::currentThread();
        });
    QVERIFY(job->canStop());
    QSignalSpy ended(job, &Job::ended);
    QVERIFY(ended.wait());
    QCOMPARE(value, 42);
    QCOMPARE(job->state(), JobState::Done);
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(worker != QThread::currentThread());
    QTest::qWait(250);
    QCOMPARE(ended.count(), 1);
}

void TstJobRunner::tellsTheEndToWhoListensAfterTheStart()
{
    JobRunner runner;
    // Many, since a job has to be quick to be over before its caller has it.
    constexpr int kJobs = 100;
    int heard = 0;
    for (int i = 0; i < kJobs; ++i) {
        auto *job =
            runner.start(Lane::Files, u"quick"_s, [](RunContext &) -> Result<void> { return {}; });
        connect(job, &Job::ended, this, [&heard] { ++heard; });
        QTRY_VERIFY(job->isOver());
        runner.clearPast();
    }
    QCOMPARE(heard, kJobs);
}

void TstJobRunner::forgetsTheValueWhenItsReceiverIsGone()
{
    JobRunner runner;
    std::latch begun(1);
    std::latch mayEnd(1);
    bool called = false;
    auto receiver = std::make_unique<QObject>();
    auto *job = runner.start(
        Lane::Files, u"late"_s,
        [&](RunContext &) -> Result<void> {
            begun.count_down();
            mayEnd.wait();
            return {};
        },
        receiver.get(), [&called] { called = true; });
    begun.wait();
    receiver.reset();
    mayEnd.count_down();
    QTRY_COMPARE(job->state(), JobState::Done);
    QVERIFY(!called);
}

void TstJobRunner::keepsTheErrorOfAFailedJob_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<int>("code");
    QTest::newRow("returned") << 0 << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("failure") << 1 << static_cast<int>(ErrorCode::DiskFull);
    QTest::newRow("out of memory") << 2 << static_cast<int>(ErrorCode::OutOfMemory);
    QTest::newRow("any exception") << 3 << static_cast<int>(ErrorCode::Failed);
}

void TstJobRunner::keepsTheErrorOfAFailedJob()
{
    QFETCH(const int, how);
    QFETCH(const int, code);
    JobRunner runner;
    auto *job = runner.start(Lane::Files, u"bad"_s, [how](RunContext &) -> Result<void> {
        switch (how) {
        case 0:
            return Error::make(ErrorCode::NotFound, "No picture at a.png.");
        case 1:
            throw Failure(Error::make(ErrorCode::DiskFull, "No space for b.png."));
        case 2:
            throw std::bad_alloc();
        default:
            throw std::runtime_error("first line\nframe #1");
        }
    });
    QTRY_COMPARE(job->state(), JobState::Failed);
    QVERIFY(job->error());
    QCOMPARE(static_cast<int>(job->error()->code), code);
    QVERIFY(!errorText(*job->error()).contains(u"frame"_s));
    QVERIFY(!errorText(*job->error()).isEmpty());
}

void TstJobRunner::stopsARunningJobAtItsNextStep()
{
    JobRunner runner;
    auto *job = runner.start(Lane::Engine, u"train"_s, untilStopped);
    QTRY_COMPARE(job->state(), JobState::Running);
    job->stop();
    QCOMPARE(job->state(), JobState::Stopping);
    QVERIFY(!job->canStop());
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    QVERIFY(!job->error());
}

void TstJobRunner::stopsAWaitingJobBeforeItBegins()
{
    JobRunner runner;
    auto *first = runner.start(Lane::Engine, u"first"_s, untilStopped);
    bool begun = false;
    auto *second = runner.start(Lane::Engine, u"second"_s, [&begun](RunContext &) -> Result<void> {
        begun = true;
        return {};
    });
    QTRY_COMPARE(first->state(), JobState::Running);
    QCOMPARE(second->state(), JobState::Queued);
    second->stop();
    first->stop();
    QTRY_COMPARE(second->state(), JobState::Cancelled);
    QVERIFY(!begun);
}

void TstJobRunner::runsTheEngineLaneInOrder()
{
    JobRunner runner;
    QString order;
    for (int i = 0; i < 5; ++i)
        runner.start(Lane::Engine, QString::number(i), [&order, i](RunContext &) -> Result<void> {
            order += QString::number(i); // one at a time, so no lock is needed
            return {};
        });
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(order, u"01234"_s);
}

void TstJobRunner::letsTheFilesLanePassTheEngineLane()
{
    JobRunner runner;
    auto *training = runner.start(Lane::Engine, u"train"_s, untilStopped);
    auto *reading =
        runner.start(Lane::Files, u"read"_s, [](RunContext &) -> Result<void> { return {}; });
    QTRY_COMPARE(reading->state(), JobState::Done);
    QVERIFY(!training->isOver());
    runner.stopAll();
    QTRY_VERIFY(!runner.isBusy());
}

void TstJobRunner::showsProgressAndLog()
{
    JobRunner runner;
    std::latch mayEnd(1);
    auto *job = runner.start(Lane::Files, u"inspect"_s, [&](RunContext &run) -> Result<void> {
        run.step({"inspect", 30, 120});
        run.log(LogLevel::Warning, "a.png is cut off.");
        mayEnd.wait();
        return {};
    });
    QTRY_COMPARE(job->fraction().value_or(0.0), 0.25);
    QCOMPARE(job->log().size(), 1);
    QVERIFY(job->log().first().contains(u"a.png is cut off."_s));
    QVERIFY(!job->remainingMs());
    mayEnd.count_down();
    QTRY_COMPARE(job->state(), JobState::Done);
    QCOMPARE(job->fraction().value_or(0.0), 1.0);
}

void TstJobRunner::retriesWhatFailed()
{
    JobRunner runner;
    int tries = 0;
    bool done = false;
    auto *job = runner.start(
        Lane::Files, u"second time lucky"_s,
        [&tries](RunContext &) -> Result<void> {
            if (++tries == 1)
                return Error::make(ErrorCode::Failed, "Not yet.");
            return {};
        },
        this, [&done] { done = true; });
    QTRY_COMPARE(job->state(), JobState::Failed);
    QVERIFY(!done);
    auto *again = runner.retry(job);
    QVERIFY(again);
    QTRY_COMPARE(again->state(), JobState::Done);
    QVERIFY(done);
    QVERIFY(!runner.retry(again));
}

void TstJobRunner::forgetsWhatIsReadInPassing()
{
    JobRunner runner;
    JobModel model(&runner);
    const QAbstractItemModelTester tester(&model);
    JobsDock dock(&runner);
    int value = 0;
    const auto start = [&](auto work) {
        return runner.start<int>(
            Lane::Files, u"scores"_s, work, this, [&value](int got) { value = got; },
            Afterwards::Forgotten);
    };
    auto *listed =
        runner.start(Lane::Files, u"check"_s, [](RunContext &) -> Result<void> { return {}; });
    auto *chosen = dock.findChild<QTreeView *>();
    QSignalSpy ended(start([](RunContext &) -> Result<int> { return 42; }), &Job::ended);
    QCOMPARE(chosen->currentIndex().siblingAtColumn(JobModel::Title).data().toString(),
             u"check"_s); // a job in passing takes nothing from the user
    QVERIFY(ended.wait());
    QCOMPARE(value, 42);
    start([](RunContext &run) -> Result<int> {
        CF_RETURN_IF_ERROR(untilStopped(run));
        return 1;
    })->stop();
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(runner.jobs(), std::vector<Job *>{listed});
    QCOMPARE(model.rowCount(), 1);

    auto *failed = start([](RunContext &) -> Result<int> {
        return Error::make(ErrorCode::NotFound, "no such run");
    });
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(runner.jobs().back(), failed);
    QVERIFY(failed->canRetry());
}

void TstJobRunner::stopsAndWaitsWhenDestroyed()
{
    std::atomic<bool> left = false;
    {
        JobRunner runner;
        std::latch begun(1);
        runner.start(Lane::Engine, u"train"_s, [&](RunContext &run) -> Result<void> {
            begun.count_down();
            try {
                return untilStopped(run);
            } catch (const Cancelled &) {
                left = true;
                throw;
            }
        });
        begun.wait();
    }
    QVERIFY(left);
}

void TstJobRunner::everyStateKnowsItsButtons()
{
    for (const auto state : {JobState::Queued, JobState::Running, JobState::Stopping,
                             JobState::Done, JobState::Cancelled, JobState::Failed})
        QVERIFY(!jobStateText(state).isEmpty());
    QCOMPARE(durationText(59'400), u"59 s"_s);
    QCOMPARE(durationText(125'000), u"2 min 5 s"_s);
    QCOMPARE(durationText(3'720'000), u"1 h 2 min"_s);
    QCOMPARE(stageText("train"), u"Training"_s);
    QCOMPARE(stageText("something new"), u"something new"_s);
}

void TstJobRunner::modelIsSound()
{
    JobRunner runner;
    JobModel model(&runner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    runner.start(Lane::Files, u"older"_s, [](RunContext &) -> Result<void> { return {}; });
    runner.start(Lane::Files, u"newer"_s, [](RunContext &) -> Result<void> { return {}; });
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, JobModel::Title).data().toString(), u"newer"_s);
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(model.index(1, JobModel::State).data().toString(), jobStateText(JobState::Done));
    runner.clearPast();
    QCOMPARE(model.rowCount(), 0);
}

void TstJobRunner::dockStopsRetriesAndClears()
{
    JobRunner runner;
    JobsDock dock(&runner);
    dock.show();
    const auto buttons = dock.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    auto *stop = buttons[0];
    auto *retry = buttons[1];
    auto *clear = buttons[2];
    QVERIFY(!stop->isEnabled() && !retry->isEnabled() && !clear->isEnabled());
    auto *job = runner.start(Lane::Engine, u"train"_s, [](RunContext &run) {
        run.log(LogLevel::Info, "Using 3 templates.");
        return untilStopped(run);
    });
    QTRY_VERIFY(stop->isEnabled());
    auto *log = dock.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(log->toPlainText().contains(u"Using 3 templates."_s));
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    QTRY_VERIFY(retry->isEnabled());
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(runner.jobs().size(), std::size_t{2});
    runner.stopAll();
    QTRY_VERIFY(!runner.isBusy());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(runner.jobs().empty());
    QVERIFY(log->toPlainText().isEmpty());
}

QTEST_MAIN(TstJobRunner)
#include "tst_job_runner.moc"
