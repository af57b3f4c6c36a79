#include "ui/annotate/brush_tool.h"

#include "core/annotation/brush.h"
#include "core/annotation/rasterise.h"
#include "ui/annotate/annotation_canvas.h"
#include "ui/annotate/shape_geometry.h"

#include <opencv2/core.hpp>

#include <cmath>

namespace cf::ui {

using annotation::Patch;
using annotation::Shape;
using annotation::ShapeKind;

namespace {

constexpr int kRoomPx = 512; // around what is painted: growing copies it

cv::Point2d cvPoint(QPointF point)
{
    return {point.x(), point.y()};
}

cv::Rect cvRect(const QRectF &rect)
{
    const QRect aligned = rect.toAlignedRect();
    return {aligned.x(), aligned.y(), aligned.width(), aligned.height()};
}

std::optional<ShapeNumber> topmostAt(const AnnotationDocument &document, QPointF point)
{
    const auto found = document.shapesIn(QRectF(point, QSizeF(0, 0)));
    for (auto number = found.rbegin(); number != found.rend(); ++number)
        if (isAt(document.shape(*number), point, 0.0))
            return *number;
    return std::nullopt;
}

} // namespace

bool BrushTool::begin(const ToolInput &input)
{
    ShapeEditor &editor = *m_canvas.editor();
    m_erases = m_kind == ToolKind::Eraser || (input.modifiers & Qt::AltModifier);
    m_number.reset();
    if (m_erases || !(input.modifiers & Qt::ShiftModifier))
        m_number = editor.onlySelected();
    if (m_erases && !m_number)
        m_number = topmostAt(editor.document(), input.inImage);
    if (m_number && editor.document().shape(*m_number).kind == ShapeKind::Marker)
        m_number.reset(); // has no pixels
    if (m_erases && !m_number)
        return false;
    m_pixels = {};
    m_touched = {};
    m_label = editor.label();
    if (!m_number)
        return true;
    const Shape &shape = editor.document().shape(*m_number);
    m_label = shape.label;
    auto pixels = annotation::rasterisePatch(shape, editor.document().imageSize());
    if (!pixels.ok())
        return false; // too many edges to be drawn as pixels
    m_pixels = *std::move(pixels);
    m_pixels.mask = m_pixels.mask.clone();
    m_canvas.setHidden({*m_number});
    return true;
}

void BrushTool::makeRoom(const cv::Rect &box)
{
    if ((m_pixels.place & box) == box)
        return;
    const cv::Rect roomy(box.x - kRoomPx, box.y - kRoomPx, box.width + 2 * kRoomPx,
                         box.height + 2 * kRoomPx);
    const cv::Rect all({0, 0}, m_canvas.editor()->document().imageSize());
    m_pixels = annotation::grown(m_pixels, (roomy | cvRect(m_canvas.seenPart())) & all);
}

void BrushTool::press(const ToolInput &input)
{
    m_isPainting = begin(input);
    m_last = input.inImage;
    if (m_isPainting)
        strokeTo(input.inImage);
}

void BrushTool::drag(const ToolInput &input)
{
    if (m_isPainting)
        strokeTo(input.inImage);
}

void BrushTool::strokeTo(QPointF inImage)
{
    const double radius = m_canvas.brushDiameter() / 2.0;
    const cv::Rect box = annotation::strokeBox(cvPoint(m_last), cvPoint(inImage), radius,
                                               m_canvas.editor()->document().imageSize());
    if (!box.empty()) {
        if (!m_erases)
            makeRoom(box);
        if (!m_pixels.place.empty())
            annotation::paintStroke(m_pixels.mask, m_pixels.place.tl(), cvPoint(m_last),
                                    cvPoint(inImage), radius, m_erases ? 0 : 255);
        m_touched |= box;
        m_canvas.updatePart(QRectF(box.x, box.y, box.width, box.height));
    }
    m_last = inImage;
}

void BrushTool::release(const ToolInput &)
{
    if (!m_isPainting)
        return;
    m_isPainting = false;
    const Patch painted = std::exchange(m_pixels, {});
    m_canvas.editor()->setPixels(m_erases ? tr("eraser") : tr("brush"), m_number, painted,
                                 m_touched);
    m_canvas.setHidden({});
}

bool BrushTool::cancel()
{
    m_pixels = {};
    m_canvas.setHidden({});
    return std::exchange(m_isPainting, false);
}

void BrushTool::paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const
{
    if (m_isPainting && !m_pixels.place.empty())
        paintPixels(painter, frame, m_pixels, m_canvas.lookOf(m_label), clip);
}

QString BrushTool::hint() const
{
    return m_kind == ToolKind::Eraser
               ? tr("Drag to erase from the selected shape, or from the topmost one; [ and ] or "
                    "Alt+wheel change the size.")
               : tr("Drag to paint on the selected shape; Shift paints a new one, Alt erases; [ "
                    "and "
                    "] or Alt+wheel change the size.");
}

} // namespace cf::ui
