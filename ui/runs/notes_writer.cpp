#include "ui/runs/notes_writer.h"

#include "core/store/project.h"
#include "ui/jobs/error_text.h"

#include <atomic>
#include <mutex>

namespace cf::ui {

struct NotesWriter::Latest
{
    std::atomic<int> number = 0;
    std::mutex writing; ///< held by jobs alone: the window never waits for the file
};

NotesWriter::NotesWriter(JobRunner *runner, QObject *parent) : QObject(parent), m_runner(runner) {}

NotesWriter::~NotesWriter() = default;

void NotesWriter::write(const std::filesystem::path &path, store::Id run, const std::string &notes)
{
    auto &pending = m_pending[{path, run}];
    if (!pending.latest)
        pending.latest = std::make_shared<Latest>();
    pending.number = ++pending.latest->number;
    pending.notes = notes;
    auto *job = m_runner->start(
        Lane::Files, [run] { return tr("Save the notes of run %1").arg(run); },
        [path, run, notes, number = pending.number,
         latest = pending.latest](RunContext &) -> Result<void> {
            const std::lock_guard lock(latest->writing);
            if (number != latest->number)
                return {}; // a newer edit is there or on its way
            CF_ASSIGN_OR_RETURN(auto project, store::Project::open(path));
            return project.setRunNotes(run, notes);
        },
        nullptr, {}, Afterwards::Forgotten);
    connect(job, &Job::ended, this, [this, job, key = Key(path, run), number = pending.number] {
        const auto found = m_pending.find(key);
        if (found != m_pending.end() && found->second.number == number)
            m_pending.erase(found);
        if (job->state() == JobState::Done)
            Q_EMIT written();
        else
            Q_EMIT failed(tr("The notes were not saved.") + QLatin1Char(' ') +
                          (job->error() ? errorText(*job->error()) : tr("Saving was stopped.")));
    });
}

std::optional<std::string> NotesWriter::pending(const std::filesystem::path &project,
                                                store::Id run) const
{
    const auto found = m_pending.find({project, run});
    return found == m_pending.end() ? std::nullopt : std::optional(found->second.notes);
}

} // namespace cf::ui
