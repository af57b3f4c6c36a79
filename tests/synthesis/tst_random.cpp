#include "core/synthesis/random.h"

#include <QTest>

#include <opencv2/core.hpp>

#include <cmath>
#include <numeric>
#include <vector>

using cf::synthesis::Random;

class TstRandom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dependsOnSeedStepAndIndexAlone();
    void keepsItsNumbersFromVersionToVersion();
    void isUniform();
    void includesBothLimitsOfAnInteger();
    void isNormal();
    void isEvenInRatiosWhenLogUniform();
    void drawsByWeight();
    void shufflesEvenly();
    void whiteNoiseHasUnitDeviation();
};

void TstRandom::dependsOnSeedStepAndIndexAlone()
{
    Random first(7, 3, 11);
    Random again(7, 3, 11);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(first.next(), again.next());
    const auto start = Random(7, 3, 11).next();
    QVERIFY(Random(8, 3, 11).next() != start);
    QVERIFY(Random(7, 11, 3).next() != start);
    QVERIFY(Random(3, 7, 11).next() != start);
    QVERIFY(Random(7, 3, 12).next() != start);
}

void TstRandom::keepsItsNumbersFromVersionToVersion()
{
    // A training that resumes under a newer build must draw the same samples.
    Random random(1, 2, 3);
    QCOMPARE(random.next(), std::uint64_t(8362582858855705859ULL));
    QCOMPARE(random.next(), std::uint64_t(15962466024085613382ULL));
}

void TstRandom::isUniform()
{
    Random random(1);
    std::vector<int> bins(20);
    constexpr int kDraws = 40000;
    for (int i = 0; i < kDraws; ++i) {
        const double value = random.uniform();
        QVERIFY(value >= 0.0 && value < 1.0);
        ++bins[static_cast<std::size_t>(value * 20.0)];
    }
    double chiSquare = 0.0;
    for (const int bin : bins)
        chiSquare += std::pow(bin - kDraws / 20.0, 2.0) / (kDraws / 20.0);
    QVERIFY2(chiSquare < 43.8,
             "19 degrees of freedom, one in a thousand"); // fixed seed: never by chance
}

void TstRandom::includesBothLimitsOfAnInteger()
{
    Random random(2);
    std::vector<int> counts(4);
    for (int i = 0; i < 4000; ++i) {
        const int value = random.integer(-1, 2);
        QVERIFY(value >= -1 && value <= 2);
        ++counts[static_cast<std::size_t>(value + 1)];
    }
    for (const int count : counts)
        QVERIFY(count > 850 && count < 1150);
    QCOMPARE(random.integer(5, 5), 5);
    QCOMPARE(random.integer(5, 4), 5);
    QCOMPARE(random.index(0), std::size_t(0));
}

void TstRandom::isNormal()
{
    Random random(3);
    double sum = 0.0;
    double squares = 0.0;
    int farOut = 0;
    constexpr int kDraws = 40000;
    for (int i = 0; i < kDraws; ++i) {
        const double value = random.normal(10.0, 2.0);
        sum += value;
        squares += (value - 10.0) * (value - 10.0);
        farOut += std::abs(value - 10.0) > 4.0;
    }
    QVERIFY(std::abs(sum / kDraws - 10.0) < 0.04);
    QVERIFY(std::abs(std::sqrt(squares / kDraws) - 2.0) < 0.04);
    QVERIFY(std::abs(farOut / double(kDraws) - 0.0455) < 0.005);
}

void TstRandom::isEvenInRatiosWhenLogUniform()
{
    Random random(4);
    int below = 0;
    for (int i = 0; i < 4000; ++i) {
        const double value = random.logUniform(1.0, 100.0);
        QVERIFY(value >= 1.0 && value <= 100.0);
        below += value < 10.0;
    }
    QVERIFY(below > 1880 && below < 2120);
}

void TstRandom::drawsByWeight()
{
    Random random(5);
    const std::vector<double> weights{0.0, 1.0, 3.0, 0.0};
    std::vector<int> counts(4);
    for (int i = 0; i < 4000; ++i)
        ++counts[random.weighted(weights)];
    QCOMPARE(counts[0] + counts[3], 0);
    QVERIFY(counts[2] > 2880 && counts[2] < 3120);
    QCOMPARE(random.weighted(std::vector<double>{0.0, 0.0}), std::size_t(0));
}

void TstRandom::shufflesEvenly()
{
    Random random(6);
    std::vector<std::vector<int>> counts(4, std::vector<int>(4));
    for (int i = 0; i < 4000; ++i) {
        std::vector<std::size_t> order(4);
        std::iota(order.begin(), order.end(), 0);
        random.shuffle(order);
        for (std::size_t place = 0; place < 4; ++place)
            ++counts[place][order[place]];
    }
    for (const auto &row : counts)
        for (const int count : row)
            QVERIFY(count > 870 && count < 1130);
}

void TstRandom::whiteNoiseHasUnitDeviation()
{
    Random random(7);
    const cv::Mat noise = cf::synthesis::whiteNoise({200, 150}, random);
    QCOMPARE(noise.type(), CV_32FC1);
    cv::Scalar mean, deviation;
    cv::meanStdDev(noise, mean, deviation);
    QVERIFY(std::abs(mean[0]) < 0.02);
    QVERIFY(std::abs(deviation[0] - 1.0) < 0.02);
    // Neighbours know nothing of each other.
    const cv::Mat product = noise.colRange(1, 200).mul(noise.colRange(0, 199));
    QVERIFY(std::abs(cv::mean(product)[0]) < 0.02);
}

QTEST_GUILESS_MAIN(TstRandom)
#include "tst_random.moc"
