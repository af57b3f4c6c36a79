#pragma once

#include "ui/annotate/annotation_tool.h"

namespace cf::ui {

/// A click a corner; Enter or a double click closes the outline, or a click on its first corner.
class PolygonTool : public AnnotationTool
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::PolygonTool)
public:
    using AnnotationTool::AnnotationTool;

    ToolKind kind() const override { return ToolKind::Polygon; }
    void press(const ToolInput &input) override;
    void hover(const ToolInput &input) override;
    void doubleClick(const ToolInput &input) override;
    bool finish() override;
    bool cancel() override;
    bool removeLast() override;
    bool canCancel() const override { return !m_ring.empty(); }
    void paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const override;
    QString hint() const override;

private:
    void close(Qt::KeyboardModifiers modifiers);

    annotation::Ring m_ring;
    QPointF m_pointer;
    Qt::KeyboardModifiers m_modifiers; ///< of the last corner
};

/// A drag from corner to corner: a rectangle, or an ellipse in it.
class BoxTool : public AnnotationTool
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::BoxTool)
public:
    BoxTool(AnnotationCanvas &canvas, ToolKind kind) : AnnotationTool(canvas), m_kind(kind) {}

    ToolKind kind() const override { return m_kind; }
    void press(const ToolInput &input) override;
    void drag(const ToolInput &input) override;
    void release(const ToolInput &input) override;
    bool cancel() override;
    bool canCancel() const override { return m_isDrawing; }
    void paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const override;
    QString hint() const override;

private:
    annotation::Shape shape() const;

    ToolKind m_kind;
    bool m_isDrawing = false;
    QPointF m_from, m_to;
};

} // namespace cf::ui
