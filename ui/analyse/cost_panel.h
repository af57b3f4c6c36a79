#pragma once

#include "core/metrics/decision_zones.h"

#include <QWidget>

#include <array>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace cf::ui {

/// What mistakes and reviews cost, and the two thresholds: the cheapest ones, or by hand. What was
/// typed is there again the next time.
class CostPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CostPanel(QWidget *parent = nullptr);

    metrics::InspectionCosts costs() const;
    bool isByHand() const;
    void setByHand(); ///< without a signal
    /// Without a signal. Shown rounded, kept as they are.
    void setThresholds(const metrics::ZoneThresholds &thresholds);
    const metrics::ZoneThresholds &thresholds() const { return m_thresholds; }

Q_SIGNALS:
    void costsChanged();
    void ruleChanged();
    /// By the numbers; they are by hand now.
    void thresholdsMoved(const cf::metrics::ZoneThresholds &thresholds);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Field { Escape, FalseReject, Review, DefectRate, MissRate, WrongRejectRate, FieldCount };

    void move(double low, double high);
    void keep() const;
    void retranslate();

    QFormLayout *m_rows;
    std::array<QDoubleSpinBox *, FieldCount> m_fields;
    std::array<QLabel *, FieldCount> m_labels;
    QComboBox *m_rule;
    QDoubleSpinBox *m_low, *m_high;
    QLabel *m_ruleLabel, *m_lowLabel, *m_highLabel;
    metrics::ZoneThresholds m_thresholds;
};

} // namespace cf::ui
