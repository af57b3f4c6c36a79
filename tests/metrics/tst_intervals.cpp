#include "core/metrics/intervals.h"
#include "tests/result_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using cf::metrics::BootstrapOptions;
using cf::metrics::ScoredLabel;
using Samples = std::vector<ScoredLabel>;

namespace {

Samples overlappingSamples(unsigned seed, int count)
{
    std::mt19937 random(seed);
    Samples samples;
    for (int i = 0; i < count; ++i) {
        const bool anomalous = i % 3 == 0;
        samples.push_back({static_cast<double>(random() % 100 + (anomalous ? 40 : 0)), anomalous});
    }
    return samples;
}

double widthOf(const cf::metrics::OrUndefined<cf::metrics::Interval> &interval)
{
    return interval.value->high - interval.value->low;
}

} // namespace

class TstIntervals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithScipy_data();
    void agreesWithScipy();
    void refusesRatesThatCannotBe();
    void holdsTheMeasuredValue();
    void repeatsWithTheSameSeed();
    void ignoresTheOrderOfTheImages();
    void narrowsWithMoreImages();
    void widensWithTheConfidence();
    void approachesTheKnownSpread();
    void isAPointWhenTheClassesPart();
    void isUndefinedForOneClass();
    void refusesOptionsOutOfRange();
};

void TstIntervals::agreesWithScipy_data()
{
    // scipy.stats.binomtest(k, n).proportion_ci(confidence, 'wilson'), 1.10
    QTest::addColumn<int>("successes");
    QTest::addColumn<int>("trials");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("8 of 10") << 8 << 10 << 0.95 << 0.4901624715366418 << 0.9433178485456248;
    QTest::newRow("8 of 10, 99 %") << 8 << 10 << 0.99 << 0.4008186965216716 << 0.9598688474953836;
    QTest::newRow("none") << 0 << 5 << 0.95 << 0.0 << 0.43448246478317476;
    QTest::newRow("all") << 5 << 5 << 0.95 << 0.5655175352168251 << 1.0;
    QTest::newRow("rare") << 1 << 1000 << 0.95 << 0.00017654637062607809 << 0.0056425585979579355;
}

void TstIntervals::agreesWithScipy()
{
    QFETCH(int, successes);
    QFETCH(int, trials);
    QFETCH(double, confidence);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = cf::metrics::wilsonInterval(
        static_cast<std::uint64_t>(successes), static_cast<std::uint64_t>(trials), confidence);
    CF_VERIFY(interval);
    QVERIFY(std::abs(interval->value->low - low) < 1e-12);
    QVERIFY(std::abs(interval->value->high - high) < 1e-12);
}

void TstIntervals::refusesRatesThatCannotBe()
{
    QCOMPARE(cf::metrics::wilsonInterval(3, 2).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(cf::metrics::wilsonInterval(1, 2, 1.0).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(cf::metrics::wilsonInterval(1, 2, std::nan("")).error().code, cf::ErrorCode::BadUsage);
    const auto none = cf::metrics::wilsonInterval(0, 0);
    CF_VERIFY(none);
    QVERIFY(!none->defined());
    QCOMPARE(none->reasonWhenUndefined, std::string("there are no trials"));
}

void TstIntervals::holdsTheMeasuredValue()
{
    const Samples samples = overlappingSamples(1, 90);
    const auto metrics = cf::metrics::imageMetrics(samples);
    const auto intervals = cf::metrics::bootstrapIntervals(samples);
    CF_VERIFY(intervals);
    QVERIFY(intervals->auroc.value->low < *metrics->auroc.value);
    QVERIFY(intervals->auroc.value->high > *metrics->auroc.value);
    QVERIFY(intervals->averagePrecision.value->low < *metrics->averagePrecision.value);
    QVERIFY(intervals->averagePrecision.value->high > *metrics->averagePrecision.value);
    QVERIFY(intervals->auroc.value->low >= 0 && intervals->auroc.value->high <= 1);
}

void TstIntervals::repeatsWithTheSameSeed()
{
    const Samples samples = overlappingSamples(2, 60);
    const auto first = cf::metrics::bootstrapIntervals(samples, {.seed = 5, .replicates = 200});
    const auto again = cf::metrics::bootstrapIntervals(samples, {.seed = 5, .replicates = 200});
    const auto other = cf::metrics::bootstrapIntervals(samples, {.seed = 6, .replicates = 200});
    QVERIFY(first->auroc.value->low == again->auroc.value->low);
    QVERIFY(first->averagePrecision.value->high == again->averagePrecision.value->high);
    QVERIFY(first->averagePrecision.value->high != other->averagePrecision.value->high);
}

void TstIntervals::ignoresTheOrderOfTheImages()
{
    Samples samples = overlappingSamples(3, 60);
    const auto before = cf::metrics::bootstrapIntervals(samples, {.replicates = 200});
    std::shuffle(samples.begin(), samples.end(), std::mt19937(8));
    const auto after = cf::metrics::bootstrapIntervals(samples, {.replicates = 200});
    QVERIFY(before->auroc.value->low == after->auroc.value->low);
    QVERIFY(before->averagePrecision.value->high == after->averagePrecision.value->high);
}

void TstIntervals::narrowsWithMoreImages()
{
    const auto few = cf::metrics::bootstrapIntervals(overlappingSamples(4, 30));
    const auto many = cf::metrics::bootstrapIntervals(overlappingSamples(4, 900));
    QVERIFY(widthOf(many->auroc) < widthOf(few->auroc) / 2);
    QVERIFY(widthOf(many->averagePrecision) < widthOf(few->averagePrecision) / 2);
}

void TstIntervals::widensWithTheConfidence()
{
    const Samples samples = overlappingSamples(5, 60);
    const auto narrow = cf::metrics::bootstrapIntervals(samples, {.confidence = 0.8});
    const auto wide = cf::metrics::bootstrapIntervals(samples, {.confidence = 0.99});
    QVERIFY(widthOf(narrow->auroc) < widthOf(wide->auroc));
}

void TstIntervals::approachesTheKnownSpread()
{
    // One anomalous image among 400 normal ones, above half of them: AUROC is then the share of
    // normals below it, and its bootstrap spread that of a binomial rate, 0.5 +- 1.96 * sqrt(0.25 /
    // 400).
    Samples samples = {{0, true}};
    for (int i = 0; i < 400; ++i)
        samples.push_back({i % 2 == 0 ? -1.0 : 1.0, false});
    const auto intervals = cf::metrics::bootstrapIntervals(samples, {.replicates = 4000});
    CF_VERIFY(intervals);
    QVERIFY(std::abs(intervals->auroc.value->low - (0.5 - 0.049)) < 0.005);
    QVERIFY(std::abs(intervals->auroc.value->high - (0.5 + 0.049)) < 0.005);
}

void TstIntervals::isAPointWhenTheClassesPart()
{
    const Samples samples = {{3, true}, {2, true}, {1, false}, {0, false}};
    const auto intervals = cf::metrics::bootstrapIntervals(samples);
    CF_VERIFY(intervals);
    QVERIFY(intervals->auroc.value->low == 1.0);
    QVERIFY(intervals->averagePrecision.value->high == 1.0);
}

void TstIntervals::isUndefinedForOneClass()
{
    const Samples normal = {{3, false}, {2, false}};
    const auto intervals = cf::metrics::bootstrapIntervals(normal);
    CF_VERIFY(intervals);
    QVERIFY(!intervals->auroc.defined());
    QCOMPARE(intervals->averagePrecision.reasonWhenUndefined,
             std::string("there is no anomalous image"));
    const Samples anomalous = {{3, true}};
    QCOMPARE(cf::metrics::bootstrapIntervals(anomalous)->auroc.reasonWhenUndefined,
             std::string("there is no normal image"));
}

void TstIntervals::refusesOptionsOutOfRange()
{
    Samples samples = overlappingSamples(6, 10);
    QCOMPARE(cf::metrics::bootstrapIntervals(samples, {.replicates = 0}).error().code,
             cf::ErrorCode::BadUsage);
    QCOMPARE(cf::metrics::bootstrapIntervals(samples, {.confidence = 0}).error().code,
             cf::ErrorCode::BadUsage);
    samples[3].score = std::numeric_limits<double>::infinity();
    QCOMPARE(cf::metrics::bootstrapIntervals(samples).error().code, cf::ErrorCode::BadData);
}

QTEST_GUILESS_MAIN(TstIntervals)
#include "tst_intervals.moc"
