#include "core/synthesis/nuisance.h"
#include "tests/synthesis/test_images.h"

#include <QTest>

using namespace cf::synthesis;

namespace {

/// Nothing varies; a test opens what it looks at.
NuisanceRanges still()
{
    NuisanceRanges ranges;
    ranges.gain = ranges.contrast = ranges.gamma = ranges.whiteBalance = ranges.scale = {1.0, 1.0};
    ranges.offset = ranges.illumination = ranges.blurSigma = ranges.noiseSigma = {0.0, 0.0};
    ranges.shift = ranges.rotationDegrees = {0.0, 0.0};
    ranges.chances = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    return ranges;
}

cv::Scalar deviationOf(const cv::Mat &image)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(image, mean, deviation);
    return deviation;
}

} // namespace

class TstNuisance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesNothingWithinPointRanges();
    void staysWithinTheGain();
    void staysWithinTheOffset();
    void contrastKeepsTheMean();
    void gammaKeepsBlackAndWhite();
    void illuminationIsSmoothAndBounded();
    void noiseHasTheDeviationAskedFor();
    void blurOnlySoftens();
    void leavesGreyPicturesGrey();
    void movesTheMaskWithThePicture();
    void staysWithinTheShift();
    void isTheSameForTheSameSeed();
    void leavesItsInputAlone();
    void measuresTheSpreadOfLight();
    void measuresNoSpreadWhereThereIsNone();
    void measuresBlurAndNoise();
    void measuresShifts();
    void keepsTheDefaultsForTooFewPictures();
    void tellsGreyFromColour();
};

void TstNuisance::changesNothingWithinPointRanges()
{
    const cv::Mat image = tests::colourBoard({120, 90});
    for (std::uint64_t i = 0; i < 10; ++i) {
        Random random(1, 0, i);
        const auto jittered = applyNuisance(image, still(), random);
        QVERIFY(tests::same(jittered.imageBgr, image));
        QVERIFY(!jittered.moved);
    }
}

void TstNuisance::staysWithinTheGain()
{
    auto ranges = still();
    ranges.gain = {0.8, 1.25};
    const cv::Mat image(40, 50, CV_8UC3, cv::Scalar(100, 100, 100));
    double lowest = 1e9;
    double highest = 0.0;
    for (std::uint64_t i = 0; i < 300; ++i) {
        Random random(2, 0, i);
        const double mean = cv::mean(applyNuisance(image, ranges, random).imageBgr)[1];
        lowest = std::min(lowest, mean);
        highest = std::max(highest, mean);
    }
    QVERIFY(lowest >= 80.0 && lowest < 82.0);
    QVERIFY(highest <= 125.0 && highest > 122.0);
}

void TstNuisance::staysWithinTheOffset()
{
    auto ranges = still();
    ranges.offset = {-10.0, 20.0};
    const cv::Mat image(40, 50, CV_8UC3, cv::Scalar(100, 100, 100));
    for (std::uint64_t i = 0; i < 100; ++i) {
        Random random(3, 0, i);
        const double mean = cv::mean(applyNuisance(image, ranges, random).imageBgr)[0];
        QVERIFY(mean >= 90.0 && mean <= 120.0);
    }
}

void TstNuisance::contrastKeepsTheMean()
{
    auto ranges = still();
    ranges.contrast = {0.7, 0.7};
    const cv::Mat image = tests::greyPlate({128, 128});
    Random random(4);
    const cv::Mat flat = applyNuisance(image, ranges, random).imageBgr;
    QVERIFY(std::abs(cv::mean(flat)[0] - cv::mean(image)[0]) < 0.6);
    QVERIFY(std::abs(deviationOf(flat)[0] / deviationOf(image)[0] - 0.7) < 0.03);
}

void TstNuisance::gammaKeepsBlackAndWhite()
{
    auto ranges = still();
    ranges.gamma = {1.5, 1.5};
    cv::Mat image(1, 3, CV_8UC3);
    image.at<cv::Vec3b>(0, 0) = {0, 0, 0};
    image.at<cv::Vec3b>(0, 1) = {128, 128, 128};
    image.at<cv::Vec3b>(0, 2) = {255, 255, 255};
    Random random(5);
    const cv::Mat bent = applyNuisance(image, ranges, random).imageBgr;
    QCOMPARE(bent.at<cv::Vec3b>(0, 0), cv::Vec3b(0, 0, 0));
    QCOMPARE(int(bent.at<cv::Vec3b>(0, 1)[0]), 91); // 255 * (128/255)^1.5
    QCOMPARE(bent.at<cv::Vec3b>(0, 2), cv::Vec3b(255, 255, 255));
}

void TstNuisance::illuminationIsSmoothAndBounded()
{
    auto ranges = still();
    ranges.illumination = {0.2, 0.2};
    const cv::Mat image(100, 140, CV_8UC3, cv::Scalar::all(100));
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random random(6, 0, i);
        const cv::Mat lit = applyNuisance(image, ranges, random).imageBgr;
        QVERIFY(deviationOf(lit)[0] > 2.0);
        QVERIFY(std::abs(cv::mean(lit)[0] - 100.0) < 4.0);
        QVERIFY(cv::norm(lit, image, cv::NORM_INF) <=
                41.0); // the corners are farther than the borders
        QVERIFY(cv::norm(lit.colRange(1, 140), lit.colRange(0, 139), cv::NORM_INF) <= 2.0);
    }
}

void TstNuisance::noiseHasTheDeviationAskedFor()
{
    auto ranges = still();
    ranges.noiseSigma = {5.0, 5.0};
    const cv::Mat image(128, 128, CV_8UC3, cv::Scalar(100, 120, 140));
    Random random(7);
    const cv::Mat noisy = applyNuisance(image, ranges, random).imageBgr;
    for (int c = 0; c < 3; ++c)
        QVERIFY(std::abs(deviationOf(noisy)[c] - 5.0) < 0.2);
}

void TstNuisance::blurOnlySoftens()
{
    auto ranges = still();
    ranges.blurSigma = {1.0, 1.0};
    const cv::Mat image = tests::colourBoard({128, 128});
    Random random(8);
    const cv::Mat soft = applyNuisance(image, ranges, random).imageBgr;
    QVERIFY(deviationOf(soft)[0] < deviationOf(image)[0]);
    QVERIFY(cv::norm(cv::mean(soft) - cv::mean(image)) < 2.0);
}

void TstNuisance::leavesGreyPicturesGrey()
{
    const cv::Mat image = tests::greyPlate({96, 96});
    NuisanceRanges ranges;
    ranges.chances = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random random(9, 0, i);
        QVERIFY(tests::exactlyGrey(applyNuisance(image, ranges, random).imageBgr));
    }
}

void TstNuisance::movesTheMaskWithThePicture()
{
    auto ranges = still();
    ranges.shift = {-0.1, 0.1};
    ranges.rotationDegrees = {-20.0, 20.0};
    ranges.scale = {0.9, 1.1};
    cv::Mat image(120, 160, CV_8UC3, cv::Scalar::all(20));
    cv::Mat mask = cv::Mat::zeros(120, 160, CV_8UC1);
    const cv::Rect spot(90, 40, 17, 11);
    image(spot).setTo(cv::Scalar::all(240));
    mask(spot).setTo(255);
    for (std::uint64_t i = 0; i < 30; ++i) {
        Random random(10, 0, i);
        const auto jittered = applyNuisance(image, ranges, random);
        QVERIFY(jittered.moved);
        const cv::Mat moved = moveMask(mask, jittered);
        QCOMPARE(cv::countNonZero(moved == 255), cv::countNonZero(moved));
        cv::Mat bright, grey;
        cv::cvtColor(jittered.imageBgr, grey, cv::COLOR_BGR2GRAY);
        bright = grey > 130;
        cv::Mat different = bright != moved;
        QVERIFY(cv::countNonZero(different) < 25); // outline pixels only, of 187
        const cv::Point2d middle = jittered.inputToOutput * cv::Vec3d(98.0, 45.0, 1.0);
        const cv::Moments moments = cv::moments(moved, true);
        QVERIFY(std::hypot(moments.m10 / moments.m00 - middle.x,
                           moments.m01 / moments.m00 - middle.y) < 0.7);
    }
}

void TstNuisance::staysWithinTheShift()
{
    auto ranges = still();
    ranges.shift = {-0.05, 0.05};
    const cv::Mat image = tests::colourBoard({200, 100});
    for (std::uint64_t i = 0; i < 100; ++i) {
        Random random(11, 0, i);
        const auto matrix = applyNuisance(image, ranges, random).inputToOutput;
        QVERIFY(std::abs(matrix(0, 2)) <= 10.0 && std::abs(matrix(1, 2)) <= 5.0);
        QVERIFY(std::abs(matrix(0, 0) - 1.0) < 1e-9 && std::abs(matrix(0, 1)) < 1e-9);
    }
}

void TstNuisance::isTheSameForTheSameSeed()
{
    const cv::Mat image = tests::colourBoard({90, 70});
    Random first(12, 4, 5);
    Random again(12, 4, 5);
    QVERIFY(tests::same(applyNuisance(image, {}, first).imageBgr,
                        applyNuisance(image, {}, again).imageBgr));
}

void TstNuisance::leavesItsInputAlone()
{
    const cv::Mat image = tests::colourBoard({90, 70});
    const cv::Mat before = image.clone();
    for (std::uint64_t i = 0; i < 40; ++i) {
        Random random(14, 0, i);
        applyNuisance(image, {}, random).imageBgr.setTo(cv::Scalar::all(0));
        QVERIFY(tests::same(image, before));
    }
}

void TstNuisance::measuresTheSpreadOfLight()
{
    std::vector<cv::Mat> normals;
    for (int i = 0; i < 20; ++i) {
        cv::Mat image;
        tests::greyPlate({128, 128}, static_cast<std::uint64_t>(i))
            .convertTo(image, CV_8UC3, 0.85 + 0.3 * i / 19.0);
        normals.push_back(image);
    }
    const auto ranges = measureNuisance(normals);
    QVERIFY2(ranges.gain.low < 0.87 && ranges.gain.low > 0.7,
             qPrintable(QString::number(ranges.gain.low)));
    QVERIFY2(ranges.gain.high > 1.13 && ranges.gain.high < 1.4,
             qPrintable(QString::number(ranges.gain.high)));
    QVERIFY(ranges.contrast.high < 1.15); // the gain alone must not look like contrast
}

void TstNuisance::measuresNoSpreadWhereThereIsNone()
{
    std::vector<cv::Mat> normals;
    for (int i = 0; i < 8; ++i)
        normals.push_back(tests::greyPlate({128, 128}, static_cast<std::uint64_t>(i)));
    const auto ranges = measureNuisance(normals);
    QVERIFY(ranges.gain.low > 0.93 && ranges.gain.high < 1.07);
    QVERIFY(ranges.gain.low < 1.0 && ranges.gain.high > 1.0);
    QVERIFY(ranges.contrast.low > 0.9 && ranges.contrast.high < 1.1);
    QVERIFY(ranges.illumination.high < 0.05);
    QVERIFY(ranges.noiseSigma.high < 2.0);
}

void TstNuisance::measuresBlurAndNoise()
{
    std::vector<cv::Mat> sharp;
    std::vector<cv::Mat> blurred;
    std::vector<cv::Mat> noisy;
    for (int i = 0; i < 12; ++i) {
        const cv::Mat board = tests::colourBoard({256, 256});
        cv::Mat soft, grainy;
        cv::GaussianBlur(board, soft, {}, 0.3 + 0.08 * i);
        Random random(13, 0, static_cast<std::uint64_t>(i));
        auto grain = still();
        grain.noiseSigma = {0.4 * i, 0.4 * i};
        grainy = applyNuisance(board, grain, random).imageBgr;
        sharp.push_back(board);
        blurred.push_back(soft);
        noisy.push_back(grainy);
    }
    QVERIFY(measureNuisance(blurred).blurSigma.high > measureNuisance(sharp).blurSigma.high + 0.2);
    QVERIFY(measureNuisance(noisy).noiseSigma.high > measureNuisance(sharp).noiseSigma.high + 1.0);
}

void TstNuisance::measuresShifts()
{
    std::vector<cv::Mat> normals;
    const cv::Mat large = tests::disc({400, 400}, 200, 60);
    for (int i = 0; i < 12; ++i)
        normals.push_back(large(cv::Rect(60 + (i * 7) % 11, 60 + (i * 5) % 9, 256, 256)).clone());
    const auto shifted = measureNuisance(normals).shift;
    QVERIFY2(shifted.high > 0.02 && shifted.high < 0.06, qPrintable(QString::number(shifted.high)));
    QCOMPARE(shifted.low, -shifted.high);
    for (auto &image : normals)
        image = normals.front();
    QVERIFY(measureNuisance(normals).shift.high < 0.01);
}

void TstNuisance::keepsTheDefaultsForTooFewPictures()
{
    QCOMPARE(measureNuisance({}).gain, NuisanceRanges().gain);
    QCOMPARE(measureNuisance({tests::greyPlate({64, 64})}).blurSigma, NuisanceRanges().blurSigma);
}

void TstNuisance::tellsGreyFromColour()
{
    QVERIFY(isGrey(tests::greyPlate({64, 64})));
    QVERIFY(!isGrey(tests::colourBoard({64, 64})));
}

QTEST_GUILESS_MAIN(TstNuisance)
#include "tst_nuisance.moc"
