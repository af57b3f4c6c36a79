#include "core/store/detail/decision_chain.h"

#include "core/store/detail/queries.h"

namespace cf::store::detail {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kLockPatience{5}; // as long as SQLite waits for another writer

Result<DecisionHead> lastDecision(Database &database)
{
    Query query(database, sql::kLastDecision);
    CF_RETURN_IF_ERROR(query.exec());
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return DecisionHead{0, kNoHash};
    DecisionHead last;
    last.count = query.integer();
    last.sha256 = query.text();
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool more, query.next()); // ends the statement
    return last;
}

Result<void> refuseIfCut(Database &database, const fs::path &folder, const DecisionHead &last)
{
    CF_ASSIGN_OR_RETURN(const std::optional<DecisionHead> head, readDecisionHead(folder));
    if (!head || *head == last)
        return {};
    Query query(database, sql::kHashOfDecision);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << head->count));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (found && query.text() == head->sha256)
        return {};
    return Error::make(ErrorCode::BadFormat,
                       "The decisions of " + database.file().string() + " end at " +
                           std::to_string(last.count) + " and " +
                           decisionHeadFile(folder).string() + " remembers another decision " +
                           std::to_string(head->count) +
                           "; restore the project from a backup, or remove that file to go on "
                           "without what is gone");
}

/// Heads that were written and not yet renamed when their program was killed; only under the lock.
void removeLeftHeads(const fs::path &folder)
{
    const std::string start = decisionHeadFile(folder).filename().string() + ".part";
    std::error_code ignored; // a file too many does no harm
    for (const auto &entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().rfind(start, 0) == 0)
            fs::remove(entry.path(), ignored);
    }
}

} // namespace

Result<ChainEnd> ChainEnd::lock(Database &database, const fs::path &projectFolder)
{
    // SQLite's own lock ends with its commit, and the head is renamed after that: without this one
    // an older head could come to lie over a newer.
    CF_ASSIGN_OR_RETURN(std::optional<FileLock> lock,
                        FileLock::acquire(projectFolder / ".decisions.lock", kLockPatience));
    if (!lock)
        return Error::make(ErrorCode::Failed, "Another program is storing a decision in " +
                                                  projectFolder.string() +
                                                  "; try again when that has ended");
    removeLeftHeads(projectFolder);
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    ChainEnd end(database, projectFolder, std::move(*lock), std::move(transaction));
    CF_ASSIGN_OR_RETURN(end.m_last, lastDecision(database));
    CF_RETURN_IF_ERROR(refuseIfCut(database, projectFolder, end.m_last));
    return end;
}

Result<Decision> ChainEnd::append(Decision decision)
{
    decision.sequence = m_last.count + 1;
    decision.timeUtc = utcNow();
    decision.previousSha256 = m_last.sha256;
    decision.sha256 = hashOf(decision);
    Query insert(*m_database, sql::kInsertDecision);
    CF_RETURN_IF_ERROR(insert.exec(
        Parameters() << decision.sequence << decision.timeUtc << decision.reviewer
                     << decision.datasetId << decision.imageId << decision.category << decision.path
                     << decision.imageSha256 << toString(decision.verdict) << decision.reason
                     << toString(decision.kind) << decision.withdraws << decision.runId
                     << decision.modelSha256 << decision.score << decision.threshold
                     << decision.shownJson << decision.previousSha256 << decision.sha256));
    CF_ASSIGN_OR_RETURN(auto head,
                        PendingDecisionHead::write(m_folder, {decision.sequence, decision.sha256}));
    CF_RETURN_IF_ERROR(m_transaction.commit());
    // After the commit, so that a head never remembers what was not stored; killed in between it
    // is one behind, which verify() allows. The decision is stored whatever becomes of the rename,
    // and must not be reported as failed.
    const auto ignored = head.commit();
    (void)ignored;
    return decision;
}

} // namespace cf::store::detail
