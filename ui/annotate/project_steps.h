#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <functional>
#include <vector>

namespace cf::ui {

/// The history of what changes the shapes of many pictures at once: an import, another name of a
/// class. Steps are taken back and done again in jobs, one at a time. GUI thread.
class ProjectSteps : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<Result<void>(RunContext &)>;
    struct Step
    {
        QString name; ///< as in "Taken back: import"
        Work undo, redo;
    };

    ProjectSteps(JobRunner *runner, QObject *parent);

    void add(Step done);
    /// Does it, as a step of the history where that goes well.
    void start(Step step);
    void clear();
    bool canUndo() const { return !m_isBusy && m_done > 0; }
    bool canRedo() const { return !m_isBusy && m_done < m_steps.size(); }
    void undo();
    void redo();

Q_SIGNALS:
    void changed(); ///< canUndo() or canRedo()
    void begins();
    void ended(); ///< well or not: what is stored may have changed
    void told(const QString &sentence);

private:
    /// isNew  it is not in the history unless it goes well
    void work(const Work &work, const QString &sentence, std::size_t doneAfterwards,
              bool isNew = false);

    JobRunner *m_runner;
    std::vector<Step> m_steps;
    std::size_t m_done = 0; ///< of them, from the first on
    bool m_isBusy = false;
};

} // namespace cf::ui
