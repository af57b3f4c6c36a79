#include "ui/annotate/project_steps.h"

#include "ui/jobs/error_text.h"
#include "ui/jobs/job.h"

namespace cf::ui {

ProjectSteps::ProjectSteps(JobRunner *runner, QObject *parent) : QObject(parent), m_runner(runner)
{
}

void ProjectSteps::add(Step done)
{
    m_steps.resize(m_done);
    m_steps.push_back(std::move(done));
    m_done = m_steps.size();
    Q_EMIT changed();
}

void ProjectSteps::start(Step step)
{
    if (m_isBusy)
        return;
    m_steps.resize(m_done);
    m_steps.push_back(std::move(step));
    work(m_steps.back().redo, tr("Done: %1.").arg(m_steps.back().name), m_done + 1, true);
}

void ProjectSteps::clear()
{
    m_steps.clear();
    m_done = 0;
    Q_EMIT changed();
}

void ProjectSteps::undo()
{
    if (canUndo())
        work(m_steps[m_done - 1].undo, tr("Taken back: %1.").arg(m_steps[m_done - 1].name),
             m_done - 1);
}

void ProjectSteps::redo()
{
    if (canRedo())
        work(m_steps[m_done].redo, tr("Done again: %1.").arg(m_steps[m_done].name), m_done + 1);
}

void ProjectSteps::work(const Work &work, const QString &sentence, std::size_t doneAfterwards,
                        bool isNew)
{
    m_isBusy = true;
    Q_EMIT changed();
    Q_EMIT begins();
    auto *job = m_runner->start(
        Lane::Files, [sentence] { return sentence; }, work, nullptr, {}, Afterwards::Forgotten);
    connect(job, &Job::ended, this, [this, job, sentence, doneAfterwards, isNew] {
        m_isBusy = false;
        if (job->state() == JobState::Done) {
            m_done = doneAfterwards;
            Q_EMIT told(sentence);
        } else if (isNew) {
            m_steps.resize(m_done);
        }
        if (job->error())
            Q_EMIT told(errorText(*job->error()));
        Q_EMIT changed();
        Q_EMIT ended();
    });
}

} // namespace cf::ui
