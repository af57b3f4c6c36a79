#include "ui/image/image_canvas.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <opencv2/core.hpp>

using namespace cf;
using namespace cf::ui;

namespace {

void moveMouse(QWidget &widget, QPointF at, Qt::KeyboardModifiers modifiers = {})
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                      modifiers);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget &widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, from);
    moveMouse(widget, (QPointF(from) + QPointF(to)) / 2, modifiers);
    moveMouse(widget, to, modifiers);
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
}

QRgb colourOf(float score, float low, float high)
{
    const auto bgr = imaging::colourise(cv::Mat(1, 1, CV_32FC1, cv::Scalar(score)), low, high,
                                        imaging::ColourMap::Viridis)
                         .at<cv::Vec3b>(0, 0);
    return qRgb(bgr[2], bgr[1], bgr[0]);
}

} // namespace

/// The divider between two sides, and the line along which values are plotted.
class TstImageCanvasTools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_state = std::make_unique<ViewState>();
        m_canvas = std::make_unique<ImageCanvas>();
        m_canvas->resize(200, 150);
        m_canvas->setViewState(m_state.get());
        m_canvas->setPicture(cv::Mat(150, 200, CV_8UC1, cv::Scalar(90)));
        m_canvas->setOpacity(1.0);
        m_canvas->show();
        m_canvas->activateWindow();
        m_canvas->setFocus();
        QTRY_VERIFY(m_canvas->hasFocus());
        QTRY_COMPARE(m_canvas->zoom(), 1.0);
    }
    void cleanup()
    {
        m_canvas.reset();
        m_state.reset();
    }

    void showsTheBarePictureOnASideWithoutAMap()
    {
        m_canvas->setCompareMap(cv::Mat(150, 200, CV_32FC1, cv::Scalar(1.0)));
        m_canvas->setSplit(true);
        QVERIFY(m_canvas->isSplit());
        const QImage seen = m_canvas->renderView(1.0);
        QCOMPARE(seen.pixel(20, 10), qRgb(90, 90, 90));
        QCOMPARE(seen.pixel(180, 10), colourOf(1.0F, 0.0F, 1.0F));
        m_canvas->setSplit(false);
        QVERIFY(!m_canvas->isSplit());
        QCOMPARE(m_canvas->renderView(1.0).pixel(180, 10), qRgb(90, 90, 90));
    }

    void givesEachSideItsOwnScaleAndThreshold()
    {
        m_canvas->setMap(cv::Mat(150, 200, CV_32FC1, cv::Scalar(4.0)));
        m_canvas->setRange(0.0F, 8.0F);
        m_canvas->setCompareMap(cv::Mat(150, 200, CV_32FC1, cv::Scalar(0.3)));
        m_canvas->setCompareScale(MapScale{0.0F, 0.6F, 0.1F});
        const auto parts = m_canvas->renderParts(1.0);
        QCOMPARE(parts.colours.pixel(20, 10), colourOf(4.0F, 0.0F, 8.0F));
        QCOMPARE(parts.colours.pixel(180, 10), colourOf(0.3F, 0.0F, 0.6F));
        QCOMPARE(parts.handleX, std::optional(100.0));
        // Only the right side has a threshold, and is wholly above it.
        const QRectF outline = parts.outlines.threshold.boundingRect();
        QCOMPARE(outline, QRectF(100.5, 0.5, 99.0, 149.0));
    }

    void movesTheDividerByKeys()
    {
        m_canvas->setSplit(true);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_canvas->splitPosition(), 0.52);
        QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::AltModifier);
        QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_canvas->splitPosition(), 0.48);
        m_canvas->setSplit(false);
        QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_canvas->splitPosition(), 0.48);
    }

    void centresTheDividerWithADoubleClick()
    {
        m_canvas->setSplit(true);
        drag(*m_canvas, {100, 40}, {50, 40});
        QCOMPARE(m_canvas->splitPosition(), 0.25);
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, {50, 60});
        QCOMPARE(m_canvas->splitPosition(), 0.5);
    }

    void drawsTheProfileLineWithShift()
    {
        QSignalSpy changed(m_state.get(), &ViewState::profileChanged);
        drag(*m_canvas, {20, 30}, {120, 90}, Qt::ShiftModifier);
        QCOMPARE(m_state->profileInImage(), std::optional(QLineF(20, 30, 120, 90)));
        QVERIFY(changed.count() >= 1);
        QCOMPARE(m_canvas->renderParts(1.0).profile, std::optional(QLineF(20, 30, 120, 90)));
        QVERIFY(qGray(m_canvas->renderView(1.0).pixel(70, 60)) > 240); // on the line
    }

    void needsTheToolWithoutShift()
    {
        drag(*m_canvas, {20, 30}, {120, 90});
        QVERIFY(!m_state->profileInImage());
        m_canvas->setProfileTool(true);
        drag(*m_canvas, {20, 30}, {120, 90});
        QVERIFY(m_state->profileInImage().has_value());
    }

    void dragsTheEndsOfTheLine()
    {
        m_state->setProfileInImage(QLineF(20, 30, 120, 90));
        drag(*m_canvas, {121, 91}, {150, 140});
        QCOMPARE(m_state->profileInImage(), std::optional(QLineF(20, 30, 150, 140)));
        drag(*m_canvas, {20, 30}, {-40, 10}); // stays on the picture
        QCOMPARE(m_state->profileInImage(), std::optional(QLineF(0, 10, 150, 140)));
    }

    void takesTheLineAwayWithEscape()
    {
        m_state->setProfileInImage(QLineF(20, 30, 120, 90));
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_state->profileInImage());
        drag(*m_canvas, {20, 30}, {20, 30}, Qt::ShiftModifier); // a click draws none
        QVERIFY(!m_state->profileInImage());
    }

    void outlinesMaskAndThresholdAsLines()
    {
        cv::Mat map(150, 200, CV_32FC1, cv::Scalar(0.0));
        map(cv::Rect(40, 30, 20, 10)).setTo(2.0);
        cv::Mat mask(150, 200, CV_8UC1, cv::Scalar(0));
        mask(cv::Rect(100, 100, 8, 6)).setTo(255);
        m_canvas->setMap(map);
        m_canvas->setMask(mask);
        m_canvas->setThreshold(1.0F);
        const auto parts = m_canvas->renderParts(2.0);
        // Along the outermost device pixels, half a logical pixel wide each.
        QCOMPARE(parts.outlines.threshold.boundingRect(), QRectF(40.25, 30.25, 19.5, 9.5));
        QCOMPARE(parts.outlines.mask.boundingRect(), QRectF(100.25, 100.25, 7.5, 5.5));
        QCOMPARE(parts.colours.size(), QSize(400, 300));
        m_canvas->setMaskShown(false);
        QVERIFY(m_canvas->renderParts(1.0).outlines.mask.isEmpty());
    }

private:
    std::unique_ptr<ViewState> m_state;
    std::unique_ptr<ImageCanvas> m_canvas;
};

QTEST_MAIN(TstImageCanvasTools)
#include "tst_image_canvas_tools.moc"
