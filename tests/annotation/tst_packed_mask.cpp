#include "core/annotation/packed_mask.h"

#include <QTest>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

using namespace cf::annotation;

namespace {

bool same(const cv::Mat &one, const cv::Mat &other)
{
    return one.size() == other.size() && (one.empty() || cv::countNonZero(one != other) == 0);
}

/// Noise of some density, or blobs.
Patch randomPatch(cv::RNG &random, cv::Rect place)
{
    cv::Mat values(place.size(), CV_8UC1);
    random.fill(values, cv::RNG::UNIFORM, 0, 256);
    if (random.uniform(0, 2) == 0)
        cv::GaussianBlur(values, values, {}, 3.0);
    return {place, values > 128};
}

} // namespace

class TstPackedMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackTheSamePixels();
    void isSmallForALargeArea();
    void turnsOneStateIntoTheOther();
    void leavesAMaskAloneThatIsSharedElsewhere();
    void trimsAndGrows();
};

void TstPackedMask::givesBackTheSamePixels()
{
    cv::RNG random(1);
    for (int round = 0; round < 100; ++round) {
        const cv::Rect place(random.uniform(-5, 50), random.uniform(-5, 50), random.uniform(1, 70),
                             random.uniform(1, 40));
        const Patch patch = randomPatch(random, place);
        const Patch back = unpack(pack(patch));
        QCOMPARE(back.place, place);
        QVERIFY(same(back.mask, patch.mask));
    }
    QVERIFY(unpack(pack({})).place.empty());
}

void TstPackedMask::isSmallForALargeArea()
{
    cv::Mat mask = cv::Mat::zeros(2000, 2000, CV_8UC1);
    cv::circle(mask, {1000, 1000}, 900, cv::Scalar(255), cv::FILLED);
    QVERIFY(pack({cv::Rect(0, 0, 2000, 2000), mask}).bytes() < 20000);
}

void TstPackedMask::turnsOneStateIntoTheOther()
{
    cv::RNG random(2);
    for (int round = 0; round < 100; ++round) {
        const Patch before = randomPatch(random, {3, 4, 30, 20});
        const Patch after =
            randomPatch(random, {random.uniform(0, 12), random.uniform(0, 12), 25, 31});
        const PackedMask change = difference(before, after);
        const cv::Rect all = before.place | after.place;
        Patch state = grown(before, all);
        state.mask = state.mask.clone();
        toggle(change, state.mask, state.place.tl());
        QVERIFY(same(state.mask, grown(after, all).mask));
        toggle(change, state.mask, state.place.tl());
        QVERIFY(same(state.mask, grown(before, all).mask));
    }
    const Patch patch = randomPatch(random, {0, 0, 9, 9});
    QVERIFY(difference(patch, patch).place.empty());
    QVERIFY(same(unpack(difference({}, patch)).mask, trimmed(patch).mask));
}

void TstPackedMask::leavesAMaskAloneThatIsSharedElsewhere()
{
    cv::Mat mask = cv::Mat::zeros(10, 10, CV_8UC1);
    const cv::Mat shared = mask;
    const Patch spot{cv::Rect(4, 4, 2, 2), cv::Mat(2, 2, CV_8UC1, cv::Scalar(255))};
    toggle(pack(spot), mask, {0, 0});
    QCOMPARE(cv::countNonZero(mask), 4);
    QCOMPARE(cv::countNonZero(shared), 0);
    const auto *pixels = mask.data;
    toggle(pack(spot), mask, {0, 0}); // nobody else holds it now
    QCOMPARE(mask.data, pixels);
    QCOMPARE(cv::countNonZero(mask), 0);
}

void TstPackedMask::trimsAndGrows()
{
    cv::Mat mask = cv::Mat::zeros(10, 12, CV_8UC1);
    mask(cv::Rect(3, 2, 4, 5)).setTo(255);
    const Patch tight = trimmed({cv::Rect(100, 200, 12, 10), mask});
    QCOMPARE(tight.place, cv::Rect(103, 202, 4, 5));
    QCOMPARE(cv::countNonZero(tight.mask), 20);
    const Patch wide = grown(tight, {101, 205, 20, 20});
    QCOMPARE(wide.place, cv::Rect(101, 202, 20, 23));
    QCOMPARE(trimmed(wide).place, tight.place);
    QCOMPARE(cropped(tight, {105, 200, 100, 4}).place, cv::Rect(105, 202, 2, 2));
    QVERIFY(cropped(tight, {0, 0, 9, 9}).place.empty());
    QVERIFY(trimmed({cv::Rect(0, 0, 5, 5), cv::Mat::zeros(5, 5, CV_8UC1)}).place.empty());
}

QTEST_GUILESS_MAIN(TstPackedMask)
#include "tst_packed_mask.moc"
