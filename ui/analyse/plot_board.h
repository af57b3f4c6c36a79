#pragma once

#include "core/workflow/analysis.h"
#include "ui/analyse/confusion_matrix.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace cf::ui {

class DensityPlot;
class DistributionPlot;
class OperatingPlot;

/// The part of an evaluation that is looked at.
struct AnalysisChoice
{
    const workflow::CategoryAnalysis *category = nullptr;
    store::Variant variant = store::Variant::Fused;
    bool pixels = false;                                ///< the level
    const workflow::CategoryMetrics *metrics = nullptr; ///< as stored; none for all categories

    const workflow::ScoreAnalysis *scores() const;
};

/// The four pictures of an evaluation: densities, histogram and boxes, curves with the operating
/// point, confusion matrix. Whoever holds the threshold hears of the user's wishes and sets it.
class PlotBoard : public QWidget
{
    Q_OBJECT
public:
    explicit PlotBoard(QWidget *parent = nullptr);

    /// What `choice` points to must stay until the next call.
    void setChoice(const AnalysisChoice &choice);
    /// Moves the lines and the counts alone.
    void setThreshold(double threshold);
    /// Without a signal.
    void setChosenBin(std::optional<std::size_t> bin);

    ConfusionMatrix &matrix() { return *m_matrix; }
    const workflow::ScoreHistogram &histogram() const { return m_histogram; }

Q_SIGNALS:
    void thresholdMoved(double threshold);
    void outcomeChoice(); ///< see matrix()
    void binChosen(std::size_t bin);
    /// A place in ScoreAnalysis::points; `dragged`: more will follow.
    void pointChosen(std::size_t point, bool dragged);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum CurveKind { Roc, PrecisionRecall, Pro };

    void showDensities();
    void showDistribution();
    void showCurves();
    void fillCurveKinds();
    QString curveName(store::Variant variant) const;
    std::vector<store::Variant> variantsInOrder() const;
    void retranslate();

    AnalysisChoice m_choice;
    workflow::ScoreHistogram m_histogram;
    double m_threshold = 0;
    QLabel *m_densityTitle, *m_distributionTitle, *m_curveTitle, *m_matrixTitle;
    QComboBox *m_curveKind;
    DensityPlot *m_densities;
    DistributionPlot *m_distribution;
    OperatingPlot *m_curves;
    ConfusionMatrix *m_matrix;
};

} // namespace cf::ui
