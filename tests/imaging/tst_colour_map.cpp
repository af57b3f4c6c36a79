#include "core/imaging/colour_map.h"

#include <QTest>
#include <limits>
#include <opencv2/core.hpp>
#include <stdexcept>

using namespace cf::imaging;

namespace {

double lightness(const cv::Vec3b &bgr)
{
    return 0.114 * bgr[0] + 0.587 * bgr[1] + 0.299 * bgr[2];
}

} // namespace

class TstColourMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesComeBack();
    void risesInLightness();
    void clampsOutsideTheRange();
    void greyIsLinear();
    void hasTheEndColoursOfViridis();
    void survivesNanAndAnEmptyRange();
    void blendsByWeight();
    void namesWhatDoesNotFit();
};

void TstColourMap::namesComeBack()
{
    for (const ColourMap map : kColourMaps)
        QVERIFY(colourMapFromName(toString(map)) == map);
    QVERIFY(!colourMapFromName("Viridis"));
    QVERIFY(!colourMapFromName("jet"));
    QVERIFY(!colourMapFromName(""));
}

void TstColourMap::risesInLightness()
{
    cv::Mat ramp(1, 256, CV_32FC1);
    for (int i = 0; i < 256; ++i)
        ramp.at<float>(0, i) = static_cast<float>(i);
    for (const ColourMap map : kColourMaps) {
        const cv::Mat coloured = colourise(ramp, 0.0F, 255.0F, map);
        QCOMPARE(coloured.type(), CV_8UC3);
        for (int i = 16; i < 256; i += 16)
            QVERIFY(lightness(coloured.at<cv::Vec3b>(0, i)) >
                    lightness(coloured.at<cv::Vec3b>(0, i - 16)));
    }
}

void TstColourMap::clampsOutsideTheRange()
{
    const cv::Mat map = (cv::Mat_<float>(1, 4) << -1e30F, 2.0F, 4.0F, 1e30F);
    const cv::Mat coloured = colourise(map, 2.0F, 4.0F, ColourMap::Magma);
    QCOMPARE(coloured.at<cv::Vec3b>(0, 0), coloured.at<cv::Vec3b>(0, 1));
    QCOMPARE(coloured.at<cv::Vec3b>(0, 2), coloured.at<cv::Vec3b>(0, 3));
    QVERIFY(coloured.at<cv::Vec3b>(0, 1) != coloured.at<cv::Vec3b>(0, 2));
}

void TstColourMap::greyIsLinear()
{
    const cv::Mat map = (cv::Mat_<float>(1, 3) << 10.0F, 15.1F, 20.2F);
    const cv::Mat coloured = colourise(map, 10.0F, 20.2F, ColourMap::Grey);
    QCOMPARE(coloured.at<cv::Vec3b>(0, 0), cv::Vec3b(0, 0, 0));
    QVERIFY(std::abs(coloured.at<cv::Vec3b>(0, 1)[0] - 127) <= 1);
    QCOMPARE(coloured.at<cv::Vec3b>(0, 2), cv::Vec3b(255, 255, 255));
}

void TstColourMap::hasTheEndColoursOfViridis()
{
    const cv::Mat map = (cv::Mat_<float>(1, 2) << 0.0F, 1.0F);
    const cv::Mat coloured = colourise(map, 0.0F, 1.0F, ColourMap::Viridis);
    QVERIFY(cv::norm(coloured.at<cv::Vec3b>(0, 0), cv::Vec3b(84, 1, 68), cv::NORM_INF) <=
            2); // dark violet
    QVERIFY(cv::norm(coloured.at<cv::Vec3b>(0, 1), cv::Vec3b(37, 231, 253), cv::NORM_INF) <=
            2); // yellow
}

void TstColourMap::survivesNanAndAnEmptyRange()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const cv::Mat map = (cv::Mat_<float>(1, 3) << nan, 1.0F, 3.0F);
    const cv::Mat coloured = colourise(map, 2.0F, 2.0F, ColourMap::Grey);
    QCOMPARE(coloured.at<cv::Vec3b>(0, 0), cv::Vec3b(0, 0, 0));
    QCOMPARE(coloured.at<cv::Vec3b>(0, 1), cv::Vec3b(0, 0, 0));
    QCOMPARE(coloured.at<cv::Vec3b>(0, 2), cv::Vec3b(255, 255, 255));
    QVERIFY(colourise(cv::Mat(0, 0, CV_32FC1), 0.0F, 1.0F, ColourMap::Grey).empty());
}

void TstColourMap::blendsByWeight()
{
    const cv::Mat image(2, 2, CV_8UC3, cv::Scalar(100, 100, 100));
    const cv::Mat colour(2, 2, CV_8UC3, cv::Scalar(200, 0, 100));
    QCOMPARE(blendOver(image, colour, 0.25).at<cv::Vec3b>(1, 1), cv::Vec3b(125, 75, 100));
    QCOMPARE(blendOver(image, colour, -1.0).at<cv::Vec3b>(0, 0), cv::Vec3b(100, 100, 100));
    QCOMPARE(blendOver(image, colour, 2.0).at<cv::Vec3b>(0, 0), cv::Vec3b(200, 0, 100));
}

void TstColourMap::namesWhatDoesNotFit()
{
    QVERIFY_EXCEPTION_THROWN(colourise(cv::Mat(2, 2, CV_8UC1), 0.0F, 1.0F, ColourMap::Grey),
                             std::invalid_argument);
    const cv::Mat small(2, 2, CV_8UC3);
    const cv::Mat large(3, 2, CV_8UC3);
    QVERIFY_EXCEPTION_THROWN(blendOver(small, large, 0.5), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(blendOver(small, cv::Mat(2, 2, CV_8UC1), 0.5), std::invalid_argument);
}

QTEST_GUILESS_MAIN(TstColourMap)
#include "tst_colour_map.moc"
