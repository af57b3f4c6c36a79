#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"

#include <algorithm>
#include <system_error>
#include <unistd.h>

#include <QSysInfo>

namespace cf::store {

using detail::FileLock;
using detail::Parameters;
using detail::Query;
using detail::Transaction;

namespace {

constexpr std::chrono::seconds kRunLockPatience{1}; // others hold it for a moment when they look

Error noSuchRun(Id runId)
{
    return Error::make(ErrorCode::NotFound, "There is no run " + std::to_string(runId) +
                                                " in this project; list them with `costfilter "
                                                "runs`");
}

Error ownedElsewhere(Id runId, const std::string &owner)
{
    return Error::make(ErrorCode::BadUsage, "Run " + std::to_string(runId) + " is being run by " +
                                                owner + "; wait for it or stop it there");
}

/// This process, for people.
std::string ownerText()
{
    return "process " + std::to_string(::getpid()) + " on " +
           QSysInfo::machineHostName().toStdString();
}

Result<Run> readRun(Query &row)
{
    Run run;
    run.id = row.integer();
    const auto kind = runKindFrom(row.text());
    run.name = row.text();
    const auto state = runStateFrom(row.text());
    if (!kind || !state) // CHECK forbids it, so the file is damaged
        return Error::make(ErrorCode::BadFormat, "Run " + std::to_string(run.id) +
                                                     " has a kind or state that does not exist; "
                                                     "restore the project from a backup");
    run.kind = *kind;
    run.state = *state;
    run.datasetId = row.maybeInteger();
    run.settingsJson = row.text();
    run.seed = row.integer();
    run.createdUtc = row.text();
    run.startedUtc = row.maybeText();
    run.endedUtc = row.maybeText();
    run.stepsDone = row.integer();
    run.seconds = row.real();
    run.finalLoss = row.maybeReal();
    run.modelPath = row.maybeText();
    run.modelSha256 = row.maybeText();
    run.error = row.maybeText();
    run.owner = row.maybeText();
    run.notes = row.text();
    return run;
}

} // namespace

Result<Id> Project::createRun(const NewRun &run)
{
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(*m_impl->database));
    Query insert(*m_impl->database,
                 "INSERT INTO runs (kind, name, state, dataset_id, settings, seed, created_utc, "
                 "notes) VALUES (?, ?, 'queued', ?, ?, ?, ?, ?)");
    CF_RETURN_IF_ERROR(insert.exec(Parameters()
                                   << toString(run.kind) << run.name << run.datasetId
                                   << run.settingsJson << run.seed << utcNow() << run.notes));
    const Id runId = insert.insertedId();
    std::error_code failed;
    std::filesystem::create_directories(m_impl->runFolder(runId), failed);
    if (failed)
        return Error::make(failed == std::errc::no_space_on_device ? ErrorCode::DiskFull
                                                                   : ErrorCode::ReadOnly,
                           "Cannot make the folder " + m_impl->runFolder(runId).string() + ": " +
                               failed.message() + "; check that you may write there");
    CF_RETURN_IF_ERROR(transaction.commit());
    return runId;
}

Result<void> Project::Impl::refuseIfOwnedElsewhere(Id runId, const Run &run) const
{
    if (ownedRuns.count(runId) > 0)
        return {};
    CF_ASSIGN_OR_RETURN(const bool held, FileLock::isHeld(runLock(runId)));
    if (held)
        return ownedElsewhere(runId, run.owner.value_or("another program"));
    return {};
}

Result<void> Project::setRunState(Id runId, RunState state)
{
    CF_ASSIGN_OR_RETURN(const Run before, run(runId));
    if (state != RunState::Running) {
        CF_RETURN_IF_ERROR(m_impl->refuseIfOwnedElsewhere(runId, before));
        Query update(*m_impl->database, "UPDATE runs SET state = ?, ended_utc = ? WHERE id = ?");
        const auto ended = state == RunState::Queued ? std::nullopt : std::optional(utcNow());
        CF_RETURN_IF_ERROR(update.exec(Parameters() << toString(state) << ended << runId));
        m_impl->ownedRuns.erase(runId);
        return {};
    }
    // The lock comes before the row: whoever sees `running` with a free lock sees a run without its
    // owner.
    std::optional<FileLock> lock;
    if (m_impl->ownedRuns.count(runId) == 0) {
        CF_ASSIGN_OR_RETURN(lock, FileLock::acquire(m_impl->runLock(runId), kRunLockPatience));
        if (!lock)
            return ownedElsewhere(runId, before.owner.value_or("another program"));
    }
    Query update(*m_impl->database,
                 "UPDATE runs SET state = 'running', started_utc = coalesce(started_utc, ?), "
                 "ended_utc = NULL, error = NULL, owner = ? WHERE id = ?");
    CF_RETURN_IF_ERROR(update.exec(Parameters() << utcNow() << ownerText() << runId));
    if (lock)
        m_impl->ownedRuns.emplace(runId, std::move(*lock));
    return {};
}

Result<void> Project::setRunProgress(Id runId, std::int64_t stepsDone, double seconds)
{
    Query update(*m_impl->database, "UPDATE runs SET steps_done = ?, seconds = ? WHERE id = ?");
    CF_RETURN_IF_ERROR(update.exec(Parameters() << stepsDone << seconds << runId));
    if (update.changedRows() == 0)
        return noSuchRun(runId);
    return {};
}

Result<void> Project::setRunNotes(Id runId, const std::string &notes)
{
    Query update(*m_impl->database, "UPDATE runs SET notes = ? WHERE id = ?");
    CF_RETURN_IF_ERROR(update.exec(Parameters() << notes << runId));
    if (update.changedRows() == 0)
        return noSuchRun(runId);
    return {};
}

Result<void> Project::finishRun(Id runId, const RunOutcome &outcome)
{
    if (outcome.state == RunState::Queued || outcome.state == RunState::Running)
        return Error::make(ErrorCode::BadUsage,
                           "A run cannot end as " + std::string(toString(outcome.state)));
    CF_ASSIGN_OR_RETURN(const Run before, run(runId));
    CF_RETURN_IF_ERROR(m_impl->refuseIfOwnedElsewhere(runId, before));
    std::optional<std::filesystem::path> modelPath;
    if (outcome.modelPath)
        modelPath = m_impl->inProject(*outcome.modelPath);
    Query update(*m_impl->database,
                 "UPDATE runs SET state = ?, started_utc = coalesce(started_utc, ?), "
                 "ended_utc = ?, steps_done = ?, seconds = ?, final_loss = ?, model_path = ?, "
                 "model_sha256 = ?, error = ? WHERE id = ?");
    const std::string now = utcNow();
    CF_RETURN_IF_ERROR(update.exec(Parameters()
                                   << toString(outcome.state) << now << now << outcome.stepsDone
                                   << outcome.seconds << outcome.finalLoss << modelPath
                                   << outcome.modelSha256 << outcome.error << runId));
    m_impl->ownedRuns.erase(runId);
    return {};
}

Result<Run> Project::run(Id runId) const
{
    Query query(*m_impl->database, detail::sql::kRun);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << runId));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return noSuchRun(runId);
    return readRun(query);
}

Result<std::vector<Run>> Project::runs() const
{
    std::vector<Run> runs;
    Query query(*m_impl->database, detail::sql::kRuns);
    CF_RETURN_IF_ERROR(query.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return runs;
        CF_ASSIGN_OR_RETURN(Run run, readRun(query));
        runs.push_back(std::move(run));
    }
}

Result<std::vector<RunSummary>> Project::runSummaries() const
{
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(*m_impl->database, detail::TransactionKind::Read));
    CF_ASSIGN_OR_RETURN(std::vector<Run> all, runs());
    std::vector<RunSummary> summaries;
    for (Run &run : all)
        summaries.push_back({std::move(run), std::nullopt, {}, {}});
    Query query(*m_impl->database, detail::sql::kLatestMeans);
    CF_RETURN_IF_ERROR(query.exec());
    auto summary = summaries.begin(); // both lists are in order of the run
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return summaries;
        const Id runId = query.integer();
        summary = std::find_if(summary, summaries.end(),
                               [runId](const RunSummary &one) { return one.run.id == runId; });
        summary->evaluationId = query.integer();
        summary->evaluationSettings = query.text();
        const auto variant = variantFrom(query.text());
        if (!variant)
            continue; // an evaluation without means
        Metric mean{{}, *variant, query.text(), query.maybeReal(), {}};
        mean.reason = query.text();
        summary->means.push_back(std::move(mean));
    }
}

Result<int> Project::interruptAbandonedRuns()
{
    const auto abandoned = [this]() -> Result<std::vector<Id>> {
        std::vector<Id> ids;
        Query query(*m_impl->database, detail::sql::kRunningRuns);
        CF_RETURN_IF_ERROR(query.exec());
        while (true) {
            CF_ASSIGN_OR_RETURN(const bool more, query.next());
            if (!more)
                return ids;
            const Id runId = query.integer();
            CF_ASSIGN_OR_RETURN(const bool held, FileLock::isHeld(m_impl->runLock(runId)));
            if (!held)
                ids.push_back(runId);
        }
    };
    CF_ASSIGN_OR_RETURN(const std::vector<Id> suspects, abandoned());
    if (suspects.empty())
        return 0; // the usual case needs no write lock
    // Once more with the write lock: somebody may have taken one up since. Whoever does holds the
    // run's lock before writing the row, so what is free in here stays free until the commit, or is
    // written again after it.
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(*m_impl->database));
    CF_ASSIGN_OR_RETURN(const std::vector<Id> ids, abandoned());
    Query update(*m_impl->database, detail::sql::kInterruptRun);
    for (const Id runId : ids)
        CF_RETURN_IF_ERROR(update.exec(Parameters() << utcNow() << runId));
    CF_RETURN_IF_ERROR(transaction.commit());
    return static_cast<int>(ids.size());
}

} // namespace cf::store
