#pragma once

#include "core/workflow/analysis.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSlider;

namespace cf::ui {

/// How the threshold is chosen: by a rule with its fields, or by hand. Shows the threshold as a
/// number and on a slider over the range of the scores.
class ThresholdPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdPanel(QWidget *parent = nullptr);

    /// None: by hand.
    std::optional<workflow::ThresholdRule> rule() const;
    void setByHand();
    void setRange(double low, double high);
    /// Without a signal. Shown rounded; kept as it is.
    void setThreshold(double threshold);
    double threshold() const { return m_threshold; }
    /// A line under the rule: what it costs, or why it cannot choose.
    void setNote(const QString &text);

Q_SIGNALS:
    void ruleChanged();
    /// By the number or the slider; the rule is by hand now.
    void thresholdMoved(double threshold);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFields();
    void showFields();
    void moveTo(double threshold);
    void retranslate();

    QFormLayout *m_rows;
    QComboBox *m_rule;
    QDoubleSpinBox *m_rate, *m_escapeCost, *m_rejectCost, *m_share, *m_number;
    QLabel *m_ruleLabel, *m_rateLabel, *m_escapeLabel, *m_rejectLabel, *m_shareLabel,
        *m_numberLabel, *m_note;
    QSlider *m_slider;
    double m_threshold = 0, m_low = 0, m_high = 1;
};

} // namespace cf::ui
