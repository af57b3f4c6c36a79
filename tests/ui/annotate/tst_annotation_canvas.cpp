#include "core/annotation/brush.h"
#include "tests/ui/annotate/drawing.h"

#include <QSignalSpy>
#include <QUndoStack>
#include <QWheelEvent>

#include <opencv2/imgproc.hpp>

using namespace cf;
using namespace cf::ui;
using namespace drawing;
using annotation::ShapeKind;
using Qt::AltModifier;
using Qt::ShiftModifier;

namespace {

const cv::Size kSize(300, 200);

/// A hill with a level that cuts an odd outline, and a second area.
cv::Mat hills()
{
    cv::Mat map(kSize, CV_32FC1, cv::Scalar(0));
    cv::circle(map, {80, 90}, 30, cv::Scalar(4), cv::FILLED);
    cv::circle(map, {95, 80}, 22, cv::Scalar(4), cv::FILLED);
    cv::circle(map, {220, 120}, 12, cv::Scalar(3), cv::FILLED);
    cv::GaussianBlur(map, map, {}, 6.0);
    return map;
}

} // namespace

/// Each tool by mouse and keys on a real widget.
class TstAnnotationCanvas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_board.reset(); }
    void drawsAPolygonByClicks();
    void closesAPolygonByDoubleClickAndAtItsFirstCorner();
    void takesCornersBackAndCancels();
    void drawsBoxes_data();
    void drawsBoxes();
    void cutsAHoleWithAlt();
    void cutsPixelsWhereNoHoleCanBe();
    void paintsExactlyTheStrokes();
    void paintsOnTheSelectedShapeOrWithShiftOnANewOne();
    void erasesAndRemovesWhatIsEmpty();
    void cancelsAStroke();
    void changesTheBrushByKeysAndWheel();
    void turnsThresholdedMapIntoShapesToThePixel();
    void floodsAtTheLevelWithTheWand();
    void floodsLikeColoursWithoutAMap();
    void cutsOutWhatStandsOut();
    void selectsMovesAndTogglesWithCtrl();
    void movesCornersAndMakesAndRemovesThem();
    void movesTheCornerOfABox();
    void nudgesByKeysAsOneStep();
    void drawsByKeysAlone();
    void undoesEveryToolToWhatWasThere();
    void pansWithSpaceAndDoesNotDraw();
    void showsWhatIsDrawn();
    void hidesShapes();
    void deselectsWithEscape();

private:
    AnnotationCanvas &canvas() { return m_board->canvas; }
    ShapeEditor &editor() { return m_board->editor; }
    const NumberedShapes &shapes() { return editor().document().shapes(); }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(&canvas(), Qt::LeftButton, modifiers, at);
    }
    void rectangle(QPoint from, QPoint to)
    {
        canvas().setTool(ToolKind::Rectangle);
        drag(canvas(), from, to);
    }
    std::unique_ptr<Board> m_board;
};

void TstAnnotationCanvas::init()
{
    m_board = std::make_unique<Board>(kSize);
    QTRY_VERIFY(canvas().hasFocus());
    QTRY_COMPARE(canvas().zoom(), 1.0);
}

void TstAnnotationCanvas::drawsAPolygonByClicks()
{
    canvas().setTool(ToolKind::Polygon);
    for (const QPoint corner : {QPoint(20, 30), {120, 40}, {100, 120}})
        click(corner);
    QVERIFY(shapes().empty());
    QTest::keyClick(&canvas(), Qt::Key_Return);
    QCOMPARE(shapes().size(), 1U);
    const auto &shape = topmost(editor());
    QCOMPARE(shape.kind, ShapeKind::Polygon);
    QCOMPARE(shape.label, std::string("scratch"));
    QVERIFY(shape.points == (annotation::Ring{{20, 30}, {120, 40}, {100, 120}}));
    QCOMPARE(editor().selection().size(), 1U);
}

void TstAnnotationCanvas::closesAPolygonByDoubleClickAndAtItsFirstCorner()
{
    canvas().setTool(ToolKind::Polygon);
    for (const QPoint corner : {QPoint(20, 30), {120, 40}, {100, 120}})
        click(corner);
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, {100, 120}); // its press came before
    QCOMPARE(shapes().size(), 1U);
    QCOMPARE(topmost(editor()).points.size(), 3U);
    for (const QPoint corner : {QPoint(200, 30), {250, 40}, {240, 120}, {202, 31}})
        click(corner);
    QCOMPARE(shapes().size(), 2U);
    QCOMPARE(topmost(editor()).points.size(), 3U);
}

void TstAnnotationCanvas::takesCornersBackAndCancels()
{
    canvas().setTool(ToolKind::Polygon);
    for (const QPoint corner : {QPoint(20, 30), {120, 40}, {150, 150}, {100, 120}})
        click(corner);
    QTest::keyClick(&canvas(), Qt::Key_Backspace);
    QTest::keyClick(&canvas(), Qt::Key_Backspace);
    click({60, 100});
    QTest::keyClick(&canvas(), Qt::Key_Enter, Qt::KeypadModifier);
    QVERIFY(topmost(editor()).points == (annotation::Ring{{20, 30}, {120, 40}, {60, 100}}));
    click({200, 30});
    click({220, 30});
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    click({240, 30});
    QTest::keyClick(&canvas(), Qt::Key_Return); // one corner is none
    QCOMPARE(shapes().size(), 1U);
}

void TstAnnotationCanvas::drawsBoxes_data()
{
    QTest::addColumn<int>("tool");
    QTest::addColumn<int>("kind");
    QTest::newRow("rectangle") << int(ToolKind::Rectangle) << int(ShapeKind::Rectangle);
    QTest::newRow("ellipse") << int(ToolKind::Ellipse) << int(ShapeKind::Ellipse);
}

void TstAnnotationCanvas::drawsBoxes()
{
    QFETCH(int, tool);
    QFETCH(int, kind);
    canvas().setTool(ToolKind(tool));
    drag(canvas(), {120, 90}, {30, 20});
    QCOMPARE(shapes().size(), 1U);
    QCOMPARE(int(topmost(editor()).kind), kind);
    QCOMPARE(boundsOf(topmost(editor())), QRectF(30, 20, 90, 70));
    click({200, 100}); // no box
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {200, 100});
    move(canvas(), {250, 150});
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {250, 150});
    QCOMPARE(shapes().size(), 1U);
}

void TstAnnotationCanvas::cutsAHoleWithAlt()
{
    rectangle({20, 20}, {140, 120});
    drag(canvas(), {40, 40}, {60, 70}, AltModifier);
    canvas().setTool(ToolKind::Polygon);
    for (const QPoint corner : {QPoint(80, 40), {110, 40}})
        click(corner, AltModifier);
    click({100, 90}, AltModifier);
    QTest::keyClick(&canvas(), Qt::Key_Return);
    QCOMPARE(shapes().size(), 1U);
    const auto &shape = topmost(editor());
    QCOMPARE(shape.kind, ShapeKind::Polygon); // stays a drawing
    QCOMPARE(shape.holes.size(), 2U);
    const cv::Mat pixels = pixelsOf(shape, kSize);
    QVERIFY(pixels.at<std::uint8_t>(30, 30) && !pixels.at<std::uint8_t>(50, 50));
    QVERIFY(!pixels.at<std::uint8_t>(50, 98));
}

void TstAnnotationCanvas::cutsPixelsWhereNoHoleCanBe()
{
    rectangle({20, 20}, {140, 120});
    drag(canvas(), {100, 60}, {200, 180}, AltModifier); // across the edge
    QCOMPARE(topmost(editor()).kind, ShapeKind::Mask);
    cv::Mat wanted = cv::Mat::zeros(kSize, CV_8UC1);
    wanted(cv::Rect(20, 20, 120, 100)).setTo(255);
    wanted(cv::Rect(100, 60, 100, 120)).setTo(0);
    QCOMPARE(cv::countNonZero(pixelsOf(topmost(editor()), kSize) != wanted), 0);
    drag(canvas(), {10, 10}, {290, 190}, AltModifier); // all of it
    QVERIFY(shapes().empty());
    drag(canvas(), {10, 10}, {50, 50}, AltModifier); // nothing is selected
    QVERIFY(shapes().empty());
}

void TstAnnotationCanvas::paintsExactlyTheStrokes()
{
    canvas().setTool(ToolKind::Brush);
    canvas().setBrushDiameter(21);
    drag(canvas(), {50, 60}, {150, 90});
    cv::Mat wanted = cv::Mat::zeros(kSize, CV_8UC1);
    annotation::paintStroke(wanted, {}, {50, 60}, {50, 60}, 10.5, 255);
    annotation::paintStroke(wanted, {}, {50, 60}, {100, 75}, 10.5, 255);
    annotation::paintStroke(wanted, {}, {100, 75}, {150, 90}, 10.5, 255);
    QCOMPARE(topmost(editor()).kind, ShapeKind::Mask);
    QCOMPARE(cv::countNonZero(pixelsOf(topmost(editor()), kSize) != wanted), 0);
}

void TstAnnotationCanvas::paintsOnTheSelectedShapeOrWithShiftOnANewOne()
{
    rectangle({20, 20}, {60, 60});
    canvas().setTool(ToolKind::Brush);
    drag(canvas(), {60, 40}, {100, 40});
    QCOMPARE(shapes().size(), 1U);
    QCOMPARE(topmost(editor()).kind, ShapeKind::Mask); // the rectangle's pixels and the stroke's
    const cv::Mat pixels = pixelsOf(topmost(editor()), kSize);
    QVERIFY(pixels.at<std::uint8_t>(22, 22) && pixels.at<std::uint8_t>(40, 105));
    editor().chooseLabel("dent");
    QCOMPARE(topmost(editor()).label, std::string("dent")); // the selected one's class
    drag(canvas(), {200, 40}, {240, 40}, ShiftModifier);
    QCOMPARE(shapes().size(), 2U);
    editor().select({});
    drag(canvas(), {200, 140}, {240, 140});
    QCOMPARE(shapes().size(), 3U);
}

void TstAnnotationCanvas::erasesAndRemovesWhatIsEmpty()
{
    rectangle({20, 20}, {60, 60});
    editor().select({});
    canvas().setTool(ToolKind::Eraser);
    canvas().setBrushDiameter(10);
    drag(canvas(), {150, 40}, {200, 40}); // nothing below it
    QCOMPARE(topmost(editor()).kind, ShapeKind::Rectangle);
    drag(canvas(), {40, 10}, {40, 90});
    QVERIFY(shapes().empty() || topmost(editor()).kind == ShapeKind::Rectangle); // began beside it
    drag(canvas(), {40, 40}, {40, 90});
    const cv::Mat pixels = pixelsOf(topmost(editor()), kSize);
    QVERIFY(!pixels.at<std::uint8_t>(45, 40) && pixels.at<std::uint8_t>(25, 40));
    canvas().setTool(ToolKind::Brush);
    canvas().setBrushDiameter(200);
    editor().select({shapes().begin()->first});
    drag(canvas(), {40, 40}, {41, 40}, AltModifier); // the brush erases, too
    QVERIFY(shapes().empty());
}

void TstAnnotationCanvas::cancelsAStroke()
{
    canvas().setTool(ToolKind::Brush);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {50, 50});
    move(canvas(), {90, 50});
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {90, 50});
    QVERIFY(shapes().empty());
    QCOMPARE(editor().undoStack()->count(), 0);
}

void TstAnnotationCanvas::changesTheBrushByKeysAndWheel()
{
    canvas().setTool(ToolKind::Brush);
    canvas().setBrushDiameter(100);
    QSignalSpy changed(&canvas(), &AnnotationCanvas::brushChanged);
    QWheelEvent up({150, 100}, canvas().mapToGlobal(QPointF(150, 100)), {}, {120, 0}, Qt::NoButton,
                   AltModifier, Qt::NoScrollPhase, false); // sideways, as some platforms do
    QCoreApplication::sendEvent(&canvas(), &up);
    QCOMPARE(canvas().brushDiameter(), 125.0);
    canvas().shrinkBrush();
    QCOMPARE(canvas().brushDiameter(), 100.0);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(canvas().zoom(), 1.0);
    canvas().setBrushDiameter(1);
    canvas().shrinkBrush();
    QCOMPARE(canvas().brushDiameter(), 1.0);
    canvas().growBrush();
    QCOMPARE(canvas().brushDiameter(), 2.0);
}

void TstAnnotationCanvas::turnsThresholdedMapIntoShapesToThePixel()
{
    const cv::Mat map = hills();
    canvas().thresholdToMask(); // no map: nothing
    canvas().setScores(map, 1.5F);
    canvas().thresholdToMask();
    QTRY_COMPARE(shapes().size(), 2U);
    cv::Mat together = cv::Mat::zeros(kSize, CV_8UC1);
    for (const auto &[number, shape] : shapes()) {
        QCOMPARE(shape.kind, ShapeKind::Mask);
        together |= pixelsOf(shape, kSize);
    }
    QCOMPARE(cv::countNonZero(together != (map >= 1.5F)), 0);
    QVERIFY(cv::countNonZero(together) > 1000);
    QCOMPARE(editor().undoStack()->count(), 1);
    editor().undoStack()->undo();
    QVERIFY(shapes().empty());
}

void TstAnnotationCanvas::floodsAtTheLevelWithTheWand()
{
    const cv::Mat map = hills();
    canvas().setScores(map, 1.5F);
    canvas().setTool(ToolKind::Wand);
    click({80, 90});
    QTRY_COMPARE(shapes().size(), 1U);
    cv::Mat wanted = map >= 1.5F;
    wanted.colRange(180, 300).setTo(0); // the other area
    QCOMPARE(cv::countNonZero(pixelsOf(topmost(editor()), kSize) != wanted), 0);
    click({220, 120}); // joins
    QTRY_COMPARE(cv::countNonZero(pixelsOf(topmost(editor()), kSize) != (map >= 1.5F)), 0);
    click({80, 90}, AltModifier); // taken away again
    wanted = map >= 1.5F;
    wanted.colRange(0, 180).setTo(0);
    QTRY_COMPARE(cv::countNonZero(pixelsOf(topmost(editor()), kSize) != wanted), 0);
    click({80, 90}, ShiftModifier);
    QTRY_COMPARE(shapes().size(), 2U);
}

void TstAnnotationCanvas::floodsLikeColoursWithoutAMap()
{
    cv::Mat picture(kSize, CV_8UC1, cv::Scalar(60));
    picture(cv::Rect(40, 50, 30, 20)).setTo(200);
    canvas().setImage(picture);
    canvas().setTool(ToolKind::Wand);
    click({50, 60});
    QTRY_COMPARE(shapes().size(), 1U);
    QCOMPARE(boundsOf(topmost(editor())), QRectF(40, 50, 30, 20));
}

void TstAnnotationCanvas::cutsOutWhatStandsOut()
{
    cv::Mat picture(kSize, CV_8UC3);
    cv::RNG(1).fill(picture, cv::RNG::NORMAL, 70, 8);
    cv::ellipse(picture, {150, 100}, {40, 25}, 0, 0, 360, cv::Scalar(180, 190, 200), cv::FILLED);
    canvas().setImage(picture);
    canvas().setTool(ToolKind::GrabCut);
    QSignalSpy finding(&canvas(), &AnnotationCanvas::findingChanged);
    drag(canvas(), {95, 60}, {205, 140});
    QVERIFY(canvas().isFinding()); // not in the window's thread
    QTRY_COMPARE_WITH_TIMEOUT(shapes().size(), 1U, 60000);
    QCOMPARE(finding.count(), 2);
    cv::Mat truth = cv::Mat::zeros(kSize, CV_8UC1);
    cv::ellipse(truth, {150, 100}, {40, 25}, 0, 0, 360, cv::Scalar(255), cv::FILLED);
    const cv::Mat found = pixelsOf(topmost(editor()), kSize);
    QVERIFY(cv::countNonZero(found & truth) > 0.95 * cv::countNonZero(found | truth));
    drag(canvas(), {95, 60}, {205, 140}, ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Escape); // stops the search
    QVERIFY(!canvas().isFinding());
    QTest::qWait(50);
    QCOMPARE(shapes().size(), 1U);
}

void TstAnnotationCanvas::selectsMovesAndTogglesWithCtrl()
{
    rectangle({20, 20}, {60, 60});
    rectangle({100, 20}, {140, 60});
    rectangle({40, 40}, {120, 100}); // on top of both
    canvas().setTool(ToolKind::Select);
    click({50, 50});
    QVERIFY(editor().selection() == std::set<ShapeNumber>{3});
    click({25, 25}, Qt::ControlModifier);
    QVERIFY(editor().selection() == (std::set<ShapeNumber>{1, 3}));
    drag(canvas(), {25, 25}, {35, 45});
    QCOMPARE(boundsOf(shapes().at(1)), QRectF(30, 40, 40, 40));
    QCOMPARE(boundsOf(shapes().at(2)), QRectF(100, 20, 40, 40));
    QCOMPARE(boundsOf(shapes().at(3)), QRectF(50, 60, 80, 60));
    click({35, 45}, Qt::ControlModifier);
    QVERIFY(editor().selection() == std::set<ShapeNumber>{3});
    click({250, 180});
    QVERIFY(editor().selection().empty());
    drag(canvas(), {90, 10}, {160, 70}); // a band around the second
    QVERIFY(editor().selection() == std::set<ShapeNumber>{2});
}

void TstAnnotationCanvas::movesCornersAndMakesAndRemovesThem()
{
    annotation::Shape shape;
    shape.label = "scratch";
    shape.points = {{50, 50}, {150, 50}, {150, 150}};
    editor().add({}, {shape});
    canvas().setTool(ToolKind::Select);
    drag(canvas(), {151, 51}, {170, 40});
    QVERIFY(topmost(editor()).points[1] == cv::Point2d(170, 40));
    click({110, 45}, AltModifier); // on the edge between the first two
    QCOMPARE(topmost(editor()).points.size(), 4U);
    QVERIFY(topmost(editor()).points[1] == cv::Point2d(110, 45));
    click({110, 45}, AltModifier | ShiftModifier);
    QCOMPARE(topmost(editor()).points.size(), 3U);
    click({110, 45}, AltModifier);
    QTest::keyClick(&canvas(), Qt::Key_Backspace); // the corner taken hold of last
    QCOMPARE(topmost(editor()).points.size(), 3U);
    click({170, 40}, AltModifier | ShiftModifier); // three stay
    QCOMPARE(topmost(editor()).points.size(), 3U);
}

void TstAnnotationCanvas::movesTheCornerOfABox()
{
    rectangle({50, 50}, {100, 80});
    canvas().setTool(ToolKind::Select);
    drag(canvas(), {50, 50}, {120, 90}); // beyond the opposite one
    QCOMPARE(boundsOf(topmost(editor())), QRectF(100, 80, 20, 10));
    QCOMPARE(topmost(editor()).kind, ShapeKind::Rectangle);
}

void TstAnnotationCanvas::nudgesByKeysAsOneStep()
{
    rectangle({50, 50}, {100, 80});
    canvas().setTool(ToolKind::Select);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&canvas(), Qt::Key_Right);
    QTest::keyClick(&canvas(), Qt::Key_Down, ShiftModifier);
    QCOMPARE(boundsOf(topmost(editor())), QRectF(53, 60, 50, 30));
    QCOMPARE(editor().undoStack()->count(), 2);
    editor().undoStack()->undo();
    QCOMPARE(boundsOf(topmost(editor())), QRectF(50, 50, 50, 30));
}

void TstAnnotationCanvas::drawsByKeysAlone()
{
    canvas().setTool(ToolKind::Rectangle);
    QTest::keyClick(&canvas(), Qt::Key_Period); // in the middle of what is seen
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&canvas(), Qt::Key_Right, ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Down, ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Period);
    QCOMPARE(boundsOf(topmost(editor())), QRectF(150, 100, 40, 10));
    canvas().setTool(ToolKind::Polygon);
    QTest::keyClick(&canvas(), Qt::Key_Period);
    QTest::keyClick(&canvas(), Qt::Key_Up, ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Period);
    QTest::keyClick(&canvas(), Qt::Key_Left, ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Period);
    QTest::keyClick(&canvas(), Qt::Key_Return);
    QVERIFY(topmost(editor()).points == (annotation::Ring{{190, 110}, {190, 100}, {180, 100}}));
    canvas().setTool(ToolKind::Brush);
    QTest::keyClick(&canvas(), Qt::Key_Period, ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Left);
    QTest::keyClick(&canvas(), Qt::Key_Period);
    QCOMPARE(topmost(editor()).kind, ShapeKind::Mask);
}

void TstAnnotationCanvas::undoesEveryToolToWhatWasThere()
{
    std::vector<std::map<ShapeNumber, std::string>> states = {allOf(editor().document())};
    const auto step = [&] {
        if (editor().undoStack()->index() == static_cast<int>(states.size()))
            states.push_back(allOf(editor().document()));
    };
    rectangle({20, 20}, {140, 120});
    step();
    drag(canvas(), {40, 40}, {60, 70}, AltModifier); // a hole
    step();
    canvas().setTool(ToolKind::Ellipse);
    drag(canvas(), {200, 40}, {260, 120});
    step();
    canvas().setTool(ToolKind::Brush);
    drag(canvas(), {180, 60}, {280, 60}); // the ellipse becomes a mask
    step();
    drag(canvas(), {180, 20}, {280, 180}); // more of it
    step();
    drag(canvas(), {230, 80}, {280, 80}, AltModifier);
    step();
    canvas().setTool(ToolKind::Eraser);
    drag(canvas(), {200, 40}, {210, 150});
    step();
    editor().chooseLabel("dent");
    step();
    editor().duplicateSelected(15);
    step();
    canvas().setTool(ToolKind::Select);
    editor().selectAll();
    drag(canvas(), {100, 100}, {90, 95});
    step();
    editor().removeSelected();
    step();
    QCOMPARE(states.size(), 12U);
    QVERIFY(shapes().empty());
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            editor().undoStack()->undo();
            QVERIFY2(allOf(editor().document()) == states[i - 1], qPrintable(QString::number(i)));
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            editor().undoStack()->redo();
            QVERIFY2(allOf(editor().document()) == states[i], qPrintable(QString::number(i)));
        }
    }
}

void TstAnnotationCanvas::pansWithSpaceAndDoesNotDraw()
{
    canvas().setTool(ToolKind::Brush);
    canvas().zoomIn();
    const QPointF before = canvas().viewState()->centreInImage();
    QTest::keyPress(&canvas(), Qt::Key_Space);
    drag(canvas(), {150, 100}, {130, 90});
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    QVERIFY(canvas().viewState()->centreInImage() != before);
    QVERIFY(shapes().empty());
    drag(canvas(), {150, 100}, {130, 90});
    QCOMPARE(shapes().size(), 1U);
}

void TstAnnotationCanvas::showsWhatIsDrawn()
{
    const QImage bare = canvas().grab().toImage();
    rectangle({50, 50}, {150, 120});
    editor().select({});
    canvas().setTool(ToolKind::Select);
    QTest::qWait(20);
    const QImage drawn = canvas().grab().toImage();
    QVERIFY(drawn.pixel(100, 85) != bare.pixel(100, 85)); // see-through inside
    QVERIFY(qRed(drawn.pixel(100, 120)) > 150);           // its line, in the class's orange
    QCOMPARE(drawn.pixel(250, 180), bare.pixel(250, 180));
    editor().undoStack()->undo();
    QCOMPARE(canvas().grab().toImage(), bare);
}

void TstAnnotationCanvas::hidesShapes()
{
    rectangle({50, 50}, {150, 120});
    editor().select({});
    const QImage drawn = canvas().grab().toImage();
    canvas().setShapesShown(false);
    QVERIFY(canvas().grab().toImage() != drawn);
    drag(canvas(), {200, 50}, {250, 120}); // draws nothing unseen
    QCOMPARE(shapes().size(), 1U);
}

void TstAnnotationCanvas::deselectsWithEscape()
{
    rectangle({50, 50}, {150, 120});
    QCOMPARE(editor().selection().size(), 1U);
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QVERIFY(editor().selection().empty());
    QCOMPARE(shapes().size(), 1U);
}

QTEST_MAIN(TstAnnotationCanvas)
#include "tst_annotation_canvas.moc"
