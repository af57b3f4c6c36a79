#include "core/annotation/brush.h"

#include <QTest>
#include <opencv2/core.hpp>

#include <cmath>

using namespace cf::annotation;

namespace {

double distanceToWay(cv::Point2d point, cv::Point2d from, cv::Point2d to)
{
    const cv::Point2d along = to - from;
    const double squared = along.dot(along);
    const double share =
        squared > 0 ? std::clamp((point - from).dot(along) / squared, 0.0, 1.0) : 0.0;
    const cv::Point2d away = point - (from + share * along);
    return std::hypot(away.x, away.y);
}

/// Pixels that differ from the definition, but for those within a rounding of the edge.
int wrongPixels(const cv::Mat &mask, cv::Point maskAt, cv::Point2d from, cv::Point2d to,
                double radius)
{
    int wrong = 0;
    for (int row = 0; row < mask.rows; ++row)
        for (int column = 0; column < mask.cols; ++column) {
            const cv::Point2d centre(maskAt.x + column + 0.5, maskAt.y + row + 0.5);
            const double beyond = distanceToWay(centre, from, to) - radius;
            if (std::abs(beyond) > 1e-9)
                wrong += (mask.at<std::uint8_t>(row, column) != 0) != (beyond < 0);
        }
    return wrong;
}

} // namespace

class TstBrush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintsWhatTheDiscCoversOnItsWay();
    void erases();
    void staysWithinTheMask();
    void boxesWhatItPaints();
};

void TstBrush::paintsWhatTheDiscCoversOnItsWay()
{
    cv::RNG random(3);
    for (int round = 0; round < 200; ++round) {
        const cv::Point at(random.uniform(-20, 20), random.uniform(-20, 20));
        const auto point = [&] {
            return cv::Point2d(random.uniform(-30.0, 90.0), random.uniform(-30.0, 90.0));
        };
        const cv::Point2d from = point();
        const cv::Point2d to = round % 4 == 0 ? from : point();
        const double radius = random.uniform(0.3, 25.0);
        cv::Mat mask = cv::Mat::zeros(57, 61, CV_8UC1);
        paintStroke(mask, at, from, to, radius, 255);
        QCOMPARE(wrongPixels(mask, at, from, to, radius), 0);
    }
}

void TstBrush::erases()
{
    cv::Mat mask(40, 40, CV_8UC1, cv::Scalar(255));
    paintStroke(mask, {0, 0}, {10, 10}, {30, 20}, 5.0, 0);
    QCOMPARE(wrongPixels(255 - mask, {0, 0}, {10, 10}, {30, 20}, 5.0), 0);
}

void TstBrush::staysWithinTheMask()
{
    cv::Mat whole(60, 60, CV_8UC1, cv::Scalar(7));
    cv::Mat part = whole(cv::Rect(20, 20, 20, 20));
    paintStroke(part, {100, 100}, {90, 110}, {130, 110}, 40.0, 255);
    QCOMPARE(cv::countNonZero(whole == 255), 400);
    QCOMPARE(cv::countNonZero(whole == 7), 3200);
}

void TstBrush::boxesWhatItPaints()
{
    cv::Mat mask = cv::Mat::zeros(100, 100, CV_8UC1);
    const cv::Rect box = strokeBox({20.5, 30}, {60, 31}, 8.25, mask.size());
    QCOMPARE(box, cv::Rect(12, 21, 57, 19));
    paintStroke(mask, {0, 0}, {20.5, 30}, {60, 31}, 8.25, 255);
    const int painted = cv::countNonZero(mask);
    QVERIFY(painted > 0);
    QCOMPARE(cv::countNonZero(mask(box)), painted);
    QVERIFY(strokeBox({-50, -50}, {-40, -40}, 8.0, mask.size()).empty());
}

QTEST_GUILESS_MAIN(TstBrush)
#include "tst_brush.moc"
