#include "core/annotation/grab_cut.h"
#include "core/annotation/packed_mask.h"

#include <QTest>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

using namespace cf;
using namespace cf::annotation;

namespace {

struct Scene
{
    cv::Mat picture, truth;
};

/// A bright ellipse on darker noise.
Scene scene(cv::Size size, int type)
{
    Scene made{cv::Mat(size, CV_MAKETYPE(CV_8U, CV_MAT_CN(type))), cv::Mat::zeros(size, CV_8UC1)};
    cv::RNG(5).fill(made.picture, cv::RNG::NORMAL, 90, 10);
    const cv::Point centre(size.width / 2, size.height / 2);
    cv::ellipse(made.truth, centre, {size.width / 6, size.height / 9}, 20, 0, 360, cv::Scalar(255),
                cv::FILLED);
    cv::Mat bright(size, made.picture.type());
    cv::RNG(6).fill(bright, cv::RNG::NORMAL, 170, 10);
    bright.copyTo(made.picture, made.truth);
    if (CV_MAT_DEPTH(type) == CV_16U)
        made.picture.convertTo(made.picture, type, 257.0);
    return made;
}

} // namespace

class TstGrabCut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatStandsOut_data();
    void findsWhatStandsOut();
    void givesTheSameTwice();
    void findsNothingWithoutSurroundings();
    void stopsWhenAsked();
};

void TstGrabCut::findsWhatStandsOut_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("edge");
    QTest::newRow("colour") << CV_8UC3 << 240;
    QTest::newRow("grey") << CV_8UC1 << 240;
    QTest::newRow("16 bit") << CV_16UC1 << 240;
    QTest::newRow("large") << CV_8UC3 << 1500;
}

void TstGrabCut::findsWhatStandsOut()
{
    QFETCH(int, type);
    QFETCH(int, edge);
    const Scene made = scene({edge, edge}, type);
    const cv::Rect box(edge / 4, edge / 4, edge / 2, edge / 2);
    RunContext run;
    const Patch found = grabCut(made.picture, box, run);
    QVERIFY(!found.place.empty() && (found.place & box) == found.place);
    cv::Mat mask = cv::Mat::zeros(made.truth.size(), CV_8UC1);
    found.mask.copyTo(mask(found.place));
    const double both = cv::countNonZero(mask & made.truth);
    const double either = cv::countNonZero(mask | made.truth);
    QVERIFY2(both / either > 0.95, qPrintable(QString::number(both / either)));
}

void TstGrabCut::givesTheSameTwice()
{
    const Scene made = scene({200, 200}, CV_8UC3);
    RunContext run;
    const Patch one = grabCut(made.picture, {50, 50, 100, 100}, run);
    const Patch two = grabCut(made.picture, {50, 50, 100, 100}, run);
    QVERIFY(one.place == two.place && cv::countNonZero(one.mask != two.mask) == 0);
}

void TstGrabCut::findsNothingWithoutSurroundings()
{
    const Scene made = scene({100, 100}, CV_8UC3);
    RunContext run;
    QVERIFY(grabCut(made.picture, {0, 0, 100, 100}, run).place.empty());
    QVERIFY(grabCut(made.picture, {200, 200, 10, 10}, run).place.empty());
}

void TstGrabCut::stopsWhenAsked()
{
    std::stop_source stop;
    RunContext run(stop.get_token(), [&](const Progress &progress) {
        if (progress.done == 1)
            stop.request_stop();
    });
    const Scene made = scene({200, 200}, CV_8UC3);
    QVERIFY_EXCEPTION_THROWN(grabCut(made.picture, {50, 50, 100, 100}, run), Cancelled);
}

QTEST_GUILESS_MAIN(TstGrabCut)
#include "tst_grab_cut.moc"
