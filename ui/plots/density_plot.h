#pragma once

#include "ui/plots/score_plot.h"

#include <vector>

namespace cf::ui {

struct PlotDensity
{
    QString name;
    std::vector<double> score, density; ///< as many of one as of the other
    bool defective = false;             ///< chooses the colour
    bool dashed = false;                ///< and not filled: what is compared with
};

/// Densities of scores of the good and the defective. A click moves the threshold there.
class DensityPlot : public ScorePlot
{
    Q_OBJECT
public:
    explicit DensityPlot(QWidget *parent = nullptr);

    void setLabels(const QString &score, const QString &density);
    void setDensities(const std::vector<PlotDensity> &densities);

protected:
    void showAll() override;
    void showColours() override;
    void showScale() override { showAll(); }
    void clicked(double score) override;

private:
    void showDensities();

    std::vector<PlotDensity> m_densities;
};

} // namespace cf::ui
