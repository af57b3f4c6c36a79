#include "tests/metrics/pixel_cases.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <cmath>
#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace pixel_cases;

namespace {

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

} // namespace

class TstPixelTallyLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doesNotDependOnTheMemoryBudget();
    void staysInMemoryWhenScoresRepeat();
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

void TstPixelTallyLimits::doesNotDependOnTheMemoryBudget()
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

void TstPixelTallyLimits::staysInMemoryWhenScoresRepeat()
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

void TstPixelTallyLimits::namesThePixelThatIsNotFinite()
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

void TstPixelTallyLimits::goesOnAfterARefusedImage()
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

void TstPixelTallyLimits::namesBothSizesWhenTheyDiffer()
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

void TstPixelTallyLimits::refusesOptionsOutOfRange()
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

void TstPixelTallyLimits::canBeAskedBetweenImages()
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

void TstPixelTallyLimits::thinsCurvesFaithfully()
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

void TstPixelTallyLimits::saysThatTheSpillFolderIsMissing()
{
    PixelTallyOptions options;
    options.memoryBudgetBytes = 0;
    options.spillFolder = "/no/such/folder";
    const auto metrics = measure(randomImages(61, 4, 1U << 20), options);
    QVERIFY(!metrics.ok());
    QCOMPARE(metrics.error().code, cf::ErrorCode::NotFound);
    QVERIFY(metrics.error().detail.find("/no/such/folder") != std::string::npos);
}

void TstPixelTallyLimits::saysThatTheDiskIsFull()
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

void TstPixelTallyLimits::leavesNoFileBehind()
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

QTEST_GUILESS_MAIN(TstPixelTallyLimits)
#include "tst_pixel_tally_limits.moc"
