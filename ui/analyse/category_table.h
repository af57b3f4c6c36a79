#pragma once

#include "core/workflow/analysis.h"
#include "ui/tables/copy_table.h"

namespace cf::ui {

/// The seven metrics of each category and map, in per cent, the best map of a category in bold. A
/// click on a heading sorts; the mean stays at the end.
class CategoryTable : public CopyTable
{
    Q_OBJECT
public:
    explicit CategoryTable(QWidget *parent = nullptr);

    void setAnalysis(const workflow::Analysis *analysis);

Q_SIGNALS:
    /// A double click or Enter on a row; empty: the mean.
    void categoryActivated(const QString &category);

protected:
    void retranslate() override;

private:
    void addCategory(const workflow::CategoryMetrics &category, bool isMean);
};

} // namespace cf::ui
