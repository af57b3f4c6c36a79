#include "ui/image/outline.h"

#include <QTest>

#include <opencv2/core.hpp>

using namespace cf::ui;

namespace {

constexpr uchar kBackground = 100;

/// Draws the outline of a region on grey; 'l' light, 'd' dark, '.' untouched.
struct Drawn
{
    cv::Mat pixels;

    Drawn(const cv::Mat &inside, OutlineStyle style, double ratio = 1.0, QPoint anchor = {})
        : pixels(inside.size(), CV_8UC4, cv::Scalar(kBackground, kBackground, kBackground, 255))
    {
        drawOutline(inside, style, ratio, anchor, pixels);
    }

    char at(int x, int y) const
    {
        const auto &pixel = pixels.at<cv::Vec4b>(y, x);
        if (pixel[0] == kBackground)
            return '.';
        return pixel[0] > kBackground ? 'l' : 'd';
    }
    QByteArray row(int y) const
    {
        QByteArray text;
        for (int x = 0; x < pixels.cols; ++x)
            text += at(x, y);
        return text;
    }
};

cv::Mat square()
{
    cv::Mat inside(40, 40, CV_8UC1, cv::Scalar(0));
    inside(cv::Rect(10, 10, 20, 20)).setTo(255);
    return inside;
}

} // namespace

class TstOutline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isLightInsideAndDarkOutside();
    void growsWithTheScreenOnly();
    void showsASinglePixel();
    void leavesThePictureOpen();
    void drawsNothingWithoutARegion();
    void dashesWithBothColours();
    void movesItsDashesWithThePicture();
};

void TstOutline::isLightInsideAndDarkOutside()
{
    const Drawn drawn(square(), OutlineStyle::Solid);
    QCOMPARE(drawn.row(20), "........ddll................lldd........");
    QCOMPARE(drawn.row(10), drawn.row(29));
    QCOMPARE(drawn.at(20, 8), 'd');
    QCOMPARE(drawn.at(20, 10), 'l');
    QCOMPARE(drawn.at(20, 7), '.');
}

void TstOutline::growsWithTheScreenOnly()
{
    QCOMPARE(Drawn(square(), OutlineStyle::Solid, 2.0).row(20),
             ".......dddlll..............lllddd.......");
}

void TstOutline::showsASinglePixel()
{
    cv::Mat inside(9, 9, CV_8UC1, cv::Scalar(0));
    inside.at<uchar>(4, 4) = 255;
    const Drawn drawn(inside, OutlineStyle::Solid);
    QCOMPARE(drawn.row(4), "..ddldd..");
    QCOMPARE(drawn.at(4, 2), 'd');
    QCOMPARE(drawn.at(4, 6), 'd');
}

void TstOutline::leavesThePictureOpen()
{
    cv::Mat inside(20, 20, CV_8UC1, cv::Scalar(0));
    inside.colRange(0, 8).setTo(255);
    const Drawn drawn(inside, OutlineStyle::Solid);
    QCOMPARE(drawn.row(0), "......lldd..........");
    QCOMPARE(drawn.row(10), drawn.row(0));
}

void TstOutline::drawsNothingWithoutARegion()
{
    const Drawn drawn(cv::Mat(10, 10, CV_8UC1, cv::Scalar(0)), OutlineStyle::Solid);
    QCOMPARE(drawn.row(5), "..........");
    const Drawn whole(cv::Mat(10, 10, CV_8UC1, cv::Scalar(255)), OutlineStyle::Solid);
    QCOMPARE(whole.row(0), "..........");
}

void TstOutline::dashesWithBothColours()
{
    const Drawn drawn(square(), OutlineStyle::Dashed);
    for (const int x : {8, 9, 30, 31}) {
        QByteArray along;
        for (int y = 9; y < 31; ++y)
            along += drawn.at(x, y);
        QVERIFY2(along.contains("dllllll") && along.contains("ldddddd") && !along.contains('.'),
                 along);
    }
    for (int x = 10; x < 30; ++x) // the region itself stays as it is
        QCOMPARE(drawn.at(x, 15), '.');
}

void TstOutline::movesItsDashesWithThePicture()
{
    cv::Mat moved(40, 40, CV_8UC1, cv::Scalar(0));
    moved(cv::Rect(13, 11, 20, 20)).setTo(255);
    const Drawn first(square(), OutlineStyle::Dashed),
        second(moved, OutlineStyle::Dashed, 1.0, {3, 1});
    for (int y = 5; y < 35; ++y)
        QCOMPARE(second.row(y + 1).mid(8, 30), first.row(y).mid(5, 30));
}

QTEST_GUILESS_MAIN(TstOutline)
#include "tst_outline.moc"
