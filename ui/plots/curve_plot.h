#pragma once

#include "ui/plots/plot_frame.h"

#include <optional>
#include <vector>

class QCPItemStraightLine;

namespace cf::ui {

struct PlotCurve
{
    QString name;
    std::vector<double> x, y; ///< as many of one as of the other; NaN leaves a gap
    bool dashed = false;
    std::size_t colour = kByPlace; ///< see curveColour()

    static constexpr std::size_t kByPlace = static_cast<std::size_t>(-1);
};

/// Curves over one x axis, in the colours of the theme, with a legend above.
class CurvePlot : public PlotFrame
{
    Q_OBJECT
public:
    explicit CurvePlot(QWidget *parent = nullptr);

    void setLabels(const QString &x, const QString &y);
    /// Keeps the part that the user zoomed into; otherwise everything is shown.
    void setCurves(const std::vector<PlotCurve> &curves);
    const std::vector<PlotCurve> &curves() const { return m_curves; }
    /// A line across the curves at this x; none takes it away.
    void setMark(std::optional<double> x);
    std::optional<double> mark() const { return m_markedX; }
    /// Ticks at whole numbers of the x axis only.
    void setWholeSteps();
    /// Both axes from 0 to 1, whatever part of it the curves take; single points are not marked.
    void setUnitSquare();
    /// The y axis from 0 to 1; the x axis follows the curves.
    void setUnitHeight();

protected:
    void showAll() override;
    void showColours() override;

private:
    void showCurves();
    void showMark();

    std::vector<PlotCurve> m_curves;
    QCPItemStraightLine *m_mark;
    std::optional<double> m_markedX;
    bool m_unitSquare = false;
    bool m_unitHeight = false;
};

} // namespace cf::ui
