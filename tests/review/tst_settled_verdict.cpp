#include "core/review/settled_verdict.h"
#include "tests/result_check.h"
#include "trail.h"

#include <QTest>

using namespace cf::review;
using cf::store::DecisionKind;
using cf::store::Verdict;

class TstSettledVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_trail = {}; }
    void isWhatAReviewerSaidLast();
    void isNoneWhereReviewersDiffer();
    void isThatOfAnArbitrationUntilSomebodyDecidesAgain();
    void isOfTheBytesThatWereSeen();
    void isNoneForTheSameBytesWithTwoVerdicts();

private:
    /// Of the image "a" with these bytes; fails the test where there is none.
    std::optional<Verdict> of(const std::string &image, const std::string &hash = "hash") const
    {
        for (const auto &one : settledVerdicts(m_trail.decisions()))
            if (one.image.path == image && one.imageSha256 == hash)
                return one.verdict;
        return Verdict::Withdrawn;
    }
    Trail m_trail;
};

void TstSettledVerdict::isWhatAReviewerSaidLast()
{
    QVERIFY(settledVerdicts(m_trail.decisions()).empty());
    m_trail.decide("Ada", "a", Verdict::Ok);
    const auto second = m_trail.decide("Ada", "a", Verdict::Ng);
    QVERIFY(of("a") == Verdict::Ng);
    m_trail.undo(second);
    QVERIFY(of("a") == Verdict::Ok);
    m_trail.undo(1);
    QVERIFY(of("a") == Verdict::Withdrawn);
}

void TstSettledVerdict::isNoneWhereReviewersDiffer()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ng, DecisionKind::Second);
    QVERIFY(of("a") == std::nullopt);
    m_trail.decide("Bob", "a", Verdict::Ok, DecisionKind::Second);
    QVERIFY(of("a") == Verdict::Ok);
}

void TstSettledVerdict::isThatOfAnArbitrationUntilSomebodyDecidesAgain()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Bob", "a", Verdict::Ng, DecisionKind::Second);
    m_trail.decide("Cyd", "a", Verdict::Ng, DecisionKind::Arbitration);
    QVERIFY(of("a") == Verdict::Ng);
    m_trail.decide("Ada", "a", Verdict::Unsure);
    QVERIFY(of("a") == std::nullopt);
}

void TstSettledVerdict::isOfTheBytesThatWereSeen()
{
    m_trail.decide("Ada", "a", Verdict::Ok, DecisionKind::First, "before");
    m_trail.decide("Ada", "a", Verdict::Ng, DecisionKind::First, "after");
    QVERIFY(of("a", "before") == Verdict::Ok);
    QVERIFY(of("a", "after") == Verdict::Ng);
}

void TstSettledVerdict::isNoneForTheSameBytesWithTwoVerdicts()
{
    m_trail.decide("Ada", "a", Verdict::Ok);
    m_trail.decide("Ada", "copy of a", Verdict::Ok);
    QVERIFY(of("a") == Verdict::Ok);
    m_trail.decide("Ada", "copy of a", Verdict::Ng);
    QVERIFY(of("a") == std::nullopt && of("copy of a") == std::nullopt);
}

QTEST_GUILESS_MAIN(TstSettledVerdict)
#include "tst_settled_verdict.moc"
