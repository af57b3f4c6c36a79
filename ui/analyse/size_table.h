#pragma once

#include "core/workflow/defect_locations.h"
#include "ui/tables/copy_table.h"

namespace cf::ui {

/// Number, size and form of the defects of each kind: medians, with the quartiles in brackets.
class SizeTable : public CopyTable
{
    Q_OBJECT
public:
    explicit SizeTable(QWidget *parent = nullptr);

    void setSummaries(std::vector<workflow::SizeSummary> summaries);

Q_SIGNALS:
    /// A double click or Enter on a row; empty: all kinds.
    void kindActivated(const QString &kind);

protected:
    void retranslate() override;

private:
    void fill();

    std::vector<workflow::SizeSummary> m_summaries;
};

} // namespace cf::ui
