#include "core/annotation/region_shape.h"

#include <QTest>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

using namespace cf::annotation;

namespace {

Patch patchOf(const cv::Mat &mask, cv::Point at = {})
{
    return {cv::Rect(at, mask.size()), mask};
}

/// The pixels whose centre lies in the ellipse; `angle` anticlockwise.
cv::Mat ellipse(cv::Size size, cv::Point2d centre, double a, double b, double angleDegrees)
{
    const double angle = angleDegrees * std::numbers::pi / 180;
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double right = x + 0.5 - centre.x, up = centre.y - y - 0.5;
            const double along = right * std::cos(angle) + up * std::sin(angle);
            const double across = up * std::cos(angle) - right * std::sin(angle);
            if (along * along / (a * a) + across * across / (b * b) <= 1)
                mask.at<std::uint8_t>(y, x) = 255;
        }
    return mask;
}

} // namespace

class TstRegionShape : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void measuresASinglePixel();
    void measuresARectangle();
    void measuresEllipses_data();
    void measuresEllipses();
    void measuresAThinSlope();
    void knowsDentsAndHoles();
    void liesWhereThePatchLies();
};

void TstRegionShape::measuresASinglePixel()
{
    const auto shape = shapeOf(patchOf(cv::Mat(1, 1, CV_8UC1, cv::Scalar(255)), {4, 7}));
    QCOMPARE(shape.areaPx, 1.0);
    QCOMPARE(shape.lengthPx, 1.0);
    QCOMPARE(shape.widthPx, 1.0);
    QCOMPARE(shape.elongation(), 1.0);
    QCOMPARE(shape.solidity, 1.0);
    QVERIFY(shape.centre == cv::Point2d(4.5, 7.5));
    QVERIFY(shape.box == cv::Rect(4, 7, 1, 1));
}

void TstRegionShape::measuresARectangle()
{
    cv::Mat mask = cv::Mat::zeros(40, 60, CV_8UC1);
    mask(cv::Rect(10, 5, 5, 30)) = cv::Scalar(255);
    const auto shape = shapeOf(patchOf(mask));
    QCOMPARE(shape.areaPx, 150.0);
    QCOMPARE(shape.lengthPx, 30.0);
    QCOMPARE(shape.widthPx, 5.0);
    QCOMPARE(shape.angleDegrees, 90.0);
    QCOMPARE(shape.solidity, 1.0);
    QVERIFY(shape.centre == cv::Point2d(12.5, 20.0));
    QVERIFY(shape.box == cv::Rect(10, 5, 5, 30));
    // The circle around it has half the diagonal as radius.
    const double circle = std::numbers::pi * (5 * 5 + 30 * 30) / 4.0;
    QVERIFY(std::abs(shape.circularity - 150.0 / circle) < 1e-3);
}

void TstRegionShape::measuresEllipses_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("angle");
    for (const double angle : {0.0, 30.0, 77.0, 90.0, 135.0, 170.0})
        QTest::newRow(qPrintable(QStringLiteral("60 by 20 at %1").arg(angle)))
            << 60.0 << 20.0 << angle;
    QTest::newRow("disc") << 40.0 << 40.0 << 0.0;
    QTest::newRow("thin") << 80.0 << 3.0 << 20.0;
}

void TstRegionShape::measuresEllipses()
{
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, angle);
    const cv::Point2d centre(101.3, 90.8);
    const auto shape = shapeOf(patchOf(ellipse({210, 190}, centre, a, b, angle)));
    QVERIFY(std::abs(shape.areaPx / (std::numbers::pi * a * b) - 1) < 0.02);
    QVERIFY(std::abs(shape.centre.x - centre.x) < 0.25);
    QVERIFY(std::abs(shape.centre.y - centre.y) < 0.25);
    // Squares stick out of the outline by half their diagonal at most, on each side.
    QVERIFY2(std::abs(shape.lengthPx - 2 * a) < 1.5, qPrintable(QString::number(shape.lengthPx)));
    QVERIFY2(std::abs(shape.widthPx - 2 * b) < 1.5, qPrintable(QString::number(shape.widthPx)));
    if (a > b) {
        const double apart = std::remainder(shape.angleDegrees - angle, 180.0);
        QVERIFY2(std::abs(apart) < 4, qPrintable(QString::number(shape.angleDegrees)));
    }
    QVERIFY(std::abs(shape.circularity / (b / a) - 1) < 0.06);
    QVERIFY(shape.solidity > (b > 10 ? 0.93 : 0.75) && shape.solidity <= 1);
}

void TstRegionShape::measuresAThinSlope()
{
    // A staircase of 20 steps: as long as its diagonal, and one diagonal of a pixel wide.
    const auto shape = shapeOf(patchOf(cv::Mat::eye(20, 20, CV_8UC1) * 255));
    QVERIFY(std::abs(shape.lengthPx - 20 * std::numbers::sqrt2) < 1e-9);
    QVERIFY(std::abs(shape.widthPx - std::numbers::sqrt2) < 1e-9);
    QCOMPARE(shape.angleDegrees, 135.0); // down to the right
}

void TstRegionShape::knowsDentsAndHoles()
{
    cv::Mat mask(30, 30, CV_8UC1, cv::Scalar(255));
    mask(cv::Rect(10, 10, 20, 20)) = cv::Scalar(0); // an L: its hull cuts half of the dent off
    QVERIFY(std::abs(shapeOf(patchOf(mask)).solidity - 500.0 / 700.0) < 1e-9);
    cv::Mat ring(30, 30, CV_8UC1, cv::Scalar(255));
    ring(cv::Rect(5, 5, 20, 20)) = cv::Scalar(0);
    const auto shape = shapeOf(patchOf(ring));
    QCOMPARE(shape.areaPx, 500.0);
    QCOMPARE(shape.lengthPx, 30.0);
    QVERIFY(std::abs(shape.solidity - 500.0 / 900.0) < 1e-9);
}

void TstRegionShape::liesWhereThePatchLies()
{
    const auto mask = ellipse({60, 50}, {30, 25}, 20, 9, 40);
    const auto here = shapeOf(patchOf(mask));
    const auto there = shapeOf(patchOf(mask, {1000, 500}));
    QVERIFY(there.centre - here.centre == cv::Point2d(1000, 500));
    QVERIFY(there.box == here.box + cv::Point(1000, 500));
    QCOMPARE(there.lengthPx, here.lengthPx);
    QCOMPARE(there.angleDegrees, here.angleDegrees);
}

QTEST_GUILESS_MAIN(TstRegionShape)
#include "tst_region_shape.moc"
