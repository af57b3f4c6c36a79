#pragma once

#include "core/base/atomic_file.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace cf::store::detail {

/// How many decisions there are, and the hash of the last one. Kept a second time, in the small
/// text file `decisions.head` beside the project file: a chain that was cut at its end is still a
/// good chain, and only who remembers its end can tell.
///
/// The limit: who can write both files can forge both. A copy of the head elsewhere (printed, in a
/// mail, in `costfilter decisions --json`) is what such a forger does not reach.
struct DecisionHead
{
    std::int64_t count = 0;
    std::string sha256;
    bool operator==(const DecisionHead &) const = default;
};

std::filesystem::path decisionHeadFile(const std::filesystem::path &projectFolder);

/// None where the file is missing. Fails with BadFormat or Failed.
Result<std::optional<DecisionHead>> readDecisionHead(const std::filesystem::path &projectFolder);

/// A head whose place on the disk is taken: written beside, and renamed by commit().
class PendingDecisionHead
{
public:
    /// Fails with DiskFull, ReadOnly or Failed.
    static Result<PendingDecisionHead> write(const std::filesystem::path &projectFolder,
                                             const DecisionHead &head);
    Result<void> commit() { return m_file->commit(); }

private:
    explicit PendingDecisionHead(std::unique_ptr<PendingFile> file) : m_file(std::move(file)) {}
    std::unique_ptr<PendingFile> m_file; // cannot be moved itself
};

} // namespace cf::store::detail
