#include "ui/image/image_canvas.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>
#include <opencv2/core.hpp>

using namespace cf::ui;

namespace {

cv::Mat ramp(int widthPx, int heightPx)
{
    cv::Mat map(heightPx, widthPx, CV_32FC1);
    for (int y = 0; y < heightPx; ++y)
        for (int x = 0; x < widthPx; ++x)
            map.at<float>(y, x) = static_cast<float>(x) + 1000.0F * static_cast<float>(y);
    return map;
}

void turnWheel(QWidget &widget, QPointF at, QPoint angle, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

/// QTest::mouseMove() goes by way of the screen's cursor, which an offscreen platform need not
/// have.
void moveMouse(QWidget &widget, QPointF at, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, buttons, {});
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TstImageCanvasInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void zoomsAtTheCursorWithTheWheel();
    void zoomsFinelyWithATouchpad();
    void scrollsWithThePlainWheelIfSet();
    void changesTheOpacityWithShift();
    void leavesAltAndTheWheelToOthers();
    void pansWithTheMiddleButton();
    void pansWhileSpaceIsHeld();
    void zoomsAndPansWithKeys();
    void leavesArrowsToTheWindowWhereAllIsSeen();
    void fitsAgainWhenResized();
    void hasSlotsForTheWindowsActions();
    void tellsThePixelUnderTheMouse();
    void dragsTheSplitHandle();
    void doesNothingWithoutAPicture();
    void linkedCanvasesShareZoomAndPlace();
    void linkedCanvasesShareTheCursor();
    void fitsEachLinkedCanvasForItself();
    void outlivesASharedState();

private:
    std::unique_ptr<ImageCanvas> m_canvas;
};

void TstImageCanvasInput::init()
{
    m_canvas = std::make_unique<ImageCanvas>();
    m_canvas->resize(400, 300);
    m_canvas->setPicture(cv::Mat(1500, 2000, CV_8UC1, cv::Scalar(90)));
    m_canvas->show();
    m_canvas->activateWindow();
    m_canvas->setFocus();
    QTRY_VERIFY(m_canvas->hasFocus());
}

void TstImageCanvasInput::cleanup()
{
    m_canvas.reset();
}

void TstImageCanvasInput::zoomsAtTheCursorWithTheWheel()
{
    m_canvas->zoomTo100();
    const QPointF cursor(301.5, 77.5);
    const QPointF before = m_canvas->geometryOfView().toImage(cursor);
    QSignalSpy zoomed(m_canvas.get(), &ImageCanvas::zoomChanged);
    for (int i = 1; i <= 5; ++i) {
        turnWheel(*m_canvas, cursor, {0, 120});
        QCOMPARE(zoomed.count(), i);
        const QPointF moved =
            (m_canvas->geometryOfView().toImage(cursor) - before) * m_canvas->zoom();
        QVERIFY(std::abs(moved.x()) <= 3.0 &&
                std::abs(moved.y()) <= 3.0); // half a pixel a step, magnified
    }
    QCOMPARE(m_canvas->zoom(), std::pow(1.25, 5));
    turnWheel(*m_canvas, cursor, {0, -5 * 120});
    QCOMPARE(m_canvas->zoom(), 1.0);
}

void TstImageCanvasInput::zoomsFinelyWithATouchpad()
{
    m_canvas->zoomTo100();
    for (int i = 0; i < 8; ++i)
        turnWheel(*m_canvas, {200, 150}, {0, 15});
    QVERIFY(std::abs(m_canvas->zoom() - 1.25) < 1e-9);
}

void TstImageCanvasInput::scrollsWithThePlainWheelIfSet()
{
    m_canvas->zoomTo100();
    m_canvas->setWheelZooms(false);
    const QPointF centre = m_canvas->geometryOfView().centreInImage();
    turnWheel(*m_canvas, {10, 10}, {0, -120});
    QCOMPARE(m_canvas->zoom(), 1.0);
    QVERIFY(m_canvas->geometryOfView().centreInImage().y() > centre.y());
    QCOMPARE(m_canvas->geometryOfView().centreInImage().x(), centre.x());
    turnWheel(*m_canvas, {10, 10}, {0, 120}, Qt::ControlModifier);
    QCOMPARE(m_canvas->zoom(), 1.25);
}

void TstImageCanvasInput::changesTheOpacityWithShift()
{
    QSignalSpy changed(m_canvas.get(), &ImageCanvas::opacityChanged);
    const double zoom = m_canvas->zoom();
    turnWheel(*m_canvas, {10, 10}, {0, 120}, Qt::ShiftModifier);
    QCOMPARE(m_canvas->style().opacity, 0.55);
    turnWheel(*m_canvas, {10, 10}, {-120, 0}, Qt::ShiftModifier);
    QVERIFY(std::abs(m_canvas->style().opacity - 0.5) < 1e-12);
    QCOMPARE(changed.count(), 2);
    turnWheel(*m_canvas, {10, 10}, {0, 1200 * 10}, Qt::ShiftModifier);
    QCOMPARE(m_canvas->style().opacity, 1.0);
    QCOMPARE(m_canvas->zoom(), zoom);
}

void TstImageCanvasInput::leavesAltAndTheWheelToOthers()
{
    QWheelEvent event({10, 10}, {10, 10}, {}, {0, 120}, Qt::NoButton, Qt::AltModifier,
                      Qt::NoScrollPhase, false);
    const double zoom = m_canvas->zoom();
    QCoreApplication::sendEvent(m_canvas.get(), &event);
    QVERIFY(!event.isAccepted());
    QCOMPARE(m_canvas->zoom(), zoom);
}

void TstImageCanvasInput::pansWithTheMiddleButton()
{
    m_canvas->zoomTo100();
    const QPointF grabbed = m_canvas->geometryOfView().toImage({100, 100});
    QTest::mousePress(m_canvas.get(), Qt::MiddleButton, {}, {100, 100});
    QCOMPARE(m_canvas->cursor().shape(), Qt::ClosedHandCursor);
    moveMouse(*m_canvas, {150, 130}, Qt::MiddleButton);
    moveMouse(*m_canvas, {160, 90}, Qt::MiddleButton);
    QCOMPARE(m_canvas->geometryOfView().toImage({160, 90}), grabbed);
    QTest::mouseRelease(m_canvas.get(), Qt::MiddleButton, {}, {160, 90});
    moveMouse(*m_canvas, {10, 10});
    QCOMPARE(m_canvas->geometryOfView().toImage({160, 90}), grabbed);
}

void TstImageCanvasInput::pansWhileSpaceIsHeld()
{
    m_canvas->zoomTo100();
    const QPointF centre = m_canvas->geometryOfView().centreInImage();
    const auto drag = [&] {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {100, 100});
        moveMouse(*m_canvas, {130, 90}, Qt::LeftButton);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {130, 90});
    };
    drag();
    QCOMPARE(m_canvas->geometryOfView().centreInImage(), centre);
    QTest::keyPress(m_canvas.get(), Qt::Key_Space);
    QCOMPARE(m_canvas->cursor().shape(), Qt::OpenHandCursor);
    drag();
    QCOMPARE(m_canvas->geometryOfView().centreInImage(), centre + QPointF(-30, 10));
    QTest::keyRelease(m_canvas.get(), Qt::Key_Space);
    drag();
    QCOMPARE(m_canvas->geometryOfView().centreInImage(), centre + QPointF(-30, 10));
}

void TstImageCanvasInput::zoomsAndPansWithKeys()
{
    m_canvas->zoomTo100();
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QCOMPARE(m_canvas->zoom(), 1.25);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
    QCOMPARE(m_canvas->zoom(), 1.0);
    const QPointF centre = m_canvas->geometryOfView().centreInImage();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    const QPointF there = m_canvas->geometryOfView().centreInImage();
    QVERIFY(there.x() > centre.x() && there.y() > centre.y());
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QTest::keyClick(m_canvas.get(), Qt::Key_Up);
    QCOMPARE(m_canvas->geometryOfView().centreInImage(), centre);
}

void TstImageCanvasInput::leavesArrowsToTheWindowWhereAllIsSeen()
{
    QAction next;
    next.setShortcut(Qt::Key_Right);
    m_canvas->addAction(&next);
    QSignalSpy triggered(&next, &QAction::triggered);
    m_canvas->fit();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(triggered.count(), 1);
    m_canvas->zoomTo100();
    const double before = m_canvas->geometryOfView().centreInImage().x();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(triggered.count(), 1);
    QVERIFY(m_canvas->geometryOfView().centreInImage().x() > before);
}

void TstImageCanvasInput::fitsAgainWhenResized()
{
    QCOMPARE(m_canvas->zoom(), 0.2);
    m_canvas->resize(800, 600);
    QCOMPARE(m_canvas->zoom(), 0.4);
    m_canvas->zoomTo100();
    m_canvas->resize(400, 300);
    QCOMPARE(m_canvas->zoom(), 1.0);
}

void TstImageCanvasInput::hasSlotsForTheWindowsActions()
{
    m_canvas->zoomIn();
    QCOMPARE(m_canvas->zoom(), 0.25);
    m_canvas->zoomOut();
    m_canvas->zoomOut();
    QCOMPARE(m_canvas->zoom(), 0.2);
    m_canvas->zoomTo100();
    QCOMPARE(m_canvas->zoom(), 1.0);
    m_canvas->fit();
    QCOMPARE(m_canvas->zoom(), 0.2);
    QCOMPARE(m_canvas->geometryOfView().centreInImage(), QPointF(1000, 750));
}

void TstImageCanvasInput::tellsThePixelUnderTheMouse()
{
    const cv::Mat map = ramp(2000, 1500);
    m_canvas->setMap(map);
    m_canvas->zoomTo100();
    QSignalSpy probed(m_canvas.get(), &ImageCanvas::probed);
    QSignalSpy left(m_canvas.get(), &ImageCanvas::probeLeft);
    const QPoint corner = -m_canvas->geometryOfView().imageOriginInDevice();
    moveMouse(*m_canvas, {37.0, 41.0});
    QCOMPARE(probed.count(), 1);
    const QPoint pixel = probed[0][0].toPoint();
    QCOMPARE(pixel, corner + QPoint(37, 41));
    QCOMPARE(*m_canvas->valueAt(pixel), map.at<float>(pixel.y(), pixel.x()));

    QTest::keyClick(m_canvas.get(), Qt::Key_Right); // the picture moves by 64 below the mouse
    QCOMPARE(probed.count(), 2);
    QCOMPARE(probed[1][0].toPoint(), pixel + QPoint(64, 0));

    m_canvas->resize(400, 500);
    QVERIFY(left.isEmpty());
    m_canvas->fit(); // the picture now begins at a height of 100
    QCOMPARE(left.count(), 1);
    const auto before = probed.count();
    moveMouse(*m_canvas, {200, 5});
    QCOMPARE(probed.count(), before);
    moveMouse(*m_canvas, {200, 250});
    QCOMPARE(probed.count(), before + 1);
    QCOMPARE(left.count(), 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_canvas.get(), &leave);
    QCOMPARE(left.count(), 2);
}

void TstImageCanvasInput::dragsTheSplitHandle()
{
    m_canvas->setMap(ramp(200, 150));
    moveMouse(*m_canvas, {200, 60});
    QCOMPARE(m_canvas->cursor().shape(), Qt::CrossCursor);
    m_canvas->setCompareMap(ramp(20, 15));
    QSignalSpy moved(m_canvas.get(), &ImageCanvas::splitPositionChanged);
    moveMouse(*m_canvas, {203, 60});
    QCOMPARE(m_canvas->cursor().shape(), Qt::SplitHCursor);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {203, 60});
    moveMouse(*m_canvas, {100, 60}, Qt::LeftButton);
    QCOMPARE(m_canvas->splitPosition(), 0.25);
    moveMouse(*m_canvas, {-50, 60}, Qt::LeftButton);
    QCOMPARE(m_canvas->splitPosition(), 0.0);
    moveMouse(*m_canvas, {300, 60}, Qt::LeftButton);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {300, 60});
    moveMouse(*m_canvas, {50, 60});
    QCOMPARE(m_canvas->splitPosition(), 0.75);
    QCOMPARE(moved.count(), 3);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {50, 60}); // beside the handle
    moveMouse(*m_canvas, {90, 60}, Qt::LeftButton);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {90, 60});
    QCOMPARE(m_canvas->splitPosition(), 0.75);
}

void TstImageCanvasInput::doesNothingWithoutAPicture()
{
    m_canvas->clear();
    QSignalSpy probed(m_canvas.get(), &ImageCanvas::probed);
    turnWheel(*m_canvas, {10, 10}, {0, 120});
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QTest::mousePress(m_canvas.get(), Qt::MiddleButton, {}, {10, 10});
    moveMouse(*m_canvas, {50, 50}, Qt::MiddleButton);
    QTest::mouseRelease(m_canvas.get(), Qt::MiddleButton, {}, {50, 50});
    m_canvas->zoomTo100();
    QVERIFY(probed.isEmpty());
    QVERIFY(m_canvas->viewState()->isFitted());
}

void TstImageCanvasInput::linkedCanvasesShareZoomAndPlace()
{
    ViewState state;
    ImageCanvas other;
    other.resize(300, 300);
    other.setPicture(cv::Mat(1500, 2000, CV_8UC3, cv::Scalar(1, 2, 3)));
    m_canvas->setViewState(&state);
    other.setViewState(&state);
    QSignalSpy zoomed(&other, &ImageCanvas::zoomChanged);
    turnWheel(*m_canvas, {50, 50}, {0, 8 * 120});
    QVERIFY(m_canvas->zoom() > 0.9);
    QCOMPARE(other.zoom(), m_canvas->zoom());
    QCOMPARE(other.geometryOfView().centreInImage(), m_canvas->geometryOfView().centreInImage());
    QCOMPARE(zoomed.count(), 1);
    QTest::keyClick(&other, Qt::Key_Right);
    QCOMPARE(m_canvas->geometryOfView().centreInImage(), other.geometryOfView().centreInImage());

    other.setViewState(nullptr);
    m_canvas->zoomIn();
    QVERIFY(other.zoom() != m_canvas->zoom());
}

void TstImageCanvasInput::linkedCanvasesShareTheCursor()
{
    ViewState state;
    ImageCanvas other;
    other.resize(400, 300);
    other.setPicture(cv::Mat(1500, 2000, CV_8UC1, cv::Scalar(90)));
    m_canvas->setViewState(&state);
    other.setViewState(&state);
    const QImage without = other.renderView(1.0), withoutOwn = m_canvas->renderView(1.0);
    moveMouse(*m_canvas, {100, 200});
    QCOMPARE(*state.cursorInImage(), m_canvas->geometryOfView().toImage({100, 200}));
    const QImage with = other.renderView(1.0);
    QVERIFY(with.pixel(100 + 8, 200) != without.pixel(100 + 8, 200)); // an arm of the cross
    QCOMPARE(with.pixel(300, 100), without.pixel(300, 100));
    QCOMPARE(m_canvas->renderView(1.0), withoutOwn); // there is the mouse itself
    m_canvas.reset();
    QVERIFY(!state.cursorInImage());
    QCOMPARE(other.renderView(1.0), without);
}

void TstImageCanvasInput::fitsEachLinkedCanvasForItself()
{
    ViewState state;
    ImageCanvas other;
    other.resize(200, 300);
    other.setPicture(cv::Mat(1500, 2000, CV_8UC1, cv::Scalar(90)));
    m_canvas->setViewState(&state);
    other.setViewState(&state);
    m_canvas->zoomTo100();
    QCOMPARE(other.zoom(), 1.0);
    other.fit();
    QCOMPARE(other.zoom(), 0.1);
    QCOMPARE(m_canvas->zoom(), 0.2);
}

void TstImageCanvasInput::outlivesASharedState()
{
    auto state = std::make_unique<ViewState>();
    m_canvas->setViewState(state.get());
    moveMouse(*m_canvas, {100, 200});
    m_canvas->zoomTo100();
    state.reset();
    QVERIFY(m_canvas->viewState() != nullptr);
    m_canvas->zoomTo100();
    QCOMPARE(m_canvas->zoom(), 1.0);
    moveMouse(*m_canvas, {110, 200});
}

QTEST_MAIN(TstImageCanvasInput)
#include "tst_image_canvas_input.moc"
