#pragma once

#include "core/metrics/agreement.h"

#include <QGroupBox>

class QLabel;
class QSpinBox;

namespace cf::ui {

/// How many pictures are judged twice, and how well both judges agree.
class SecondOpinionPanel : public QGroupBox
{
    Q_OBJECT
public:
    explicit SecondOpinionPanel(QWidget *parent = nullptr);

    double share() const;        ///< 0..1
    void setShare(double share); ///< without shareChanged()
    void setAgreement(const metrics::Agreement &agreement);
    /// It says something of the first verdicts.
    void showAgreement(bool shown);

Q_SIGNALS:
    void shareChanged(double share);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QSpinBox *m_share;
    QLabel *m_shareLabel, *m_text;
    metrics::Agreement m_agreement;
};

} // namespace cf::ui
