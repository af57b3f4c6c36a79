#include "core/store/project.h"
#include "tests/result_check.h"
#include "ui/train/training_feed.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cf;
using namespace cf::ui;

class TstTrainingFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesNewStepsAndALateScore();
    void isSilentWhenTheProjectIsGone();
};

void TstTrainingFeed::givesNewStepsAndALateScore()
{
    QTemporaryDir dir;
    const std::filesystem::path path = dir.filePath(QStringLiteral("project")).toStdString();
    auto project = store::Project::create(path);
    CF_VERIFY(project);
    const auto run = project->createRun({});
    CF_VERIFY(run);
    TrainingFeed feed;
    std::vector<store::LossStep> all;
    connect(&feed, &TrainingFeed::arrived, this, [&](const std::vector<store::LossStep> &steps) {
        all.insert(all.end(), steps.begin(), steps.end());
    });
    CF_VERIFY(
        project->appendLosses(*run, {{1, 0.1, {{"total", 3.0}}}, {2, 0.1, {{"total", 2.0}}}}));
    feed.follow(path, *run);
    QTRY_COMPARE(all.size(), std::size_t{2});
    QCOMPARE(all[1].step, std::int64_t{2});
    // The step that was read already is written again, with its score.
    CF_VERIFY(project->appendLosses(*run, {{2, 0.1, {{"score", 0.5}, {"total", 2.0}}}}));
    QTRY_COMPARE(all.size(), std::size_t{3});
    QCOMPARE(all[2].step, std::int64_t{2});
    QCOMPARE(all[2].terms.size(), std::size_t{2});
    // Nothing new, nothing said.
    feed.finish();
    QTest::qWait(100);
    QCOMPARE(all.size(), std::size_t{3});
}

void TstTrainingFeed::isSilentWhenTheProjectIsGone()
{
    TrainingFeed feed;
    bool arrived = false;
    connect(&feed, &TrainingFeed::arrived, this, [&] { arrived = true; });
    feed.follow("no/such/project", 1);
    feed.finish();
    QTest::qWait(100);
    QVERIFY(!arrived);
}

QTEST_MAIN(TstTrainingFeed)
#include "tst_training_feed.moc"
