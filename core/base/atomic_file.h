#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace cf {

/// Writes the whole file or nothing: into a file beside it, flushed to the disk, then renamed over
/// `path`. Fails with ReadOnly, DiskFull or Failed; the old file, if any, is then untouched and
/// nothing is left behind.
Result<void> writeFileAtomically(const std::filesystem::path &path,
                                 std::span<const std::byte> bytes);
Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view text);

/// A place beside `path` for a writer that needs a file name of its own; commit() renames it over
/// `path`. Destroying it uncommitted removes the file.
class PendingFile
{
public:
    explicit PendingFile(std::filesystem::path path);
    ~PendingFile();
    PendingFile(const PendingFile &) = delete;
    PendingFile &operator=(const PendingFile &) = delete;

    const std::filesystem::path &temporaryPath() const { return m_temporary; }
    /// Flushes the temporary file to the disk and renames it.
    Result<void> commit();

private:
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    bool m_committed = false;
};

} // namespace cf
