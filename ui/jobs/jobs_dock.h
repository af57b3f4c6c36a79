#pragma once

#include "ui/jobs/job_model.h"

#include <QDockWidget>

class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace cf::ui {

/// Every running and past job with progress and remaining time; the chosen one's log; cancel, retry
/// and clear.
class JobsDock : public QDockWidget
{
    Q_OBJECT
public:
    explicit JobsDock(JobRunner *runner, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    Job *chosen() const;
    void showChosen();
    void showButtons();
    void retranslate();

    JobRunner *m_runner;
    JobModel m_model;
    QTreeView *m_table;
    QPlainTextEdit *m_log;
    QPushButton *m_stop, *m_retry, *m_clear;
    QMetaObject::Connection m_following;
};

} // namespace cf::ui
