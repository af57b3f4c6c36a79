#include "ui/image/image_canvas.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr double kGripRadius = 11.0; // logical pixels, as all here
constexpr double kFocusRing = 2.0;
constexpr double kEndRadius = 4.0;

} // namespace

void ImageCanvas::paintEvent(QPaintEvent *)
{
    if (devicePixelRatioF() != m_geometry.devicePixelRatio())
        followScreen();
    QPainter painter(this);
    paintContent(painter, m_geometry, m_frame);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), kFocusRing));
        painter.setBrush(Qt::NoBrush);
        const double half = kFocusRing / 2;
        painter.drawRect(QRectF(rect()).adjusted(half, half, -half, -half));
    }
}

QImage ImageCanvas::renderView(qreal devicePixelRatio)
{
    followScreen();
    const ViewGeometry geometry = m_geometry.scaledTo(devicePixelRatio);
    if (geometry.deviceSize().isEmpty())
        return {};
    QImage image(geometry.deviceSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    ViewRenderer::Frame frame;
    QPainter painter(&image);
    paintContent(painter, geometry, frame);
    return image;
}

ImageCanvas::Parts ImageCanvas::renderParts(qreal devicePixelRatio)
{
    followScreen();
    const ViewGeometry geometry = m_geometry.scaledTo(devicePixelRatio);
    Parts parts;
    if (geometry.deviceSize().isEmpty() || m_content != Content::Picture) {
        parts.colours = renderView(devicePixelRatio);
        return parts;
    }
    ViewRenderer::Request request{geometry, m_style, m_splitPosition,
                                  palette().color(QPalette::Window).rgb()};
    ViewRenderer::Frame frame;
    parts.outlines = m_renderer.outlines(request, frame);
    request.style.maskShown = false;
    request.style.scale.threshold.reset();
    if (request.style.compareScale)
        request.style.compareScale->threshold.reset();
    parts.colours = m_renderer.render(request, frame);
    if (isSplit())
        parts.handleX = m_splitPosition * width();
    if (const auto line = m_state->profileInImage())
        parts.profile = QLineF(geometry.toView(line->p1()), geometry.toView(line->p2()));
    return parts;
}

void ImageCanvas::paintContent(QPainter &painter, const ViewGeometry &geometry,
                               ViewRenderer::Frame &frame)
{
    const QColor background = palette().color(QPalette::Window);
    if (m_content != Content::Picture) {
        painter.fillRect(rect(), background);
        paintText(painter);
        return;
    }
    painter.drawImage(
        QPointF(0, 0),
        m_renderer.render({geometry, m_style, m_splitPosition, background.rgb()}, frame));
    painter.setRenderHint(QPainter::Antialiasing);
    if (isSplit())
        paintHandle(painter);
    if (m_state->profileInImage())
        paintProfile(painter, geometry);
    if (!m_isProbing && m_state->cursorInImage())
        paintLinkedCursor(painter, geometry);
}

void ImageCanvas::paintHandle(QPainter &painter) const
{
    const double x = m_splitPosition * width();
    const QPointF middle(x, height() / 2.0);
    const QColor line = palette().color(QPalette::Base);
    const QColor edge = palette().color(QPalette::Text);
    painter.setPen(QPen(edge, 4));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(QPen(line, 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));

    painter.setPen(QPen(edge, 1.5));
    painter.setBrush(line);
    painter.drawEllipse(middle, kGripRadius, kGripRadius);
    painter.setBrush(edge);
    painter.setPen(Qt::NoPen);
    for (const double side : {-1.0, 1.0}) {
        QPainterPath arrow(middle + QPointF(side * 7, 0));
        arrow.lineTo(middle + QPointF(side * 2.5, -4));
        arrow.lineTo(middle + QPointF(side * 2.5, 4));
        painter.drawPath(arrow);
    }
}

void ImageCanvas::paintLinkedCursor(QPainter &painter, const ViewGeometry &geometry) const
{
    const QPointF at = geometry.toView(*m_state->cursorInImage());
    for (const auto &[colour, penWidth] : {std::pair(Qt::black, 3.5), std::pair(Qt::white, 1.5)}) {
        painter.setPen(QPen(colour, penWidth));
        for (const QPointF arm : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(at + 4 * arm, at + 12 * arm);
    }
}

void ImageCanvas::paintProfile(QPainter &painter, const ViewGeometry &geometry) const
{
    const auto line = *m_state->profileInImage();
    const QPointF first = geometry.toView(line.p1());
    const QPointF last = geometry.toView(line.p2());
    for (const auto &[colour, penWidth] : {std::pair(Qt::black, 3.5), std::pair(Qt::white, 1.5)}) {
        painter.setPen(QPen(colour, penWidth));
        painter.drawLine(first, last);
    }
    // The plot begins at the disc and ends at the square.
    painter.setPen(QPen(Qt::black, 1.5));
    painter.setBrush(Qt::white);
    painter.drawEllipse(first, kEndRadius, kEndRadius);
    painter.drawRect(
        QRectF(last.x() - kEndRadius, last.y() - kEndRadius, 2 * kEndRadius, 2 * kEndRadius));
    painter.setBrush(Qt::NoBrush);
}

void ImageCanvas::paintText(QPainter &painter) const
{
    QString text;
    if (m_content == Content::Nothing)
        text = tr("No picture");
    else
        text = m_content == Content::Busy ? tr("Loading…") : m_sentence;
    const int margin = std::min(width() / 10, 48);
    painter.setPen(palette().color(m_content == Content::Error ? QPalette::WindowText
                                                               : QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace cf::ui
