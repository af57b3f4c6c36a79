#pragma once

#include "ui/annotate/annotation_tool.h"

namespace cf::ui {

/// A click finds the area around it that the map shows from its level on; without a map the area of
/// like colour.
class WandTool : public AnnotationTool
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::WandTool)
public:
    using AnnotationTool::AnnotationTool;

    ToolKind kind() const override { return ToolKind::Wand; }
    void press(const ToolInput &input) override;
    QString hint() const override;
};

/// A dragged box, in which what stands out from its surroundings is found.
class GrabCutTool : public AnnotationTool
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::GrabCutTool)
public:
    using AnnotationTool::AnnotationTool;

    ToolKind kind() const override { return ToolKind::GrabCut; }
    void press(const ToolInput &input) override;
    void drag(const ToolInput &input) override;
    void release(const ToolInput &input) override;
    bool cancel() override;
    bool canCancel() const override { return m_isDrawing; }
    void paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const override;
    QString hint() const override;

private:
    bool m_isDrawing = false;
    QPointF m_from, m_to;
};

} // namespace cf::ui
