#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/preflight.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/step_page.h"

#include <memory>
#include <vector>

class QTreeWidget;

namespace cf::ui {

class ReviewedChoice;

/// Which categories the filter learns, with what there is of each and what is wrong with it.
class DataStep : public StepPage
{
    Q_OBJECT
public:
    explicit DataStep(JobRunner *runner, QWidget *parent = nullptr);

    /// Where it was reviewed.
    void setProject(const std::optional<std::filesystem::path> &project);
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    const std::shared_ptr<const dataset::Dataset> &dataset() const { return m_dataset; }
    std::vector<const dataset::Category *> chosen() const;
    bool usesReviewed() const; ///< pictures that people reviewed are learned from, too
    /// Why training cannot begin, a sentence each.
    QStringList obstacles() const;
    /// What makes a good result unlikely, a sentence each.
    QStringList warnings() const;

    QWidget *firstControl() const override;

Q_SIGNALS:
    void changed();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    using Severity = workflow::PreflightFinding::Severity;
    /// What the check of the chosen pictures says.
    QStringList sentencesOf(Severity severity) const;
    void showCategories();
    void showTotal();
    void showReviewed();
    int rowHeight() const;
    QString remark(const dataset::Category &category, QString &details) const;

    std::optional<std::filesystem::path> m_project;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    QTreeWidget *m_categories;
    QLabel *m_total;
    ReviewedChoice *m_reviewed;
};

} // namespace cf::ui
