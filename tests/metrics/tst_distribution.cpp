#include "core/metrics/distribution.h"
#include "core/metrics/streaming_distribution.h"
#include "tests/result_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using cf::metrics::StreamingDistribution;
using Counts = std::vector<std::uint64_t>;
using Values = std::vector<double>;

namespace {

/// Scores as maps have them: most of them low, a tail above.
std::vector<float> skewedScores(unsigned seed, std::size_t count)
{
    std::mt19937 random(seed);
    std::vector<float> scores;
    for (std::size_t i = 0; i < count; ++i) {
        const double uniform = static_cast<double>(random()) / 4294967296.0;
        scores.push_back(static_cast<float>(std::pow(uniform, 3) * 2 - 0.5));
    }
    return scores;
}

} // namespace

class TstDistribution : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAsNumpyDoes();
    void leavesTheDensityAtZeroWithoutValues();
    void refusesBinsThatMakeNoSense();
    void drawsTheBox();
    void isItsOwnBoxForOneValue();
    void hasNoBoxWithoutValues();
    void namesTheValueThatIsNotFinite();

    void streamsExactMoments();
    void streamsCloseToTheExactDensity();
    void streamsQuantilesWithinABin();
    void streamsHistogramsOfTheSameShape();
    void doesNotDependOnTheOrder();
    void staysBoundedOverAHugeRange();
    void isUndefinedWithoutSpread();
    void leavesARefusedMapOut();
};

void TstDistribution::countsAsNumpyDoes()
{
    // numpy.histogram(values, bins=10, range=(0, 1)): edges by steps of 0.1, so 0.3 is below the
    // edge 3 * 0.1.
    const Values values = {0, .1, .2, .3, .3, .6, .7, 1.0, 1.5, -.1};
    const auto histogram = cf::metrics::histogram(values, 10, 0, 1);
    CF_VERIFY(histogram);
    QCOMPARE(histogram->counts, (Counts{1, 1, 3, 0, 0, 1, 1, 0, 0, 1}));
    QVERIFY(std::abs(histogram->density[2] - 3.0 / 8 * 10) < 1e-12);
}

void TstDistribution::leavesTheDensityAtZeroWithoutValues()
{
    const auto histogram = cf::metrics::histogram(Values{7}, 3, 0, 1);
    CF_VERIFY(histogram);
    QCOMPARE(histogram->density, (Values{0, 0, 0}));
}

void TstDistribution::refusesBinsThatMakeNoSense()
{
    const double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(cf::metrics::histogram(Values{1}, 0, 0, 1).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(cf::metrics::histogram(Values{1}, 5, 1, 1).error().code, cf::ErrorCode::BadUsage);
    QCOMPARE(cf::metrics::histogram(Values{1}, 5, 0, infinity).error().code,
             cf::ErrorCode::BadUsage);
    QCOMPARE(cf::metrics::histogram(Values{1}, 5, std::nan(""), 1).error().code,
             cf::ErrorCode::BadUsage);
}

void TstDistribution::drawsTheBox()
{
    // Quartiles from numpy.percentile: 1.75, 3.5, 5.25; whiskers reach 5.25 beyond them.
    const Values values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 50, -40};
    const auto box = cf::metrics::boxStatistics(values);
    CF_VERIFY(box);
    QCOMPARE(box->value->lowerQuartile, 1.75);
    QCOMPARE(box->value->median, 3.5);
    QCOMPARE(box->value->upperQuartile, 5.25);
    QCOMPARE(box->value->lowerWhisker, 1.0);
    QCOMPARE(box->value->upperWhisker, 9.0);
    QCOMPARE(box->value->minimum, -40.0);
    QCOMPARE(box->value->maximum, 50.0);
    QCOMPARE(box->value->outlierCount, std::uint64_t{2});
    QCOMPARE(box->value->valueCount, std::uint64_t{12});
}

void TstDistribution::isItsOwnBoxForOneValue()
{
    const auto box = cf::metrics::boxStatistics(Values{0.3});
    CF_VERIFY(box);
    QCOMPARE(box->value->lowerWhisker, 0.3);
    QCOMPARE(box->value->upperQuartile, 0.3);
    QCOMPARE(box->value->outlierCount, std::uint64_t{0});
}

void TstDistribution::hasNoBoxWithoutValues()
{
    const auto box = cf::metrics::boxStatistics({});
    CF_VERIFY(box);
    QVERIFY(!box->defined());
    QVERIFY(!box->reasonWhenUndefined.empty());
}

void TstDistribution::namesTheValueThatIsNotFinite()
{
    const Values values = {1, std::nan("")};
    QCOMPARE(cf::metrics::boxStatistics(values).error().code, cf::ErrorCode::BadData);
    QCOMPARE(cf::metrics::histogram(values, 3, 0, 1).error().code, cf::ErrorCode::BadData);
    QVERIFY(cf::metrics::boxStatistics(values).error().detail.find("Value 2 of 2") !=
            std::string::npos);
}

void TstDistribution::streamsExactMoments()
{
    StreamingDistribution stream;
    Values all;
    for (unsigned image = 0; image < 7; ++image) {
        const auto scores = skewedScores(image, 1000 + image * 37);
        CF_VERIFY(stream.add(scores));
        all.insert(all.end(), scores.begin(), scores.end());
    }
    QCOMPARE(stream.count(), static_cast<std::uint64_t>(all.size()));
    QCOMPARE(stream.minimum(), *std::min_element(all.begin(), all.end()));
    QCOMPARE(stream.maximum(), *std::max_element(all.begin(), all.end()));
    for (const auto rule :
         {cf::metrics::BandwidthRule::Scott, cf::metrics::BandwidthRule::Silverman}) {
        const auto exact = cf::metrics::kernelBandwidth(all, rule);
        QVERIFY(std::abs(*stream.bandwidth(rule).value / *exact->value - 1) < 1e-12);
    }
}

void TstDistribution::streamsCloseToTheExactDensity()
{
    const auto scores = skewedScores(3, 20000);
    StreamingDistribution stream;
    CF_VERIFY(stream.add(scores));
    const auto streamed = stream.figureDensity(-0.5, 1.5);
    const auto exact = cf::metrics::figureDensity(Values(scores.begin(), scores.end()), -0.5, 1.5);
    CF_VERIFY(streamed);
    CF_VERIFY(exact);
    const double peak =
        *std::max_element(exact->value->density.begin(), exact->value->density.end());
    for (std::size_t i = 0; i < 200; ++i) {
        QVERIFY(std::abs(streamed->value->position[i] - exact->value->position[i]) < 1e-12);
        QVERIFY(std::abs(streamed->value->density[i] - exact->value->density[i]) < 1e-5 * peak);
    }
}

void TstDistribution::streamsQuantilesWithinABin()
{
    const auto scores = skewedScores(4, 5001);
    StreamingDistribution stream;
    CF_VERIFY(stream.add(scores));
    const auto streamed = stream.boxStatistics();
    const auto exact = cf::metrics::boxStatistics(Values(scores.begin(), scores.end()));
    QVERIFY(stream.binWidth() < 2.0 / 32768);
    QVERIFY(std::abs(streamed.value->lowerQuartile - exact->value->lowerQuartile) <=
            stream.binWidth());
    QVERIFY(std::abs(streamed.value->median - exact->value->median) <= stream.binWidth());
    QVERIFY(std::abs(streamed.value->upperQuartile - exact->value->upperQuartile) <=
            stream.binWidth());
    QVERIFY(std::abs(streamed.value->upperWhisker - exact->value->upperWhisker) < 0.01);
    QVERIFY(std::abs(static_cast<double>(streamed.value->outlierCount) -
                     static_cast<double>(exact->value->outlierCount)) <= 2);
    // One value and two values: the order statistics themselves.
    StreamingDistribution few;
    CF_VERIFY(few.add(std::vector<float>{0.25F}));
    QCOMPARE(few.boxStatistics().value->median, 0.25);
    CF_VERIFY(few.add(std::vector<float>{0.75F}));
    QVERIFY(std::abs(few.boxStatistics().value->median - 0.5) <= few.binWidth());
    QVERIFY(std::abs(few.boxStatistics().value->lowerQuartile - 0.375) <= few.binWidth());
}

void TstDistribution::streamsHistogramsOfTheSameShape()
{
    const auto scores = skewedScores(5, 8000);
    StreamingDistribution stream;
    CF_VERIFY(stream.add(scores));
    const auto streamed = stream.histogram(50, -0.5, 1.5);
    const auto exact = cf::metrics::histogram(Values(scores.begin(), scores.end()), 50, -0.5, 1.5);
    CF_VERIFY(streamed);
    CF_VERIFY(exact);
    std::uint64_t sum = 0;
    for (std::size_t bin = 0; bin < 50; ++bin) {
        sum += streamed->counts[bin];
        QVERIFY(std::abs(static_cast<double>(streamed->counts[bin]) -
                         static_cast<double>(exact->counts[bin])) <= 3); // values at the edges
    }
    QCOMPARE(sum, std::uint64_t{8000});
    QVERIFY(!stream.histogram(0, 0, 1).ok());
}

void TstDistribution::doesNotDependOnTheOrder()
{
    std::vector<std::vector<float>> maps;
    for (unsigned i = 0; i < 6; ++i) {
        auto scores = skewedScores(i, 500);
        for (float &score : scores)
            score *= std::pow(10.0F, static_cast<float>(i) - 4);
        maps.push_back(std::move(scores));
    }
    std::mt19937 random(9);
    StreamingDistribution first;
    for (const auto &map : maps)
        CF_VERIFY(first.add(map));
    for (int round = 0; round < 5; ++round) {
        std::shuffle(maps.begin(), maps.end(), random);
        StreamingDistribution other;
        for (const auto &map : maps)
            CF_VERIFY(other.add(map));
        QCOMPARE(other.binWidth(), first.binWidth());
        QCOMPARE(other.histogram(1000, -5, 15)->counts, first.histogram(1000, -5, 15)->counts);
        QCOMPARE(other.boxStatistics().value->median, first.boxStatistics().value->median);
        QVERIFY(std::abs(other.deviation() / first.deviation() - 1) < 1e-12);
    }
}

void TstDistribution::staysBoundedOverAHugeRange()
{
    StreamingDistribution stream;
    CF_VERIFY(stream.add(std::vector<float>{0.0F, 1e-38F, -1e-44F}));
    CF_VERIFY(stream.add(std::vector<float>{1.0F}));
    CF_VERIFY(stream.add(std::vector<float>{-3.4e38F, 3.4e38F, 0.5F}));
    QCOMPARE(stream.count(), std::uint64_t{7});
    const auto box = stream.boxStatistics();
    QCOMPARE(box.value->valueCount, std::uint64_t{7});
    QVERIFY(std::abs(box.value->median) <= stream.binWidth());
    QVERIFY(stream.binWidth() < 6.8e38 / 65536);
}

void TstDistribution::isUndefinedWithoutSpread()
{
    StreamingDistribution stream;
    QVERIFY(!stream.figureDensity(0, 1)->defined());
    QVERIFY(!stream.boxStatistics().defined());
    QCOMPARE(stream.deviation(), 0.0);
    CF_VERIFY(stream.add({}));
    CF_VERIFY(stream.add(std::vector<float>{0.1F}));
    QCOMPARE(stream.figureDensity(0, 1)->reasonWhenUndefined,
             std::string("there is only one value"));
    CF_VERIFY(stream.add(std::vector<float>(50, 0.1F)));
    QCOMPARE(stream.figureDensity(0, 1)->reasonWhenUndefined, std::string("all values are equal"));
}

void TstDistribution::leavesARefusedMapOut()
{
    StreamingDistribution stream;
    CF_VERIFY(stream.add(std::vector<float>{0.1F, 0.2F}));
    const auto refused = stream.add(std::vector<float>{0.3F, std::nanf("")});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, cf::ErrorCode::BadData);
    QVERIFY(refused.error().detail.find("Value 2 of 2 is NaN") != std::string::npos);
    QVERIFY(!stream.add(std::vector<float>{std::numeric_limits<float>::infinity()}).ok());
    QCOMPARE(stream.count(), std::uint64_t{2});
    QCOMPARE(stream.maximum(), static_cast<double>(0.2F));
}

QTEST_GUILESS_MAIN(TstDistribution)
#include "tst_distribution.moc"
