#pragma once

#include "core/workflow/evaluate.h"

#include <QTableWidget>

namespace cf::ui {

/// Baseline, filter and gain for each category and their mean, in per cent. Copies as CSV,
/// Markdown or LaTeX.
class MetricTable : public QTableWidget
{
    Q_OBJECT
public:
    enum class CopyAs { Csv, Markdown, Latex };

    explicit MetricTable(QWidget *parent = nullptr);

    void setEvaluation(const workflow::Evaluation &evaluation);
    QString text(CopyAs format) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void addCategory(const workflow::CategoryMetrics &category, bool isMean);
    void retranslate();
    void copy(CopyAs format) const;

    std::vector<std::pair<QAction *, CopyAs>> m_copy;
};

} // namespace cf::ui
