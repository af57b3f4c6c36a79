#include "ui/image/sampling.h"
#include "ui/image/tile_pyramid.h"

#include "pool_blocker.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

using namespace cf::ui;

namespace {

cv::Mat noise(int widthPx, int heightPx, int type)
{
    cv::Mat image(heightPx, widthPx, type);
    cv::RNG random(3);
    random.fill(image, cv::RNG::UNIFORM, 0, image.depth() == CV_16U ? 65536 : 256);
    return image;
}

/// A pixel of tile (0, 0), without its border.
cv::Vec4b firstTilePixel(TilePyramid &pyramid, int level, int x, int y)
{
    return pyramid.tile(level, 0, 0).at<cv::Vec4b>(y + 1, x + 1);
}

} // namespace

class TstTilePyramid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEightBitPixels();
    void dividesSixteenBitsBy257();
    void followsLevels_data();
    void followsLevels();
    void averagesFourPixels();
    void repeatsTheEdgeOfOddSizes();
    void overlapsItsNeighbours();
    void drawsTheViewWithoutSeams_data();
    void drawsTheViewWithoutSeams();
    void boundsItsCache();
    void hasTilesBeforeItsLevels();
    void canBeDestroyedWhileBuilding();
    void refusesOtherTypes();
};

void TstTilePyramid::keepsEightBitPixels()
{
    const cv::Mat colour = noise(300, 280, CV_8UC3);
    TilePyramid pyramid(colour);
    const cv::Mat tile = pyramid.tile(0, 1, 1);
    QCOMPARE(tile.size(), cv::Size(300 - 256 + 2, 280 - 256 + 2));
    for (int y = 256; y < 280; ++y)
        for (int x = 256; x < 300; ++x) {
            const auto &bgr = colour.at<cv::Vec3b>(y, x);
            QVERIFY(tile.at<cv::Vec4b>(y - 255, x - 255) == cv::Vec4b(bgr[0], bgr[1], bgr[2], 255));
        }
    const cv::Mat grey = noise(5, 5, CV_8UC1);
    TilePyramid greyPyramid(grey);
    const uchar value = grey.at<uchar>(3, 2);
    QVERIFY(firstTilePixel(greyPyramid, 0, 2, 3) == cv::Vec4b(value, value, value, 255));
}

void TstTilePyramid::dividesSixteenBitsBy257()
{
    const cv::Mat deep = noise(200, 100, CV_16UC3);
    TilePyramid pyramid(deep);
    QCOMPARE(pyramid.fullScale(), 65535.0);
    for (int y = 0; y < deep.rows; ++y)
        for (int x = 0; x < deep.cols; ++x)
            for (int c = 0; c < 3; ++c)
                QCOMPARE(int(firstTilePixel(pyramid, 0, x, y)[c]),
                         int(std::lround(deep.at<cv::Vec<ushort, 3>>(y, x)[c] / 257.0)));
}

void TstTilePyramid::followsLevels_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("value");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("shown");
    QTest::newRow("16 bit, middle") << CV_16UC1 << 2000 << 1000.0 << 3000.0 << 128;
    QTest::newRow("16 bit, below") << CV_16UC1 << 900 << 1000.0 << 3000.0 << 0;
    QTest::newRow("16 bit, at the top") << CV_16UC1 << 3000 << 1000.0 << 3000.0 << 255;
    QTest::newRow("16 bit, above") << CV_16UC1 << 65535 << 1000.0 << 3000.0 << 255;
    QTest::newRow("8 bit, stretched") << CV_8UC1 << 60 << 50.0 << 101.0 << 50;
    QTest::newRow("step, below") << CV_8UC1 << 99 << 100.0 << 100.0 << 0;
    QTest::newRow("step, at it") << CV_8UC1 << 100 << 100.0 << 100.0 << 255;
}

void TstTilePyramid::followsLevels()
{
    QFETCH(int, type);
    QFETCH(int, value);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, shown);
    TilePyramid pyramid(cv::Mat(4, 4, type, cv::Scalar(value)));
    firstTilePixel(pyramid, 0, 1, 1); // into the cache, which must not answer afterwards
    pyramid.setLevels(low, high);
    QCOMPARE(int(firstTilePixel(pyramid, 0, 1, 1)[0]), shown);
}

void TstTilePyramid::averagesFourPixels()
{
    cv::Mat image(600, 600, CV_8UC1, cv::Scalar(0));
    image.at<uchar>(0, 0) = 40;
    image.at<uchar>(0, 1) = 80;
    image.at<uchar>(1, 0) = 120;
    image.at<uchar>(1, 1) = 160;
    TilePyramid pyramid(image);
    QCOMPARE(pyramid.levelCount(), 11); // 600, 300, 150, 75, 38, 19, 10, 5, 3, 2, 1
    QCOMPARE(int(firstTilePixel(pyramid, 1, 0, 0)[0]), 100);
    QCOMPARE(int(firstTilePixel(pyramid, 2, 0, 0)[0]), 25);
}

void TstTilePyramid::repeatsTheEdgeOfOddSizes()
{
    cv::Mat image(1, 515, CV_8UC1, cv::Scalar(10));
    image.at<uchar>(0, 514) = 200;
    TilePyramid pyramid(image);
    QCOMPARE(pyramid.levelSize(1), QSize(258, 1));
    QCOMPARE(int(pyramid.tile(1, 1, 0).at<cv::Vec4b>(1, 1 + 1)[0]), 200);
    QCOMPARE(int(pyramid.tile(1, 1, 0).at<cv::Vec4b>(1, 1)[0]), 10);
}

void TstTilePyramid::overlapsItsNeighbours()
{
    TilePyramid pyramid(noise(600, 300, CV_8UC3));
    const cv::Mat left = pyramid.tile(0, 0, 0), right = pyramid.tile(0, 1, 0);
    QVERIFY(left.at<cv::Vec4b>(50, 257) == right.at<cv::Vec4b>(50, 1));
    QVERIFY(left.at<cv::Vec4b>(50, 256) == right.at<cv::Vec4b>(50, 0));
}

void TstTilePyramid::drawsTheViewWithoutSeams_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("ratio");
    for (const double zoom : {0.61, 0.75, 1.0, 1.37, 1.99, 2.0, 3.7})
        for (const double ratio : {1.0, 1.25})
            QTest::addRow("zoom %g ratio %g", zoom, ratio) << zoom << ratio;
}

void TstTilePyramid::drawsTheViewWithoutSeams()
{
    QFETCH(double, zoom);
    QFETCH(double, ratio);
    cv::Mat image = noise(900, 700, CV_8UC3);
    cv::GaussianBlur(image, image, {0, 0}, 2.0); // OpenCV rounds positions to 1/32 of a pixel
    TilePyramid pyramid(image);
    ViewGeometry geometry({900, 700}, {403, 301}, ratio);
    geometry.setZoom(zoom);
    geometry.setCentre({511.3, 257.7}); // the corner of four tiles in the middle
    cv::Mat drawn;
    samplePicture(pyramid, geometry, drawn);
    const QRect seen = geometry.imageInDevice();
    QCOMPARE(drawn.size(), cv::Size(seen.width(), seen.height()));

    const QPoint origin = geometry.imageOriginInDevice();
    int largest = 0;
    for (int y = 0; y < drawn.rows; ++y) {
        for (int x = 0; x < drawn.cols; ++x) {
            double u = (x + seen.x() + 0.5 - origin.x()) / zoom - 0.5;
            double v = (y + seen.y() + 0.5 - origin.y()) / zoom - 0.5;
            if (zoom == 1.0 || zoom >= kSharpFromZoom) {
                u = std::floor(u + 0.5);
                v = std::floor(v + 0.5);
            }
            const int left = std::clamp(int(std::floor(u)), 0, 899);
            const int top = std::clamp(int(std::floor(v)), 0, 699);
            const int right = std::min(left + 1, 899), bottom = std::min(top + 1, 699);
            const double a = std::max(u - left, 0.0), b = std::max(v - top, 0.0);
            const auto at = [&](int row, int column) {
                return image.at<cv::Vec3b>(row, column)[1];
            };
            const double expected = (1 - b) * ((1 - a) * at(top, left) + a * at(top, right)) +
                                    b * ((1 - a) * at(bottom, left) + a * at(bottom, right));
            const int apart = std::abs(int(std::lround(expected)) - drawn.at<cv::Vec4b>(y, x)[1]);
            largest = std::max(largest, apart);
        }
    }
    const bool exact = zoom == 1.0 || zoom >= kSharpFromZoom;
    QVERIFY2(largest <= (exact ? 0 : 2), qPrintable(QString::number(largest)));
}

void TstTilePyramid::boundsItsCache()
{
    const cv::Mat image = noise(2048, 1024, CV_8UC1);
    TilePyramid pyramid(image);
    const qsizetype tileBytes = 258 * 258 * 4;
    pyramid.setCacheBytes(3 * tileBytes);
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 8; ++column) {
            const cv::Mat tile = pyramid.tile(0, column, row);
            QCOMPARE(tile.at<cv::Vec4b>(5, 5)[0], image.at<uchar>(row * 256 + 4, column * 256 + 4));
            QVERIFY(pyramid.usedCacheBytes() <= 3 * tileBytes);
        }
    QVERIFY(pyramid.usedCacheBytes() > 0);
    const cv::Mat last = pyramid.tile(0, 7, 3);
    QVERIFY(pyramid.tile(0, 7, 3).data == last.data); // kept, not made anew
}

void TstTilePyramid::hasTilesBeforeItsLevels()
{
    // A ramp of columns with one odd value out: picked and averaged pixels differ.
    cv::Mat image(1200, 1200, CV_16UC1, cv::Scalar(1000));
    for (int y = 0; y < image.rows; y += 2)
        image.row(y).setTo(3000);
    PoolBlocker blocker;
    TilePyramid pyramid(image);
    pyramid.setLevels(0, 25500);
    QSignalSpy refined(&pyramid, &TilePyramid::refined);
    QVERIFY(!pyramid.isComplete());
    QCOMPARE(int(firstTilePixel(pyramid, 1, 3, 3)[0]), 10); // the pixel in the middle of the square
    blocker.release();
    QTRY_VERIFY(pyramid.isComplete());
    QCOMPARE(refined.count(), pyramid.levelCount() - 1);
    QCOMPARE(int(firstTilePixel(pyramid, 1, 3, 3)[0]), 20);
    QCOMPARE(int(firstTilePixel(pyramid, 2, 3, 3)[0]), 20);
}

void TstTilePyramid::canBeDestroyedWhileBuilding()
{
    const cv::Mat image = noise(3000, 3000, CV_16UC1);
    {
        PoolBlocker blocker;
        auto pyramid = std::make_unique<TilePyramid>(image);
        QVERIFY(!pyramid->isComplete());
        pyramid.reset();
        blocker.release(); // the work starts only now
        QCoreApplication::processEvents();
    }
    for (int i = 0; i < 20; ++i) {
        TilePyramid pyramid(image);
        QCoreApplication::processEvents();
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(image.u->refcount, 1); // nobody holds the pixels any more
}

void TstTilePyramid::refusesOtherTypes()
{
    QVERIFY_EXCEPTION_THROWN(TilePyramid(cv::Mat(4, 4, CV_32FC1)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(TilePyramid(cv::Mat(4, 4, CV_8UC4)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(TilePyramid(cv::Mat()), std::invalid_argument);
}

QTEST_GUILESS_MAIN(TstTilePyramid)
#include "tst_tile_pyramid.moc"
