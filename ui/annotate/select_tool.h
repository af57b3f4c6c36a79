#pragma once

#include "ui/annotate/annotation_tool.h"
#include "ui/annotate/shape_geometry.h"

#include <optional>
#include <vector>

namespace cf::ui {

/// Chooses shapes, moves them, and changes their corners: a click or a dragged band selects (Ctrl
/// adds and takes away), a drag moves, the handles of the one selected shape move its corners; Alt
/// and a click on an edge make a corner, Alt and Shift and a click take one away.
class SelectTool : public AnnotationTool
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::SelectTool)
public:
    using AnnotationTool::AnnotationTool;

    ToolKind kind() const override { return ToolKind::Select; }
    void press(const ToolInput &input) override;
    void drag(const ToolInput &input) override;
    void hover(const ToolInput &input) override;
    void release(const ToolInput &input) override;
    bool cancel() override;
    bool removeLast() override; ///< the corner that was taken hold of last
    bool canCancel() const override { return m_doing != Doing::Nothing; }
    void paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const override;
    QCursor cursor(const ToolInput &input) const override;
    QString hint() const override;

private:
    enum class Doing { Nothing, Pressed, Moving, Corner, Band };

    std::optional<ShapeNumber> topmostAt(QPointF inImage) const;
    bool pressCorner(const ToolInput &input);
    void beginMove();
    QPointF dragged() const;
    void end();

    Doing m_doing = Doing::Nothing;
    QPointF m_from, m_to;
    std::optional<ShapeNumber> m_number;    ///< whose corner it is
    std::optional<annotation::Shape> m_new; ///< its form while a corner is moved
    std::optional<CornerRef> m_corner;      ///< taken hold of last
    std::vector<annotation::Shape> m_moved; ///< as they were, while they are moved
};

} // namespace cf::ui
