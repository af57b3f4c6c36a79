#pragma once

#include "ui/plots/plot_frame.h"

#include <vector>

class QCPAxis;
class QCPItemStraightLine;
class QCPLayer;

namespace cf::ui {

/// A plot over an axis of scores with a line at the threshold. The line can be dragged; with the
/// focus on the plot, Left and Right move it (ten times as far with Shift). Moving it repaints the
/// line alone, however much else is drawn.
class ScorePlot : public PlotFrame
{
    Q_OBJECT
public:
    /// None takes the line away.
    void setThreshold(std::optional<double> threshold);
    std::optional<double> threshold() const { return m_threshold; }
    /// Of the counts or densities.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const;

    /// Where a score is on the widget, in its own coordinates; for tips and tests.
    double scoreToX(double score) const;

Q_SIGNALS:
    /// The user moves the line. It stays where it is until setThreshold() is called.
    void thresholdMoved(double threshold);

protected:
    explicit ScorePlot(QWidget *parent);

    /// A piece of the line in the rectangle of these axes; the first one gets the mouse.
    void addLine(QCPAxis *scores, QCPAxis *other);
    /// Above everything else, repainted apart.
    const QString &lineLayer() const;
    void repaintLine();

    /// The user clicked there, beside the line and without dragging.
    virtual void clicked(double score) = 0;
    /// After a change of setLogarithmic(); the axis has its scale already.
    virtual void showScale() = 0;
    void showColours() override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    bool isNearLine(double x) const;

    struct Line
    {
        QCPItemStraightLine *item;
        QCPAxis *scores, *other;
    };
    std::vector<Line> m_lines;
    std::optional<double> m_threshold;
    std::optional<QPoint> m_pressed;
    QAction *m_logarithmic;
    bool m_dragging = false;
};

} // namespace cf::ui
