#include "core/metrics/cost_operating_point.h"

#include "tests/result_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

using namespace cf::metrics;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Uniform in [0, 1), the same with every standard library.
double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Few distinct scores, so that most of them occur several times and in both classes.
std::vector<ScoredLabel> tiedSamples(std::mt19937_64 &random, std::size_t count)
{
    std::vector<ScoredLabel> samples;
    for (std::size_t i = 0; i < count; ++i) {
        const bool anomalous = i == 0 || (i > 1 && random() % 3 == 0);
        samples.push_back(
            {static_cast<double>(random() % 12) / 4 + (anomalous ? 1.0 : 0.0), anomalous});
    }
    return samples;
}

InspectionCosts randomCosts(std::mt19937_64 &random)
{
    InspectionCosts costs;
    costs.escape = 200 * uniform(random);
    costs.falseReject = 20 * uniform(random);
    costs.review = 4 * uniform(random);
    costs.defectRate = random() % 2 == 0 ? 0.1 * uniform(random) : uniform(random);
    if (random() % 2 == 0) {
        costs.reviewMissRate = 0.3 * uniform(random);
        costs.reviewFalseRejectRate = 0.3 * uniform(random);
    }
    return costs;
}

double costAt(const RankedScores &scores, const ZoneThresholds &thresholds,
              const InspectionCosts &costs)
{
    return *zoneTable(scores, thresholds, costs).value().expectedCost.value;
}

/// The least cost by trying every pair of thresholds that can make a difference.
double leastByBruteForce(const RankedScores &scores, const InspectionCosts &costs)
{
    std::vector<double> thresholds = {-kInfinity, kInfinity};
    thresholds.insert(thresholds.end(), scores.normal.begin(), scores.normal.end());
    thresholds.insert(thresholds.end(), scores.defect.begin(), scores.defect.end());
    double least = kInfinity;
    for (const double low : thresholds)
        for (const double high : thresholds)
            if (low <= high)
                least = std::min(least, costAt(scores, {low, high}, costs));
    return least;
}

RankedScores ranked(const std::vector<ScoredLabel> &samples)
{
    return rankedScores(samples).value();
}

CheapestZones cheapest(const RankedScores &scores, const InspectionCosts &costs)
{
    return *cheapestZones(scores, costs).value().value;
}

const RankedScores kSeparate = {{1, 2, 3}, {6, 8}};
const RankedScores kMixed = {{1, 2, 3, 5}, {4, 6, 8}};

} // namespace

class TstCostOperatingPoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sortsScoresIntoZones();
    void tellsCostsApart();
    void equalsBruteForceOnRandomScores();
    void ignoresTheOrderOfThePictures();
    void takesTheMiddleOfTheWidestGap();
    void partsNeighbouringNumbers();
    void followsExtremeCosts_data();
    void followsExtremeCosts();
    void reviewsNothingWithAUselessReviewer();
    void saysWhichClassIsMissing();
    void refusesCostsOutOfRange_data();
    void refusesCostsOutOfRange();
    void repeatsWithTheSameSeed();
    void excludesNothingByOnePictureEach();
    void reachesOnWhereNothingWasSeen();
    void keepsInfiniteThresholdsOrdered();
    void showsItsOptimism();
    void coversTheExpectedCostAtTheStatedRate_data();
    void coversTheExpectedCostAtTheStatedRate();
    void coversTheChosenPairAtTheStatedRate_data();
    void coversTheChosenPairAtTheStatedRate();
};

void TstCostOperatingPoint::sortsScoresIntoZones()
{
    const ZoneThresholds thresholds = {2, 5};
    QVERIFY(zoneOf(1.9, thresholds) == Zone::Pass);
    QVERIFY(zoneOf(2, thresholds) == Zone::Review);
    QVERIFY(zoneOf(4.9, thresholds) == Zone::Review);
    QVERIFY(zoneOf(5, thresholds) == Zone::Fail);
    QVERIFY(zoneOf(5, {5, 5}) == Zone::Fail);
    QVERIFY(zoneOf(4.9, {5, 5}) == Zone::Pass);
    QVERIFY(zoneOf(std::nan(""), thresholds) == Zone::Review);
    QCOMPARE(toString(Zone::Fail), "fail");
    for (const double score : kMixed.normal) {
        const auto counts = countZones({&score, 1}, thresholds);
        const auto zone = zoneOf(score, thresholds);
        QCOMPARE(counts.pass, std::size_t{zone == Zone::Pass});
        QCOMPARE(counts.review, std::size_t{zone == Zone::Review});
        QCOMPARE(counts.fail, std::size_t{zone == Zone::Fail});
    }
}

void TstCostOperatingPoint::tellsCostsApart()
{
    // Of four normals one is reviewed and one fails, of three defects one passes, one is reviewed.
    const InspectionCosts costs = {90, 8, 2, 0.1, 0.5, 0.25};
    const auto table = zoneTable(kMixed, {3, 5}, costs);
    QVERIFY(table.ok());
    QCOMPARE(table->normal.pass, std::size_t{2});
    QCOMPARE(table->normal.review, std::size_t{1});
    QCOMPARE(table->normal.fail, std::size_t{1});
    QCOMPARE(table->defect.pass, std::size_t{0});
    QCOMPARE(table->defect.review, std::size_t{1});
    QCOMPARE(*table->defect.share(Zone::Fail).value, 2.0 / 3);
    QCOMPARE(*table->escapesPerMillion.value, 1e6 * 0.1 * 0.5 / 3);
    QCOMPARE(*table->escapeCost.value, 0.1 * 90 * 0.5 / 3);
    QCOMPARE(*table->falseRejectsPerMillion.value, 1e6 * 0.9 * (0.25 + 0.25 * 0.25));
    QCOMPARE(*table->falseRejectCost.value, 0.9 * 8 * (0.25 + 0.25 * 0.25));
    QCOMPARE(*table->reviewShare.value, 0.9 * 0.25 + 0.1 / 3);
    QCOMPARE(*table->expectedCost.value,
             *table->escapeCost.value + *table->falseRejectCost.value + *table->reviewCost.value);
}

void TstCostOperatingPoint::equalsBruteForceOnRandomScores()
{
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::mt19937_64 random(seed);
        const auto scores = ranked(tiedSamples(random, 2 + random() % 30));
        const auto costs = randomCosts(random);
        const auto found = cheapest(scores, costs);
        const double least = leastByBruteForce(scores, costs);
        const auto message = "seed " + std::to_string(seed) + ": " +
                             std::to_string(found.expectedCost) + " instead of " +
                             std::to_string(least);
        QVERIFY2(std::abs(found.expectedCost - least) < 1e-11, message.c_str());
        QVERIFY2(std::abs(costAt(scores, found.thresholds, costs) - least) < 1e-11,
                 message.c_str());
        QVERIFY2(found.thresholds.low <= found.thresholds.high, message.c_str());
    }
}

void TstCostOperatingPoint::ignoresTheOrderOfThePictures()
{
    std::mt19937_64 random(3);
    auto samples = tiedSamples(random, 60);
    const auto before = cheapest(ranked(samples), {});
    std::shuffle(samples.begin(), samples.end(), random);
    const auto after = cheapest(ranked(samples), {});
    QVERIFY(before.thresholds.low == after.thresholds.low);
    QVERIFY(before.thresholds.high == after.thresholds.high);
}

void TstCostOperatingPoint::takesTheMiddleOfTheWidestGap()
{
    const auto apart = cheapest(kSeparate, {100, 10, 1, 0.01, 0, 0});
    QCOMPARE(apart.thresholds.low, 4.5);
    QCOMPARE(apart.thresholds.high, 4.5);
    QCOMPARE(apart.expectedCost, 0.0);
    // 4 and 5 are in each other's way: looking at both is cheaper than any mistake.
    const auto mixed = cheapest(kMixed, {100, 100, 1, 0.5, 0, 0});
    QCOMPARE(mixed.thresholds.low, 3.5);
    QCOMPARE(mixed.thresholds.high, 5.5);
    // One picture is decided wrongly, 7 or the lower defect, for the same cost.
    const auto widest = cheapest({{1, 7}, {6.5, 9}}, {10, 10, 100, 0.5, 0, 0});
    QCOMPARE(widest.thresholds.low, 3.75);
    const auto wider = cheapest({{1, 7}, {2, 9}}, {10, 10, 100, 0.5, 0, 0});
    QCOMPARE(wider.thresholds.high, 8.0);
}

void TstCostOperatingPoint::partsNeighbouringNumbers()
{
    const double next = std::nextafter(1.0, 2.0);
    const auto found = cheapest({{1.0}, {next}}, {100, 10, 1, 0.5, 0, 0});
    QCOMPARE(found.expectedCost, 0.0);
    QVERIFY(zoneOf(1.0, found.thresholds) == Zone::Pass);
    QVERIFY(zoneOf(next, found.thresholds) == Zone::Fail);
    const double most = std::numeric_limits<double>::max();
    const auto far = cheapest({{-most}, {most}}, {100, 10, 1, 0.5, 0, 0});
    QCOMPARE(far.thresholds.low, 0.0);
}

void TstCostOperatingPoint::followsExtremeCosts_data()
{
    QTest::addColumn<double>("escape");
    QTest::addColumn<double>("falseReject");
    QTest::addColumn<double>("review");
    QTest::addColumn<double>("defectRate");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("cost");
    QTest::newRow("free review") << 100.0 << 10.0 << 0.0 << .01 << -kInfinity << kInfinity << 0.0;
    QTest::newRow("free escape") << 0.0 << 10.0 << 1.0 << .01 << kInfinity << kInfinity << 0.0;
    QTest::newRow("free reject") << 100.0 << 0.0 << 1.0 << .01 << -kInfinity << -kInfinity << 0.0;
    QTest::newRow("costly review") << 100.0 << 100.0 << 1e9 << .5 << 3.5 << 3.5 << 12.5;
    QTest::newRow("costly mistakes") << 1e9 << 1e9 << 1.0 << .5 << 3.5 << 5.5 << 7.0 / 24;
    QTest::newRow("no defects") << 100.0 << 10.0 << 1.0 << 0.0 << kInfinity << kInfinity << 0.0;
    QTest::newRow("defects only") << 100.0 << 10.0 << 1.0 << 1.0 << -kInfinity << -kInfinity << 0.0;
}

void TstCostOperatingPoint::followsExtremeCosts()
{
    QFETCH(double, escape);
    QFETCH(double, falseReject);
    QFETCH(double, review);
    QFETCH(double, defectRate);
    QFETCH(double, cost);
    const InspectionCosts costs = {escape, falseReject, review, defectRate, 0, 0};
    const auto found = cheapest(kMixed, costs);
    QTEST(found.thresholds.low, "low");
    QTEST(found.thresholds.high, "high");
    QVERIFY(std::abs(found.expectedCost - cost) <= 1e-14 * std::max(escape, falseReject));
    QVERIFY(std::abs(costAt(kMixed, found.thresholds, costs) - cost) < 1e-12);
}

void TstCostOperatingPoint::reviewsNothingWithAUselessReviewer()
{
    std::mt19937_64 random(5);
    const auto scores = ranked(tiedSamples(random, 200));
    InspectionCosts costs = {100, 20, 1, 0.2, 0, 0};
    const auto sure = zoneTable(scores, cheapest(scores, costs).thresholds, costs);
    costs.reviewMissRate = 1;
    costs.reviewFalseRejectRate = 1;
    const auto useless = zoneTable(scores, cheapest(scores, costs).thresholds, costs);
    QVERIFY(*sure->reviewShare.value > 0);
    QCOMPARE(*useless->reviewShare.value, 0.0);
    QVERIFY(*useless->expectedCost.value > *sure->expectedCost.value);
}

void TstCostOperatingPoint::saysWhichClassIsMissing()
{
    const RankedScores normals = {{1, 2}, {}};
    const RankedScores defects = {{}, {1, 2}};
    QCOMPARE(cheapestZones(normals, {})->reasonWhenUndefined,
             std::string("there is no defective picture"));
    QCOMPARE(cheapestZones(defects, {})->reasonWhenUndefined,
             std::string("there is no normal picture"));
    QVERIFY(!cheapestZones({}, {})->defined());
    QVERIFY(!cheapestZonesIntervals(normals, {})->defined());
    QVERIFY(!expectedCostInterval(normals, {1, 2}, {})->defined());
    const auto table = zoneTable(normals, {1.5, 1.5}, {});
    QVERIFY(!table->expectedCost.defined());
    QVERIFY(!table->escapesPerMillion.defined());
    QCOMPARE(*table->falseRejectsPerMillion.value, 495000.0);
    // A class that does not occur in production is not needed.
    InspectionCosts never;
    never.defectRate = 0;
    QCOMPARE(cheapest(normals, never).expectedCost, 0.0);
    QVERIFY(expectedCostInterval(normals, {1.5, 1.5}, never)->defined());
    never.defectRate = 1;
    QCOMPARE(cheapest(defects, never).expectedCost, 0.0);
    QCOMPARE(cheapest({{}, {}}, never).expectedCost, 0.0);
}

void TstCostOperatingPoint::refusesCostsOutOfRange_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<double>("value");
    for (int field = 0; field < 6; ++field) {
        for (const double value : {-1.0, std::nan(""), kInfinity, 1.1e15})
            QTest::addRow("field %d, %g", field, value) << field << value;
    }
}

void TstCostOperatingPoint::refusesCostsOutOfRange()
{
    QFETCH(int, field);
    QFETCH(double, value);
    InspectionCosts costs;
    double *fields[] = {&costs.escape,     &costs.falseReject,    &costs.review,
                        &costs.defectRate, &costs.reviewMissRate, &costs.reviewFalseRejectRate};
    *fields[field] = value;
    QCOMPARE(cheapestZones(kMixed, costs).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(zoneTable(kMixed, {1, 2}, costs).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(zoneTable(kMixed, {2, 1}, {}).error().code, cf::ErrorCode::BadUsage);
    QVERIFY(!zoneTable(kMixed, {std::nan(""), 1}, {}).ok());
    QVERIFY(!cheapestZonesIntervals(kMixed, {}, {.replicates = 0}).ok());
    QVERIFY(!expectedCostInterval(kMixed, {1, 2}, {}, 1).ok());
    const std::vector<ScoredLabel> broken = {{std::nan(""), true}};
    QCOMPARE(rankedScores(broken).error().code, cf::ErrorCode::BadData);
}

void TstCostOperatingPoint::repeatsWithTheSameSeed()
{
    std::mt19937_64 random(9);
    const auto scores = ranked(tiedSamples(random, 80));
    const auto first = cheapestZonesIntervals(scores, {}, {.seed = 4, .replicates = 100});
    const auto second = cheapestZonesIntervals(scores, {}, {.seed = 4, .replicates = 100});
    CF_VERIFY(first);
    QVERIFY(first->value->low.low == second->value->low.low);
    QVERIFY(first->value->high.high == second->value->high.high);
    QVERIFY(first->value->expectedCost.high == second->value->expectedCost.high);
    QVERIFY(first->value->optimism == second->value->optimism);
}

void TstCostOperatingPoint::excludesNothingByOnePictureEach()
{
    const RankedScores one = {{1}, {3}};
    const auto intervals = cheapestZonesIntervals(one, {.defectRate = 0.1}, {.replicates = 50});
    CF_VERIFY(intervals);
    QCOMPARE(intervals->value->low.low, -kInfinity);
    QCOMPARE(intervals->value->high.high, kInfinity);
    QVERIFY(intervals->value->expectedCost.high > 0.5);
    QCOMPARE(intervals->value->optimism, 0.0);
}

void TstCostOperatingPoint::reachesOnWhereNothingWasSeen()
{
    // All normals have one score, all defects another: drawing anew always finds the middle.
    RankedScores scores = {std::vector<double>(100, 1.0), std::vector<double>(100, 3.0)};
    const auto highEnd = [&](double falseReject) {
        const InspectionCosts costs = {100, falseReject, 1, 0.1, 0, 0};
        return cheapestZonesIntervals(scores, costs, {.replicates = 50})->value->high.high;
    };
    // Of 100 normals none was seen above 1, so up to 2.95 % may be: with .9 normals a part, each
    // rejected instead of reviewed, that costs .9 * (f - 1) * .0295, to be saved by reviewing .1
    // defects a part for 1 each. They are even at f = 4.76.
    QCOMPARE(highEnd(4.5), 3.0);
    QCOMPARE(highEnd(5), kInfinity);
    scores.defect.push_back(5); // and only those below count
    QCOMPARE(highEnd(4.5), 3.0);
    QCOMPARE(highEnd(4.745), 5.0);
}

void TstCostOperatingPoint::keepsInfiniteThresholdsOrdered()
{
    // Whether anything should fail depends on the two defects drawn: the interval may reach
    // infinity, and must not be NaN.
    const RankedScores scores = {{1, 2, 3, 4, 9}, {5, 10}};
    const InspectionCosts costs = {30, 30, 6, 0.2, 0, 0};
    const auto intervals = cheapestZonesIntervals(scores, costs, {.replicates = 300});
    CF_VERIFY(intervals);
    QVERIFY(intervals->value->low.low <= intervals->value->low.high);
    QVERIFY(intervals->value->high.low <= intervals->value->high.high);
}

void TstCostOperatingPoint::showsItsOptimism()
{
    std::mt19937_64 random(11);
    const auto scores = ranked(tiedSamples(random, 60));
    const InspectionCosts costs = {50, 20, 5, 0.2, 0, 0};
    const auto intervals = cheapestZonesIntervals(scores, costs, {.replicates = 300});
    CF_VERIFY(intervals);
    QVERIFY(intervals->value->optimism > 0);
    QVERIFY(intervals->value->optimism < cheapest(scores, costs).expectedCost);
}

void TstCostOperatingPoint::coversTheExpectedCostAtTheStatedRate_data()
{
    QTest::addColumn<double>("confidence");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    // Of 400 test sets, with three standard deviations of a binomial rate, and 4 % above, because
    // shares that exclude each other make the interval a little wide.
    QTest::newRow("95 %") << 0.95 << 367 << 400;
    QTest::newRow("80 %") << 0.80 << 296 << 360;
}

void TstCostOperatingPoint::coversTheExpectedCostAtTheStatedRate()
{
    QFETCH(double, confidence);
    QFETCH(int, least);
    QFETCH(int, most);
    // Normal scores are uniform in 0..1, defective ones in 0.5..1.5; at 0.7 and 0.9 normals pass,
    // are reviewed and fail at 0.7, 0.2, 0.1 and defects at 0.2, 0.2, 0.6.
    const ZoneThresholds thresholds = {0.7, 0.9};
    const InspectionCosts costs = {40, 8, 1, 0.1, 0, 0};
    const double truth = 0.1 * (40 * 0.2 + 1 * 0.2) + 0.9 * (8 * 0.1 + 1 * 0.2);
    std::mt19937_64 random(2024);
    int covered = 0;
    for (int set = 0; set < 400; ++set) {
        std::vector<ScoredLabel> samples;
        for (int i = 0; i < 120; ++i)
            samples.push_back({uniform(random) + (i % 2 == 0 ? 0.0 : 0.5), i % 2 != 0});
        const auto interval = expectedCostInterval(ranked(samples), thresholds, costs, confidence);
        CF_VERIFY(interval);
        covered += interval->value->low <= truth && truth <= interval->value->high ? 1 : 0;
    }
    const auto message = std::to_string(covered) + " of 400 intervals hold the true cost";
    QVERIFY2(covered >= least && covered <= most, message.c_str());
}

void TstCostOperatingPoint::coversTheChosenPairAtTheStatedRate_data()
{
    QTest::addColumn<int>("pictures"); // of each class
    QTest::addColumn<double>("distance");
    QTest::addColumn<double>("escape");
    QTest::addColumn<double>("falseReject");
    QTest::addColumn<double>("review");
    QTest::addColumn<double>("defectRate");
    QTest::addColumn<double>("confidence");
    QTest::newRow("classes overlap") << 200 << 2.0 << 20.0 << 10.0 << 3.0 << 0.3 << 0.95;
    QTest::newRow("classes overlap, 80 %") << 200 << 2.0 << 20.0 << 10.0 << 3.0 << 0.3 << 0.8;
    QTest::newRow("rejects cost little more than reviews")
        << 200 << 2.0 << 100.0 << 3.0 << 1.0 << 0.05 << 0.95;
    QTest::newRow("defects are rare") << 200 << 2.0 << 1000.0 << 10.0 << 1.0 << 0.01 << 0.95;
    QTest::newRow("classes lie apart") << 60 << 4.0 << 100.0 << 10.0 << 1.0 << 0.05 << 0.95;
    QTest::newRow("apart and rare") << 60 << 4.0 << 1000.0 << 10.0 << 1.0 << 0.01 << 0.95;
    QTest::newRow("few pictures") << 30 << 3.0 << 100.0 << 10.0 << 1.0 << 0.05 << 0.95;
}

void TstCostOperatingPoint::coversTheChosenPairAtTheStatedRate()
{
    QFETCH(int, pictures);
    QFETCH(double, distance);
    QFETCH(double, escape);
    QFETCH(double, falseReject);
    QFETCH(double, review);
    QFETCH(double, defectRate);
    QFETCH(double, confidence);
    const InspectionCosts costs = {escape, falseReject, review, defectRate, 0, 0};
    // Normal scores are N(0, 1), defective ones N(distance, 1). A threshold t is cheapest where the
    // densities of both have the ratio at which one more of each below t costs the same:
    // exp(distance t - distance^2 / 2).
    const auto cheapestAt = [&](double costOfDefect, double costOfNormal) {
        return std::log(costOfNormal / costOfDefect) / distance + distance / 2;
    };
    const double q = 1 - defectRate;
    const double low = cheapestAt(defectRate * (escape - review), q * review);
    const double high = cheapestAt(defectRate * review, q * (falseReject - review));
    QVERIFY(low < high);
    const auto shareBelow = [](double score) { return std::erfc(-score / std::sqrt(2.0)) / 2; };

    constexpr int kSets = 300;
    std::mt19937_64 random(7);
    int lows = 0;
    int highs = 0;
    int expected = 0;
    for (int set = 0; set < kSets; ++set) {
        std::vector<ScoredLabel> samples;
        for (int i = 0; i < 2 * pictures; ++i) {
            const double radius = std::sqrt(-2 * std::log(1 - uniform(random)));
            const double score = radius * std::cos(2 * std::numbers::pi * uniform(random));
            samples.push_back({score + (i % 2 == 0 ? 0.0 : distance), i % 2 != 0});
        }
        const auto scores = ranked(samples);
        const auto intervals = cheapestZonesIntervals(
            scores, costs, {.seed = random(), .replicates = 200, .confidence = confidence});
        CF_VERIFY(intervals);
        const auto holds = [](const Interval &interval, double truth) {
            return interval.low <= truth && truth <= interval.high ? 1 : 0;
        };
        lows += holds(intervals->value->low, low);
        highs += holds(intervals->value->high, high);
        const auto found = cheapest(scores, costs).thresholds;
        const double passed = shareBelow(found.low - distance);
        const double inProduction =
            defectRate * (escape * passed + review * (shareBelow(found.high - distance) - passed)) +
            q * (review * (shareBelow(found.high) - shareBelow(found.low)) +
                 falseReject * (1 - shareBelow(found.high)));
        expected += holds(intervals->value->expectedCost, inProduction);
    }
    // Three standard deviations of a binomial rate below what is promised.
    const double least = kSets * confidence - 3 * std::sqrt(kSets * confidence * (1 - confidence));
    const auto message = std::to_string(lows) + " low, " + std::to_string(highs) + " high, " +
                         std::to_string(expected) + " cost intervals of " + std::to_string(kSets) +
                         " hold the truth";
    qInfo("%s", message.c_str());
    QVERIFY2(std::min({lows, highs, expected}) >= least, message.c_str());
}

QTEST_GUILESS_MAIN(TstCostOperatingPoint)
#include "tst_cost_operating_point.moc"
