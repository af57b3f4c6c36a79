#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "ui/jobs/job_title.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

class QProgressBar;

namespace cf::ui {

enum class JobState { Queued, Running, Stopping, Done, Cancelled, Failed };

/// Where a job runs. One lane's jobs do not wait for the other's.
enum class Lane {
    Engine, ///< training, evaluation, matching: one at a time, in order
    Files,  ///< reading and checking files
};

/// What becomes of a job that is over.
enum class Afterwards {
    Listed,    ///< stays among the past jobs until it is removed there
    Forgotten, ///< goes at once; only if it failed it stays. For what pages read in passing
};

/// One piece of work away from the GUI thread, as it is shown: state, progress, log. Lives in the
/// GUI thread and belongs to its JobRunner; past jobs stay until they are removed there.
class Job : public QObject
{
    Q_OBJECT
public:
    /// Runs in a thread of the lane. Errors are returned or thrown as Failure, stops as Cancelled.
    using Work = std::function<Result<void>(RunContext &)>;

    QString title() const { return m_title.text(); }
    Lane lane() const { return m_lane; }
    Afterwards afterwards() const { return m_afterwards; }
    JobState state() const { return m_state; }
    const Progress &progress() const { return m_progress; }
    /// 0..1 of the present stage; none while its length is not known.
    std::optional<double> fraction() const;
    /// Of the present stage, from its pace so far; none before there is one.
    std::optional<qint64> remainingMs() const;
    qint64 elapsedMs() const;
    const QStringList &log() const { return m_log; }
    const std::optional<Error> &error() const { return m_error; }

    bool canStop() const { return m_state == JobState::Queued || m_state == JobState::Running; }
    bool canRetry() const { return m_state == JobState::Failed || m_state == JobState::Cancelled; }
    bool isOver() const
    {
        return m_state == JobState::Done || m_state == JobState::Cancelled ||
               m_state == JobState::Failed;
    }

public Q_SLOTS:
    /// A queued job ends at once, a running one at its next step.
    void stop();

Q_SIGNALS:
    void changed(); ///< state or progress, at most every 100 ms while running
    void logged(QString line);
    void ended(); ///< once; state() and error() are final
    void retried(cf::ui::Job *again);

private:
    friend class JobRunner;
    Job(JobTitle title, Lane lane, Work work, std::function<void()> onDone, Afterwards afterwards,
        QObject *parent);

    /// In the lane's thread. Never throws.
    void run();
    /// In the GUI thread: takes over what run() left since the last call.
    void publish();
    void setState(JobState state);

    JobTitle m_title;
    Lane m_lane;
    Work m_work;
    std::function<void()> m_onDone;
    Afterwards m_afterwards;
    std::stop_source m_stop;

    JobState m_state = JobState::Queued;
    Progress m_progress;
    QElapsedTimer m_started, m_stageStarted;
    qint64 m_elapsedMs = 0;
    std::size_t m_stageFirst = 0; ///< done at the stage's first report: a resumed one starts late
    QStringList m_log;
    std::optional<Error> m_error;

    std::mutex m_mutex;
    std::optional<Progress> m_newProgress; // guarded by m_mutex; the latest wins
    QStringList m_newLines;                // guarded by m_mutex
    bool m_hasStarted = false;             // guarded by m_mutex
    std::optional<JobState> m_end;         // guarded by m_mutex
    std::optional<Error> m_endError;       // guarded by m_mutex
};

/// The job's fraction on a bar; a bar that runs to and fro while it is not known.
void showFraction(QProgressBar &bar, const Job &job);
/// "Queued", "Running", ... in the user's language.
QString jobStateText(JobState state);
/// "2 min 5 s" in the user's language.
QString durationText(qint64 ms);
/// The engine's stage name in the user's language: "train" -> "Training".
QString stageText(const std::string &stage);

} // namespace cf::ui
