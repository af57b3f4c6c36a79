#pragma once

#include "ui/plots/plot_frame.h"

#include <array>
#include <optional>
#include <vector>

class QCPAxis;
class QCPItemStraightLine;
class QCPLayer;

namespace cf::ui {

/// A plot over an axis of scores with a line at the threshold, or one at each of two. A line can be
/// dragged; with the focus on the plot, Left and Right move the first (ten times as far with Shift)
/// and, with Ctrl, the second. Moving it repaints the lines alone, however much else is drawn.
class ScorePlot : public PlotFrame
{
    Q_OBJECT
public:
    /// None takes the line away.
    void setThreshold(std::optional<double> threshold);
    std::optional<double> threshold() const { return m_thresholds[0]; }
    /// The second line, not below the first; dashed.
    void setUpperThreshold(std::optional<double> threshold);
    std::optional<double> upperThreshold() const { return m_thresholds[1]; }
    /// Of the counts or densities.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const;

    /// Where a score is on the widget, in its own coordinates; for tips and tests.
    double scoreToX(double score) const;

Q_SIGNALS:
    /// The user moves the line. It stays where it is until setThreshold() is called.
    void thresholdMoved(double threshold);
    void upperThresholdMoved(double threshold);

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
    void setLine(std::size_t which, std::optional<double> threshold);
    void moved(std::size_t which, double threshold);
    /// Which threshold's line is there.
    std::optional<std::size_t> lineAt(double x) const;

    struct Lines
    {
        std::array<QCPItemStraightLine *, 2> items; ///< of each threshold
        QCPAxis *scores, *other;
    };
    std::vector<Lines> m_lines;
    std::array<std::optional<double>, 2> m_thresholds;
    std::optional<QPoint> m_pressed;
    std::optional<std::size_t> m_dragged; ///< which threshold
    QAction *m_logarithmic;
};

} // namespace cf::ui
