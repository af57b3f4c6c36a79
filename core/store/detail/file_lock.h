#pragma once

#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>

namespace cf::store::detail {

/// An exclusive flock on a small file beside the data: gone with the process that holds it, however
/// that ended, and counted per opening, so two threads of one process exclude each other as two
/// processes do. Never on the database file itself: closing it would drop SQLite's own locks.
class FileLock
{
public:
    /// Nothing when another holder keeps it for longer than `patience`. Fails with ReadOnly,
    /// DiskFull or Failed.
    static Result<std::optional<FileLock>> acquire(const std::filesystem::path &path,
                                                   std::chrono::milliseconds patience);
    /// Whether somebody holds it; a missing file is free. Does not create the file.
    static Result<bool> isHeld(const std::filesystem::path &path);

    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

private:
    explicit FileLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace cf::store::detail
