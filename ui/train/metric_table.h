#pragma once

#include "core/workflow/evaluate.h"
#include "ui/tables/copy_table.h"

namespace cf::ui {

/// Baseline, filter and gain for each category and their mean, in per cent.
class MetricTable : public CopyTable
{
    Q_OBJECT
public:
    explicit MetricTable(QWidget *parent = nullptr);

    void setEvaluation(const workflow::Evaluation &evaluation);

protected:
    void retranslate() override;

private:
    void fill();
    void addCategory(const workflow::CategoryMetrics &category, bool isMean);

    std::vector<workflow::CategoryMetrics> m_categories;
    workflow::CategoryMetrics m_mean;
};

} // namespace cf::ui
