#pragma once

#include "ui/annotate/annotation_tool.h"

#include <optional>

namespace cf::ui {

/// Paints pixels of a mask, or erases them: the selected shape's (which becomes a mask by that),
/// with Shift those of a new one. The eraser takes the topmost shape below it where none is
/// selected.
class BrushTool : public AnnotationTool
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::BrushTool)
public:
    BrushTool(AnnotationCanvas &canvas, ToolKind kind) : AnnotationTool(canvas), m_kind(kind) {}

    ToolKind kind() const override { return m_kind; }
    void press(const ToolInput &input) override;
    void drag(const ToolInput &input) override;
    void release(const ToolInput &input) override;
    bool cancel() override;
    bool canCancel() const override { return m_isPainting; }
    void paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const override;
    QCursor cursor(const ToolInput &) const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    void strokeTo(QPointF inImage);
    bool begin(const ToolInput &input);
    /// Room in the working mask for a box of the picture, and for what may follow.
    void makeRoom(const cv::Rect &box);

    ToolKind m_kind;
    bool m_isPainting = false;
    bool m_erases = false;
    std::optional<ShapeNumber> m_number; ///< of the shape that is painted on; none: a new one
    std::string m_label;
    annotation::Patch m_pixels; ///< as they are now; nobody else holds them
    cv::Rect m_touched;         ///< of the picture, by this stroke
    QPointF m_last;
};

} // namespace cf::ui
