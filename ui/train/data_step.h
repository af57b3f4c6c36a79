#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/preflight.h"
#include "ui/train/step_page.h"

#include <memory>
#include <vector>

class QTreeWidget;

namespace cf::ui {

/// Which categories the filter learns, with what there is of each and what is wrong with it.
class DataStep : public StepPage
{
    Q_OBJECT
public:
    explicit DataStep(QWidget *parent = nullptr);

    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    const std::shared_ptr<const dataset::Dataset> &dataset() const { return m_dataset; }
    std::vector<const dataset::Category *> chosen() const;
    /// Why training cannot begin, a sentence each.
    QStringList obstacles() const;
    /// What makes a good result unlikely, a sentence each.
    QStringList warnings() const;

    QWidget *firstControl() const override;

Q_SIGNALS:
    void changed();

protected:
    void retranslate() override;

private:
    using Severity = workflow::PreflightFinding::Severity;
    /// What the check of the chosen pictures says.
    QStringList sentencesOf(Severity severity) const;
    void showCategories();
    void showTotal();
    int rowHeight() const;
    QString remark(const dataset::Category &category, QString &details) const;

    std::shared_ptr<const dataset::Dataset> m_dataset;
    QTreeWidget *m_categories;
    QLabel *m_total;
};

} // namespace cf::ui
