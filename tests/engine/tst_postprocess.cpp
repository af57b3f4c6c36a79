#include "core/engine/detail/postprocess.h"
#include "tests/engine/random_tensors.h"

#include <QTest>

#include <cmath>

using namespace cf::engine::detail;

class TstPostprocess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void turnsLogitsIntoAProbability();
    void takesTheSoftmaxBeforeItEnlarges();
    void averagesLayersByTheirWeight();
    void standardisesTheBaselineByItsCalibration();
    void leavesAMapAloneAtSigmaZero();
    void keepsAConstantMapWhenBlurring_data();
    void keepsAConstantMapWhenBlurring();
    void spreadsASinglePixelAsAGaussian();
    void mirrorsWithoutRepeatingTheEdge();
    void blursRowsAndColumnsAlike();
    void scoresByTheLargestPixels();
    void scoresSmallMapsByAllPixels();
    void fusesBetweenBothMaps();
};

void TstPostprocess::turnsLogitsIntoAProbability()
{
    const auto logits = torch::tensor({0.0F, 2.0F}).view({1, 2, 1, 1}).repeat({3, 1, 4, 4});
    const auto map = anomalyMap(logits, 8, 10);
    QCOMPARE(map.sizes(), c10::IntArrayRef({3, 8, 10}));
    const float expected = 1.0F / (1.0F + std::exp(-2.0F));
    QVERIFY(maxDifference(map, torch::full({3, 8, 10}, expected)) < 1e-6);
}

void TstPostprocess::takesTheSoftmaxBeforeItEnlarges()
{
    // Half way between certainty and ignorance lies their mean, which logits would not give.
    auto logits = torch::zeros({1, 2, 1, 2});
    logits[0][1][0][1] = 20.0F;
    const auto map = anomalyMap(logits, 1, 3);
    QVERIFY(std::abs(map[0][0][1].item<double>() - 0.75) < 1e-6);
}

void TstPostprocess::averagesLayersByTheirWeight()
{
    const auto layers = randomUnit(1, {2, 3, 5, 5});
    const auto alone = baselineMap(layers, torch::tensor({0.0F, 1.0F, 0.0F}), 5, 5);
    QVERIFY(maxDifference(alone, layers.select(1, 1)) == 0.0);
    const auto mixed = baselineMap(layers, torch::tensor({0.5F, 0.25F, 0.25F}), 9, 11);
    QCOMPARE(mixed.sizes(), c10::IntArrayRef({2, 9, 11}));
    const auto corner = 0.5 * layers[0][0][0][0] + 0.25 * (layers[0][1][0][0] + layers[0][2][0][0]);
    QVERIFY(maxDifference(mixed[0][0][0], corner) < 1e-6);
}

void TstPostprocess::standardisesTheBaselineByItsCalibration()
{
    const auto layers = randomUnit(9, {2, 2, 8, 8});
    cf::engine::Calibration calibration;
    calibration.layerWeight = {0.25, 0.75};
    calibration.baselineMean = 0.4;
    calibration.baselineDeviation = 0.1;
    const auto plain = baselineMap(layers, torch::tensor({0.25F, 0.75F}), 16, 16);
    QVERIFY(maxDifference(standardisedBaseline(layers, calibration, 16, 64), (plain - 0.4) / 0.1) <
            1e-4);
    // Sigma is in pixels of the image: 4 of 64 are 1 of 16.
    calibration.baselineSigma = 4.0;
    const auto blurred = gaussianBlur(plain.unsqueeze(1), 1.0).squeeze(1);
    QVERIFY(maxDifference(standardisedBaseline(layers, calibration, 16, 64),
                          (blurred - 0.4) / 0.1) < 1e-4);
}

void TstPostprocess::leavesAMapAloneAtSigmaZero()
{
    const auto map = randomUnit(2, {1, 1, 4, 4});
    QVERIFY(torch::equal(gaussianBlur(map, 0.0), map));
}

void TstPostprocess::keepsAConstantMapWhenBlurring_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("wide enough") << 64 << 64;
    QTest::newRow("narrower than the window") << 7 << 30;
    QTest::newRow("two rows") << 2 << 30;
    QTest::newRow("one column") << 30 << 1;
    QTest::newRow("one pixel") << 1 << 1;
}

void TstPostprocess::keepsAConstantMapWhenBlurring()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    const auto map = torch::full({2, 3, rows, columns}, 0.7F);
    QVERIFY(maxDifference(gaussianBlur(map, 6.0), map) < 1e-6);
}

void TstPostprocess::spreadsASinglePixelAsAGaussian()
{
    auto map = torch::zeros({1, 1, 65, 65});
    map[0][0][32][32] = 1.0F;
    const auto blurred = gaussianBlur(map, 2.0)[0][0];
    QVERIFY(std::abs(blurred.sum().item<double>() - 1.0) < 1e-5);
    const double centre = blurred[32][32].item<double>();
    for (const int d : {1, 3, 5}) {
        const double fallen = blurred[32 + d][32].item<double>() / centre;
        QVERIFY(std::abs(fallen - std::exp(-d * d / 8.0)) < 1e-5);
    }
    // 2 * round(4 sigma) + 1 taps and no more.
    QVERIFY(blurred[32 + 8][32].item<double>() > 0.0);
    QCOMPARE(blurred[32 + 9][32].item<double>(), 0.0);
}

void TstPostprocess::mirrorsWithoutRepeatingTheEdge()
{
    // One tap to each side; the row 1 0 0 mirrored is 0 | 1 0 0 | 0.
    const double sigma = 0.25;
    const auto blurred =
        gaussianBlur(torch::tensor({1.0F, 0.0F, 0.0F}).view({1, 1, 1, 3}), sigma).flatten();
    const double side = std::exp(-0.5 / (sigma * sigma));
    const double centre = 1.0 / (1.0 + 2.0 * side);
    QVERIFY(std::abs(blurred[0].item<double>() - centre) < 1e-6);
    QVERIFY(std::abs(blurred[1].item<double>() - side * centre) < 1e-6);
    // The edge's neighbour counts twice at the edge.
    const auto neighbour =
        gaussianBlur(torch::tensor({0.0F, 1.0F, 0.0F}).view({1, 1, 1, 3}), sigma).flatten();
    QVERIFY(std::abs(neighbour[0].item<double>() - 2.0 * side * centre) < 1e-6);
}

void TstPostprocess::blursRowsAndColumnsAlike()
{
    const auto map = randomUnit(3, {1, 1, 20, 33});
    const auto turned = gaussianBlur(map.transpose(2, 3).contiguous(), 1.5).transpose(2, 3);
    QVERIFY(maxDifference(gaussianBlur(map, 1.5), turned) < 1e-6);
}

void TstPostprocess::scoresByTheLargestPixels()
{
    auto maps = torch::zeros({2, 20, 20});
    maps[0].flatten().slice(0, 0, 3).copy_(torch::tensor({3.0F, 2.0F, 1.0F}));
    maps[1].fill_(0.5F);
    QVERIFY(maxDifference(imageScore(maps, 2), torch::tensor({2.5F, 0.5F})) < 1e-6);
    QVERIFY(maxDifference(imageScore(maps), torch::tensor({6.0F / 250.0F, 0.5F})) < 1e-6);
}

void TstPostprocess::scoresSmallMapsByAllPixels()
{
    const auto maps = torch::tensor({1.0F, 2.0F, 3.0F, 6.0F}).view({1, 2, 2});
    QCOMPARE(imageScore(maps).item<double>(), 3.0);
}

void TstPostprocess::fusesBetweenBothMaps()
{
    const auto filtered = randomUnit(4, {1, 3, 3});
    const auto baseline = randomUnit(5, {1, 3, 3});
    QVERIFY(maxDifference(fuseMaps(filtered, baseline, 1.0), filtered) == 0.0);
    QVERIFY(maxDifference(fuseMaps(filtered, baseline, 0.0), baseline) == 0.0);
    QVERIFY(maxDifference(fuseMaps(filtered, baseline, 0.25), (filtered + 3.0 * baseline) / 4.0) <
            1e-6);
}

QTEST_GUILESS_MAIN(TstPostprocess)
#include "tst_postprocess.moc"
