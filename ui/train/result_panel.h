#pragma once

#include "core/workflow/evaluate.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace cf::ui {

class MetricTable;

/// What the filter achieved on the test pictures, and where to go from there.
class ResultPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ResultPanel(QWidget *parent = nullptr);

    void setEvaluation(const workflow::Evaluation &evaluation);
    void clear();
    bool hasResult() const;

Q_SIGNALS:
    void inspectWanted();
    void analyseWanted();
    void reportWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A table without rows, with buttons that do nothing, says less than a sentence.
    void showParts();
    void retranslate();

    QLabel *m_title, *m_empty, *m_next, *m_advice;
    MetricTable *m_table;
    QPushButton *m_inspect, *m_analyse, *m_report;
};

} // namespace cf::ui
