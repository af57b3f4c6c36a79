#include "ui/annotate/region_tool.h"

#include "core/annotation/grab_cut.h"
#include "core/annotation/region.h"
#include "ui/annotate/annotation_canvas.h"

#include <QPainter>

#include <cmath>

namespace cf::ui {

namespace {

constexpr double kTolerance = 0.08; // of the picture's full scale

} // namespace

void WandTool::press(const ToolInput &input)
{
    const cv::Point seed(static_cast<int>(std::floor(input.inImage.x())),
                         static_cast<int>(std::floor(input.inImage.y())));
    const auto combine = combineOf(input.modifiers);
    const auto level = m_canvas.level();
    if (!m_canvas.scores().empty() && level)
        m_canvas.find(
            tr("wand"),
            [map = m_canvas.scores(), at = *level, seed,
             size = m_canvas.editor()->document().imageSize()](RunContext &) {
                return annotation::floodOfMap(map, at, seed, size);
            },
            combine);
    else
        m_canvas.find(
            tr("wand"),
            [picture = m_canvas.image(), seed](RunContext &) {
                return annotation::floodOfPicture(picture, kTolerance, seed);
            },
            combine);
}

QString WandTool::hint() const
{
    return m_canvas.scores().empty()
               ? tr("Click to take the area of like colour; it joins the selected mask, Shift "
                    "makes "
                    "a new one, Alt takes it away.")
               : tr("Click to take the area that the map shows as a defect, or from that place's "
                    "score on; it joins the selected mask, Shift makes a new one, Alt takes it "
                    "away.");
}

void GrabCutTool::press(const ToolInput &input)
{
    m_isDrawing = true;
    m_from = m_to = input.inImage;
}

void GrabCutTool::drag(const ToolInput &input)
{
    m_to = input.inImage;
    m_canvas.update();
}

void GrabCutTool::release(const ToolInput &input)
{
    if (!std::exchange(m_isDrawing, false))
        return;
    m_canvas.update();
    const QRect box = QRectF(m_from, input.inImage).normalized().toRect();
    m_canvas.find(
        tr("cut-out"),
        [picture = m_canvas.image(), box = cv::Rect(box.x(), box.y(), box.width(), box.height())](
            RunContext &run) { return annotation::grabCut(picture, box, run); },
        combineOf(input.modifiers));
}

bool GrabCutTool::cancel()
{
    return std::exchange(m_isDrawing, false);
}

void GrabCutTool::paint(QPainter &painter, const DeviceFrame &frame, const QRect &) const
{
    if (!m_isDrawing)
        return;
    const QRectF box = QRectF(frame.toDevice(m_from), frame.toDevice(m_to)).normalized();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3.5 * frame.ratio));
    painter.drawRect(box);
    painter.setPen(QPen(Qt::white, 1.5 * frame.ratio, Qt::DashLine));
    painter.drawRect(box);
}

QString GrabCutTool::hint() const
{
    return tr("Drag a box around a defect: what stands out in it becomes a mask. Shift makes a new "
              "one, Alt takes it away; Esc stops the search.");
}

} // namespace cf::ui
