#include "core/metrics/agreement.h"
#include "tests/result_check.h"

#include <QTest>
#include <cmath>

using namespace cf::metrics;

namespace {

constexpr double kRounding = 1e-12;

bool isNear(double value, double wanted, double tolerance)
{
    return std::abs(value - wanted) <= tolerance;
}

} // namespace

class TstAgreement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheFiguresOfTheTextbooks_data();
    void givesTheFiguresOfTheTextbooks();
    void isOneWhereAllAgree();
    void isNegativeWhereNoneAgrees();
    void doesNotCareForTheOrderOfRatersAndClasses();
    void isNotDefinedWithoutRatings();
    void isNotDefinedForOneClass();
    void drawsTheSameForTheSameSeed();
    void comesCloseToTheAnalyticIntervalForManyRatings();
    void leavesOutReplicatesThatSayNothing();
    void refusesWhatDoesNotFit();
};

void TstAgreement::givesTheFiguresOfTheTextbooks_data()
{
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<double>("kappa");
    QTest::addColumn<double>("kappaTolerance");
    QTest::addColumn<double>("standardError");
    QTest::addColumn<double>("errorTolerance");
    // Cohen 1960, table 1, as counts of 200: kappa .492. The error: delta method by differences.
    QTest::newRow("Cohen") << QList{88, 10, 2, 14, 40, 6, 18, 10, 12} << 0.492 << 5e-4
                           << 0.0510018156 << 1e-9;
    // Agresti, Categorical Data Analysis: two film critics; kappa .389, standard error .0598.
    QTest::newRow("film critics") << QList{24, 8, 13, 8, 13, 11, 10, 9, 64} << 0.389 << 5e-4
                                  << 0.0598 << 5e-5;
    // Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1: kappa
    // .89 - .66 over 1 - .66. The error: delta method by differences.
    QTest::newRow("diagnoses") << QList{75, 1, 4, 5, 4, 1, 0, 0, 10} << 0.23 / 0.34 << kRounding
                               << 0.0877029535 << 1e-9;
    // The same observed agreement of .6, and two kappas.
    QTest::newRow("even shares") << QList{45, 15, 25, 15} << 0.06 / 0.46 << kRounding
                                 << 0.0986615376 << 1e-9;
    QTest::newRow("uneven shares")
        << QList{25, 35, 5, 35} << 0.14 / 0.54 << kRounding << 0.0771597317 << 1e-9;
}

void TstAgreement::givesTheFiguresOfTheTextbooks()
{
    QFETCH(QList<int>, counts);
    QFETCH(double, kappa);
    QFETCH(double, kappaTolerance);
    QFETCH(double, standardError);
    QFETCH(double, errorTolerance);
    RatingTable table;
    table.classCount = counts.size() == 4 ? 2 : 3;
    table.counts.assign(counts.begin(), counts.end());
    const auto agreement = cohensKappa(table);
    CF_VERIFY(agreement);
    QVERIFY(isNear(*agreement->kappa.value, kappa, kappaTolerance));
    QVERIFY(isNear(*agreement->standardError.value, standardError, errorTolerance));
    const double half = 1.959963984540054 * *agreement->standardError.value;
    QVERIFY(isNear(agreement->interval.value->low, *agreement->kappa.value - half, 1e-9));
    QVERIFY(isNear(agreement->interval.value->high, *agreement->kappa.value + half, 1e-9));
    QVERIFY(agreement->bootstrap.value->low < kappa && kappa < agreement->bootstrap.value->high);
}

void TstAgreement::isOneWhereAllAgree()
{
    const auto agreement = cohensKappa({2, {10, 0, 0, 5}});
    CF_VERIFY(agreement);
    QCOMPARE(*agreement->kappa.value, 1.0);
    QVERIFY(*agreement->standardError.value < 1e-8);
    QCOMPARE(agreement->bootstrap.value->low, 1.0);
}

void TstAgreement::isNegativeWhereNoneAgrees()
{
    const auto agreement = cohensKappa({2, {0, 10, 10, 0}});
    CF_VERIFY(agreement);
    QCOMPARE(*agreement->kappa.value, -1.0);
    QCOMPARE(agreement->interval.value->low, -1.0);
    // One class each, and not the same: as good as chance.
    QCOMPARE(*cohensKappa({2, {0, 10, 0, 0}})->kappa.value, 0.0);
}

void TstAgreement::doesNotCareForTheOrderOfRatersAndClasses()
{
    const auto agreement = cohensKappa({3, {88, 10, 2, 14, 40, 6, 18, 10, 12}});
    const auto exchanged = cohensKappa({3, {88, 14, 18, 10, 40, 10, 2, 6, 12}});
    const auto renamed = cohensKappa({3, {12, 10, 18, 6, 40, 14, 2, 10, 88}});
    for (const auto *other : {&exchanged, &renamed}) {
        QVERIFY(isNear(*(*other)->kappa.value, *agreement->kappa.value, kRounding));
        QVERIFY(isNear(*(*other)->standardError.value, *agreement->standardError.value, kRounding));
    }
}

void TstAgreement::isNotDefinedWithoutRatings()
{
    const auto agreement = cohensKappa({2, {0, 0, 0, 0}});
    CF_VERIFY(agreement);
    QCOMPARE(agreement->count, 0U);
    QVERIFY(!agreement->observed.defined());
    QVERIFY(!agreement->kappa.defined());
    QCOMPARE(agreement->interval.reasonWhenUndefined, std::string("no image was rated by both"));
}

void TstAgreement::isNotDefinedForOneClass()
{
    const auto agreement = cohensKappa({3, {0, 0, 0, 0, 7, 0, 0, 0, 0}});
    CF_VERIFY(agreement);
    QCOMPARE(*agreement->observed.value, 1.0);
    QVERIFY(!agreement->kappa.defined());
    QVERIFY(!agreement->bootstrap.defined());
    QVERIFY(!agreement->kappa.reasonWhenUndefined.empty());
}

void TstAgreement::drawsTheSameForTheSameSeed()
{
    const RatingTable table{2, {20, 5, 10, 15}};
    const auto interval = [&](std::uint64_t seed) {
        BootstrapOptions options;
        options.seed = seed;
        return *cohensKappa(table, options)->bootstrap.value;
    };
    QCOMPARE(interval(3).low, interval(3).low);
    QCOMPARE(interval(3).high, interval(3).high);
    QVERIFY(interval(3).low != interval(4).low || interval(3).high != interval(4).high);
}

void TstAgreement::comesCloseToTheAnalyticIntervalForManyRatings()
{
    const auto agreement = cohensKappa({2, {2000, 500, 1000, 1500}});
    CF_VERIFY(agreement);
    const double width = agreement->interval.value->high - agreement->interval.value->low;
    QVERIFY(isNear(agreement->bootstrap.value->low, agreement->interval.value->low, width / 10));
    QVERIFY(isNear(agreement->bootstrap.value->high, agreement->interval.value->high, width / 10));
}

void TstAgreement::leavesOutReplicatesThatSayNothing()
{
    // Every third replicate draws the first class alone.
    const auto agreement = cohensKappa({2, {99, 0, 0, 1}});
    CF_VERIFY(agreement);
    QCOMPARE(agreement->bootstrap.value->low, 1.0);
    QCOMPARE(agreement->bootstrap.value->high, 1.0);
}

void TstAgreement::refusesWhatDoesNotFit()
{
    QCOMPARE(cohensKappa({2, {1, 2, 3}}).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(cohensKappa({0, {}}).error().code, cf::ErrorCode::BadUsage);
    BootstrapOptions options;
    options.replicates = 0;
    QCOMPARE(cohensKappa({2, {1, 2, 3, 4}}, options).error().code, cf::ErrorCode::BadUsage);
    options.replicates = 10;
    options.confidence = 1;
    QCOMPARE(cohensKappa({2, {1, 2, 3, 4}}, options).error().code, cf::ErrorCode::BadUsage);
}

QTEST_GUILESS_MAIN(TstAgreement)
#include "tst_agreement.moc"
