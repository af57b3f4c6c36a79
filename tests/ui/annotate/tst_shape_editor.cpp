#include "tests/ui/annotate/drawing.h"

#include <QSignalSpy>
#include <QUndoStack>

#include <opencv2/imgproc.hpp>

using namespace cf;
using namespace cf::ui;
using namespace drawing;
using annotation::Patch;
using annotation::Shape;
using annotation::ShapeKind;

namespace {

Shape box(double left, double top, double right, double bottom, const std::string &label = "a")
{
    Shape shape;
    shape.label = label;
    shape.kind = ShapeKind::Rectangle;
    shape.points = {{left, top}, {right, bottom}};
    return shape;
}

} // namespace

/// Edits and their history, without a widget.
class TstShapeEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<ShapeEditor>();
        m_editor->reset({1000, 800});
        m_editor->chooseLabel("a");
    }
    void keepsNumbersThroughUndo();
    void undoesOneShapeAlone();
    void redoesOneShapeAlone();
    void stepsOfOneShapeAreStepsOfThePicture();
    void keepsTheHistorySmallForLargeMasks();
    void forgetsTheOldestBeyondItsMemory();
    void tellsWhichPartLooksDifferent();
    void findsShapesByPlace();
    void dropsTheSelectionOfWhatIsGone();
    void relabelsTheSelection();

private:
    AnnotationDocument &document() { return m_editor->document(); }
    std::unique_ptr<ShapeEditor> m_editor;
};

void TstShapeEditor::keepsNumbersThroughUndo()
{
    m_editor->add({}, {box(0, 0, 10, 10), box(20, 0, 30, 10), box(40, 0, 50, 10)});
    m_editor->select({2});
    const auto before = allOf(document());
    m_editor->removeSelected();
    QVERIFY(!document().has(2) && document().has(3));
    m_editor->undoStack()->undo();
    QVERIFY(allOf(document()) == before); // below the third again
    m_editor->undoStack()->redo();
    m_editor->add({}, {box(60, 0, 70, 10)});
    QVERIFY(document().has(4) && !document().has(2));
}

void TstShapeEditor::undoesOneShapeAlone()
{
    m_editor->add({}, {box(0, 0, 10, 10), box(100, 0, 110, 10)});
    m_editor->select({1, 2});
    m_editor->moveSelected(5, 0); // both
    m_editor->select({1});
    m_editor->moveSelected(0, 7);
    m_editor->select({2});
    m_editor->moveSelected(0, 9);
    m_editor->select({1});
    QVERIFY(m_editor->undoObject());
    QCOMPARE(boundsOf(document().shape(1)), QRectF(5, 0, 10, 10));
    QCOMPARE(boundsOf(document().shape(2)), QRectF(105, 9, 10, 10)); // the later edit stays
    QVERIFY(m_editor->undoObject());
    QCOMPARE(boundsOf(document().shape(1)), QRectF(0, 0, 10, 10));
    QCOMPARE(boundsOf(document().shape(2)), QRectF(105, 9, 10, 10));
    QVERIFY(!m_editor->undoObject()); // there it was made
    m_editor->select({1, 2});
    QVERIFY(!m_editor->undoObject()); // of which?
}

void TstShapeEditor::redoesOneShapeAlone()
{
    m_editor->add({}, {box(0, 0, 10, 10)});
    for (int i = 0; i < 3; ++i)
        m_editor->moveSelected(10, 0);
    QVERIFY(!m_editor->redoObject());
    QVERIFY(m_editor->undoObject() && m_editor->undoObject());
    QCOMPARE(boundsOf(document().shape(1)).x(), 10.0);
    QVERIFY(m_editor->redoObject());
    QCOMPARE(boundsOf(document().shape(1)).x(), 20.0);
    QVERIFY(m_editor->undoObject());
    QVERIFY(m_editor->undoObject());
    QCOMPARE(boundsOf(document().shape(1)).x(), 0.0);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(m_editor->redoObject());
        QCOMPARE(boundsOf(document().shape(1)).x(), 10.0 * i);
    }
    QVERIFY(!m_editor->redoObject());
    m_editor->undoObject();
    m_editor->moveSelected(0, 5); // an edit: nothing is left to redo
    QVERIFY(!m_editor->redoObject());
}

void TstShapeEditor::stepsOfOneShapeAreStepsOfThePicture()
{
    m_editor->add({}, {box(0, 0, 10, 10)});
    m_editor->setPixels({}, 1, {cv::Rect(0, 0, 20, 20), cv::Mat(20, 20, CV_8UC1, cv::Scalar(255))});
    m_editor->setPixels({}, 1, {cv::Rect(0, 0, 30, 20), cv::Mat(20, 30, CV_8UC1, cv::Scalar(255))});
    const auto painted = allOf(document());
    QVERIFY(m_editor->undoObject());
    const auto back = allOf(document());
    QVERIFY(back != painted);
    m_editor->undoStack()->undo(); // takes the step back itself back
    QVERIFY(allOf(document()) == painted);
    m_editor->undoStack()->redo();
    QVERIFY(allOf(document()) == back);
}

void TstShapeEditor::keepsTheHistorySmallForLargeMasks()
{
    m_editor->reset({4000, 4000});
    const cv::Rect all(0, 0, 4000, 4000);
    cv::Mat mask = cv::Mat::zeros(4000, 4000, CV_8UC1);
    cv::circle(mask, {2000, 2000}, 1900, cv::Scalar(255), cv::FILLED);
    const cv::Mat first = mask.clone();
    m_editor->setPixels({}, std::nullopt, {all, first});
    for (int i = 0; i < 5; ++i) {
        cv::circle(mask, {800 * i, 100}, 250, cv::Scalar(255), cv::FILLED);
        m_editor->setPixels({}, 1, {all, mask.clone()});
    }
    QCOMPARE(m_editor->undoStack()->count(), 6);
    QVERIFY2(m_editor->historyBytes() < 100000,
             qPrintable(QString::number(m_editor->historyBytes())));
    while (m_editor->undoStack()->index() > 1)
        m_editor->undoStack()->undo();
    QCOMPARE(cv::countNonZero(pixelsOf(document().shape(1), first.size()) != first), 0);
}

void TstShapeEditor::forgetsTheOldestBeyondItsMemory()
{
    Shape shape; // 16 MB of corners, before and after each step
    shape.label = "a";
    for (int i = 0; i < 1000000; ++i)
        shape.points.emplace_back(i % 1000, i / 1000);
    m_editor->add({}, {shape});
    constexpr int kSteps = 12;
    for (int i = 0; i < kSteps; ++i) {
        m_editor->moveSelected(1, 0);
        QVERIFY(m_editor->historyBytes() <= ShapeEditor::kMostHistoryBytes);
    }
    m_editor->undoStack()->undo();
    QCOMPARE(boundsOf(document().shape(1)).x(), kSteps - 1.0); // the newest step is there
    m_editor->undoStack()->redo();
    QCOMPARE(boundsOf(document().shape(1)).x(), double(kSteps));
    while (m_editor->undoStack()->canUndo())
        m_editor->undoStack()->undo();
    const double left = boundsOf(document().shape(1)).x(); // the forgotten ones do nothing
    QVERIFY(left > 0 && left < kSteps);
}

void TstShapeEditor::tellsWhichPartLooksDifferent()
{
    QSignalSpy changed(&document(), &AnnotationDocument::changed);
    m_editor->add({}, {box(10, 20, 30, 40)});
    QCOMPARE(changed.last().at(1).toRectF(), QRectF(10, 20, 20, 20));
    m_editor->moveSelected(100, 0);
    QCOMPARE(changed.last().at(1).toRectF(), QRectF(10, 20, 120, 20)); // before and after
    cv::Mat pixels(20, 20, CV_8UC1, cv::Scalar(255));
    m_editor->setPixels({}, 1, {cv::Rect(110, 20, 20, 20), pixels});
    pixels = pixels.clone();
    pixels.at<std::uint8_t>(5, 7) = 0;
    m_editor->setPixels({}, 1, {cv::Rect(110, 20, 20, 20), pixels});
    QCOMPARE(changed.last().at(1).toRectF(), QRectF(117, 25, 1, 1)); // the pixel that went
}

void TstShapeEditor::findsShapesByPlace()
{
    std::vector<Shape> many;
    for (int i = 0; i < 500; ++i)
        many.push_back(box(i % 50 * 20, i / 50 * 20, i % 50 * 20 + 8, i / 50 * 20 + 8));
    many.push_back(box(-50, -50, 2000, 2000)); // over all, and beyond
    m_editor->add({}, many);
    QVERIFY(document().shapesIn(QRectF(20, 20, 8, 8)) == (std::vector<ShapeNumber>{52, 501}));
    QVERIFY(document().shapesIn(QRectF(5, 5, 0, 0)) == (std::vector<ShapeNumber>{1, 501}));
    m_editor->select({52});
    m_editor->moveSelected(0, 500);
    QVERIFY(document().shapesIn(QRectF(20, 20, 8, 8)) == std::vector<ShapeNumber>{501});
    QCOMPARE(document().shapesIn(QRectF(0, 0, 1000, 800)).size(), 501U);
    QVERIFY(document().isCrowded(QRectF(0, 0, 1000, 200), 400));
    QVERIFY(!document().isCrowded(QRectF(0, 700, 20, 20), 100));
}

void TstShapeEditor::dropsTheSelectionOfWhatIsGone()
{
    QSignalSpy selected(m_editor.get(), &ShapeEditor::selectionChanged);
    m_editor->add({}, {box(0, 0, 10, 10)});
    QCOMPARE(m_editor->selection().size(), 1U);
    m_editor->undoStack()->undo();
    QVERIFY(m_editor->selection().empty());
    QCOMPARE(selected.count(), 2);
    m_editor->select({1, 99});
    QVERIFY(m_editor->selection().empty());
}

void TstShapeEditor::relabelsTheSelection()
{
    m_editor->add({}, {box(0, 0, 10, 10), box(20, 0, 30, 10, "b")});
    m_editor->chooseLabel("b");
    QCOMPARE(document().shape(1).label, std::string("b"));
    QCOMPARE(m_editor->undoStack()->count(), 2);
    m_editor->chooseLabel("b"); // nothing changes
    QCOMPARE(m_editor->undoStack()->count(), 2);
    m_editor->undoStack()->undo();
    QCOMPARE(document().shape(1).label, std::string("a"));
    QCOMPARE(m_editor->label(), std::string("b"));
}

QTEST_MAIN(TstShapeEditor)
#include "tst_shape_editor.moc"
