#include "tests/result_check.h"
#include "tests/ui/review/reviewed_project.h"
#include "ui/review/decision_writer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cf;
using namespace cf::ui;
namespace fs = std::filesystem;
using reviewed::kWaitMs;

class TstDecisionWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writesInTheOrderGiven();
    void takesBackWhatIsNotWrittenYet();
    void writesWhatIsWaitingBeforeItGoes();
    void stopsAtAFailureAndKeepsTheRest();
    void forgetsWhatIsDiscarded();

private:
    store::NewDecision decisionOn(std::size_t image, const std::string &reason) const
    {
        store::NewDecision decision;
        decision.reviewer = "Ada";
        decision.imageId = m_images.at(image);
        decision.verdict = store::Verdict::Ng;
        decision.reason = reason;
        return decision;
    }
    fs::path folder() const { return m_dir->path().toStdString(); }
    fs::path project() const { return folder() / "project"; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::vector<store::Id> m_images;
};

void TstDecisionWriter::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    reviewed::makeProject(folder(), 10, false);
    reviewed::addReviewer(folder(), "Ada");
    m_images.clear();
    const auto opened = store::Project::open(project()).orThrow();
    const auto dataset = opened.dataset(1).orThrow();
    for (const auto &image : dataset.categories.front().images)
        m_images.push_back(image.id);
}

void TstDecisionWriter::writesInTheOrderGiven()
{
    DecisionWriter writer(project());
    QSignalSpy idle(&writer, &DecisionWriter::idle);
    for (int i = 0; i < 50; ++i)
        writer.append(decisionOn(static_cast<std::size_t>(i % 10), std::to_string(i)));
    QVERIFY(writer.waiting() > 0);
    QTRY_VERIFY_WITH_TIMEOUT(!idle.empty(), kWaitMs);
    QCOMPARE(writer.waiting(), std::size_t(0));
    const auto trail = reviewed::trailOf(folder());
    QCOMPARE(trail.size(), std::size_t(50));
    for (std::size_t i = 0; i < trail.size(); ++i)
        QCOMPARE(trail[i].reason, std::to_string(i));
}

void TstDecisionWriter::takesBackWhatIsNotWrittenYet()
{
    DecisionWriter writer(project());
    QSignalSpy idle(&writer, &DecisionWriter::idle);
    writer.append(decisionOn(0, "first"));
    const auto second = writer.append(decisionOn(1, "second"));
    writer.withdraw(second, "Ada");
    writer.append(decisionOn(2, "third"));
    QTRY_VERIFY_WITH_TIMEOUT(!idle.empty(), kWaitMs);
    const auto trail = reviewed::trailOf(folder());
    QCOMPARE(trail.size(), std::size_t(4));
    QCOMPARE(trail[2].withdraws.value(), trail[1].sequence);
    QCOMPARE(trail[1].reason, std::string("second"));
}

void TstDecisionWriter::writesWhatIsWaitingBeforeItGoes()
{
    {
        DecisionWriter writer(project());
        for (int i = 0; i < 10; ++i)
            writer.append(decisionOn(static_cast<std::size_t>(i), "kept"));
    }
    QCOMPARE(reviewed::trailOf(folder()).size(), std::size_t(10));
}

void TstDecisionWriter::stopsAtAFailureAndKeepsTheRest()
{
    DecisionWriter writer(project());
    QSignalSpy failed(&writer, &DecisionWriter::failed);
    QSignalSpy idle(&writer, &DecisionWriter::idle);
    fs::rename(project(), folder() / "elsewhere"); // as a disk that is pulled out
    for (int i = 0; i < 3; ++i)
        writer.append(decisionOn(static_cast<std::size_t>(i), std::to_string(i)));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kWaitMs);
    QVERIFY(writer.isStopped());
    QCOMPARE(writer.waiting(), std::size_t(3));
    fs::rename(folder() / "elsewhere", project());
    writer.retry();
    QTRY_VERIFY_WITH_TIMEOUT(!idle.empty(), kWaitMs);
    QVERIFY(!writer.isStopped());
    const auto trail = reviewed::trailOf(folder());
    QCOMPARE(trail.size(), std::size_t(3));
    for (std::size_t i = 0; i < trail.size(); ++i)
        QCOMPARE(trail[i].reason, std::to_string(i));
}

void TstDecisionWriter::forgetsWhatIsDiscarded()
{
    DecisionWriter writer(project());
    QSignalSpy failed(&writer, &DecisionWriter::failed);
    auto unknown = decisionOn(0, "nobody's");
    unknown.reviewer = "Nobody";
    writer.append(unknown);
    writer.append(decisionOn(1, "after it"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kWaitMs);
    QVERIFY(failed.front().front().value<Error>().detail.find("Nobody") != std::string::npos);
    writer.discard();
    QCOMPARE(writer.waiting(), std::size_t(0));
    QSignalSpy idle(&writer, &DecisionWriter::idle);
    writer.append(decisionOn(2, "goes on"));
    QTRY_VERIFY_WITH_TIMEOUT(!idle.empty(), kWaitMs);
    QCOMPARE(reviewed::trailOf(folder()).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TstDecisionWriter)
#include "tst_decision_writer.moc"
