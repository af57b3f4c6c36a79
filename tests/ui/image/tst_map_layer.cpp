#include "ui/image/map_layer.h"
#include "ui/image/sampling.h"

#include <QTest>

#include <limits>
#include <opencv2/core.hpp>

using namespace cf;
using namespace cf::ui;

namespace {

cv::Mat noise(int widthPx, int heightPx)
{
    cv::Mat map(heightPx, widthPx, CV_32FC1);
    cv::RNG random(5);
    random.fill(map, cv::RNG::UNIFORM, -0.5, 2.0);
    return map;
}

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

} // namespace

class TstMapLayer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coloursAsTheCore_data();
    void coloursAsTheCore();
    void keepsTheStoredFloat();
    void stretchesASmallerMap();
    void showsWhatTheProbeSays();
    void losesNoPeakZoomedOut_data();
    void losesNoPeakZoomedOut();
    void letsNaNNeverWin();
    void refusesWhatDoesNotFit();
};

void TstMapLayer::coloursAsTheCore_data()
{
    QTest::addColumn<float>("low");
    QTest::addColumn<float>("high");
    QTest::newRow("usual") << 0.0F << 1.0F;
    QTest::newRow("narrow") << 0.4F << 0.4001F;
    QTest::newRow("step") << 0.5F << 0.5F;
    QTest::newRow("turned round") << 0.8F << 0.2F;
    QTest::newRow("wide") << -1000.0F << 1000.0F;
}

void TstMapLayer::coloursAsTheCore()
{
    QFETCH(float, low);
    QFETCH(float, high);
    cv::Mat map = noise(101, 50);
    map.at<float>(0, 0) = kNaN;
    map.at<float>(0, 1) = kInfinity;
    map.at<float>(0, 2) = -kInfinity;
    map.at<float>(0, 3) = low;
    map.at<float>(0, 4) = high;
    for (const auto colours : imaging::kColourMaps) {
        const cv::Mat expected = imaging::colourise(map, low, high, colours);
        cv::Mat drawn;
        ColourTable(colours, low, high).apply(map, drawn);
        for (int y = 0; y < map.rows; ++y)
            for (int x = 0; x < map.cols; ++x) {
                const auto &bgr = expected.at<cv::Vec3b>(y, x);
                QVERIFY2(drawn.at<cv::Vec4b>(y, x) == cv::Vec4b(bgr[0], bgr[1], bgr[2], 255),
                         qPrintable(QString::number(map.at<float>(y, x))));
            }
    }
}

void TstMapLayer::keepsTheStoredFloat()
{
    const cv::Mat map = noise(40, 30);
    const MapLayer layer(map, {40, 30});
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x)
            QVERIFY(layer.valueAt({x, y}) == map.at<float>(y, x));
    QCOMPARE(layer.valueAt({40, 0}), std::nullopt);
    QCOMPARE(layer.valueAt({0, -1}), std::nullopt);
}

void TstMapLayer::stretchesASmallerMap()
{
    const cv::Mat map = (cv::Mat_<float>(1, 3) << 1, 2, 3);
    const MapLayer layer(map, {9, 8}); // 3 x 8 image pixels for each
    for (int x = 0; x < 9; ++x)
        QCOMPARE(*layer.valueAt({x, 7}), static_cast<float>(x / 3 + 1));
    const MapLayer uneven(map,
                          {4, 1}); // centres 0.5 1.5 2.5 3.5 of 4 -> 0.375 1.125 1.875 2.625 of 3
    QCOMPARE(*uneven.valueAt({0, 0}), 1.0F);
    QCOMPARE(*uneven.valueAt({1, 0}), 2.0F);
    QCOMPARE(*uneven.valueAt({2, 0}), 2.0F);
    QCOMPARE(*uneven.valueAt({3, 0}), 3.0F);
}

void TstMapLayer::showsWhatTheProbeSays()
{
    const cv::Mat map = noise(37, 23);
    const MapLayer layer(map, {100, 90});
    ViewGeometry geometry({100, 90}, {150, 140}, 1.25);
    geometry.setZoom(3.3);
    geometry.setCentre({47.7, 31.1});
    cv::Mat drawn;
    layer.sample(geometry, drawn);
    const QRect seen = geometry.imageInDevice();
    for (int y = 0; y < drawn.rows; ++y)
        for (int x = 0; x < drawn.cols; ++x) {
            const QPointF inView = QPointF(x + seen.x() + 0.5, y + seen.y() + 0.5) / 1.25;
            QVERIFY(layer.valueAt(*geometry.pixelAt(inView)) == drawn.at<float>(y, x));
        }
}

void TstMapLayer::losesNoPeakZoomedOut_data()
{
    QTest::addColumn<QSize>("view");
    QTest::newRow("half") << QSize(450, 350);
    QTest::newRow("a third") << QSize(300, 300);
    QTest::newRow("odd") << QSize(211, 177);
    QTest::newRow("tiny") << QSize(61, 61);
}

void TstMapLayer::losesNoPeakZoomedOut()
{
    QFETCH(QSize, view);
    const ViewGeometry geometry({900, 700}, view, 1.0);
    cv::RNG random(11);
    for (int i = 0; i < 50; ++i) {
        cv::Mat map(700, 900, CV_32FC1, cv::Scalar(0.1));
        const cv::Point at(random.uniform(0, 900), random.uniform(0, 700));
        map.at<float>(at) = 0.9F;
        const MapLayer layer(map, {900, 700});
        cv::Mat drawn;
        layer.sample(geometry, drawn);
        double largest = 0;
        cv::minMaxLoc(drawn, nullptr, &largest);
        QVERIFY2(static_cast<float>(largest) == 0.9F,
                 qPrintable(QStringLiteral("peak at %1, %2").arg(at.x).arg(at.y)));
    }
}

void TstMapLayer::letsNaNNeverWin()
{
    cv::Mat map(600, 600, CV_32FC1, cv::Scalar(kNaN));
    map.at<float>(101, 100) = 0.25F;
    const MipLevels mips(map, Reduction::Maximum);
    QCOMPARE(mips.level(1).at<float>(50, 50), 0.25F);
    QCOMPARE(mips.level(2).at<float>(25, 25), 0.25F);
    QVERIFY(mips.level(1).at<float>(0, 0) < -1e30F); // all four unknown: the first colour
}

void TstMapLayer::refusesWhatDoesNotFit()
{
    const QSize image(40, 30);
    QVERIFY_EXCEPTION_THROWN(MapLayer(cv::Mat(30, 41, CV_32FC1), image), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(MapLayer(cv::Mat(31, 40, CV_32FC1), image), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(MapLayer(cv::Mat(30, 40, CV_64FC1), image), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(MapLayer(cv::Mat(), image), std::invalid_argument);
    try {
        MapLayer(cv::Mat(31, 50, CV_32FC1), image);
    } catch (const std::invalid_argument &error) {
        QVERIFY(QByteArray(error.what()).contains("50 x 31"));
        QVERIFY(QByteArray(error.what()).contains("40 x 30"));
    }
}

QTEST_GUILESS_MAIN(TstMapLayer)
#include "tst_map_layer.moc"
