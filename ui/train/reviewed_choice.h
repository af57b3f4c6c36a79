#pragma once

#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QLabel;

namespace cf::ui {

/// Whether to learn from what was reviewed in the project, too, with how much that is. Seen only
/// where there is something. GUI thread; the pictures are looked through in a job.
class ReviewedChoice : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewedChoice(JobRunner *runner, QWidget *parent = nullptr);

    /// None: nothing was reviewed.
    void setPictures(const std::optional<std::filesystem::path> &project,
                     const std::filesystem::path &root);
    void setCategories(std::vector<std::string> categories);
    /// Looks again, as it may have been reviewed since.
    void refresh();
    bool isWanted() const; ///< ticked, and there is something

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Counts
    {
        int normals = 0, defects = 0;
    };
    /// What was found, without the drawings.
    struct Found
    {
        std::map<std::string, Counts> ofCategory;
        int undrawn = 0, unsettled = 0;
    };
    Counts total() const;
    void showFound();
    void retranslate();

    JobRunner *m_runner;
    std::optional<std::filesystem::path> m_project;
    std::filesystem::path m_root;
    std::vector<std::string> m_categories;
    Found m_found;
    QCheckBox *m_use;
    QLabel *m_hint;
};

} // namespace cf::ui
