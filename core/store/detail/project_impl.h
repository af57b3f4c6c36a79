#pragma once

#include "core/store/detail/database.h"
#include "core/store/detail/file_lock.h"
#include "core/store/project.h"

#include <map>

namespace cf::store {

struct Project::Impl
{
    static Result<std::unique_ptr<Impl>> open(const std::filesystem::path &path, Wanted wanted);
    ~Impl();

    std::filesystem::path folder; ///< absolute, without ".."
    bool readOnly = false;
    std::unique_ptr<detail::Database> database;
    std::map<Id, detail::FileLock> ownedRuns; ///< those that this object runs

    /// BadUsage while another object, here or in another process, runs it.
    Result<void> refuseIfOwnedElsewhere(Id runId, const Run &run) const;
    std::filesystem::path runFolder(Id runId) const;
    std::filesystem::path runLock(Id runId) const { return runFolder(runId) / "run.lock"; }
    /// Relative to the project folder where `path` lies inside, else absolute; a relative one is
    /// taken from there.
    std::filesystem::path inProject(const std::filesystem::path &path) const;
};

} // namespace cf::store
