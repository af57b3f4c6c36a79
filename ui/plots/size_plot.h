#pragma once

#include "ui/plots/plot_frame.h"

#include <cstdint>
#include <optional>
#include <vector>

class QCPBars;
class QCPItemRect;

namespace cf::ui {

/// Counts in bins of equal width; of a logarithmic measure, whose axis then shows the measure
/// itself. A click on a bar chooses it; with the focus on the plot, Left and Right go from bar to
/// bar and Escape lets it go.
class SizePlot : public PlotFrame
{
    Q_OBJECT
public:
    explicit SizePlot(QWidget *parent = nullptr);

    void setLabels(const QString &size, const QString &count);
    /// `isLog10`: low and high are logarithms to base 10. Without counts the plot is empty.
    void setBins(double low, double high, const std::vector<std::uint64_t> &counts, bool isLog10);
    std::optional<std::size_t> chosenBin() const { return m_chosen; }
    /// Without a signal.
    void setChosenBin(std::optional<std::size_t> bin);
    /// Where a bin's middle is on the widget; for tests.
    QPoint middleOf(std::size_t bin) const;

Q_SIGNALS:
    void binChosen(std::optional<std::size_t> bin);

protected:
    void showAll() override;
    void showColours() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(std::optional<std::size_t> bin);
    double edge(std::size_t bin) const;

    QCPBars *m_bars;
    QCPItemRect *m_mark;
    double m_low = 0, m_high = 1;
    std::vector<std::uint64_t> m_counts;
    std::optional<std::size_t> m_chosen;
    std::optional<QPoint> m_pressed;
};

} // namespace cf::ui
