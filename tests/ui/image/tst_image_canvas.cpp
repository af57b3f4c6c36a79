#include "ui/image/image_canvas.h"

#include "pool_blocker.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <opencv2/core.hpp>
#include <stdexcept>

using namespace cf;
using namespace cf::ui;

namespace {

cv::Mat noise(int widthPx, int heightPx, int type, double high)
{
    cv::Mat pixels(heightPx, widthPx, type);
    cv::RNG random(9);
    random.fill(pixels, cv::RNG::UNIFORM, 0.0, high);
    return pixels;
}

QRgb rgb(const cv::Vec3b &bgr)
{
    return qRgb(bgr[2], bgr[1], bgr[0]);
}

int apart(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

/// A canvas of 200 x 150 over a picture of the same size at 100 %: pixel for pixel.
struct Scene
{
    cv::Mat picture = noise(200, 150, CV_8UC3, 256);
    cv::Mat map = noise(200, 150, CV_32FC1, 1.0);
    ImageCanvas canvas;

    Scene()
    {
        canvas.resize(200, 150);
        canvas.setPicture(picture);
        canvas.zoomTo100();
    }
};

/// How many pixels of two pictures differ.
int changes(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return -1;
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    return count;
}

cv::Mat withSquare(float inside)
{
    cv::Mat map(150, 200, CV_32FC1, cv::Scalar(0.1));
    map(cv::Rect(50, 40, 60, 50)).setTo(inside);
    return map;
}

} // namespace

class TstImageCanvas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsThePicturesOwnPixels();
    void laysTheMapOverAsTheCoreDoes();
    void lowScoresLetThePictureThrough();
    void showsSquaresFromTwiceTheSizeOn();
    void coloursAnewWhenTheStyleChanges();
    void outlinesTheThreshold();
    void outlinesTheMaskInAnotherWay();
    void hidesAllOfTheOverlayToFlicker();
    void splitsTwoMapsAtTheHandle();
    void probesTheStoredFloat();
    void keepsLevelsForTheNextPicture();
    void dropsTheMapWithItsPicture();
    void refusesWhatDoesNotFitAndStaysAsItIs();
    void saysWhyThereIsNoPicture();
    void tellsScreenReadersWhatItShows();
    void showsItsFocus();
    void followsThePalette();
    void grabsWhatItRenders();
    void rendersAtAnotherResolution();
    void opensALargePictureAtOnce();
    void canBeDestroyedWhileThePyramidIsBuilt();
};

void TstImageCanvas::showsThePicturesOwnPixels()
{
    Scene scene;
    const QImage seen = scene.canvas.renderView(1.0);
    QCOMPARE(seen.size(), QSize(200, 150));
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x)
            QCOMPARE(seen.pixel(x, y), rgb(scene.picture.at<cv::Vec3b>(y, x)));
}

void TstImageCanvas::laysTheMapOverAsTheCoreDoes()
{
    Scene scene;
    scene.canvas.setMap(scene.map);
    scene.canvas.setRange(0.2F, 0.7F);
    for (const double opacity : {0.0, 0.37, 1.0}) {
        for (const auto colours : {imaging::ColourMap::Viridis, imaging::ColourMap::Inferno}) {
            scene.canvas.setOpacity(opacity);
            scene.canvas.setColourMap(colours);
            const cv::Mat expected = imaging::blendOver(
                scene.picture, imaging::colourise(scene.map, 0.2F, 0.7F, colours), opacity);
            const QImage seen = scene.canvas.renderView(1.0);
            for (int y = 0; y < 150; ++y)
                for (int x = 0; x < 200; ++x)
                    QVERIFY(apart(seen.pixel(x, y), rgb(expected.at<cv::Vec3b>(y, x))) <= 1);
        }
    }
}

void TstImageCanvas::lowScoresLetThePictureThrough()
{
    Scene scene;
    scene.map.at<float>(3, 4) = std::numeric_limits<float>::quiet_NaN();
    scene.canvas.setMap(scene.map);
    scene.canvas.setRange(0.2F, 0.9F);
    scene.canvas.setOpacity(0.5);
    scene.canvas.setFading(true);
    const cv::Mat colours = imaging::colourise(scene.map, 0.2F, 0.9F, imaging::ColourMap::Viridis);
    const QImage seen = scene.canvas.renderView(1.0);
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x) {
            const double score = scene.map.at<float>(y, x);
            const double share = score > 0.2 ? std::min((score - 0.2) / 0.7, 1.0) * 0.5 : 0.0;
            const cv::Vec3d mixed = cv::Vec3d(scene.picture.at<cv::Vec3b>(y, x)) * (1.0 - share) +
                                    cv::Vec3d(colours.at<cv::Vec3b>(y, x)) * share;
            QVERIFY(apart(seen.pixel(x, y), rgb(cv::Vec3b(mixed))) <= 2);
        }
    // In full from the threshold on.
    scene.canvas.setThreshold(0.4F);
    const QImage sooner = scene.canvas.renderView(1.0);
    scene.canvas.setFading(false);
    const QImage even = scene.canvas.renderView(1.0);
    int full = 0;
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x)
            if (scene.map.at<float>(y, x) >= 0.4F) {
                ++full;
                QVERIFY(apart(sooner.pixel(x, y), even.pixel(x, y)) <= 1);
            }
    QVERIFY(full > 1000);
}

void TstImageCanvas::showsSquaresFromTwiceTheSizeOn()
{
    Scene scene;
    ViewState state;
    scene.canvas.setViewState(&state);
    state.setView(4.0, {100, 75});
    const QImage sharp = scene.canvas.renderView(1.0);
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x) {
            const QPoint pixel = *scene.canvas.geometryOfView().pixelAt({x + 0.5, y + 0.5});
            QCOMPARE(sharp.pixel(x, y), rgb(scene.picture.at<cv::Vec3b>(pixel.y(), pixel.x())));
        }
    state.setView(1.5, {100, 75});
    const QImage smooth = scene.canvas.renderView(1.0);
    int between = 0; // colours that no pixel of the picture has at that place
    for (int y = 20; y < 130; ++y)
        for (int x = 20; x < 180; ++x) {
            const QPoint pixel = *scene.canvas.geometryOfView().pixelAt({x + 0.5, y + 0.5});
            between += smooth.pixel(x, y) != rgb(scene.picture.at<cv::Vec3b>(pixel.y(), pixel.x()))
                           ? 1
                           : 0;
        }
    QVERIFY(between > 1000);
}

void TstImageCanvas::coloursAnewWhenTheStyleChanges()
{
    // On the screen, where layers are kept from one drawing to the next.
    Scene scene;
    scene.canvas.setMap(scene.map);
    QImage before = scene.canvas.grab().toImage();
    const auto changed = [&](const char *what) {
        const QImage now = scene.canvas.grab().toImage();
        const int count = changes(before, now);
        before = now;
        if (count < 1000)
            qWarning() << what << count;
        return count >= 1000;
    };
    scene.canvas.setOpacity(0.9);
    QVERIFY(changed("opacity"));
    scene.canvas.setRange(0.0F, 0.3F);
    QVERIFY(changed("range"));
    scene.canvas.setColourMap(imaging::ColourMap::Magma);
    QVERIFY(changed("colours"));
    scene.canvas.setThreshold(0.5F);
    QVERIFY(changed("threshold"));
    scene.canvas.setMap(withSquare(0.2F));
    QVERIFY(changed("map"));
    scene.canvas.setLevels(100, 120);
    QVERIFY(changed("levels"));
    scene.canvas.setOverlayShown(false);
    QVERIFY(changed("overlay"));
    scene.canvas.setPicture(noise(200, 150, CV_8UC1, 256));
    QVERIFY(changed("picture"));
}

void TstImageCanvas::outlinesTheThreshold()
{
    Scene scene;
    scene.canvas.setMap(withSquare(0.8F));
    scene.canvas.setOpacity(0.0);
    scene.canvas.setThreshold(0.8F); // from here on, so the square belongs to it
    const QImage seen = scene.canvas.renderView(1.0);
    for (int y = 45; y < 85; ++y) {
        QCOMPARE(seen.pixel(50, y), qRgb(255, 255, 255));
        QCOMPARE(seen.pixel(109, y), qRgb(255, 255, 255));
        QVERIFY(qGray(seen.pixel(49, y)) < 32);
        QVERIFY(qGray(seen.pixel(110, y)) < 32);
        QCOMPARE(seen.pixel(80, y), rgb(scene.picture.at<cv::Vec3b>(y, 80)));
    }
    scene.canvas.setThreshold(std::nextafter(0.8F, 1.0F));
    const QImage without = scene.canvas.renderView(1.0);
    QCOMPARE(without.pixel(50, 60), rgb(scene.picture.at<cv::Vec3b>(60, 50)));
}

void TstImageCanvas::outlinesTheMaskInAnotherWay()
{
    Scene scene;
    cv::Mat mask(150, 200, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(50, 40, 60, 50)).setTo(1); // not zero is enough
    const QImage bare = scene.canvas.renderView(1.0);
    scene.canvas.setMask(mask);
    const QImage masked = scene.canvas.renderView(1.0);
    int light = 0, dark = 0;
    for (int y = 45; y < 85; ++y) {
        light += masked.pixel(49, y) == qRgb(255, 255, 255) ? 1 : 0;
        dark += qGray(masked.pixel(49, y)) < 32 ? 1 : 0;
    }
    QVERIFY2(light >= 15 && dark >= 15, qPrintable(QStringLiteral("%1, %2").arg(light).arg(dark)));
    QCOMPARE(masked.pixel(50, 60), bare.pixel(50, 60)); // the defect itself is not covered
    scene.canvas.setMaskShown(false);
    QCOMPARE(changes(scene.canvas.renderView(1.0), bare), 0);
}

void TstImageCanvas::hidesAllOfTheOverlayToFlicker()
{
    Scene scene;
    const QImage bare = scene.canvas.renderView(1.0);
    scene.canvas.setMap(withSquare(0.8F));
    scene.canvas.setThreshold(0.5F);
    const QImage covered = scene.canvas.renderView(1.0);
    QVERIFY(changes(bare, covered) > 20000);
    scene.canvas.setOverlayShown(false);
    QCOMPARE(changes(scene.canvas.renderView(1.0), bare), 0);
    scene.canvas.setOverlayShown(true);
    QCOMPARE(changes(scene.canvas.renderView(1.0), covered), 0);
}

void TstImageCanvas::splitsTwoMapsAtTheHandle()
{
    Scene scene;
    const cv::Mat low(150, 200, CV_32FC1, cv::Scalar(0.0)), high(30, 40, CV_32FC1, cv::Scalar(1.0));
    scene.canvas.setMap(low);
    scene.canvas.setCompareMap(high);
    scene.canvas.setOpacity(1.0);
    scene.canvas.setSplitPosition(0.25);
    QImage seen = scene.canvas.renderView(1.0);
    const QRgb lowest =
        rgb(imaging::colourise(low, 0, 1, imaging::ColourMap::Viridis).at<cv::Vec3b>(0, 0));
    const QRgb highest =
        rgb(imaging::colourise(high, 0, 1, imaging::ColourMap::Viridis).at<cv::Vec3b>(0, 0));
    QCOMPARE(seen.pixel(45, 10), lowest);
    QCOMPARE(seen.pixel(55, 10), highest);
    QVERIFY(seen.pixel(50, 10) != lowest && seen.pixel(50, 10) != highest); // the handle
    QCOMPARE(*scene.canvas.valueAt({100, 5}), 0.0F);
    QCOMPARE(*scene.canvas.compareValueAt({100, 5}), 1.0F);
    scene.canvas.setSplitPosition(7.0);
    QCOMPARE(scene.canvas.splitPosition(), 1.0);
    QCOMPARE(scene.canvas.renderView(1.0).pixel(190, 10), lowest);
    scene.canvas.setCompareMap({});
    scene.canvas.setSplitPosition(0.25);
    QCOMPARE(scene.canvas.renderView(1.0).pixel(50, 10), lowest);
}

void TstImageCanvas::probesTheStoredFloat()
{
    Scene scene;
    QCOMPARE(scene.canvas.valueAt({3, 4}), std::nullopt);
    scene.canvas.setMap(scene.map);
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x)
            QVERIFY(scene.canvas.valueAt({x, y}) == scene.map.at<float>(y, x));
    QCOMPARE(scene.canvas.valueAt({200, 0}), std::nullopt);
}

void TstImageCanvas::keepsLevelsForTheNextPicture()
{
    ImageCanvas canvas;
    canvas.resize(100, 100);
    const auto brightness = [&] { return qRed(canvas.renderView(1.0).pixel(50, 50)); };
    canvas.setPicture(cv::Mat(100, 100, CV_16UC1, cv::Scalar(2000)));
    QCOMPARE(brightness(), 8);
    canvas.setLevels(1000, 3000);
    QCOMPARE(brightness(), 128);
    canvas.setPicture(cv::Mat(100, 100, CV_16UC1, cv::Scalar(2500)));
    QCOMPARE(brightness(), 191);
    canvas.resetLevels();
    QCOMPARE(brightness(), 10);
    canvas.setLevels(1000, 3000);
    canvas.setPicture(
        cv::Mat(100, 100, CV_8UC1, cv::Scalar(77))); // fewer bits: levels mean nothing
    QCOMPARE(brightness(), 77);
}

void TstImageCanvas::dropsTheMapWithItsPicture()
{
    Scene scene;
    scene.canvas.setMap(scene.map);
    scene.canvas.setMask(cv::Mat(150, 200, CV_8UC1, cv::Scalar(0)));
    const cv::Mat next = noise(200, 150, CV_8UC3, 90);
    scene.canvas.setPicture(next);
    QCOMPARE(scene.canvas.valueAt({0, 0}), std::nullopt);
    QCOMPARE(scene.canvas.renderView(1.0).pixel(3, 4), rgb(next.at<cv::Vec3b>(4, 3)));
}

void TstImageCanvas::refusesWhatDoesNotFitAndStaysAsItIs()
{
    Scene scene;
    scene.canvas.setMap(scene.map);
    const QImage before = scene.canvas.renderView(1.0);
    QVERIFY_EXCEPTION_THROWN(scene.canvas.setMap(cv::Mat(151, 200, CV_32FC1)),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(scene.canvas.setMap(cv::Mat(150, 200, CV_8UC1)),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(scene.canvas.setCompareMap(cv::Mat(150, 201, CV_32FC1)),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(scene.canvas.setMask(cv::Mat(150, 200, CV_32FC1)),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(scene.canvas.setPicture(cv::Mat(10, 10, CV_32FC3)),
                             std::invalid_argument);
    QCOMPARE(changes(scene.canvas.renderView(1.0), before), 0);

    ImageCanvas empty;
    QVERIFY_EXCEPTION_THROWN(empty.setMap(scene.map), std::invalid_argument);
}

void TstImageCanvas::saysWhyThereIsNoPicture()
{
    Scene scene;
    const auto isText = [&] { // a plain ground with something on it
        const QImage seen = scene.canvas.renderView(1.0);
        const QRgb ground = scene.canvas.palette().color(QPalette::Window).rgb();
        int ink = 0;
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                ink += seen.pixel(x, y) != ground ? 1 : 0;
        return ink > 20 && ink < 200 * 150 / 4;
    };
    QVERIFY(!isText());
    scene.canvas.clear();
    QVERIFY(isText());
    const QImage nothing = scene.canvas.renderView(1.0);
    scene.canvas.showBusy();
    QVERIFY(isText());
    QVERIFY(changes(nothing, scene.canvas.renderView(1.0)) > 0);
    scene.canvas.showError(QStringLiteral("The file is damaged."));
    QVERIFY(isText());
    QVERIFY(!scene.canvas.hasPicture());
    scene.canvas.setPicture(scene.picture);
    QVERIFY(!isText());
    scene.canvas.setPicture({});
    QCOMPARE(changes(nothing, scene.canvas.renderView(1.0)), 0);
}

void TstImageCanvas::tellsScreenReadersWhatItShows()
{
    ImageCanvas canvas;
    QVERIFY(!canvas.accessibleName().isEmpty());
    QCOMPARE(canvas.accessibleDescription(), QStringLiteral("No picture"));
    canvas.showBusy();
    QCOMPARE(canvas.accessibleDescription(), QString::fromUtf8("Loading…"));
    canvas.showError(QStringLiteral("The file is damaged."));
    QCOMPARE(canvas.accessibleDescription(), QStringLiteral("The file is damaged."));
    canvas.setPicture(cv::Mat(300, 200, CV_8UC1, cv::Scalar(0)));
    QVERIFY(canvas.accessibleDescription().contains(QLatin1String("200 x 300")));
}

void TstImageCanvas::showsItsFocus()
{
    Scene scene;
    scene.canvas.show();
    scene.canvas.activateWindow();
    scene.canvas.setFocus();
    QTRY_VERIFY(scene.canvas.hasFocus());
    const QRgb ring = scene.canvas.palette().color(QPalette::Highlight).rgb();
    QCOMPARE(scene.canvas.grab().toImage().pixel(0, 75), ring);
    QVERIFY(scene.canvas.renderView(1.0).pixel(0, 75) != ring);
    scene.canvas.clearFocus();
    QVERIFY(scene.canvas.grab().toImage().pixel(0, 75) != ring);
}

void TstImageCanvas::followsThePalette()
{
    Scene scene;
    scene.canvas.resize(300, 150);
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(20, 30, 40));
    scene.canvas.setPalette(dark);
    QCOMPARE(scene.canvas.grab().toImage().pixel(10, 75), qRgb(20, 30, 40));
    dark.setColor(QPalette::Window, QColor(220, 230, 240));
    scene.canvas.setPalette(dark);
    QCOMPARE(scene.canvas.grab().toImage().pixel(10, 75), qRgb(220, 230, 240));
}

void TstImageCanvas::grabsWhatItRenders()
{
    Scene scene;
    scene.canvas.setMap(scene.map);
    scene.canvas.setCompareMap(withSquare(0.8F));
    scene.canvas.setThreshold(0.5F);
    for (const QSize size : {QSize(200, 150), QSize(301, 77)}) {
        scene.canvas.resize(size);
        scene.canvas.zoomIn();
        const QImage grabbed = scene.canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(changes(grabbed, scene.canvas.renderView(1.0)), 0);
    }
}

void TstImageCanvas::rendersAtAnotherResolution()
{
    Scene scene;
    const QImage dense = scene.canvas.renderView(2.0);
    QCOMPARE(dense.size(), QSize(400, 300));
    QCOMPARE(dense.devicePixelRatio(), 2.0);
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 400; ++x)
            QCOMPARE(dense.pixel(x, y), rgb(scene.picture.at<cv::Vec3b>(y / 2, x / 2)));
    QCOMPARE(scene.canvas.zoom(), 1.0);
    QCOMPARE(scene.canvas.renderView(1.25).size(), QSize(250, 188));
}

void TstImageCanvas::opensALargePictureAtOnce()
{
    cv::Mat large(8192, 8192, CV_16UC1, cv::Scalar(0));
    large.colRange(4096, 8192).setTo(65535);
    PoolBlocker blocker; // the pyramid cannot even begin
    ImageCanvas canvas;
    canvas.resize(512, 512);
    canvas.show();
    canvas.setPicture(large);
    QSignalSpy refined(&canvas, &ImageCanvas::refined);
    QCOMPARE(qRed(canvas.renderView(1.0).pixel(128, 200)), 0);
    QCOMPARE(qRed(canvas.renderView(1.0).pixel(384, 200)), 255);

    bool alive = false;
    QTimer::singleShot(0, &canvas, [&] { alive = true; });
    QTRY_VERIFY(alive);
    QVERIFY(!canvas.isComplete());
    QVERIFY(refined.isEmpty());

    blocker.release();
    QTRY_VERIFY(canvas.isComplete());
    QVERIFY(!refined.isEmpty());
    QCOMPARE(qRed(canvas.renderView(1.0).pixel(128, 200)), 0);
    QCOMPARE(qRed(canvas.renderView(1.0).pixel(384, 200)), 255);
}

void TstImageCanvas::canBeDestroyedWhileThePyramidIsBuilt()
{
    const cv::Mat picture = noise(3000, 2000, CV_16UC3, 65536),
                  map = noise(3000, 2000, CV_32FC1, 1.0);
    PoolBlocker blocker;
    for (int i = 0; i < 5; ++i) {
        auto canvas = std::make_unique<ImageCanvas>();
        canvas->resize(300, 200);
        canvas->show();
        canvas->setPicture(picture);
        canvas->setMap(map);
        if (i == 2)
            blocker.release(); // from here on the work runs while the canvas goes
        QCoreApplication::processEvents();
        if (i == 1)
            canvas->setPicture(picture);
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(picture.u->refcount, 1);
    QCOMPARE(map.u->refcount, 1);
}

QTEST_MAIN(TstImageCanvas)
#include "tst_image_canvas.moc"
