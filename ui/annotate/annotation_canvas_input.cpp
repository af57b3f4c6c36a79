// What mouse and keys do on the canvas.
#include "ui/annotate/annotation_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace cf::ui {

namespace {

constexpr double kLongStep = 10.0; // pixels of the picture, with Shift

QPointF stepOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

ToolInput AnnotationCanvas::inputOf(const QMouseEvent &event) const
{
    return {geometryOfView().toImage(event.position()), event.modifiers()};
}

void AnnotationCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!canDraw() || event->button() != Qt::LeftButton || m_spaceDown) {
        ImageCanvas::mousePressEvent(event);
        return;
    }
    m_pointerInView = event->position();
    m_crosshair.reset();
    m_pressed = true;
    m_tool->press(inputOf(*event));
}

void AnnotationCanvas::mouseMoveEvent(QMouseEvent *event)
{
    pointerMoved(event->position());
    if (m_pressed && (event->buttons() & Qt::LeftButton)) {
        m_tool->drag(inputOf(*event)); // without probing, which draws the whole view anew
        return;
    }
    ImageCanvas::mouseMoveEvent(event);
    if (canDraw() && event->buttons() == Qt::NoButton && !m_spaceDown) {
        setCursor(m_tool->cursor(inputOf(*event)));
        m_tool->hover(inputOf(*event));
    }
}

void AnnotationCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed && event->button() == Qt::LeftButton) {
        m_pressed = false;
        if (canDraw())
            m_tool->release(inputOf(*event));
        return;
    }
    ImageCanvas::mouseReleaseEvent(event);
}

void AnnotationCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!canDraw() || event->button() != Qt::LeftButton || m_spaceDown) {
        ImageCanvas::mouseDoubleClickEvent(event);
        return;
    }
    m_pressed = true; // a release follows
    m_tool->doubleClick(inputOf(*event));
}

void AnnotationCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::AltModifier)) {
        ImageCanvas::wheelEvent(event);
        return;
    }
    // Some platforms turn the wheel sideways with Alt.
    const QPoint angle = event->angleDelta();
    const int notches = angle.y() != 0 ? angle.y() : angle.x();
    if (notches > 0)
        growBrush();
    else if (notches < 0)
        shrinkBrush();
    event->accept();
}

void AnnotationCanvas::pointerMoved(QPointF inView)
{
    const QRect before = brushInView();
    m_pointerInView = inView;
    if (const QRect now = brushInView(); before != now)
        update(QRegion(before) + now);
}

void AnnotationCanvas::leaveEvent(QEvent *event)
{
    const QRect before = brushInView();
    m_pointerInView.reset();
    update(before);
    ImageCanvas::leaveEvent(event);
}

void AnnotationCanvas::focusOutEvent(QFocusEvent *event)
{
    m_spaceDown = false; // its release goes elsewhere
    ImageCanvas::focusOutEvent(event);
}

bool AnnotationCanvas::event(QEvent *event)
{
    // The window's shortcuts must not take what is the canvas's own.
    if (event->type() == QEvent::ShortcutOverride && ownsKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return ImageCanvas::event(event);
}

bool AnnotationCanvas::ownsKey(const QKeyEvent &event) const
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (!canDraw() || modifiers != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_tool->canCancel();
    case Qt::Key_Backspace:
        return true;
    case Qt::Key_Escape:
        return m_tool->canCancel() || m_worker.isBusy() || !m_editor->selection().empty();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return tool() != ToolKind::Select || !m_editor->selection().empty();
    case Qt::Key_Period:
        return tool() != ToolKind::Select;
    default:
        return false;
    }
}

bool AnnotationCanvas::useKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_tool->finish();
    case Qt::Key_Backspace:
        return m_tool->removeLast();
    case Qt::Key_Escape:
        if (!m_worker.stop() && !m_tool->canCancel())
            m_editor->select({});
        cancelTool();
        return true;
    case Qt::Key_Period:
        pressByKey(event.modifiers() & ~Qt::KeypadModifier);
        return true;
    default:
        break;
    }
    const double length = event.modifiers() & Qt::ShiftModifier ? kLongStep : 1.0;
    moveByKey(stepOf(event.key()) * length);
    return true;
}

void AnnotationCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_spaceDown = true;
    if (ownsKey(*event) && useKey(*event))
        return;
    ImageCanvas::keyPressEvent(event);
}

void AnnotationCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_spaceDown = false;
    ImageCanvas::keyReleaseEvent(event);
}

void AnnotationCanvas::moveByKey(QPointF step)
{
    if (tool() == ToolKind::Select) {
        m_editor->moveSelected(step.x(), step.y(), true);
        return;
    }
    const QSize size = geometryOfView().imageSizePx();
    const QPointF at = m_crosshair.value_or(seenPart().center()) + step;
    m_crosshair = QPointF(std::clamp(at.x(), 0.0, double(size.width())),
                          std::clamp(at.y(), 0.0, double(size.height())));
    if (m_pressed)
        m_tool->drag({*m_crosshair, {}});
    else
        m_tool->hover({*m_crosshair, {}});
    update();
}

void AnnotationCanvas::pressByKey(Qt::KeyboardModifiers modifiers)
{
    if (!m_crosshair)
        m_crosshair = seenPart().center();
    const ToolInput input{*m_crosshair, modifiers};
    // A polygon's corners are clicks; what is dragged begins with one full stop and ends with the
    // next.
    if (!m_pressed) {
        m_pressed = true;
        m_tool->press(input);
        if (tool() != ToolKind::Polygon && m_tool->canCancel()) {
            update();
            return;
        }
    }
    m_pressed = false;
    m_tool->release(input);
    update();
}

} // namespace cf::ui
