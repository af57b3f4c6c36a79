#include "ui/jobs/job_model.h"

#include "ui/jobs/error_text.h"

#include <algorithm>

namespace cf::ui {

JobModel::JobModel(JobRunner *runner, QObject *parent)
    : QAbstractTableModel(parent), m_runner(runner)
{
    for (auto *job : runner->jobs())
        follow(job);
    connect(runner, &JobRunner::aboutToAdd, this, [this] { beginInsertRows({}, 0, 0); });
    connect(runner, &JobRunner::added, this, [this](Job *job) {
        follow(job);
        endInsertRows();
    });
    connect(runner, &JobRunner::aboutToRemove, this, [this](Job *job) {
        const int row = rowOf(job);
        beginRemoveRows({}, row, row);
    });
    connect(runner, &JobRunner::removed, this, [this] { endRemoveRows(); });
}

void JobModel::follow(Job *job)
{
    connect(job, &Job::changed, this, [this, job] {
        const int row = rowOf(job);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

int JobModel::rowOf(const Job *job) const
{
    const auto &jobs = m_runner->jobs();
    const auto found = std::find(jobs.rbegin(), jobs.rend(), job);
    return found == jobs.rend() ? -1 : static_cast<int>(found - jobs.rbegin());
}

Job *JobModel::job(const QModelIndex &index) const
{
    const auto &jobs = m_runner->jobs();
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < jobs.size() ? jobs[jobs.size() - 1 - row] : nullptr;
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runner->jobs().size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    const Job *entry = job(index);
    if (!entry)
        return {};
    const bool active = !entry->isOver() && entry->state() != JobState::Queued;
    if (role == kFractionRole && index.column() == ProgressColumn && active)
        return entry->fraction().value_or(-1.0);
    if (role == Qt::ToolTipRole)
        return entry->error() ? errorText(*entry->error()) : entry->title();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Title:
        return entry->title();
    case State:
        return jobStateText(entry->state());
    case ProgressColumn:
        if (entry->error())
            return errorText(*entry->error());
        return active ? stageText(entry->progress().stage) : QString();
    case Time:
        if (const auto left = entry->remainingMs())
            return tr("%1 left").arg(durationText(*left));
        return entry->state() == JobState::Queued ? QString() : durationText(entry->elapsedMs());
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Job");
    case State:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace cf::ui
