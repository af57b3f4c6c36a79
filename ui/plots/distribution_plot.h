#pragma once

#include "ui/plots/score_plot.h"

#include <cstdint>
#include <vector>

class QCPAxisRect;
class QCPBars;
class QCPItemRect;
class QCPStatisticalBox;

namespace cf::ui {

/// Counts of scores in bins of equal width from `low` to `high`.
struct PlotHistogram
{
    double low = 0;
    double high = 0;
    std::vector<std::uint64_t> good, defective; ///< as many of one as of the other
};

/// What a box shows; the whiskers and the values beyond them.
struct PlotBox
{
    double lowerWhisker = 0, lowerQuartile = 0, median = 0, upperQuartile = 0, upperWhisker = 0;
    std::vector<double> outliers;
};

/// A histogram of scores of the good and the defective, and under it a box of each over the same
/// axis. A click on a bar chooses it; Enter chooses the one under the threshold.
class DistributionPlot : public ScorePlot
{
    Q_OBJECT
public:
    explicit DistributionPlot(QWidget *parent = nullptr);

    void setLabels(const QString &score, const QString &count);
    void setNames(const QString &good, const QString &defective);
    /// A box that is none is left out, so is a histogram without bins.
    void setDistribution(const PlotHistogram &histogram, const std::optional<PlotBox> &good,
                         const std::optional<PlotBox> &defective);
    /// Marks a bar; none takes the mark away.
    void setChosenBin(std::optional<std::size_t> bin);
    std::optional<std::size_t> binAt(double score) const;

Q_SIGNALS:
    void binChosen(std::size_t bin);

protected:
    void showAll() override;
    void showColours() override;
    void showScale() override { showAll(); }
    void clicked(double score) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addBoxes();
    void showBoxes();

    QCPAxisRect *m_boxRect;
    QCPBars *m_good, *m_defective;
    QCPStatisticalBox *m_goodBox, *m_defectiveBox;
    QCPItemRect *m_mark;
    PlotHistogram m_histogram;
    std::optional<PlotBox> m_boxOfGood, m_boxOfDefective;
    QString m_goodName, m_defectiveName;
    std::optional<std::size_t> m_chosen;
};

} // namespace cf::ui
