#include "ui/jobs/job_runner.h"

#include <QPointer>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kPublishMs = 100;
constexpr int kFileThreads = 2; // reading is bound by the disk; the work itself may use all cores

} // namespace

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    m_engine.setMaxThreadCount(1);
    m_engine.setExpiryTimeout(-1); // LibTorch keeps buffers for each thread it has met
    m_files.setMaxThreadCount(kFileThreads);
    m_timer.setInterval(kPublishMs);
    connect(&m_timer, &QTimer::timeout, this, &JobRunner::publish);
}

JobRunner::~JobRunner()
{
    for (auto *job : m_jobs)
        job->m_stop.request_stop();
    m_engine.waitForDone();
    m_files.waitForDone();
}

Job *JobRunner::start(Lane lane, const JobTitle &title, Job::Work work, QObject *context,
                      std::function<void()> onDone, Afterwards afterwards)
{
    std::function<void()> guarded;
    if (onDone && context)
        guarded = [alive = QPointer<QObject>(context), onDone = std::move(onDone)] {
            if (alive)
                onDone();
        };
    else
        guarded = std::move(onDone);
    auto *job = new Job(title, lane, std::move(work), std::move(guarded), afterwards, this);
    launch(job);
    return job;
}

Job *JobRunner::retry(Job *job)
{
    if (!job->canRetry())
        return nullptr;
    auto *again =
        new Job(job->m_title, job->m_lane, job->m_work, job->m_onDone, job->m_afterwards, this);
    launch(again);
    Q_EMIT job->retried(again);
    return again;
}

void JobRunner::launch(Job *job)
{
    Q_EMIT aboutToAdd();
    m_jobs.push_back(job);
    Q_EMIT added(job);
    pool(job->lane()).start([this, job] {
        job->run();
        QMetaObject::invokeMethod(this, &JobRunner::publish, Qt::QueuedConnection);
    });
    m_timer.start();
    // Not publish(): the caller listens to a job only once it has it, and a quick one is over by
    // now.
    showBusy();
}

void JobRunner::publish()
{
    const auto present = m_jobs; // a job's end may start or remove others
    for (auto *job : present) {
        if (job->isOver())
            continue;
        job->publish();
        if (job->isOver() && job->afterwards() == Afterwards::Forgotten &&
            job->state() != JobState::Failed)
            remove(job);
    }
    showBusy();
}

void JobRunner::showBusy()
{
    const bool busy = isBusy();
    if (!busy)
        m_timer.stop();
    if (busy != m_busy) {
        m_busy = busy;
        Q_EMIT busyChanged(busy);
    }
}

bool JobRunner::isBusy() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [](const Job *job) { return !job->isOver(); });
}

void JobRunner::clearPast()
{
    const auto present = m_jobs;
    for (auto *job : present)
        if (job->isOver())
            remove(job);
}

void JobRunner::remove(Job *job)
{
    const auto found = std::find(m_jobs.begin(), m_jobs.end(), job);
    if (found == m_jobs.end())
        return; // its end removed it
    Q_EMIT aboutToRemove(job);
    m_jobs.erase(found);
    Q_EMIT removed();
    job->deleteLater();
}

void JobRunner::stopAll()
{
    for (auto *job : m_jobs)
        job->stop();
}

} // namespace cf::ui
