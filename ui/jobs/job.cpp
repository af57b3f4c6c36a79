#include "ui/jobs/job.h"

#include <QCoreApplication>
#include <QHash>
#include <QProgressBar>

namespace cf::ui {

namespace {

constexpr qsizetype kMostLogLines = 5000;
constexpr qint64 kFirstGuessMs = 1500; // a pace measured over less is noise

} // namespace

Job::Job(JobTitle title, Lane lane, Work work, std::function<void()> onDone, Afterwards afterwards,
         QObject *parent)
    : QObject(parent), m_title(std::move(title)), m_lane(lane), m_work(std::move(work)),
      m_onDone(std::move(onDone)), m_afterwards(afterwards)
{
}

std::optional<double> Job::fraction() const
{
    if (m_state == JobState::Done)
        return 1.0;
    if (m_progress.total == 0)
        return std::nullopt;
    return std::min(1.0,
                    static_cast<double>(m_progress.done) / static_cast<double>(m_progress.total));
}

std::optional<qint64> Job::remainingMs() const
{
    if (m_state != JobState::Running || m_progress.total == 0 || m_progress.done <= m_stageFirst ||
        m_stageStarted.elapsed() < kFirstGuessMs)
        return std::nullopt;
    const double each = static_cast<double>(m_stageStarted.elapsed()) /
                        static_cast<double>(m_progress.done - m_stageFirst);
    return static_cast<qint64>(each * static_cast<double>(m_progress.total - m_progress.done));
}

qint64 Job::elapsedMs() const
{
    return isOver() || !m_started.isValid() ? m_elapsedMs : m_started.elapsed();
}

void Job::stop()
{
    if (!canStop())
        return;
    m_stop.request_stop();
    if (m_state == JobState::Running)
        setState(JobState::Stopping);
}

void Job::setState(JobState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed();
}

void Job::run()
{
    JobState end = JobState::Done;
    std::optional<Error> error;
    const auto failed = [&](Error what) {
        end = JobState::Failed;
        error = std::move(what);
    };
    try {
        {
            const std::scoped_lock lock(m_mutex);
            m_hasStarted = true;
        }
        RunContext context(
            m_stop.get_token(),
            [this](const Progress &progress) {
                const std::scoped_lock lock(m_mutex);
                m_newProgress = progress;
            },
            [this](LogLevel level, const std::string &line) {
                const auto text = QString::fromStdString(line);
                const std::scoped_lock lock(m_mutex);
                m_newLines += level == LogLevel::Warning ? tr("Warning: %1").arg(text) : text;
            });
        if (context.stopRequested())
            throw Cancelled();
        const auto result = m_work(context);
        if (!result.ok())
            failed(result.error());
    } catch (const Cancelled &) {
        end = JobState::Cancelled;
    } catch (const std::exception &) {
        failed(caughtError());
    }
    const std::scoped_lock lock(m_mutex);
    m_end = end;
    m_endError = std::move(error);
}

void Job::publish()
{
    std::optional<Progress> progress;
    std::optional<JobState> end;
    QStringList lines;
    bool hasStarted = false;
    {
        const std::scoped_lock lock(m_mutex);
        progress.swap(m_newProgress);
        lines.swap(m_newLines);
        end = m_end;
        hasStarted = m_hasStarted;
        if (end)
            m_error = m_endError;
    }
    if (isOver())
        return;
    if (hasStarted && !m_started.isValid()) {
        m_started.start();
        if (m_state == JobState::Queued)
            setState(JobState::Running);
    }
    if (progress) {
        if (progress->stage != m_progress.stage || !m_stageStarted.isValid()) {
            m_stageStarted.start();
            m_stageFirst = progress->done;
        }
        m_progress = *progress;
    }
    for (const auto &line : lines) {
        m_log += line;
        Q_EMIT logged(line);
    }
    if (m_log.size() > kMostLogLines)
        m_log.remove(0, m_log.size() - kMostLogLines);
    if (!end) {
        if (hasStarted)
            Q_EMIT changed();
        return;
    }
    m_elapsedMs = m_started.isValid() ? m_started.elapsed() : 0;
    m_state = *end;
    if (m_state == JobState::Done && m_onDone)
        m_onDone();
    Q_EMIT changed();
    Q_EMIT ended();
}

void showFraction(QProgressBar &bar, const Job &job)
{
    constexpr int kSteps = 1000;
    const auto fraction = job.fraction();
    bar.setRange(0, fraction ? kSteps : 0);
    bar.setValue(fraction ? static_cast<int>(kSteps * *fraction) : 0);
}

QString jobStateText(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return Job::tr("Waiting");
    case JobState::Running:
        return Job::tr("Running");
    case JobState::Stopping:
        return Job::tr("Stopping");
    case JobState::Done:
        return Job::tr("Done");
    case JobState::Cancelled:
        return Job::tr("Cancelled");
    case JobState::Failed:
        return Job::tr("Failed");
    }
    return {};
}

QString durationText(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds >= 3600)
        return Job::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    if (seconds >= 60)
        return Job::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Job::tr("%1 s").arg(seconds);
}

QString stageText(const std::string &stage)
{
    static const QHash<QByteArray, const char *> names = {
        {"read", QT_TRANSLATE_NOOP("cf::ui::Job", "Reading files")},
        {"inspect", QT_TRANSLATE_NOOP("cf::ui::Job", "Checking pictures")},
        {"health", QT_TRANSLATE_NOOP("cf::ui::Job", "Looking for duplicates and outliers")},
        {"demo-data", QT_TRANSLATE_NOOP("cf::ui::Job", "Making sample pictures")},
        {"list", QT_TRANSLATE_NOOP("cf::ui::Job", "Listing files")},
        {"reviewed", QT_TRANSLATE_NOOP("cf::ui::Job", "Looking through what was reviewed")},
        {"template noise", QT_TRANSLATE_NOOP("cf::ui::Job", "Measuring the templates' own noise")},
        {"infer", QT_TRANSLATE_NOOP("cf::ui::Job", "Scoring pictures")},
        {"metrics", QT_TRANSLATE_NOOP("cf::ui::Job", "Computing metrics")},
        {"report", QT_TRANSLATE_NOOP("cf::ui::Job", "Writing the report")},
        {"verify", QT_TRANSLATE_NOOP("cf::ui::Job", "Checking the project")},
        {"load", QT_TRANSLATE_NOOP("cf::ui::Job", "Loading pictures")},
        {"features", QT_TRANSLATE_NOOP("cf::ui::Job", "Computing features")},
        {"validation samples", QT_TRANSLATE_NOOP("cf::ui::Job", "Making validation samples")},
        {"training samples", QT_TRANSLATE_NOOP("cf::ui::Job", "Making training samples")},
        {"coverage", QT_TRANSLATE_NOOP("cf::ui::Job", "Comparing the normal pictures")},
        {"baseline", QT_TRANSLATE_NOOP("cf::ui::Job", "Choosing the baseline map")},
        {"train", QT_TRANSLATE_NOOP("cf::ui::Job", "Training")},
        {"paused", QT_TRANSLATE_NOOP("cf::ui::Job", "Paused")},
        {"trial", QT_TRANSLATE_NOOP("cf::ui::Job", "Trying a few steps")},
        {"lambda", QT_TRANSLATE_NOOP("cf::ui::Job", "Choosing the filter's share")},
        {"evaluate", QT_TRANSLATE_NOOP("cf::ui::Job", "Scoring test pictures")},
        {"rescore", QT_TRANSLATE_NOOP("cf::ui::Job", "Scoring pictures again")},
    };
    const auto found = names.constFind(QByteArray::fromStdString(stage));
    return found == names.constEnd() ? QString::fromStdString(stage)
                                     : QCoreApplication::translate("cf::ui::Job", *found);
}

} // namespace cf::ui
