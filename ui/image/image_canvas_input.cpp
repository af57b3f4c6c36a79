#include "ui/image/image_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr double kKeyPan = 64.0;     // logical pixels a key press
constexpr double kHandleReach = 7.0; // logical pixels to either side
constexpr double kOpacityStep = 0.05;
constexpr double kHandleStep = 0.02; // of the view's width
constexpr double kEndReach = 8.0;    // logical pixels around an end of the profile line
constexpr int kNotch = 120;          // angle of one step of a usual wheel

/// Towards the edge that shall come into view.
QPointF panOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {kKeyPan, 0};
    case Qt::Key_Right:
        return {-kKeyPan, 0};
    case Qt::Key_Up:
        return {0, kKeyPan};
    case Qt::Key_Down:
        return {0, -kKeyPan};
    default:
        return {};
    }
}

} // namespace

void ImageCanvas::fit()
{
    m_state->fit();
}

void ImageCanvas::zoomTo100()
{
    ViewGeometry geometry = m_geometry;
    geometry.setZoom(1.0);
    moveTo(geometry);
}

void ImageCanvas::zoomIn()
{
    ViewGeometry geometry = m_geometry;
    geometry.setZoom(geometry.nextZoom(true));
    moveTo(geometry);
}

void ImageCanvas::zoomOut()
{
    ViewGeometry geometry = m_geometry;
    geometry.setZoom(geometry.nextZoom(false));
    moveTo(geometry);
}

void ImageCanvas::followScreen()
{
    if (m_geometry.viewSize() == size() && m_geometry.devicePixelRatio() == devicePixelRatioF())
        return;
    m_geometry.setViewSize(size(), devicePixelRatioF());
    followState();
}

void ImageCanvas::followState()
{
    if (m_state->isFitted()) {
        m_geometry.fit();
    } else {
        m_geometry.setZoom(m_state->zoom());
        m_geometry.setCentre(m_state->centreInImage());
    }
    update();
    if (hasPicture() && m_geometry.zoom() != m_toldZoom) {
        m_toldZoom = m_geometry.zoom();
        Q_EMIT zoomChanged(m_toldZoom);
    }
    if (m_isProbing && m_drag != Drag::Pan) // another pixel has come below the resting mouse
        probe(m_mouseInView);
}

void ImageCanvas::moveTo(const ViewGeometry &geometry)
{
    if (hasPicture())
        m_state->setView(geometry.zoom(), geometry.centreInImage());
}

void ImageCanvas::panBy(QPointF deltaInView)
{
    if (!m_geometry.canPan(Qt::Horizontal) && !m_geometry.canPan(Qt::Vertical))
        return;
    ViewGeometry geometry = m_geometry;
    geometry.panBy(deltaInView);
    moveTo(geometry);
}

void ImageCanvas::zoomAt(QPointF inView, int angleDelta)
{
    ViewGeometry geometry = m_geometry;
    if (std::abs(angleDelta) < kNotch) // a touchpad or a fine wheel
        geometry.zoomAt(inView, geometry.zoom() * std::pow(1.25, double(angleDelta) / kNotch));
    for (int i = 0; i < std::abs(angleDelta) / kNotch; ++i)
        geometry.zoomAt(inView, geometry.nextZoom(angleDelta > 0));
    moveTo(geometry);
}

bool ImageCanvas::event(QEvent *event)
{
    // The window has shortcuts on some of the same keys; where the canvas has a use for them, they
    // are the canvas's while it is focused.
    if (event->type() == QEvent::ShortcutOverride && usesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ImageCanvas::wheelEvent(QWheelEvent *event)
{
    const auto modifiers = event->modifiers();
    const QPoint angle = event->angleDelta();
    if (!hasPicture() || (modifiers & Qt::AltModifier)) {
        event->ignore();
        return;
    }
    if (modifiers & Qt::ShiftModifier) {
        // Some platforms turn the wheel sideways with Shift.
        const double notches = double(angle.y() != 0 ? angle.y() : angle.x()) / kNotch;
        setOpacity(m_style.opacity + notches * kOpacityStep);
    } else if (m_wheelZooms || (modifiers & Qt::ControlModifier)) {
        zoomAt(event->position(), angle.y());
    } else {
        panBy(event->pixelDelta().isNull() ? QPointF(angle) * (kKeyPan / kNotch)
                                           : QPointF(event->pixelDelta()));
    }
    event->accept();
}

bool ImageCanvas::usesKey(const QKeyEvent &event) const
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (hasPicture() && modifiers == Qt::AltModifier)
        return isSplit() && (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right);
    if (!hasPicture() || modifiers != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the plus key without Shift on many keyboards
    case Qt::Key_Minus:
        return true;
    case Qt::Key_Escape:
        return m_state->profileInImage().has_value();
    case Qt::Key_Space:
        return !(event.modifiers() & Qt::ShiftModifier);
    case Qt::Key_Left:
    case Qt::Key_Right:
        return m_geometry.canPan(Qt::Horizontal) && !(event.modifiers() & Qt::ShiftModifier);
    case Qt::Key_Up:
    case Qt::Key_Down:
        return m_geometry.canPan(Qt::Vertical) && !(event.modifiers() & Qt::ShiftModifier);
    default:
        return false;
    }
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!usesKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers() & Qt::AltModifier) {
        const double step = event->key() == Qt::Key_Left ? -kHandleStep : kHandleStep;
        setSplitPosition(m_splitPosition + step);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        m_state->setProfileInImage(std::nullopt);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_Space:
        m_spaceHeld = true;
        showCursor();
        break;
    default:
        panBy(panOf(event->key()));
        break;
    }
}

void ImageCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    m_spaceHeld = false;
    showCursor();
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!hasPicture() || m_drag != Drag::None) {
        event->ignore();
        return;
    }
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld))
        m_drag = Drag::Pan;
    else if (event->button() == Qt::LeftButton &&
             ((event->modifiers() & Qt::ShiftModifier) || profileEndAt(event->position()) != 0))
        startProfile(*event);
    else if (event->button() == Qt::LeftButton && isOnHandle(event->position()))
        m_drag = Drag::Split;
    else if (event->button() == Qt::LeftButton && m_profileTool)
        startProfile(*event);
    else
        event->ignore();
    m_mouseInView = event->position();
    showCursor();
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Pan)
        panBy(event->position() - m_mouseInView);
    else if (m_drag == Drag::Split)
        setSplitPosition(event->position().x() / std::max(width(), 1));
    else if (m_drag == Drag::Profile)
        dragProfile(event->position());
    m_mouseInView = event->position();
    probe(event->position());
    showCursor();
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Profile)
        endProfile();
    if (event->buttons() == Qt::NoButton)
        m_drag = Drag::None;
    m_mouseInView = event->position();
    showCursor();
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isOnHandle(event->position()))
        setSplitPosition(0.5);
    else
        mousePressEvent(event); // a second press, as any other
}

void ImageCanvas::leaveEvent(QEvent *event)
{
    leaveProbe();
    QWidget::leaveEvent(event);
}

void ImageCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update(); // the focus ring
}

void ImageCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_spaceHeld = false; // its release goes elsewhere
    showCursor();
    update();
}

void ImageCanvas::setProfileTool(bool on)
{
    m_profileTool = on;
    showCursor();
}

void ImageCanvas::startProfile(const QMouseEvent &event)
{
    m_drag = Drag::Profile;
    const int end = profileEndAt(event.position());
    m_dragsFirstEnd = end == 1;
    if (end != 0) {
        const auto line = *m_state->profileInImage();
        m_profileStart = end == 1 ? line.p2() : line.p1();
        return;
    }
    m_profileStart = m_geometry.toImage(event.position());
}

void ImageCanvas::dragProfile(QPointF inView)
{
    const QSize size = m_geometry.imageSizePx();
    const auto within = [&](QPointF point) {
        return QPointF(std::clamp(point.x(), 0.0, double(size.width())),
                       std::clamp(point.y(), 0.0, double(size.height())));
    };
    const QPointF fixed = within(m_profileStart);
    const QPointF moved = within(m_geometry.toImage(inView));
    m_state->setProfileInImage(m_dragsFirstEnd ? QLineF(moved, fixed) : QLineF(fixed, moved));
}

void ImageCanvas::endProfile()
{
    const auto line = m_state->profileInImage();
    if (line && line->length() < 1.0) // dragged back to where it began
        m_state->setProfileInImage(std::nullopt);
    m_drag = Drag::None;
}

int ImageCanvas::profileEndAt(QPointF inView) const
{
    const auto line = m_state->profileInImage();
    if (!line)
        return 0;
    const auto isNear = [&](QPointF end) {
        return QLineF(m_geometry.toView(end), inView).length() <= kEndReach;
    };
    return isNear(line->p2()) ? 2 : isNear(line->p1()) ? 1 : 0;
}

bool ImageCanvas::isOnHandle(QPointF inView) const
{
    return isSplit() && std::abs(inView.x() - m_splitPosition * width()) <= kHandleReach;
}

void ImageCanvas::probe(QPointF inView)
{
    const auto pixel = hasPicture() ? m_geometry.pixelAt(inView) : std::nullopt;
    if (!pixel) {
        leaveProbe();
        return;
    }
    m_isProbing = true;
    m_state->setCursorInImage(m_geometry.toImage(inView));
    Q_EMIT probed(*pixel);
}

void ImageCanvas::leaveProbe()
{
    if (!m_isProbing)
        return;
    m_isProbing = false;
    m_state->setCursorInImage(std::nullopt);
    Q_EMIT probeLeft();
}

void ImageCanvas::showCursor()
{
    if (!hasPicture())
        unsetCursor();
    else if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (m_drag != Drag::Split && profileEndAt(m_mouseInView) != 0)
        setCursor(Qt::SizeAllCursor);
    else if (m_drag == Drag::Split || isOnHandle(m_mouseInView))
        setCursor(Qt::SplitHCursor);
    else
        setCursor(Qt::CrossCursor);
}

} // namespace cf::ui
