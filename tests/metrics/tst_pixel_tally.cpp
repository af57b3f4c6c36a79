#include "tests/metrics/pixel_cases.h"
#include "tests/result_check.h"

#include <cmath>
#include <limits>

using namespace pixel_cases;

namespace {

Image withScores(Image image, float (*score)(std::uint8_t mask))
{
    for (std::size_t i = 0; i < image.scores.size(); ++i)
        image.scores[i] = score(image.mask[i]);
    return image;
}

} // namespace

class TstPixelTally : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithAHandMadeCase();
    void agreesWithTheDefinitions_data();
    void agreesWithTheDefinitions();
    void ignoresTheOrderOfTheImages();
    void keepsARegionWholeAcrossEqualScores();
    void weighsRegionsAlikeWhateverTheirSize();
    void isHalfTheLimitForAConstantMap();
    void isPerfectForTheMaskItself();
    void isUndefinedWithoutDefects();
    void isPartlyUndefinedWithoutNormalPixels();
    void isUndefinedWithoutImages();
    void treatsBothZerosAlike();
    void acceptsNegativeAndHugeScores();
};

void TstPixelTally::agreesWithAHandMadeCase()
{
    // Two regions (one pixel; two pixels that touch at a corner) and five normal pixels.
    //   mask 1 0 0 1     scores 9 8 1 6
    //        0 0 1 0            2 3 8 0
    const Image image{2, 4, {9, 8, 1, 6, 2, 3, 8, 0}, {255, 0, 0, 1, 0, 0, 7, 0}};
    PixelTallyOptions options;
    options.falsePositiveRateLimit = 0.3;
    const auto metrics = measure({image}, options);
    CF_VERIFY(metrics);
    QCOMPARE(metrics->regionCount, std::uint64_t{2});
    QCOMPARE(metrics->normalPixels, std::uint64_t{5});
    QCOMPARE(metrics->anomalousPixels, std::uint64_t{3});
    // From the top: 9 a; 8 a n; 6 a; 3 n; 2 n; 1 n; 0 n.
    QCOMPARE(*metrics->auroc.value, (5 + 4.5 + 4) / 15);
    QVERIFY(std::abs(*metrics->averagePrecision.value - (1 + 2.0 / 3 + 3.0 / 4) / 3) < 1e-15);
    QCOMPARE(*metrics->f1Max.value, 6.0 / 7); // at 6: TP 3, FP 1
    QCOMPARE(*metrics->f1Threshold, 6.0);
    // PRO points: (0, 0) (0, 1/2) (1/5, 3/4) (1/5, 1) (2/5, 1); area up to 0.3 = 0.2 * 0.625 + 0.1.
    QVERIFY(std::abs(*metrics->auPro.value - (0.2 * 0.625 + 0.1) / 0.3) < 1e-15);
}

void TstPixelTally::agreesWithTheDefinitions_data()
{
    QTest::addColumn<unsigned>("distinctScores");
    QTest::addColumn<double>("limit");
    QTest::newRow("two scores") << 2U << 0.3;
    QTest::newRow("many ties") << 6U << 0.3;
    QTest::newRow("some ties") << 40U << 0.3;
    QTest::newRow("hardly a tie") << 5000U << 0.3;
    QTest::newRow("small limit") << 40U << 0.01;
    QTest::newRow("whole curve") << 40U << 1.0;
}

void TstPixelTally::agreesWithTheDefinitions()
{
    QFETCH(unsigned, distinctScores);
    QFETCH(double, limit);
    for (unsigned seed = 1; seed <= 6; ++seed) {
        const auto images = randomImages(seed, 4, distinctScores);
        PixelTallyOptions options;
        options.falsePositiveRateLimit = limit;
        const auto metrics = measure(images, options);
        CF_VERIFY(metrics);
        const auto pixels = brute::pixelsOf(images);
        std::size_t regions = 0;
        for (const Image &image : images)
            regions += brute::regionsOf(image).size();
        const auto where = QStringLiteral("seed %1").arg(seed).toUtf8();
        QVERIFY2(metrics->regionCount == regions, where);
        QVERIFY2(std::abs(*metrics->auroc.value - brute::auroc(pixels)) < 1e-12, where);
        QVERIFY2(std::abs(*metrics->averagePrecision.value - brute::averagePrecision(pixels)) <
                     1e-12,
                 where);
        QVERIFY2(std::abs(*metrics->f1Max.value - brute::f1Max(pixels)) < 1e-12, where);
        QVERIFY2(std::abs(*metrics->auPro.value - brute::areaUpTo(brute::proCurve(images), limit)) <
                     1e-12,
                 where);
    }
}

void TstPixelTally::ignoresTheOrderOfTheImages()
{
    auto images = randomImages(11, 12, 30);
    const auto before = measure(images);
    CF_VERIFY(before);
    std::mt19937 random(3);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(images.begin(), images.end(), random);
        const auto after = measure(images);
        CF_VERIFY(after);
        QVERIFY(identical(*before, *after));
    }
}

void TstPixelTally::keepsARegionWholeAcrossEqualScores()
{
    // One region of 3 x 7 pixels of one score, which normal pixels share: it is found at once or
    // not at all.
    Image image{3, 14, std::vector<float>(42, 0.25F), std::vector<std::uint8_t>(42, 0)};
    for (std::size_t y = 0; y < 3; ++y) {
        for (std::size_t x = 0; x < 7; ++x)
            image.mask[y * 14 + x] = 1;
        image.scores[y * 14 + 13] = 0.5F; // three false positives above
    }
    PixelTallyOptions options;
    options.falsePositiveRateLimit = 1;
    const auto metrics = measure({image}, options);
    CF_VERIFY(metrics);
    // (0, 0) (1/7, 0) (1, 1)
    QVERIFY(std::abs(*metrics->auPro.value - 6.0 / 7 / 2) < 1e-15);
    QCOMPARE(metrics->pro.size(), std::size_t{3});
    QCOMPARE(metrics->pro[1].x, 1.0 / 7);
    QVERIFY(metrics->pro[2].y == 1.0);
    QCOMPARE(metrics->pro[1].threshold, 0.5);
    QCOMPARE(metrics->pro[2].threshold, 0.25);
}

void TstPixelTally::weighsRegionsAlikeWhateverTheirSize()
{
    // A region of 1 pixel found first, one of 99 pixels found only after all normal pixels.
    Image image{2, 101, std::vector<float>(202, 0.5F), std::vector<std::uint8_t>(202, 0)};
    image.mask[100] = 1;
    image.scores[100] = 1.0F;
    for (std::size_t x = 0; x < 99; ++x) {
        image.mask[x] = 1;
        image.scores[x] = 0.0F;
    }
    const auto metrics = measure({image});
    CF_VERIFY(metrics);
    QCOMPARE(metrics->regionCount, std::uint64_t{2});
    QVERIFY(std::abs(*metrics->auPro.value - 0.5) < 1e-15);
}

void TstPixelTally::isHalfTheLimitForAConstantMap()
{
    auto images = randomImages(21, 5, 10);
    for (Image &image : images)
        image = withScores(image, [](std::uint8_t) { return 0.7F; });
    const auto metrics = measure(images);
    CF_VERIFY(metrics);
    const double prevalence = static_cast<double>(metrics->anomalousPixels) /
                              static_cast<double>(metrics->anomalousPixels + metrics->normalPixels);
    QCOMPARE(*metrics->auroc.value, 0.5);
    QCOMPARE(*metrics->averagePrecision.value, prevalence);
    QCOMPARE(*metrics->f1Max.value, 2 * prevalence / (1 + prevalence));
    QVERIFY(std::abs(*metrics->auPro.value - 0.15) < 1e-15);
}

void TstPixelTally::isPerfectForTheMaskItself()
{
    auto images = randomImages(22, 5, 10);
    for (Image &image : images)
        image = withScores(image, [](std::uint8_t mask) { return mask != 0 ? 1.0F : 0.0F; });
    const auto metrics = measure(images);
    CF_VERIFY(metrics);
    QVERIFY(*metrics->auroc.value == 1.0);
    QVERIFY(*metrics->averagePrecision.value == 1.0);
    QVERIFY(*metrics->f1Max.value == 1.0);
    QVERIFY(*metrics->f1Threshold == 1.0);
    QVERIFY(std::abs(*metrics->auPro.value - 1.0) < 1e-15);
    QVERIFY(metrics->pro.back().y == 1.0);
}

void TstPixelTally::isUndefinedWithoutDefects()
{
    auto tally = PixelTally::create();
    CF_VERIFY(tally);
    const std::vector<float> scores = {0.1F, 0.9F, 0.4F, 0.2F};
    CF_VERIFY(tally->addNormal(scores, 2, 2));
    CF_VERIFY(tally->add(scores, std::vector<std::uint8_t>(4, 0), 1, 4));
    const auto metrics = tally->finish();
    CF_VERIFY(metrics);
    for (const auto *metric :
         {&metrics->auroc, &metrics->averagePrecision, &metrics->f1Max, &metrics->auPro}) {
        QVERIFY(!metric->defined());
        QCOMPARE(metric->reasonWhenUndefined, std::string("there is no anomalous pixel"));
    }
    QVERIFY(metrics->roc.empty() && metrics->precisionRecall.empty() && metrics->pro.empty());
    QCOMPARE(metrics->normalPixels, std::uint64_t{8});
    QCOMPARE(metrics->regionCount, std::uint64_t{0});
}

void TstPixelTally::isPartlyUndefinedWithoutNormalPixels()
{
    const Image image{2, 2, {0.1F, 0.9F, 0.4F, 0.2F}, {255, 255, 255, 255}};
    const auto metrics = measure({image, image});
    CF_VERIFY(metrics);
    for (const auto *metric : {&metrics->auroc, &metrics->auPro}) {
        QVERIFY(!metric->defined());
        QCOMPARE(metric->reasonWhenUndefined, std::string("there is no normal pixel"));
    }
    QCOMPARE(*metrics->averagePrecision.value, 1.0);
    QCOMPARE(*metrics->f1Max.value, 1.0);
    QCOMPARE(metrics->regionCount, std::uint64_t{2});
    QVERIFY(metrics->roc.empty() && metrics->pro.empty());
}

void TstPixelTally::isUndefinedWithoutImages()
{
    const auto metrics = measure({});
    CF_VERIFY(metrics);
    QVERIFY(!metrics->auroc.defined());
    QVERIFY(!metrics->auPro.defined());
}

void TstPixelTally::treatsBothZerosAlike()
{
    const auto metrics = measure({{1, 2, {-0.0F, 0.0F}, {0, 1}}});
    CF_VERIFY(metrics);
    QCOMPARE(*metrics->auroc.value, 0.5);
    QVERIFY(!std::signbit(*metrics->f1Threshold));
}

void TstPixelTally::acceptsNegativeAndHugeScores()
{
    constexpr float kHuge = std::numeric_limits<float>::max();
    constexpr float kTiny = std::numeric_limits<float>::denorm_min();
    const Image image{2, 3, {-kHuge, -1, -kTiny, kTiny, 1, kHuge}, {0, 0, 0, 1, 1, 1}};
    const auto metrics = measure({image});
    CF_VERIFY(metrics);
    QVERIFY(*metrics->auroc.value == 1.0);
    QCOMPARE(*metrics->f1Threshold, static_cast<double>(kTiny));
    QCOMPARE(metrics->roc.back().threshold, static_cast<double>(-kHuge));
}

QTEST_GUILESS_MAIN(TstPixelTally)
#include "tst_pixel_tally.moc"
