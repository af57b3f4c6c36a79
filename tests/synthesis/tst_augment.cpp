#include "core/synthesis/augment.h"
#include "tests/synthesis/test_images.h"

#include <QTest>

#include <set>

using namespace cf::synthesis;

namespace {

/// All 256 levels, the same in each channel.
cv::Mat greyRamp()
{
    cv::Mat ramp(16, 256, CV_8UC3);
    for (int x = 0; x < 256; ++x)
        ramp.col(x).setTo(cv::Scalar::all(x));
    return ramp;
}

} // namespace

class TstAugment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsSizeTypeAndInput_data();
    void keepsSizeTypeAndInput();
    void gammaStaysBetweenItsExponents();
    void brightnessMovesTheLevel();
    void sharpnessGoesBothWays();
    void hueTurnsColourOnly();
    void solarisesHalfTheTime();
    void posterisesToFewLevels();
    void invertsAlways();
    void autoContrastReachesBothEnds();
    void equaliseFlattensTheHistogram();
    void rotateLeavesBlackCorners();
    void threeAreDifferentAndReproducible();
};

void TstAugment::keepsSizeTypeAndInput_data()
{
    QTest::addColumn<int>("augmenter");
    for (const auto augmenter : kAllAugmenters)
        QTest::addRow("%d", static_cast<int>(augmenter)) << static_cast<int>(augmenter);
}

void TstAugment::keepsSizeTypeAndInput()
{
    QFETCH(int, augmenter);
    const cv::Mat board = tests::colourBoard({70, 50});
    const cv::Mat flat(9, 16, CV_8UC3, cv::Scalar(7, 7, 7));
    const cv::Mat copy = board.clone();
    for (std::uint64_t i = 0; i < 10; ++i) {
        Random random(1, 0, i);
        for (const auto &image : {board, flat}) {
            const cv::Mat result = augment(image, static_cast<Augmenter>(augmenter), random);
            QCOMPARE(result.size(), image.size());
            QCOMPARE(result.type(), CV_8UC3);
        }
    }
    QVERIFY(tests::same(board, copy));
}

void TstAugment::gammaStaysBetweenItsExponents()
{
    bool channelsDiffer = false;
    for (std::uint64_t i = 0; i < 50; ++i) {
        Random random(2, 0, i);
        const auto levels =
            augment(greyRamp(), Augmenter::GammaContrast, random).at<cv::Vec3b>(0, 64);
        for (int c = 0; c < 3; ++c) // 255 * (64/255)^2 and ^0.5
            QVERIFY(levels[c] >= 16 && levels[c] <= 128);
        channelsDiffer = channelsDiffer || levels[0] != levels[1];
    }
    QVERIFY(channelsDiffer);
}

void TstAugment::brightnessMovesTheLevel()
{
    const cv::Mat image(8, 8, CV_8UC3, cv::Scalar::all(100));
    double lowest = 255.0;
    double highest = 0.0;
    for (std::uint64_t i = 0; i < 300; ++i) {
        Random random(3, 0, i);
        const double level = cv::mean(augment(image, Augmenter::Brightness, random))[1];
        lowest = std::min(lowest, level);
        highest = std::max(highest, level);
    }
    QVERIFY(lowest >= 45.0 && lowest < 65.0); // 100 * 0.8 - 30 = 50, a little else in L*
    QVERIFY(highest <= 155.0 && highest > 138.0);
}

void TstAugment::sharpnessGoesBothWays()
{
    const cv::Mat image = tests::colourBoard({64, 64});
    const auto edges = [](const cv::Mat &picture) {
        return cv::norm(picture.colRange(1, 64), picture.colRange(0, 63), cv::NORM_L2);
    };
    int softer = 0;
    int sharper = 0;
    for (std::uint64_t i = 0; i < 60; ++i) {
        Random random(4, 0, i);
        const double now = edges(augment(image, Augmenter::Sharpness, random));
        softer += now < edges(image);
        sharper += now > edges(image);
    }
    QVERIFY(softer > 15 && sharper > 15);
}

void TstAugment::hueTurnsColourOnly()
{
    const cv::Mat red(8, 8, CV_8UC3, cv::Scalar(20, 20, 220));
    std::set<int> greens;
    for (std::uint64_t i = 0; i < 40; ++i) {
        Random random(5, 0, i);
        const auto pixel = augment(red, Augmenter::HueSaturation, random).at<cv::Vec3b>(0, 0);
        QCOMPARE(int(std::max({pixel[0], pixel[1], pixel[2]})), 220); // value is not touched
        greens.insert(pixel[1]);
    }
    QVERIFY(greens.size() > 8);
}

void TstAugment::solarisesHalfTheTime()
{
    int changed = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        Random random(6, 0, i);
        const cv::Mat result = augment(greyRamp(), Augmenter::Solarise, random);
        QCOMPARE(int(result.at<cv::Vec3b>(0, 31)[0]), 31);
        if (tests::same(result, greyRamp()))
            continue;
        ++changed;
        QCOMPARE(int(result.at<cv::Vec3b>(0, 128)[0]), 127);
        QCOMPARE(int(result.at<cv::Vec3b>(0, 255)[0]), 0);
    }
    QVERIFY(changed > 160 && changed < 240);
}

void TstAugment::posterisesToFewLevels()
{
    std::set<std::size_t> counts;
    for (std::uint64_t i = 0; i < 100; ++i) {
        Random random(7, 0, i);
        const cv::Mat result = augment(greyRamp(), Augmenter::Posterise, random);
        std::set<int> levels;
        for (int x = 0; x < 256; ++x) {
            levels.insert(result.at<cv::Vec3b>(0, x)[0]);
            QVERIFY(result.at<cv::Vec3b>(0, x)[0] <= x);
        }
        counts.insert(levels.size());
    }
    QCOMPARE(counts, (std::set<std::size_t>{2, 4, 8, 16, 32, 64, 128, 256}));
}

void TstAugment::invertsAlways()
{
    Random random(8);
    const cv::Mat once = augment(greyRamp(), Augmenter::Invert, random);
    QCOMPARE(int(once.at<cv::Vec3b>(3, 200)[2]), 55);
    QVERIFY(tests::same(augment(once, Augmenter::Invert, random), greyRamp()));
}

void TstAugment::autoContrastReachesBothEnds()
{
    const cv::Mat image = tests::greyPlate({64, 64});
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random random(9, 0, i);
        double low = 1.0;
        double high = 0.0;
        const cv::Mat result = augment(image, Augmenter::AutoContrast, random);
        cv::minMaxLoc(result.reshape(1), &low, &high);
        QCOMPARE(low, 0.0);
        QCOMPARE(high, 255.0);
    }
}

void TstAugment::equaliseFlattensTheHistogram()
{
    Random random(10);
    const cv::Mat result = augment(tests::greyPlate({128, 128}), Augmenter::Equalise, random);
    cv::Mat below = result.reshape(1) < 128;
    const double share = cv::countNonZero(below) / static_cast<double>(below.total());
    QVERIFY(share > 0.45 && share < 0.55);
}

void TstAugment::rotateLeavesBlackCorners()
{
    const cv::Mat white(80, 80, CV_8UC3, cv::Scalar::all(255));
    int cornersBlack = 0;
    for (std::uint64_t i = 0; i < 50; ++i) {
        Random random(11, 0, i);
        const cv::Mat result = augment(white, Augmenter::Rotate, random);
        QCOMPARE(result.at<cv::Vec3b>(40, 40), cv::Vec3b(255, 255, 255));
        cornersBlack += result.at<cv::Vec3b>(0, 0) == cv::Vec3b(0, 0, 0);
        QVERIFY(cv::countNonZero(result.reshape(1)) > 0.8 * 3 * 6400);
    }
    QVERIFY(cornersBlack > 40);
}

void TstAugment::threeAreDifferentAndReproducible()
{
    const cv::Mat image = tests::colourBoard({64, 48});
    int changed = 0;
    for (std::uint64_t i = 0; i < 40; ++i) {
        Random first(12, 0, i);
        Random again(12, 0, i);
        const cv::Mat result = augmentByThree(image, first);
        QVERIFY(tests::same(result, augmentByThree(image, again)));
        changed += !tests::same(result, image);
    }
    QVERIFY(changed >= 39); // inverting twice would undo itself: three different ones cannot
}

QTEST_GUILESS_MAIN(TstAugment)
#include "tst_augment.moc"
