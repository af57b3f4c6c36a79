#include "ui/image/view_geometry.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using cf::ui::ViewGeometry;

class TstViewGeometry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fitsTheWholePicture_data();
    void fitsTheWholePicture();
    void keepsTheImagePointUnderTheCursor_data();
    void keepsTheImagePointUnderTheCursor();
    void leavesNoGapAtTheEdges();
    void centresASmallPicture();
    void mapsThereAndBack();
    void clampsTheZoom();
    void stopsAtOneAndAtTheFittingZoom();
    void takesWholeDevicePixelsAtOne();
    void showsTheSamePartOnAnotherScreen();
    void knowsThePixelUnderAPoint();
    void bearsEmptySizes();
};

void TstViewGeometry::fitsTheWholePicture_data()
{
    QTest::addColumn<QSize>("image");
    QTest::addColumn<QSize>("view");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("zoom");
    QTest::newRow("wide picture") << QSize(2000, 500) << QSize(500, 500) << 1.0 << 0.25;
    QTest::newRow("high picture") << QSize(100, 1000) << QSize(500, 500) << 1.0 << 0.5;
    QTest::newRow("small picture") << QSize(100, 100) << QSize(300, 500) << 1.0 << 3.0;
    QTest::newRow("dense screen") << QSize(1000, 1000) << QSize(500, 500) << 1.5 << 0.75;
    QTest::newRow("one pixel") << QSize(1, 1) << QSize(500, 500) << 1.0 << ViewGeometry::kMaxZoom;
}

void TstViewGeometry::fitsTheWholePicture()
{
    QFETCH(QSize, image);
    QFETCH(QSize, view);
    QFETCH(double, ratio);
    QFETCH(double, zoom);
    ViewGeometry geometry({10, 10}, {10, 10}, 1.0);
    geometry.setImageSize(image);
    geometry.setViewSize(view, ratio);
    geometry.fit();
    QCOMPARE(geometry.zoom(), zoom);
    QCOMPARE(geometry.imageInDevice().size(),
             QSize(qRound(image.width() * zoom), qRound(image.height() * zoom)));
    QCOMPARE(geometry.centreInImage(), QPointF(image.width(), image.height()) / 2);
}

void TstViewGeometry::keepsTheImagePointUnderTheCursor_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 1.5, 2.0})
        QTest::addRow("ratio %g", ratio) << ratio;
}

void TstViewGeometry::keepsTheImagePointUnderTheCursor()
{
    QFETCH(double, ratio);
    QRandomGenerator random(7);
    for (int i = 0; i < 500; ++i) {
        ViewGeometry geometry({4000, 3000}, {641, 479}, ratio);
        geometry.setZoom(1.0 + random.generateDouble() * 4);
        geometry.setCentre({2000, 1500});
        const QPointF cursor(random.bounded(641.0), random.bounded(479.0));
        const QPointF before = geometry.toImage(cursor);
        geometry.zoomAt(cursor, 1.0 + random.generateDouble() * 20);
        const QPointF moved = (geometry.toImage(cursor) - before) * geometry.zoom();
        QVERIFY2(std::abs(moved.x()) <= 0.5001 && std::abs(moved.y()) <= 0.5001,
                 qPrintable(QStringLiteral("run %1: %2, %3 device pixels")
                                .arg(i)
                                .arg(moved.x())
                                .arg(moved.y())));
    }
}

void TstViewGeometry::leavesNoGapAtTheEdges()
{
    ViewGeometry geometry({1000, 800}, {300, 200}, 1.5);
    for (const double zoom : {0.77, 1.0, 3.3}) {
        for (const QPointF push : {QPointF(1e6, 1e6), QPointF(-1e6, -1e6), QPointF(1e6, -1e6)}) {
            geometry.setZoom(zoom);
            geometry.panBy(push);
            QCOMPARE(geometry.imageInDevice(), QRect(QPoint(0, 0), geometry.deviceSize()));
            const QPointF corner =
                push.x() > 0 ? geometry.toImage({0, 0}) : geometry.toImage({300, 200});
            QVERIFY(std::abs(corner.x() - (push.x() > 0 ? 0 : 1000)) * zoom <= 0.5001);
        }
    }
}

void TstViewGeometry::centresASmallPicture()
{
    ViewGeometry geometry({100, 50}, {300, 200}, 1.0);
    geometry.setZoom(1.0);
    geometry.setCentre({0, 0});
    QCOMPARE(geometry.imageInDevice(), QRect(100, 75, 100, 50));
    QVERIFY(!geometry.canPan(Qt::Horizontal));
    geometry.setZoom(3.5);
    QVERIFY(geometry.canPan(Qt::Horizontal));
    QVERIFY(!geometry.canPan(Qt::Vertical));
}

void TstViewGeometry::mapsThereAndBack()
{
    ViewGeometry geometry({1000, 800}, {333, 222}, 1.25);
    geometry.setZoom(2.7);
    geometry.setCentre({400.3, 300.7});
    const QPointF there = geometry.toView({412.5, 311.25});
    const QPointF back = geometry.toImage(there);
    QVERIFY(std::abs(back.x() - 412.5) < 1e-9 && std::abs(back.y() - 311.25) < 1e-9);
    // 12.2 image pixels right of the centre, 2.7 device pixels each, 1.25 to a logical one.
    QVERIFY(std::abs(there.x() - (333 / 2.0 + 12.2 * 2.7 / 1.25)) < 1.0);
}

void TstViewGeometry::clampsTheZoom()
{
    ViewGeometry geometry({1000, 1000}, {500, 500}, 1.0);
    geometry.setZoom(1e9);
    QCOMPARE(geometry.zoom(), ViewGeometry::kMaxZoom);
    geometry.setZoom(0.0);
    QCOMPARE(geometry.zoom(), 0.5);
    geometry.setImageSize({100, 100});
    geometry.setZoom(0.0);
    QCOMPARE(geometry.zoom(), 1.0);
}

void TstViewGeometry::stopsAtOneAndAtTheFittingZoom()
{
    ViewGeometry geometry({1000, 1000}, {130, 130}, 1.0);
    bool metOne = false;
    for (int i = 0; i < 40; ++i) {
        geometry.setZoom(geometry.nextZoom(true));
        metOne = metOne || geometry.zoom() == 1.0;
    }
    QVERIFY(metOne);
    QCOMPARE(geometry.zoom(), ViewGeometry::kMaxZoom);

    geometry.setImageSize({100, 100}); // fits at 1.3
    bool metFit = false;
    for (int i = 0; i < 40; ++i) {
        geometry.setZoom(geometry.nextZoom(false));
        metFit = metFit || geometry.zoom() == 1.3;
    }
    QVERIFY(metFit);
    QCOMPARE(geometry.zoom(), 1.0);
}

void TstViewGeometry::takesWholeDevicePixelsAtOne()
{
    ViewGeometry geometry({1000, 800}, {333, 222}, 1.5);
    geometry.setZoom(1.0);
    geometry.setCentre({500.4, 300.9});
    const int first = geometry.imageColumn(0);
    for (int x = 0; x < geometry.deviceSize().width(); ++x)
        QCOMPARE(geometry.imageColumn(x), first + x);
}

void TstViewGeometry::showsTheSamePartOnAnotherScreen()
{
    ViewGeometry geometry({30, 20}, {400, 300}, 1.5);
    for (const double zoom : {1.0, 2.5, 64.0}) {
        geometry.setZoom(zoom);
        const ViewGeometry scaled = geometry.scaledTo(1.0);
        QCOMPARE(scaled.deviceSize(), QSize(400, 300));
        for (const QPointF at : {QPointF(0, 0), QPointF(400, 300)}) {
            const QPointF apart = geometry.toView(scaled.toImage(at)) - at;
            QVERIFY(std::abs(apart.x()) <= 1.0 && std::abs(apart.y()) <= 1.0);
        }
    }
}

void TstViewGeometry::knowsThePixelUnderAPoint()
{
    ViewGeometry geometry({10, 10}, {100, 100}, 1.0);
    QCOMPARE(geometry.zoom(), 10.0);
    QCOMPARE(geometry.pixelAt({0.0, 99.9}), std::optional(QPoint(0, 9)));
    QCOMPARE(geometry.pixelAt({29.9, 30.0}), std::optional(QPoint(2, 3)));
    QCOMPARE(geometry.pixelAt({-0.1, 5.0}), std::nullopt);
    QCOMPARE(geometry.pixelAt({5.0, 100.0}), std::nullopt);
}

void TstViewGeometry::bearsEmptySizes()
{
    ViewGeometry geometry;
    geometry.fit();
    QVERIFY(geometry.imageInDevice().isEmpty());
    QCOMPARE(geometry.pixelAt({0, 0}), std::nullopt);
    geometry.setImageSize({10, 10});
    geometry.zoomAt({0, 0}, 3.0);
    QVERIFY(geometry.imageInDevice().isEmpty());
    QVERIFY(std::isfinite(geometry.zoom()));
}

QTEST_GUILESS_MAIN(TstViewGeometry)
#include "tst_view_geometry.moc"
