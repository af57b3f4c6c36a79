#pragma once

#include "core/store/records.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QLabel;

namespace cf::ui {

class CurvePlot;

/// Losses, validation score and learning rate over the steps.
class TrainingCurves : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingCurves(QWidget *parent = nullptr);

    void clear();
    /// Steps in order; a step that came before is replaced.
    void add(const std::vector<store::LossStep> &steps);
    /// The validated step with the highest score so far, and that score.
    std::optional<std::pair<std::int64_t, double>> best() const;

    /// Marks the step whose maps are on show; -1: none.
    void markStep(std::int64_t step);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Series
    {
        std::vector<double> step, value;
        void set(std::int64_t at, double to);
    };
    void showCurves();
    void retranslate();

    std::map<std::string, Series> m_terms;
    Series m_rate;
    QLabel *m_lossTitle, *m_scoreTitle, *m_rateTitle;
    CurvePlot *m_losses, *m_scores, *m_rates;
};

} // namespace cf::ui
