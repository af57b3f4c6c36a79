#include "core/review/resume.h"
#include "trail.h"

#include <QTest>
#include <algorithm>

using namespace cf::review;
using cf::store::DecisionKind;
using cf::store::Verdict;

class TstResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_trail = {}; }
    void startsAtTheBeginning();
    void goesOnAfterTheLastDecision();
    void comesBackToWhatWasSkipped();
    void showsAgainWhatWasTakenBack();
    void passesWhatOthersHaveDecided();
    void endsWhereAllIsDecided();
    void keepsFirstAndSecondApart();
    void findsItsPlaceInAnotherOrder();
    void undoesStepByStepToTheFirst();

private:
    Trail m_trail;
    std::vector<QueueItem> m_queue = {{1, "bolt", "a", {}, {}, {}},
                                      {2, "bolt", "b", {}, {}, {}},
                                      {3, "bolt", "c", {}, {}, {}},
                                      {4, "bolt", "d", {}, {}, {}}};
    std::optional<std::size_t> position(const char *reviewer = "Ada",
                                        DecisionKind kind = DecisionKind::First) const
    {
        return resumePosition(m_queue, m_trail.decisions(), reviewer, kind);
    }
};

void TstResume::startsAtTheBeginning()
{
    QCOMPARE(*position(), 0U);
    QVERIFY(!resumePosition({}, {}, "Ada", DecisionKind::First));
}

void TstResume::goesOnAfterTheLastDecision()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Ada", "b", Verdict::Ng);
    QCOMPARE(*position(), 2U);
}

void TstResume::comesBackToWhatWasSkipped()
{
    m_trail.decide("Ada", "c", Verdict::Ok);
    QCOMPARE(*position(), 3U);
    m_trail.decide("Ada", "d", Verdict::Ok);
    QCOMPARE(*position(), 0U);
}

void TstResume::showsAgainWhatWasTakenBack()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    const auto second = m_trail.decide("Ada", "b", Verdict::Ok);
    m_trail.decide("Ada", "c", Verdict::Ok);
    m_trail.undo(3);
    QCOMPARE(*position(), 2U);
    m_trail.undo(second);
    QCOMPARE(*position(), 1U);
    m_trail.decide("Ada", "b", Verdict::Ng);
    QCOMPARE(*position(), 2U);
}

void TstResume::passesWhatOthersHaveDecided()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "b", Verdict::Ok);
    QCOMPARE(*position(), 2U);
    QCOMPARE(*position("Eve"), 2U);
}

void TstResume::endsWhereAllIsDecided()
{
    for (const char *image : {"a", "b", "c", "d"})
        m_trail.decide("Ada", image, Verdict::Unsure);
    QVERIFY(!position());
    m_trail.undo(2);
    QCOMPARE(*position(), 1U);
}

void TstResume::keepsFirstAndSecondApart()
{
    for (const char *image : {"a", "b"})
        m_trail.decide("Ada", image, Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ok, DecisionKind::Second);
    QCOMPARE(*position("Bob", DecisionKind::Second), 1U);
    QCOMPARE(*position("Bob"), 2U);
    m_trail.undo(3);
    QCOMPARE(*position("Bob", DecisionKind::Second), 0U);
    QCOMPARE(*position("Ada"), 2U);
}

void TstResume::findsItsPlaceInAnotherOrder()
{
    m_trail.decide("Ada", "b", Verdict::Ok);
    std::reverse(m_queue.begin(), m_queue.end()); // d c b a
    QCOMPARE(*position(), 3U);
    m_queue.erase(m_queue.begin() + 2); // the image has gone
    QCOMPARE(*position(), 0U);
}

void TstResume::undoesStepByStepToTheFirst()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "b", Verdict::Ok);
    m_trail.decide("Ada", "c", Verdict::Ok);
    QCOMPARE(*undoableDecision(m_trail.decisions(), "Ada"), 3);
    m_trail.undo(3);
    QCOMPARE(*undoableDecision(m_trail.decisions(), "Ada"), 1);
    m_trail.undo(1);
    QVERIFY(!undoableDecision(m_trail.decisions(), "Ada"));
    QCOMPARE(*undoableDecision(m_trail.decisions(), "Bob"), 2);
}

QTEST_GUILESS_MAIN(TstResume)
#include "tst_resume.moc"
