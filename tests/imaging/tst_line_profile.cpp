#include "core/imaging/line_profile.h"

#include <QTest>

#include <cmath>
#include <stdexcept>

using cf::imaging::sampleLine;

namespace {

/// value = 2 x + 10 y: bilinear sampling gives it back between the pixels, too.
cv::Mat plane(int widthPx, int heightPx)
{
    cv::Mat map(heightPx, widthPx, CV_32FC1);
    for (int y = 0; y < heightPx; ++y)
        for (int x = 0; x < widthPx; ++x)
            map.at<float>(y, x) = 2.0F * static_cast<float>(x) + 10.0F * static_cast<float>(y);
    return map;
}

} // namespace

class TstLineProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesThePixelsOfARow()
    {
        const auto profile = sampleLine(plane(20, 10), {3, 4}, {9, 4});
        QCOMPARE(profile.value.size(), std::size_t{7});
        for (std::size_t i = 0; i < 7; ++i) {
            QCOMPARE(profile.distancePx[i], double(i));
            QCOMPARE(profile.value[i], 2.0 * (3.0 + double(i)) + 40.0);
        }
    }

    void isBilinearBetweenPixels()
    {
        const cv::Point2d from(1.25, 0.5);
        const cv::Point2d to(11.75, 7.25);
        const auto profile = sampleLine(plane(20, 10), from, to);
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        QCOMPARE(profile.distancePx.front(), 0.0);
        QVERIFY(std::abs(profile.distancePx.back() - length) < 1e-12);
        QVERIFY(length / (double(profile.value.size()) - 1.0) <= 1.0); // no pixel is stepped over
        for (std::size_t i = 0; i < profile.value.size(); ++i) {
            const double share = profile.distancePx[i] / length;
            const double expected = 2.0 * (from.x + share * (to.x - from.x)) +
                                    10.0 * (from.y + share * (to.y - from.y));
            QVERIFY2(std::abs(profile.value[i] - expected) < 1e-9,
                     qPrintable(QString::number(profile.value[i] - expected)));
        }
    }

    void weighsAllFourNeighbours()
    {
        cv::Mat map = (cv::Mat_<float>(2, 2) << 1, 2, 4, 16);
        const auto profile = sampleLine(map, {0.5, 0.25}, {0.5, 0.25});
        QCOMPARE(profile.value.size(), std::size_t{2});
        QCOMPARE(profile.value[0], 0.75 * 1.5 + 0.25 * 10.0);
    }

    void goesOnWithTheEdgeBesideTheMap()
    {
        const auto profile = sampleLine(plane(4, 4), {-5, 0}, {20, 0});
        QCOMPARE(profile.value.front(), 0.0);
        QCOMPARE(profile.value.back(), 6.0);
    }

    void takesNoMoreSamplesThanAsked()
    {
        QCOMPARE(sampleLine(plane(500, 2), {0, 0}, {499, 0}, 11).value.size(), std::size_t{11});
    }

    void refusesWhatIsNoMap()
    {
        QVERIFY_EXCEPTION_THROWN(sampleLine({}, {0, 0}, {1, 1}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(sampleLine(cv::Mat(3, 3, CV_8UC1), {0, 0}, {1, 1}),
                                 std::invalid_argument);
    }
};

QTEST_GUILESS_MAIN(TstLineProfile)
#include "tst_line_profile.moc"
