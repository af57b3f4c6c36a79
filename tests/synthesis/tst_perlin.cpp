#include "core/synthesis/perlin.h"
#include "tests/synthesis/test_images.h"

#include <QTest>

using namespace cf::synthesis;

class TstPerlin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isZeroOnTheLattice();
    void isSmoothAndBounded();
    void hasTheDeviationOfUnitGradients();
    void staysVisibleOnTinyPictures();
    void addsFinerOctaves();
    void coversTheShareThatTheProtocolCovers();
    void drawsAllCellCounts();
    void isTheSameForTheSameSeed();
    void smoothNoiseFollowsItsCell();
};

void TstPerlin::isZeroOnTheLattice()
{
    Random random(1);
    const cv::Mat noise = perlinNoise({256, 128}, 4, 8, random);
    for (int y = 0; y < 128; y += 32)
        for (int x = 0; x < 256; x += 32)
            QCOMPARE(noise.at<float>(y, x), 0.0F);
    QVERIFY(cv::norm(noise, cv::NORM_INF) > 0.3);
}

void TstPerlin::isSmoothAndBounded()
{
    Random random(2);
    const cv::Mat noise = perlinNoise({256, 256}, 8, 8, random);
    QVERIFY(cv::norm(noise, cv::NORM_INF) <= 1.0);
    // A cell is 32 pixels; the steepest slope of this noise is below 4 a cell.
    QVERIFY(cv::norm(noise.colRange(1, 256), noise.colRange(0, 255), cv::NORM_INF) < 4.0 / 32.0);
    QVERIFY(cv::norm(noise.rowRange(1, 256), noise.rowRange(0, 255), cv::NORM_INF) < 4.0 / 32.0);
}

void TstPerlin::hasTheDeviationOfUnitGradients()
{
    // Each gradient's component has variance 1/2. With fade weights w(t) the mean of w^2 t^2 etc.
    // over a cell gives the variance 2 * (1/2) * sum over corners; integrated numerically here.
    double expected = 0.0;
    constexpr int kSteps = 200;
    const auto fade = [](double t) { return t * t * t * (t * (t * 6.0 - 15.0) + 10.0); };
    for (int i = 0; i < kSteps; ++i)
        for (int j = 0; j < kSteps; ++j) {
            const double u = (i + 0.5) / kSteps;
            const double v = (j + 0.5) / kSteps;
            for (const int a : {0, 1})
                for (const int b : {0, 1}) {
                    const double weight =
                        (a ? fade(u) : 1.0 - fade(u)) * (b ? fade(v) : 1.0 - fade(v));
                    expected += weight * weight * ((u - a) * (u - a) + (v - b) * (v - b)) /
                                (kSteps * kSteps);
                }
        }
    double squares = 0.0;
    for (int i = 0; i < 20; ++i) {
        Random random(3, 0, static_cast<std::uint64_t>(i));
        const cv::Mat noise = perlinNoise({256, 256}, 16, 16, random);
        squares += noise.dot(noise) / static_cast<double>(noise.total()) / 20.0;
    }
    QVERIFY2(std::abs(squares / expected - 1.0) < 0.05,
             qPrintable(QStringLiteral("%1 %2").arg(squares).arg(expected)));
}

void TstPerlin::staysVisibleOnTinyPictures()
{
    Random random(4);
    QVERIFY(cv::norm(perlinNoise({16, 16}, 32, 32, random), cv::NORM_INF) > 0.1);
    QCOMPARE(perlinNoise({1, 1}, 4, 4, random).size(), cv::Size(1, 1));
}

void TstPerlin::addsFinerOctaves()
{
    Random one(5);
    Random many(5);
    const cv::Mat coarse = fractalPerlinNoise({128, 128}, 2, 2, 1, 0.5, one);
    const cv::Mat fine = fractalPerlinNoise({128, 128}, 2, 2, 5, 0.8, many);
    const auto roughness = [](const cv::Mat &noise) {
        return cv::norm(noise.colRange(1, 128), noise.colRange(0, 127), cv::NORM_L2) /
               cv::norm(noise, cv::NORM_L2);
    };
    QVERIFY(roughness(fine) > 2.0 * roughness(coarse));
    QVERIFY(cv::norm(fine, cv::NORM_INF) <= 1.0);
}

void TstPerlin::coversTheShareThatTheProtocolCovers()
{
    double covered = 0.0;
    int empty = 0;
    for (int i = 0; i < 300; ++i) {
        Random random(6, 0, static_cast<std::uint64_t>(i));
        const cv::Mat mask = perlinMask({128, 128}, {}, random);
        QCOMPARE(mask.type(), CV_8UC1);
        const int pixels = cv::countNonZero(mask);
        QCOMPARE(cv::countNonZero(mask == 255), pixels);
        covered += pixels / (128.0 * 128.0) / 300.0;
        empty += pixels == 0;
    }
    QVERIFY2(covered > 0.05 && covered < 0.2, qPrintable(QString::number(covered)));
    QVERIFY2(empty < 30, qPrintable(QString::number(empty)));
}

void TstPerlin::drawsAllCellCounts()
{
    // Few large shapes and many small ones must both come.
    int few = 0;
    int many = 0;
    for (int i = 0; i < 100; ++i) {
        Random random(7, 0, static_cast<std::uint64_t>(i));
        cv::Mat labels;
        const int shapes = cv::connectedComponents(perlinMask({256, 256}, {}, random), labels) - 1;
        few += shapes <= 4;
        many += shapes >= 60;
    }
    QVERIFY(few >= 10);
    QVERIFY(many >= 10);
}

void TstPerlin::isTheSameForTheSameSeed()
{
    Random first(8, 1, 2);
    Random again(8, 1, 2);
    Random other(8, 1, 3);
    const cv::Mat mask = perlinMask({100, 60}, {}, first);
    QVERIFY(tests::same(mask, perlinMask({100, 60}, {}, again)));
    QVERIFY(!tests::same(mask, perlinMask({100, 60}, {}, other)));
}

void TstPerlin::smoothNoiseFollowsItsCell()
{
    Random random(9);
    const auto step = [](const cv::Mat &noise) {
        return cv::norm(noise.colRange(1, 200), noise.colRange(0, 199), cv::NORM_L1) /
               noise.total();
    };
    const double coarse = step(smoothNoise({200, 200}, 40.0, random));
    const double fine = step(smoothNoise({200, 200}, 5.0, random));
    QVERIFY2(fine > 5.0 * coarse, qPrintable(QStringLiteral("%1 %2").arg(coarse).arg(fine)));
}

QTEST_GUILESS_MAIN(TstPerlin)
#include "tst_perlin.moc"
