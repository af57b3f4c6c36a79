#pragma once

#include "ui/jobs/job_runner.h"

#include <QAbstractTableModel>

namespace cf::ui {

/// The runner's jobs as a table, newest first.
class JobModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, State, ProgressColumn, Time, ColumnCount };
    /// The progress column's fraction 0..1, -1 while it is not known, or invalid where there is no
    /// bar to draw.
    static constexpr int kFractionRole = Qt::UserRole;

    explicit JobModel(JobRunner *runner, QObject *parent = nullptr);

    Job *job(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int rowOf(const Job *job) const;
    void follow(Job *job);

    JobRunner *m_runner;
};

} // namespace cf::ui
