#include "ui/image/image_canvas.h"

#include <QApplication>
#include <QTest>

#include <opencv2/core.hpp>

using namespace cf::ui;

/// On a screen with one and a half device pixels to a logical one.
class TstImageCanvasScaled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsThePicturesOwnPixelsAtOne_data();
    void showsThePicturesOwnPixelsAtOne();
    void fitsTheWholePicture();
};

void TstImageCanvasScaled::showsThePicturesOwnPixelsAtOne_data()
{
    QTest::addColumn<QPoint>("place");
    QTest::newRow("whole device pixels") << QPoint(20, 10);
    QTest::newRow("half a device pixel") << QPoint(21, 11);
}

void TstImageCanvasScaled::showsThePicturesOwnPixelsAtOne()
{
    QFETCH(QPoint, place);
    cv::Mat picture(900, 900, CV_8UC1);
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x)
            picture.at<uchar>(y, x) = static_cast<uchar>((x * 7 + y * 31) % 256);
    QWidget window;
    window.resize(300, 200);
    ImageCanvas canvas(&window);
    canvas.setGeometry(QRect(place, QSize(201, 151)));
    canvas.setPicture(picture);
    canvas.zoomTo100();
    window.show();
    QCOMPARE(canvas.devicePixelRatioF(), 1.5);
    const QImage seen = window.grab().toImage();
    QCOMPARE(seen.size(), QSize(450, 300));

    // One pixel of the picture for each of the screen: the ramp never stops or jumps.
    const auto grey = [&](int x, int y) { return qRed(seen.pixel(x, y)); };
    for (int y = 40; y < 220; ++y)
        for (int x = 60; x < 300; ++x) {
            QCOMPARE((grey(x + 1, y) - grey(x, y) + 256) % 256, 7);
            QCOMPARE((grey(x, y + 1) - grey(x, y) + 256) % 256, 31);
        }
}

void TstImageCanvasScaled::fitsTheWholePicture()
{
    ImageCanvas canvas;
    canvas.resize(201, 151);
    canvas.setPicture(cv::Mat(400, 300, CV_8UC1, cv::Scalar(255)));
    canvas.show();
    QCOMPARE(canvas.geometryOfView().deviceSize(), QSize(302, 227));
    QCOMPARE(canvas.zoom(), 227.0 / 400);
    QCOMPARE(canvas.renderView(1.5).size(), QSize(302, 227));
    QCOMPARE(canvas.renderView(1.5).pixel(151, 113), qRgb(255, 255, 255));
}

int main(int argc, char **argv)
{
    qputenv("QT_SCALE_FACTOR", "1.5"); // read when the application is made
    QApplication application(argc, argv);
    TstImageCanvasScaled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_image_canvas_scaled.moc"
