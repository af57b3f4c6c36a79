#include "core/metrics/zone_evidence.h"

#include "tests/result_check.h"

#include <cmath>

using namespace cf::metrics;

namespace {

RankedScores scoresFrom(int normals, int defects)
{
    RankedScores scores;
    for (int i = 0; i < normals; ++i)
        scores.normal.push_back(i);
    for (int i = 0; i < defects; ++i)
        scores.defect.push_back(1000 + i);
    return scores;
}

} // namespace

class TstZoneEvidence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNothingOfEscapesWithoutDefects();
    void boundsEscapesThatWereNotSeen_data();
    void boundsEscapesThatWereNotSeen();
    void estimatesEscapesThatWereSeen();
    void addsWhatAReviewerMisses();
    void knowsNothingOfRejectsWithoutNormals();
    void refusesWhatIsOutOfRange();
};

void TstZoneEvidence::knowsNothingOfEscapesWithoutDefects()
{
    const auto evidence = zoneEvidence(scoresFrom(100, 0), {90, 98}, {});
    CF_VERIFY(evidence);
    QVERIFY(evidence->escape.evidence == Evidence::None);
    QVERIFY(evidence->reviewedDefects.evidence == Evidence::None);
    QCOMPARE(evidence->escape.share.reasonWhenUndefined,
             std::string("there is no defective picture"));
    QVERIFY(!evidence->escape.interval.defined());
    QVERIFY(!evidence->escape.atMost.defined());
    QVERIFY(!evidence->escapesPerMillionAtMost.defined());
    // What can be told all the same: 2 of 100 rejected, 8 reviewed.
    QVERIFY(evidence->falseReject.evidence == Evidence::Estimated);
    QCOMPARE(*evidence->falseReject.share.value, 0.02);
    QCOMPARE(*evidence->reviewedNormals.share.value, 0.08);
    const auto wanted = wilsonInterval(2, 100);
    QCOMPARE(evidence->falseReject.interval.value->high, wanted->value->high);
}

void TstZoneEvidence::boundsEscapesThatWereNotSeen_data()
{
    QTest::addColumn<int>("defects");
    QTest::addColumn<double>("atMost"); // 1 - 0.05^(1/n)
    QTest::newRow("1") << 1 << 0.95;
    QTest::newRow("5") << 5 << 0.4507197283;
    QTest::newRow("40") << 40 << 0.0721575245;
    QTest::newRow("300") << 300 << 0.0099360819;
}

void TstZoneEvidence::boundsEscapesThatWereNotSeen()
{
    QFETCH(int, defects);
    QFETCH(double, atMost);
    InspectionCosts costs;
    costs.defectRate = 0.02;
    const auto evidence = zoneEvidence(scoresFrom(10, defects), {500, 500}, costs);
    CF_VERIFY(evidence);
    QVERIFY(evidence->escape.evidence == Evidence::UpperBoundOnly);
    QCOMPARE(*evidence->escape.share.value, 0.0);
    QVERIFY(std::abs(*evidence->escape.atMost.value - atMost) < 1e-8);
    // The rule of three is the same for many pictures, and never below.
    QVERIFY(*evidence->escape.atMost.value < 3.0 / defects);
    QVERIFY(std::abs(*evidence->escapesPerMillionAtMost.value - 20000 * atMost) < 1e-3);
}

void TstZoneEvidence::estimatesEscapesThatWereSeen()
{
    const auto evidence = zoneEvidence(scoresFrom(10, 50), {1005, 1010}, {});
    CF_VERIFY(evidence);
    QVERIFY(evidence->escape.evidence == Evidence::Estimated);
    QCOMPARE(evidence->escape.seen, std::size_t{5});
    QCOMPARE(evidence->escape.pictures, std::size_t{50});
    QVERIFY(!evidence->escape.atMost.defined());
    QCOMPARE(*evidence->escapesPerMillionAtMost.value, 1e4 * evidence->escape.interval.value->high);
    QVERIFY(evidence->falseReject.evidence == Evidence::UpperBoundOnly);
}

void TstZoneEvidence::addsWhatAReviewerMisses()
{
    InspectionCosts costs;
    const auto scores = scoresFrom(10, 50);
    const auto sure = zoneEvidence(scores, {500, 1010}, costs);
    costs.reviewMissRate = 0.1;
    const auto slipping = zoneEvidence(scores, {500, 1010}, costs);
    QCOMPARE(*slipping->escapesPerMillionAtMost.value,
             *sure->escapesPerMillionAtMost.value +
                 1e4 * 0.1 * sure->reviewedDefects.interval.value->high);
    // Everything reviewed and every defect missed: all escape, no more.
    costs.reviewMissRate = 1;
    QCOMPARE(*zoneEvidence(scores, {-1, 9999}, costs)->escapesPerMillionAtMost.value, 1e4);
}

void TstZoneEvidence::knowsNothingOfRejectsWithoutNormals()
{
    const auto evidence = zoneEvidence(scoresFrom(0, 5), {500, 500}, {});
    CF_VERIFY(evidence);
    QVERIFY(evidence->falseReject.evidence == Evidence::None);
    QCOMPARE(evidence->falseReject.atMost.reasonWhenUndefined,
             std::string("there is no normal picture"));
}

void TstZoneEvidence::refusesWhatIsOutOfRange()
{
    QVERIFY(!zoneEvidence(scoresFrom(1, 1), {2, 1}, {}).ok());
    QVERIFY(!zoneEvidence(scoresFrom(0, 0), {1, 2}, {}, 0).ok());
}

QTEST_GUILESS_MAIN(TstZoneEvidence)
#include "tst_zone_evidence.moc"
