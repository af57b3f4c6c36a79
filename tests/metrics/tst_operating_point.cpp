#include "core/metrics/operating_point.h"

#include "tests/result_check.h"

#include <cmath>
#include <limits>

using namespace cf::metrics;

namespace {

/// Falling: 5 defect, 4 good, 3 defect and good, 1 good, good.
const std::vector<ScoredLabel> kSamples = {{1, false}, {5, true},  {3, true},
                                           {4, false}, {3, false}, {1, false}};

} // namespace

class TstOperatingPoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsEveryOutcomeOnce();
    void countsAsConfusionAtDoes();
    void keepsWithinAFalsePositiveRate_data();
    void keepsWithinAFalsePositiveRate();
    void restsOnNormalImagesAlone();
    void f1IsThatOfTheRanking();
    void weighsTheCosts();
    void saysWhatIsMissing();
};

void TstOperatingPoint::listsEveryOutcomeOnce()
{
    const auto points = operatingPoints(kSamples);
    CF_VERIFY(points);
    QCOMPARE(points->size(), std::size_t{5});
    QVERIFY((*points)[0].threshold > 5.0 && (*points)[0].threshold < 5.0001);
    QCOMPARE((*points)[0].counts.falseNegatives, std::size_t{2});
    QCOMPARE((*points)[0].counts.trueNegatives, std::size_t{4});
    QCOMPARE((*points)[3].threshold, 3.0);
    QCOMPARE((*points)[3].counts.truePositives, std::size_t{2});
    QCOMPARE((*points)[3].counts.falsePositives, std::size_t{2});
    QCOMPARE((*points)[4].counts.trueNegatives, std::size_t{0});
    QVERIFY(operatingPoints({})->empty());
    const std::vector<ScoredLabel> broken = {{std::nan(""), true}};
    QVERIFY(!operatingPoints(broken).ok());
}

void TstOperatingPoint::countsAsConfusionAtDoes()
{
    const auto points = operatingPoints(kSamples);
    CF_VERIFY(points);
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double threshold : {infinity, 6.0, 5.0, 4.5, 4.0, 3.0, 2.9, 1.0, 0.0, -infinity}) {
        const auto wanted = confusionAt(kSamples, threshold);
        CF_VERIFY(wanted);
        const auto counts = countsAt(*points, threshold);
        QCOMPARE(counts.truePositives, wanted->truePositives);
        QCOMPARE(counts.falsePositives, wanted->falsePositives);
        QCOMPARE(counts.trueNegatives, wanted->trueNegatives);
        QCOMPARE(counts.falseNegatives, wanted->falseNegatives);
    }
}

void TstOperatingPoint::keepsWithinAFalsePositiveRate_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("threshold");
    QTest::newRow("none") << 0.0 << 5.0;
    QTest::newRow("a quarter finds no more defects") << 0.25 << 5.0;
    QTest::newRow("a half") << 0.5 << 3.0;
    QTest::newRow("all, yet no more than needed") << 1.0 << 3.0;
}

void TstOperatingPoint::keepsWithinAFalsePositiveRate()
{
    QFETCH(double, rate);
    const auto points = operatingPoints(kSamples);
    CF_VERIFY(points);
    const auto point = withinFalsePositiveRate(*points, rate);
    QVERIFY(point.defined());
    QTEST(point.value->threshold, "threshold");
}

void TstOperatingPoint::restsOnNormalImagesAlone()
{
    const std::vector<ScoredLabel> normals = {{4, false}, {3, false}, {2, false}, {1, false}};
    const auto points = operatingPoints(normals);
    CF_VERIFY(points);
    QCOMPARE(withinFalsePositiveRate(*points, 0.25).value->threshold, 4.0);
    QCOMPARE(withinFalsePositiveRate(*points, 0.6).value->threshold, 3.0);
    QVERIFY(withinFalsePositiveRate(*points, 0.0).value->threshold > 4.0);
}

void TstOperatingPoint::f1IsThatOfTheRanking()
{
    const auto points = operatingPoints(kSamples);
    const auto ranked = imageMetrics(kSamples);
    CF_VERIFY(points);
    CF_VERIFY(ranked);
    double best = 0;
    for (const auto &point : *points)
        best = std::max(best, *f1Of(point.counts).value);
    QCOMPARE(best, *ranked->f1Max.value);
    QCOMPARE(*f1Of(countsAt(*points, 5)).value, 2.0 / 3.0);
    QCOMPARE(*f1Of(countsAt(*points, *ranked->f1Threshold)).value, best);
}

void TstOperatingPoint::weighsTheCosts()
{
    const auto points = operatingPoints(kSamples);
    CF_VERIFY(points);
    // At 5: half of the defects are missed, no false alarm. At 3: none missed, half false alarms.
    QCOMPARE(*expectedCost(countsAt(*points, 5), {100, 1, 0.1}).value, 0.1 * 100 * 0.5);
    QCOMPARE(*expectedCost(countsAt(*points, 3), {100, 1, 0.1}).value, 0.9 * 0.5);
    QCOMPARE(cheapest(*points, {100, 1, 0.1}).value->threshold, 3.0);
    QCOMPARE(cheapest(*points, {1, 1, 0.1}).value->threshold, 5.0);
    QVERIFY(cheapest(*points, {1, 1, 0.0}).value->threshold > 5.0); // nothing to find
}

void TstOperatingPoint::saysWhatIsMissing()
{
    const std::vector<ScoredLabel> defects = {{4, true}};
    const auto points = operatingPoints(defects);
    CF_VERIFY(points);
    QCOMPARE(withinFalsePositiveRate(*points, 0.1).reasonWhenUndefined,
             std::string("there is no normal image"));
    QCOMPARE(cheapest(*points, {}).reasonWhenUndefined, std::string("there is no normal image"));
    QVERIFY(!cheapest({}, {}).defined());
}

QTEST_GUILESS_MAIN(TstOperatingPoint)
#include "tst_operating_point.moc"
