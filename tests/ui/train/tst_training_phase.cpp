#include "ui/train/training_controls.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(cf::ui::TrainingSituation)
Q_DECLARE_METATYPE(cf::ui::TrainingPhase)

class TstTrainingPhase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsFromTheJobs_data();
    void followsFromTheJobs();
    void enablesTheButtonsOfEachPhase_data();
    void enablesTheButtonsOfEachPhase();
    void startsOnlyWhenAllIsInOrder();
    void theFirstButtonMakesAProject();
    void onePauseButtonForBothWays();
    void everyButtonSaysWhatIsWanted();
};

void TstTrainingPhase::followsFromTheJobs_data()
{
    QTest::addColumn<TrainingSituation>("situation");
    QTest::addColumn<TrainingPhase>("phase");
    const auto row = [](const char *name, TrainingSituation situation, TrainingPhase phase) {
        QTest::newRow(name) << situation << phase;
    };
    using J = JobState;
    using P = TrainingPhase;
    row("nothing", {}, P::Idle);
    row("waits for its turn", {J::Queued, {}}, P::Preparing);
    row("computes features", {J::Running, {}}, P::Preparing);
    row("learns", {J::Running, {}, true}, P::Training);
    row("paused", {J::Running, {}, true, true}, P::Paused);
    row("paused before the first step", {J::Running, {}, false, true}, P::Preparing);
    row("keeps the best", {J::Running, {}, true, false, true}, P::Finishing);
    row("keeps the best, was paused", {J::Running, {}, true, true, true}, P::Finishing);
    row("is being stopped", {J::Stopping, {}, true}, P::Finishing);
    row("stopped", {J::Cancelled, {}, true}, P::Stopped);
    row("failed", {J::Failed, {}, true}, P::Failed);
    row("trained", {J::Done, {}, true}, P::Evaluating);
    row("is tested", {J::Done, J::Running, true}, P::Evaluating);
    row("waits for the test", {J::Done, J::Queued, true, false, true}, P::Evaluating);
    row("test is being stopped", {J::Done, J::Stopping, true}, P::Finishing);
    row("test stopped", {J::Done, J::Cancelled, true}, P::Stopped);
    row("test failed", {J::Done, J::Failed, true}, P::Failed);
    row("done", {J::Done, J::Done, true}, P::Done);
    row("done after keeping the best", {J::Done, J::Done, true, false, true}, P::Done);
}

void TstTrainingPhase::followsFromTheJobs()
{
    QFETCH(TrainingSituation, situation);
    QFETCH(TrainingPhase, phase);
    QVERIFY(phaseOf(situation) == phase);
}

void TstTrainingPhase::enablesTheButtonsOfEachPhase_data()
{
    QTest::addColumn<TrainingPhase>("phase");
    QTest::addColumn<QStringList>("enabled");
    using P = TrainingPhase;
    const auto start = u"startTraining"_s;
    const auto pause = u"pauseTraining"_s;
    const auto finish = u"finishTraining"_s;
    const auto stop = u"stopTraining"_s;
    QTest::newRow("idle") << P::Idle << QStringList{start};
    QTest::newRow("preparing") << P::Preparing << QStringList{stop};
    QTest::newRow("training") << P::Training << QStringList{finish, pause, stop};
    QTest::newRow("paused") << P::Paused << QStringList{finish, pause, stop};
    QTest::newRow("finishing") << P::Finishing << QStringList();
    QTest::newRow("stopped") << P::Stopped << QStringList{u"resumeTraining"_s, start};
    QTest::newRow("failed") << P::Failed << QStringList{u"retryTraining"_s, start};
    QTest::newRow("evaluating") << P::Evaluating << QStringList{stop};
    QTest::newRow("done") << P::Done << QStringList{start};
}

void TstTrainingPhase::enablesTheButtonsOfEachPhase()
{
    QFETCH(TrainingPhase, phase);
    QFETCH(QStringList, enabled);
    TrainingControls controls;
    controls.setHasProject(true);
    controls.show(phase, true, nullptr, {});
    QStringList found;
    for (const auto *button : controls.findChildren<QPushButton *>()) {
        if (button->isEnabled())
            found += button->objectName();
        QVERIFY2(!button->isEnabled() || button->isVisibleTo(&controls),
                 qPrintable(button->objectName())); // what can be pressed is seen
    }
    found.sort();
    QCOMPARE(found, enabled);
    QVERIFY(controls.firstControl());
}

void TstTrainingPhase::startsOnlyWhenAllIsInOrder()
{
    TrainingControls controls;
    controls.setHasProject(true);
    auto *start = controls.findChild<QPushButton *>(u"startTraining"_s);
    controls.show(TrainingPhase::Idle, false, nullptr, {});
    QVERIFY(!start->isEnabled());
    controls.show(TrainingPhase::Idle, true, nullptr, {});
    QVERIFY(start->isEnabled());
}

void TstTrainingPhase::theFirstButtonMakesAProject()
{
    TrainingControls controls;
    controls.show(TrainingPhase::Idle, false, nullptr, {});
    auto *start = controls.findChild<QPushButton *>(u"startTraining"_s);
    QVERIFY(start->isEnabled());
    QVERIFY(start->text().remove(u'&').contains(u"project"_s));
}

void TstTrainingPhase::onePauseButtonForBothWays()
{
    TrainingControls controls;
    QSignalSpy paused(&controls, &TrainingControls::pauseWanted);
    QSignalSpy resumed(&controls, &TrainingControls::resumeWanted);
    auto *button = controls.findChild<QPushButton *>(u"pauseTraining"_s);
    controls.show(TrainingPhase::Training, true, nullptr, {});
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(paused.size(), 1);
    controls.show(TrainingPhase::Paused, true, nullptr, {});
    QCOMPARE(button->text().remove(u'&'), u"Resume"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(resumed.size(), 1);
    QCOMPARE(paused.size(), 1);
}

void TstTrainingPhase::everyButtonSaysWhatIsWanted()
{
    TrainingControls controls;
    controls.setHasProject(true);
    const auto press = [&](TrainingPhase phase, const char *name) {
        controls.show(phase, true, nullptr, {});
        controls.findChild<QPushButton *>(QLatin1String(name))->click();
    };
    QSignalSpy started(&controls, &TrainingControls::startWanted);
    QSignalSpy finished(&controls, &TrainingControls::finishWanted);
    QSignalSpy stopped(&controls, &TrainingControls::stopWanted);
    QSignalSpy wentOn(&controls, &TrainingControls::goOnWanted);
    press(TrainingPhase::Done, "startTraining");
    press(TrainingPhase::Training, "finishTraining");
    press(TrainingPhase::Preparing, "stopTraining");
    press(TrainingPhase::Stopped, "resumeTraining");
    press(TrainingPhase::Failed, "retryTraining");
    QCOMPARE(started.size(), 1);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(stopped.size(), 1);
    QCOMPARE(wentOn.size(), 2);
}

QTEST_MAIN(TstTrainingPhase)
#include "tst_training_phase.moc"
