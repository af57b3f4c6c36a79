#include "core/review/second_opinion.h"
#include "tests/result_check.h"
#include "trail.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace cf::review;
using cf::store::DecisionKind;
using cf::store::Verdict;

namespace {

std::vector<QueueItem> images(int count)
{
    std::vector<QueueItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back({i, "bolt", std::to_string(1000 + i), {}, {}, {}});
    return items;
}

} // namespace

class TstSecondOpinion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_trail = {}; }
    void drawsTheShareAskedFor();
    void drawsTheSameForTheSameSeed();
    void holdsTheSmallerShareInTheLarger();
    void refusesAShareOutOfRange();
    void asksOnlyAboutOthersImages();
    void keepsTheQueueWhileItIsWorkedOn();
    void countsFirstAgainstSecond();
    void comparesOnlyTheSameBytes();
    void restrictsTheTableToReviewers();
    void givesKappaOfATrail();
    void listsWhatReviewersDifferOn();
    void takesSettledOnesOffTheList();

private:
    Trail m_trail;
};

void TstSecondOpinion::drawsTheShareAskedFor()
{
    QCOMPARE(drawSecondOpinions(images(200), 0.1, 1).orThrow().size(), 20U);
    QCOMPARE(drawSecondOpinions(images(10), 0.25, 1).orThrow().size(), 3U); // rounded
    QCOMPARE(drawSecondOpinions(images(10), 0, 1).orThrow().size(), 0U);
    QCOMPARE(drawSecondOpinions(images(10), 1, 1).orThrow().size(), 10U);
    QVERIFY(drawSecondOpinions({}, 0.5, 1).orThrow().empty());
}

void TstSecondOpinion::drawsTheSameForTheSameSeed()
{
    auto turned = images(100);
    std::reverse(turned.begin(), turned.end());
    const auto drawn = drawSecondOpinions(images(100), 0.2, 5).orThrow();
    QVERIFY(drawSecondOpinions(turned, 0.2, 5).orThrow() == drawn);
    QVERIFY(drawSecondOpinions(turned, 0.2, 6).orThrow() != drawn);
}

void TstSecondOpinion::holdsTheSmallerShareInTheLarger()
{
    const auto small = drawSecondOpinions(images(100), 0.1, 5).orThrow();
    const auto large = drawSecondOpinions(images(100), 0.3, 5).orThrow();
    QVERIFY(std::equal(small.begin(), small.end(), large.begin()));
}

void TstSecondOpinion::refusesAShareOutOfRange()
{
    for (const double share : {-0.1, 1.1, std::nan("")})
        QCOMPARE(drawSecondOpinions(images(2), share, 0).error().code, cf::ErrorCode::BadUsage);
}

void TstSecondOpinion::asksOnlyAboutOthersImages()
{
    m_trail.decide("Ada", "1000", Verdict::Ok);
    m_trail.decide("Bob", "1001", Verdict::Ok);
    m_trail.undo(m_trail.decide("Ada", "1002", Verdict::Ok));
    const auto forBob = secondOpinionQueue(images(4), m_trail.decisions(), "Bob");
    QCOMPARE(forBob.size(), 1U);
    QCOMPARE(forBob.front().path.string(), std::string("1000"));
    QCOMPARE(secondOpinionQueue(images(4), m_trail.decisions(), "Eve").size(), 2U);
    // Somebody who has judged it first is not blind, whoever else has.
    m_trail.decide("Bob", "1000", Verdict::Ng);
    QVERIFY(secondOpinionQueue(images(4), m_trail.decisions(), "Bob").empty());
}

void TstSecondOpinion::keepsTheQueueWhileItIsWorkedOn()
{
    for (const auto &image : images(4))
        m_trail.decide("Ada", image.path.string(), Verdict::Ok);
    const auto before = secondOpinionQueue(images(4), m_trail.decisions(), "Bob");
    m_trail.decide("Bob", "1001", Verdict::Ng, DecisionKind::Second);
    QVERIFY(secondOpinionQueue(images(4), m_trail.decisions(), "Bob") == before);
}

void TstSecondOpinion::countsFirstAgainstSecond()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ok, DecisionKind::Second);
    m_trail.decide("Ada", "b", Verdict::Ok);
    m_trail.decide("Bob", "b", Verdict::Ng, DecisionKind::Second);
    m_trail.decide("Ada", "c", Verdict::Unsure);
    m_trail.decide("Bob", "c", Verdict::Ng, DecisionKind::Second);
    m_trail.decide("Ada", "c", Verdict::Ng);                       // thought better of it
    m_trail.decide("Ada", "d", Verdict::Ok);                       // no second one
    m_trail.decide("Bob", "e", Verdict::Ok, DecisionKind::Second); // no first one
    m_trail.decide("Ada", "f", Verdict::Ok);
    m_trail.decide("Ada", "f", Verdict::Ok, DecisionKind::Second); // with oneself
    m_trail.undo(m_trail.decide("Bob", "d", Verdict::Ok, DecisionKind::Second));
    const auto table = ratingTable(m_trail.decisions());
    QCOMPARE(table.classCount, 3U);
    QVERIFY((table.counts == std::vector<std::uint64_t>{1, 1, 0, 0, 1, 0, 0, 0, 0}));
}

void TstSecondOpinion::comparesOnlyTheSameBytes()
{
    m_trail.decide("Ada", "a", Verdict::Ok, DecisionKind::First, "before");
    m_trail.decide("Bob", "a", Verdict::Ng, DecisionKind::Second, "after");
    const auto table = ratingTable(m_trail.decisions());
    QVERIFY(table.counts == std::vector<std::uint64_t>(9));
    QVERIFY(arbitrationList(m_trail.decisions()).empty());
}

void TstSecondOpinion::restrictsTheTableToReviewers()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ok, DecisionKind::Second);
    m_trail.decide("Eve", "a", Verdict::Ng, DecisionKind::Second);
    using Counts = std::pair<std::uint64_t, std::uint64_t>;
    const auto count = [&](const char *first, const char *second) {
        const auto counts = ratingTable(m_trail.decisions(), first, second).counts;
        return Counts(counts.at(0), counts.at(1));
    };
    QVERIFY(count("Ada", "Bob") == Counts(1, 0));
    QVERIFY(count("Ada", "Eve") == Counts(0, 1));
    QVERIFY(count("Eve", "Bob") == Counts(0, 0));
}

void TstSecondOpinion::givesKappaOfATrail()
{
    // 20, 5, 10, 15: p_o = .7, p_e = .5
    int image = 0;
    const auto add = [&](Verdict first, Verdict second, int times) {
        for (int i = 0; i < times; ++i) {
            const std::string name = std::to_string(image++);
            m_trail.decide("Ada", name, first);
            m_trail.decide("Bob", name, second, DecisionKind::Second);
        }
    };
    add(Verdict::Ok, Verdict::Ok, 20);
    add(Verdict::Ok, Verdict::Ng, 5);
    add(Verdict::Ng, Verdict::Ok, 10);
    add(Verdict::Ng, Verdict::Ng, 15);
    const auto agreement = cf::metrics::cohensKappa(ratingTable(m_trail.decisions()));
    CF_VERIFY(agreement);
    QCOMPARE(agreement->count, 50U);
    QVERIFY(std::abs(*agreement->kappa.value - 0.4) < 1e-12);
    QCOMPARE(arbitrationList(m_trail.decisions()).size(), 15U);
}

void TstSecondOpinion::listsWhatReviewersDifferOn()
{
    m_trail.decide("Ada", "b", Verdict::Ok);
    m_trail.decide("Bob", "b", Verdict::Unsure, DecisionKind::Second);
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ng); // both as the first
    m_trail.decide("Ada", "c", Verdict::Ok);
    m_trail.decide("Bob", "c", Verdict::Ok, DecisionKind::Second);
    m_trail.decide("Ada", "d", Verdict::Ok); // changed her own mind: no disagreement
    m_trail.decide("Ada", "d", Verdict::Ng);
    const auto list = arbitrationList(m_trail.decisions());
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list.at(0).path.string(), std::string("a"));
    QCOMPARE(list.at(0).decisions.size(), 2U);
    QCOMPARE(list.at(0).decisions.at(1).reviewer, std::string("Bob"));
    QCOMPARE(list.at(1).path.string(), std::string("b"));
}

void TstSecondOpinion::takesSettledOnesOffTheList()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ng, DecisionKind::Second);
    const auto settled = m_trail.decide("Eve", "a", Verdict::Ng, DecisionKind::Arbitration);
    QVERIFY(arbitrationList(m_trail.decisions()).empty());
    m_trail.undo(settled);
    QCOMPARE(arbitrationList(m_trail.decisions()).size(), 1U);
    m_trail.decide("Eve", "a", Verdict::Ng, DecisionKind::Arbitration);
    QVERIFY(arbitrationList(m_trail.decisions()).empty());
    m_trail.decide("Ada", "a", Verdict::Unsure); // after it was settled
    QCOMPARE(arbitrationList(m_trail.decisions()).size(), 1U);
}

QTEST_GUILESS_MAIN(TstSecondOpinion)
#include "tst_second_opinion.moc"
