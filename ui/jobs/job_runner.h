#pragma once

#include "ui/jobs/job.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <vector>

namespace cf::ui {

/// Owns the threads and the jobs, present and past. Lives in the GUI thread. Destroying it asks all
/// jobs to stop and waits for them.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    /// `onDone` is called in the GUI thread once the work ended well, unless `context` is gone.
    Job *start(Lane lane, const JobTitle &title, Job::Work work, QObject *context = nullptr,
               std::function<void()> onDone = {}, Afterwards afterwards = Afterwards::Listed);
    /// The same with a value that the work makes: onDone(value).
    template <class T, class OnDone>
    Job *start(Lane lane, const JobTitle &title, std::function<Result<T>(RunContext &)> work,
               QObject *context, OnDone onDone, Afterwards afterwards = Afterwards::Listed)
    {
        const auto value = std::make_shared<std::optional<T>>();
        return start(
            lane, title,
            [value, work = std::move(work)](RunContext &run) -> Result<void> {
                CF_ASSIGN_OR_RETURN(*value, work(run));
                return {};
            },
            context, [value, onDone = std::move(onDone)] { onDone(std::move(**value)); },
            afterwards);
    }
    /// Starts a failed or cancelled job again, as a new one.
    Job *retry(Job *job);
    /// Removes the jobs that are over.
    void clearPast();
    void stopAll();

    const std::vector<Job *> &jobs() const { return m_jobs; } ///< oldest first
    bool isBusy() const;

Q_SIGNALS:
    void aboutToAdd();
    void added(cf::ui::Job *job);
    void aboutToRemove(cf::ui::Job *job);
    void removed();
    void busyChanged(bool busy);

private:
    QThreadPool &pool(Lane lane) { return lane == Lane::Engine ? m_engine : m_files; }
    void launch(Job *job);
    void remove(Job *job);
    void publish();
    void showBusy();

    QThreadPool m_engine, m_files;
    std::vector<Job *> m_jobs;
    QTimer m_timer;
    bool m_busy = false;
};

} // namespace cf::ui
