#include "core/metrics/pixel_tally.h"
#include "tests/metrics/brute_force.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <cmath>
#include <csignal>
#include <limits>
#include <sys/resource.h>

using brute::Image;
using cf::metrics::Curve;
using cf::metrics::PixelMetrics;
using cf::metrics::PixelTally;
using cf::metrics::PixelTallyOptions;

namespace {

cf::Result<PixelMetrics> measure(const std::vector<Image> &images,
                                 const PixelTallyOptions &options = {}, std::size_t *runs = nullptr)
{
    CF_ASSIGN_OR_RETURN(PixelTally tally, PixelTally::create(options));
    for (const Image &image : images)
        CF_RETURN_IF_ERROR(tally.add(image.scores, image.mask, image.heightPx, image.widthPx));
    auto metrics = tally.finish();
    if (runs)
        *runs = tally.spilledRuns();
    return metrics;
}

std::vector<Image> randomImages(unsigned seed, int count, unsigned distinctScores)
{
    std::mt19937 random(seed);
    std::vector<Image> images;
    for (int i = 0; i < count; ++i) {
        const int heightPx = 2 + static_cast<int>(random() % 9);
        const int widthPx = 1 + static_cast<int>(random() % 11);
        images.push_back(brute::randomImage(random, heightPx, widthPx, distinctScores));
    }
    return images;
}

bool sameCurve(const Curve &a, const Curve &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &p, const auto &q) {
        return p.x == q.x && p.y == q.y && p.threshold == q.threshold;
    });
}

/// Every bit the same, curves included.
bool identical(const PixelMetrics &a, const PixelMetrics &b)
{
    return a.auroc.value == b.auroc.value && a.averagePrecision.value == b.averagePrecision.value &&
           a.f1Max.value == b.f1Max.value && a.f1Threshold == b.f1Threshold &&
           a.auPro.value == b.auPro.value && a.regionCount == b.regionCount &&
           a.normalPixels == b.normalPixels && a.anomalousPixels == b.anomalousPixels &&
           sameCurve(a.roc, b.roc) && sameCurve(a.precisionRecall, b.precisionRecall) &&
           sameCurve(a.pro, b.pro);
}

double distanceToPolyline(const cf::metrics::CurvePoint &point, const Curve &curve)
{
    double nearest = 2;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const double dx = curve[i].x - curve[i - 1].x;
        const double dy = curve[i].y - curve[i - 1].y;
        const double px = point.x - curve[i - 1].x;
        const double py = point.y - curve[i - 1].y;
        const double along = std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        nearest = std::min(nearest, std::hypot(px - along * dx, py - along * dy));
    }
    return nearest;
}

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
    void doesNotDependOnTheMemoryBudget();
    void staysInMemoryWhenScoresRepeat();
    void keepsARegionWholeAcrossEqualScores();
    void weighsRegionsAlikeWhateverTheirSize();
    void isHalfTheLimitForAConstantMap();
    void isPerfectForTheMaskItself();
    void isUndefinedWithoutDefects();
    void isPartlyUndefinedWithoutNormalPixels();
    void isUndefinedWithoutImages();
    void treatsBothZerosAlike();
    void acceptsNegativeAndHugeScores();
    void namesThePixelThatIsNotFinite();
    void goesOnAfterARefusedImage();
    void namesBothSizesWhenTheyDiffer();
    void refusesOptionsOutOfRange();
    void canBeAskedBetweenImages();
    void thinsCurvesFaithfully();
    void saysThatTheSpillFolderIsMissing();
    void saysThatTheDiskIsFull();
    void leavesNoFileBehind();
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

void TstPixelTally::doesNotDependOnTheMemoryBudget()
{
    std::mt19937 random(5);
    std::vector<Image> images;
    for (int i = 0; i < 6; ++i)
        images.push_back(brute::randomImage(random, 90 + i, 100, 1U << 20));
    std::size_t runs = 0;
    const auto inMemory = measure(images, {}, &runs);
    CF_VERIFY(inMemory);
    QCOMPARE(runs, std::size_t{0});
    for (const std::size_t budgetBytes : {std::size_t{0}, std::size_t{3000}, std::size_t{200000}}) {
        PixelTallyOptions options;
        options.memoryBudgetBytes = budgetBytes;
        const auto spilled = measure(images, options, &runs);
        CF_VERIFY(spilled);
        QVERIFY2(runs >= 4, qPrintable(QString::number(runs)));
        QVERIFY(identical(*inMemory, *spilled));
    }
}

void TstPixelTally::staysInMemoryWhenScoresRepeat()
{
    std::mt19937 random(6);
    std::vector<Image> images;
    for (int i = 0; i < 5; ++i)
        images.push_back(brute::randomImage(random, 60, 60, 50));
    PixelTallyOptions options;
    options.memoryBudgetBytes = 16384;
    std::size_t runs = 99;
    const auto metrics = measure(images, options, &runs);
    CF_VERIFY(metrics);
    QCOMPARE(runs, std::size_t{0});
    QVERIFY(identical(*metrics, *measure(images)));
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

void TstPixelTally::namesThePixelThatIsNotFinite()
{
    auto tally = PixelTally::create();
    CF_VERIFY(tally);
    std::vector<float> scores(12, 0.5F);
    CF_VERIFY(tally->addNormal(scores, 3, 4));
    scores[6] = std::nanf("");
    auto result = tally->add(scores, std::vector<std::uint8_t>(12, 1), 3, 4);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::BadData);
    QVERIFY(result.error().detail.find("image 2 ") != std::string::npos);
    QVERIFY(result.error().detail.find("NaN at row 1, column 2") != std::string::npos);
    scores[6] = std::numeric_limits<float>::infinity();
    result = tally->addNormal(scores, 3, 4);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::BadData);
    QVERIFY(result.error().detail.find("infinite at row 1, column 2") != std::string::npos);
}

void TstPixelTally::goesOnAfterARefusedImage()
{
    const auto images = randomImages(31, 3, 20);
    auto tally = PixelTally::create();
    CF_VERIFY(tally);
    for (const Image &image : images) {
        Image spoiled = image;
        spoiled.scores.back() = std::nanf("");
        QVERIFY(!tally->add(spoiled.scores, spoiled.mask, spoiled.heightPx, spoiled.widthPx).ok());
        CF_VERIFY(tally->add(image.scores, image.mask, image.heightPx, image.widthPx));
    }
    QVERIFY(identical(*tally->finish(), *measure(images)));
}

void TstPixelTally::namesBothSizesWhenTheyDiffer()
{
    auto tally = PixelTally::create();
    CF_VERIFY(tally);
    const std::vector<float> scores(12, 0.5F);
    auto result = tally->add(scores, std::vector<std::uint8_t>(11, 0), 3, 4);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::BadData);
    QVERIFY(result.error().detail.find("11") != std::string::npos);
    QVERIFY(result.error().detail.find("12") != std::string::npos);
    QVERIFY(!tally->addNormal(scores, 3, 5).ok());
    QVERIFY(!tally->addNormal(scores, -3, -4).ok());
    QVERIFY(!tally->addNormal({}, 0, 0).ok());
}

void TstPixelTally::refusesOptionsOutOfRange()
{
    for (const double limit : {0.0, -0.1, 1.01, std::nan("")}) {
        PixelTallyOptions options;
        options.falsePositiveRateLimit = limit;
        const auto tally = PixelTally::create(options);
        QVERIFY(!tally.ok());
        QCOMPARE(tally.error().code, cf::ErrorCode::BadUsage);
    }
    PixelTallyOptions options;
    options.curvePointLimit = 1;
    QVERIFY(!PixelTally::create(options).ok());
}

void TstPixelTally::canBeAskedBetweenImages()
{
    const auto images = randomImages(41, 6, 1U << 16);
    PixelTallyOptions options;
    options.memoryBudgetBytes = 1000;
    auto tally = PixelTally::create(options);
    CF_VERIFY(tally);
    std::vector<Image> soFar;
    for (const Image &image : images) {
        CF_VERIFY(tally->add(image.scores, image.mask, image.heightPx, image.widthPx));
        soFar.push_back(image);
        const auto metrics = tally->finish();
        CF_VERIFY(metrics);
        QVERIFY(identical(*metrics, *measure(soFar)));
    }
}

void TstPixelTally::thinsCurvesFaithfully()
{
    std::mt19937 random(51);
    const std::vector<Image> images = {brute::randomImage(random, 200, 200, 1U << 22)};
    const auto metrics = measure(images);
    CF_VERIFY(metrics);
    const auto exact = cf::metrics::imageMetrics(brute::pixelsOf(images));
    CF_VERIFY(exact);
    QVERIFY(exact->roc.size() > 30000);
    for (const auto &[curve, full] : {std::pair{&metrics->roc, &exact->roc},
                                      {&metrics->precisionRecall, &exact->precisionRecall}}) {
        QVERIFY(curve->size() <= 1000);
        QVERIFY(curve->size() > 100);
        QCOMPARE(curve->front().x, 0.0);
        QCOMPARE(curve->back().x, 1.0);
        for (std::size_t i = 0; i < full->size(); i += 7)
            QVERIFY(distanceToPolyline((*full)[i], *curve) < 0.0005);
    }
    // Thresholds still belong to their points.
    for (const auto &point : metrics->roc) {
        const auto original =
            std::find_if(exact->roc.begin(), exact->roc.end(),
                         [&](const auto &other) { return other.threshold == point.threshold; });
        QVERIFY(original != exact->roc.end());
        QVERIFY(original->x == point.x && original->y == point.y);
    }
}

void TstPixelTally::saysThatTheSpillFolderIsMissing()
{
    PixelTallyOptions options;
    options.memoryBudgetBytes = 0;
    options.spillFolder = "/no/such/folder";
    const auto metrics = measure(randomImages(61, 4, 1U << 20), options);
    QVERIFY(!metrics.ok());
    QCOMPARE(metrics.error().code, cf::ErrorCode::NotFound);
    QVERIFY(metrics.error().detail.find("/no/such/folder") != std::string::npos);
}

void TstPixelTally::saysThatTheDiskIsFull()
{
    // A limit on the size of files stands in for a full disk: the write fails half-way in the same
    // manner.
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 2000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);

    PixelTallyOptions options;
    options.memoryBudgetBytes = 0;
    auto tally = PixelTally::create(options);
    std::mt19937 random(71);
    const Image image = brute::randomImage(random, 50, 50, 1U << 20);
    const auto first = tally->add(image.scores, image.mask, 50, 50);
    const auto second = tally->addNormal(image.scores, 50, 50);
    const auto metrics = tally->finish();
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);

    QVERIFY(!first.ok());
    QCOMPARE(first.error().code, cf::ErrorCode::DiskFull);
    QVERIFY(!second.ok()); // half an image is in: the tally must not pretend
    QVERIFY(!metrics.ok());
    QCOMPARE(metrics.error().code, cf::ErrorCode::DiskFull);
}

void TstPixelTally::leavesNoFileBehind()
{
    QTemporaryDir folder;
    PixelTallyOptions options;
    options.memoryBudgetBytes = 0;
    options.spillFolder = folder.path().toStdString();
    auto tally = PixelTally::create(options);
    std::mt19937 random(81);
    const Image image = brute::randomImage(random, 50, 50, 1U << 20);
    CF_VERIFY(tally->add(image.scores, image.mask, 50, 50));
    QVERIFY(tally->spilledRuns() > 0);
    // Nameless from the start, so that a crash leaves nothing either.
    QVERIFY(std::filesystem::is_empty(options.spillFolder));
    CF_VERIFY(tally->finish());
    QVERIFY(std::filesystem::is_empty(options.spillFolder));
}

QTEST_GUILESS_MAIN(TstPixelTally)
#include "tst_pixel_tally.moc"
