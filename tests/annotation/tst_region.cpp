#include "core/annotation/packed_mask.h"
#include "core/annotation/region.h"

#include <QTest>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <limits>
#include <queue>

using namespace cf::annotation;

namespace {

cv::Mat onPicture(const Patch &patch, cv::Size size)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    if (!patch.place.empty())
        patch.mask.copyTo(mask(patch.place));
    return mask;
}

cv::Mat randomMap(cv::Size size, int seed)
{
    cv::Mat map(size, CV_32FC1);
    cv::RNG(seed).fill(map, cv::RNG::UNIFORM, 0.0, 1.0);
    cv::GaussianBlur(map, map, {}, 2.0);
    return map;
}

/// What can be reached from the seed by steps to the side.
cv::Mat walked(const cv::Mat &allowed, cv::Point seed)
{
    cv::Mat seen = cv::Mat::zeros(allowed.size(), CV_8UC1);
    std::queue<cv::Point> open;
    const auto visit = [&](cv::Point at) {
        if (!cv::Rect({0, 0}, allowed.size()).contains(at) || !allowed.at<std::uint8_t>(at) ||
            seen.at<std::uint8_t>(at))
            return;
        seen.at<std::uint8_t>(at) = 255;
        open.push(at);
    };
    visit(seed);
    for (; !open.empty(); open.pop())
        for (const cv::Point step : {cv::Point(1, 0), {-1, 0}, {0, 1}, {0, -1}})
            visit(open.front() + step);
    return seen;
}

bool same(const cv::Mat &one, const cv::Mat &other)
{
    return one.size() == other.size() && cv::countNonZero(one != other) == 0;
}

} // namespace

class TstRegion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reachesTheLevelPixelByPixel();
    void stretchesASmallMapOverThePicture();
    void floodsTheAreaAroundTheSeed();
    void floodsFromTheSeedsOwnScoreBelowTheLevel();
    void floodsNothingFromWhatIsNoNumber();
    void floodsLikeColours();
    void tellsAreasApart();
};

void TstRegion::reachesTheLevelPixelByPixel()
{
    const cv::Mat map = randomMap({70, 50}, 1);
    QVERIFY(same(onPicture(regionAtLevel(map, 0.52F, map.size()), map.size()), map >= 0.52F));
    QVERIFY(regionAtLevel(map, 2.0F, map.size()).place.empty());
}

void TstRegion::stretchesASmallMapOverThePicture()
{
    const cv::Mat map = randomMap({17, 11}, 2);
    const cv::Size size(61, 53);
    const cv::Mat region = onPicture(regionAtLevel(map, 0.5F, size), size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const int column = static_cast<int>((x + 0.5) * map.cols / size.width);
            const int row = static_cast<int>((y + 0.5) * map.rows / size.height);
            QCOMPARE(region.at<std::uint8_t>(y, x) != 0, map.at<float>(row, column) >= 0.5F);
        }
}

void TstRegion::floodsTheAreaAroundTheSeed()
{
    const cv::Mat map = randomMap({70, 50}, 3);
    int areas = 0;
    for (const cv::Point seed : {cv::Point(10, 10), {35, 25}, {60, 40}, {3, 45}}) {
        if (map.at<float>(seed) < 0.48F)
            continue;
        ++areas;
        QVERIFY(same(onPicture(floodOfMap(map, 0.48F, seed, map.size()), map.size()),
                     walked(map >= 0.48F, seed)));
    }
    QVERIFY(areas > 0);
    QVERIFY(floodOfMap(map, 0.48F, {-1, 5}, map.size()).place.empty());
}

void TstRegion::floodsFromTheSeedsOwnScoreBelowTheLevel()
{
    const cv::Mat map = randomMap({70, 50}, 4);
    const cv::Point seed(20, 20);
    const float own = map.at<float>(seed);
    QVERIFY(same(onPicture(floodOfMap(map, own + 0.2F, seed, map.size()), map.size()),
                 walked(map >= own, seed)));
}

void TstRegion::floodsNothingFromWhatIsNoNumber()
{
    cv::Mat map(8, 8, CV_32FC1, cv::Scalar(1.0));
    map.at<float>(3, 3) = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(floodOfMap(map, 0.5F, {3, 3}, map.size()).place.empty());
    QCOMPARE(cv::countNonZero(floodOfMap(map, 0.5F, {0, 0}, map.size()).mask), 63);
}

void TstRegion::floodsLikeColours()
{
    for (const int depth : {CV_8U, CV_16U}) {
        const double scale = depth == CV_8U ? 1.0 : 257.0;
        cv::Mat picture(40, 40, CV_MAKETYPE(depth, 3), cv::Scalar::all(100 * scale));
        picture(cv::Rect(10, 12, 15, 9)).setTo(cv::Scalar(100, 120, 160) * scale);
        picture(cv::Rect(12, 14, 3, 3)).setTo(cv::Scalar(100, 125, 165) * scale); // near enough
        const Patch found = floodOfPicture(picture, 0.05, {20, 20});
        QCOMPARE(found.place, cv::Rect(10, 12, 15, 9));
        QCOMPARE(cv::countNonZero(found.mask), 15 * 9);
        QVERIFY(floodOfPicture(picture, 0.05, {40, 3}).place.empty());
    }
}

void TstRegion::tellsAreasApart()
{
    cv::Mat mask = cv::Mat::zeros(30, 30, CV_8UC1);
    mask(cv::Rect(2, 2, 5, 5)).setTo(255);
    mask(cv::Rect(7, 7, 3, 3)).setTo(255); // touches at a corner
    mask(cv::Rect(20, 5, 4, 8)).setTo(255);
    const Patch all = trimmed({cv::Rect(50, 60, 30, 30), mask});
    const auto areas = areasOf(all, 10);
    QVERIFY(areas && areas->size() == 2);
    QCOMPARE(areas->at(0).place, cv::Rect(52, 62, 8, 8));
    QCOMPARE(cv::countNonZero(areas->at(0).mask), 34);
    QCOMPARE(areas->at(1).place, cv::Rect(70, 65, 4, 8));
    QVERIFY(!areasOf(all, 1));
    QVERIFY(areasOf({}, 1)->empty());
}

QTEST_GUILESS_MAIN(TstRegion)
#include "tst_region.moc"
