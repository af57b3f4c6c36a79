#pragma once

#include "ui/plots/curve_plot.h"

#include <optional>

class QCPItemTracer;

namespace cf::ui {

/// Curves in the unit square (ROC, precision and recall) with a point on the first of them. A click
/// near that curve, or dragging the point along it, asks for another one; with the focus on the
/// plot, Left and Right go to the neighbour.
class OperatingPlot : public CurvePlot
{
    Q_OBJECT
public:
    explicit OperatingPlot(QWidget *parent = nullptr);

    /// None takes the point away; then clicks ask for nothing.
    void setPoint(std::optional<QPointF> point);
    std::optional<QPointF> point() const { return m_point; }
    /// Where a point is on the widget, in its own coordinates.
    QPointF toWidget(const QPointF &point) const;

Q_SIGNALS:
    /// A place in the first curve. `dragged`: more will follow before the mouse is let go.
    void pointChosen(std::size_t index, bool dragged);

protected:
    void showColours() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Nearest
    {
        std::size_t index = 0;
        double distancePx = 0;
    };
    std::optional<Nearest> nearest(const QPointF &positionPx) const;

    QCPItemTracer *m_marker;
    std::optional<QPointF> m_point;
    bool m_dragging = false;
};

} // namespace cf::ui
