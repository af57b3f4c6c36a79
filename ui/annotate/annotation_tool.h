#pragma once

#include "ui/annotate/shape_editor.h"
#include "ui/annotate/shape_painter.h"

#include <QCoreApplication>
#include <QCursor>

class QPainter;

namespace cf::ui {

class AnnotationCanvas;

enum class ToolKind { Select, Polygon, Rectangle, Ellipse, Brush, Eraser, Wand, GrabCut };

/// Where the pointer is, be it the mouse or the crosshair that keys move.
struct ToolInput
{
    QPointF inImage;
    Qt::KeyboardModifiers modifiers;
};

/// What the pointer does on a canvas. A press is followed by moves and one release, or by cancel().
/// Edits go through the canvas's ShapeEditor once they are whole; until then the tool draws them.
class AnnotationTool
{
public:
    explicit AnnotationTool(AnnotationCanvas &canvas) : m_canvas(canvas) {}
    virtual ~AnnotationTool() = default;
    AnnotationTool(const AnnotationTool &) = delete;
    AnnotationTool &operator=(const AnnotationTool &) = delete;

    virtual ToolKind kind() const = 0;
    virtual void press(const ToolInput &input) = 0;
    virtual void drag(const ToolInput &) {}  ///< moved while pressed
    virtual void hover(const ToolInput &) {} ///< moved while not pressed
    virtual void release(const ToolInput &) {}
    virtual void doubleClick(const ToolInput &input) { press(input); }
    virtual bool finish() { return false; }     ///< Enter; true: it had something to finish
    virtual bool cancel() { return false; }     ///< Escape, or another tool was chosen
    virtual bool removeLast() { return false; } ///< Backspace
    virtual bool canCancel() const { return false; }

    /// What is under way, in device pixels; `clip` is all that is looked at.
    virtual void paint(QPainter &, const DeviceFrame &, const QRect & /*clip*/) const {}
    virtual QCursor cursor(const ToolInput &) const { return Qt::CrossCursor; }
    /// What the pointer and the modifier keys do, in a sentence.
    virtual QString hint() const = 0;

protected:
    AnnotationCanvas &m_canvas;
};

/// Alt subtracts, Shift makes a new shape.
ShapeEditor::Combine combineOf(Qt::KeyboardModifiers modifiers);

} // namespace cf::ui
