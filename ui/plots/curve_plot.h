#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QCustomPlot;

namespace cf::ui {

struct PlotCurve
{
    QString name;
    std::vector<double> x, y; ///< as many of one as of the other; NaN leaves a gap
    bool dashed = false;
};

/// Curves over one x axis, in the colours of the theme, with a legend above. The wheel zooms,
/// dragging pans, a double click shows everything again.
class CurvePlot : public QWidget
{
    Q_OBJECT
public:
    explicit CurvePlot(QWidget *parent = nullptr);

    void setLabels(const QString &x, const QString &y);
    /// Keeps the part that the user zoomed into; otherwise everything is shown.
    void setCurves(const std::vector<PlotCurve> &curves);
    /// Ticks at whole numbers of the x axis only.
    void setWholeSteps();
    /// Text in the middle while there is no curve.
    void setEmptyText(const QString &text);

    QSize sizeHint() const override { return {420, 260}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCurves();
    void showAll();
    void showColours();

    QCustomPlot *m_plot;
    std::vector<PlotCurve> m_curves;
    QString m_emptyText;
    bool m_zoomed = false;
};

} // namespace cf::ui
