#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace cf::metrics::detail {

/// A nameless file for what does not fit into memory: its name is removed at once, so nothing is
/// left behind even after a crash. Move-only.
class SpillFile
{
public:
    /// In `folder`, or in the system's folder for temporary files when empty.
    /// Fails with NotFound, ReadOnly or DiskFull.
    static Result<SpillFile> create(const std::filesystem::path &folder);
    /// Takes over an open descriptor, readable and writable, positioned at its start.
    explicit SpillFile(int descriptor) : m_descriptor(descriptor) {}
    ~SpillFile();
    SpillFile(SpillFile &&other) noexcept;
    SpillFile &operator=(SpillFile &&other) noexcept;

    /// Fails with DiskFull, also when a quota or a file size limit is reached.
    Result<void> append(std::span<const std::byte> bytes);
    /// All of `into` from `offsetBytes`; fails with Failed.
    Result<void> read(std::uint64_t offsetBytes, std::span<std::byte> into) const;
    std::uint64_t sizeBytes() const { return m_sizeBytes; }

private:
    int m_descriptor = -1;
    std::uint64_t m_sizeBytes = 0;
};

} // namespace cf::metrics::detail
