#include "tests/ui/bench/stages.h"
#include "ui/annotate/annotation_canvas.h"
#include "ui/annotate/annotation_editor.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QUndoStack>

#include <opencv2/core.hpp>

#include <cmath>
#include <numbers>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kMostMs = 120000;

void move(QWidget &widget, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                      {});
    QCoreApplication::sendEvent(&widget, &event);
}

/// Draws what was asked for, as the next frame would.
void frame()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void show(AnnotationEditor &board, ShapeEditor &editor, int side)
{
    cv::Mat picture(side, side, CV_8UC3);
    cv::RNG(3).fill(picture, cv::RNG::UNIFORM, 60, 160);
    editor.reset({side, side});
    board.resize(1280, 800);
    board.setPicture(picture);
    board.setClasses(
        ClassTable({{"scratch", "#e69f00"}, {"dent", "#56b4e9"}, {"pore", "#009e73"}}));
    board.setEditor(&editor);
    board.show();
    if (!QTest::qWaitForWindowExposed(&board) ||
        !QTest::qWaitFor([&] { return board.canvas().isComplete(); }, kMostMs))
        qFatal("the canvas was not shown");
}

/// Steps of a brush on a picture of 8192 x 8192 pixels, each with what it draws.
void measureBrush(std::vector<Timing> &timings, bool whole)
{
    constexpr int kSide = 8192;
    constexpr double kBrushPx = 1000.0;
    ShapeEditor editor;
    AnnotationEditor board;
    show(board, editor, kSide);
    auto &canvas = board.canvas();
    if (!whole)
        canvas.zoomTo100();
    canvas.setTool(ToolKind::Brush);
    canvas.setBrushDiameter(kBrushPx);
    frame();
    const QPointF middle = QRectF(canvas.rect()).center();
    const QString where = whole ? u"all of it seen"_s : u"at 100 %"_s;
    const Stopwatch pressed;
    QTest::mousePress(&canvas, Qt::LeftButton, {}, middle.toPoint());
    frame();
    timings.push_back(
        once(u"8192 x 8192, 1000-pixel brush, %1: press"_s.arg(where), pressed, kTurnMs));
    timings.push_back(
        measure(u"8192 x 8192, 1000-pixel brush, %1: step"_s.arg(where), kFrameMs, [&](int i) {
            move(canvas, middle + QPointF(200 * std::sin(0.3 * i), 150 * std::cos(0.2 * i)));
            frame();
        }));
    const Stopwatch released;
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle.toPoint());
    frame();
    timings.push_back(
        once(u"8192 x 8192, 1000-pixel brush, %1: release"_s.arg(where), released, kTurnMs));
    board.setEditor(nullptr);
}

/// Polygons of a dozen corners all over the picture.
NumberedShapes manyShapes(int count, int side)
{
    NumberedShapes shapes;
    cv::RNG random(5);
    const char *const labels[] = {"scratch", "dent", "pore"};
    for (int i = 0; i < count; ++i) {
        annotation::Shape shape;
        shape.label = labels[i % 3];
        const double x = random.uniform(30.0, side - 30.0);
        const double y = random.uniform(30.0, side - 30.0);
        for (int corner = 0; corner < 12; ++corner) {
            const double angle = corner * std::numbers::pi / 6;
            const double radius = random.uniform(8.0, 24.0);
            shape.points.emplace_back(x + radius * std::cos(angle), y + radius * std::sin(angle));
        }
        shapes.emplace(i + 1, std::move(shape));
    }
    return shapes;
}

void measureShapes(std::vector<Timing> &timings)
{
    constexpr int kSide = 4096;
    constexpr int kCount = 20000;
    ShapeEditor editor;
    AnnotationEditor board;
    show(board, editor, kSide);
    auto &canvas = board.canvas();
    const Stopwatch opened;
    editor.reset({kSide, kSide}, manyShapes(kCount, kSide));
    frame();
    timings.push_back(once(u"20,000 shapes: first sight"_s, opened, kTurnMs));
    {
        LongestTurn turn;
        QTest::qWait(3000);
        timings.push_back(
            turn.timing(u"20,000 shapes: longest turn until all are seen"_s, kTurnMs));
    }
    canvas.zoomTo100();
    QTest::qWait(500);
    timings.push_back(measure(u"20,000 shapes: pan at 100 %"_s, kFrameMs, [&](int i) {
        canvas.viewState()->setView(1.0, QPointF(1500.0 + 23.0 * i, 1500.0 + 17.0 * i));
        frame();
    }));
    QTest::qWait(500);
    timings.push_back(measure(u"20,000 shapes: select one"_s, kFrameMs, [&](int i) {
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, QPoint(100 + 13 * i, 100 + 7 * i));
        frame();
    }));
    const auto box = boundsOf(editor.document().shape(1));
    canvas.viewState()->setView(1.0, box.center());
    editor.select({1});
    QTest::qWait(500);
    const QPointF at = canvas.geometryOfView().toView(box.center());
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at.toPoint());
    timings.push_back(measure(u"20,000 shapes: move one, a step"_s, kFrameMs, [&](int i) {
        move(canvas, at + QPointF(40 * std::sin(0.3 * i), 10 + 30 * std::cos(0.2 * i)));
        frame();
    }));
    const Stopwatch released;
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at.toPoint());
    frame();
    timings.push_back(once(u"20,000 shapes: let it go"_s, released, kTurnMs));
    timings.push_back(measure(u"20,000 shapes: undo and redo a move"_s, kFrameMs, [&](int i) {
        if (i % 2 == 0)
            editor.undoStack()->undo();
        else
            editor.undoStack()->redo();
        frame();
    }));
    const Stopwatch selected;
    editor.selectAll();
    frame();
    timings.push_back(once(u"20,000 shapes: select all"_s, selected, kTurnMs));
    const Stopwatch moved;
    editor.moveSelected(3, 3);
    frame();
    timings.push_back(once(u"20,000 shapes: move all"_s, moved));
    board.setEditor(nullptr);
}

} // namespace

void measureAnnotate(std::vector<Timing> &timings)
{
    measureBrush(timings, false);
    measureBrush(timings, true);
    measureShapes(timings);
}

} // namespace bench
