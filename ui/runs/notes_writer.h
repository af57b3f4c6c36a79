#pragma once

#include "core/store/records.h"
#include "ui/jobs/job_runner.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace cf::ui {

/// Writes the notes of runs into their project, a job for each edit; an edit and its undoing may
/// run in any order, the newest is what stays.
class NotesWriter : public QObject
{
    Q_OBJECT
public:
    explicit NotesWriter(JobRunner *runner, QObject *parent = nullptr);
    ~NotesWriter() override;

    void write(const std::filesystem::path &project, store::Id run, const std::string &notes);
    /// What is on its way into the file and newer than what can be read there.
    std::optional<std::string> pending(const std::filesystem::path &project, store::Id run) const;

Q_SIGNALS:
    void written(); ///< what was read before may be older
    void failed(const QString &sentence);

private:
    struct Latest; ///< shared with the jobs
    struct Pending
    {
        std::shared_ptr<Latest> latest;
        int number = 0;
        std::string notes;
    };
    using Key = std::pair<std::filesystem::path, store::Id>;

    JobRunner *m_runner;
    std::map<Key, Pending> m_pending;
};

} // namespace cf::ui
