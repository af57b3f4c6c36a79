#pragma once

#include "core/base/run_context.h"
#include "core/store/detail/decision_head.h"
#include "core/store/detail/decision_rows.h"
#include "core/store/detail/file_lock.h"

namespace cf::store::detail {

/// The end of the chain, held for one more decision; other writers wait meanwhile. Destroyed before
/// append() has succeeded, nothing was stored.
class ChainEnd
{
public:
    /// Fails with BadFormat where the chain ends before the decision that its head remembers:
    /// going on would write over the only trace of what is gone.
    static Result<ChainEnd> lock(Database &database, const std::filesystem::path &projectFolder);

    /// Gives the decision its number, time and hashes and stores it. When this returns it stays,
    /// whatever becomes of the process or the computer.
    Result<Decision> append(Decision decision);

private:
    ChainEnd(Database &database, std::filesystem::path folder, FileLock lock,
             Transaction transaction)
        : m_database(&database), m_folder(std::move(folder)), m_lock(std::move(lock)),
          m_transaction(std::move(transaction))
    {
    }

    Database *m_database;
    std::filesystem::path m_folder;
    FileLock m_lock; // rolled back before it is released: members go in reverse order
    Transaction m_transaction;
    DecisionHead m_last;
};

/// Adds the first thing wrong with the chain to `problems`, a sentence; and one where it could be
/// changed unseen. Throws Cancelled.
Result<void> checkDecisions(Database &database, const std::filesystem::path &projectFolder,
                            RunContext &run, std::vector<std::string> &problems);

} // namespace cf::store::detail
