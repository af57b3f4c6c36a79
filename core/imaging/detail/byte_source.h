#pragma once

#include <cstdint>
#include <cstring>
#include <fstream>
#include <span>

namespace cf::imaging::detail {

/// Bytes at a place, from memory or from a file of which only a few are wanted.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    virtual std::uint64_t size() const = 0;
    /// Fills `out` with the bytes from `offset` on, or returns false when the file ends before
    /// that.
    virtual bool read(std::uint64_t offset, std::span<std::uint8_t> out) = 0;
};

class MemorySource : public ByteSource
{
public:
    explicit MemorySource(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    std::uint64_t size() const override { return m_bytes.size(); }
    bool read(std::uint64_t offset, std::span<std::uint8_t> out) override
    {
        if (offset > m_bytes.size() || out.size() > m_bytes.size() - offset)
            return false;
        if (!out.empty())
            std::memcpy(out.data(), m_bytes.data() + offset, out.size());
        return true;
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

class FileSource : public ByteSource
{
public:
    FileSource(std::ifstream file, std::uint64_t sizeBytes)
        : m_file(std::move(file)), m_sizeBytes(sizeBytes)
    {
    }
    std::uint64_t size() const override { return m_sizeBytes; }
    bool read(std::uint64_t offset, std::span<std::uint8_t> out) override
    {
        if (offset > m_sizeBytes || out.size() > m_sizeBytes - offset)
            return false;
        m_file.clear();
        m_file.seekg(static_cast<std::streamoff>(offset));
        m_file.read(reinterpret_cast<char *>(out.data()), static_cast<std::streamsize>(out.size()));
        return static_cast<std::size_t>(m_file.gcount()) == out.size();
    }

private:
    std::ifstream m_file;
    std::uint64_t m_sizeBytes;
};

/// An unsigned number of `count` bytes (1 to 8) in either byte order.
inline std::uint64_t numberAt(const std::uint8_t *bytes, int count, bool bigEndian)
{
    std::uint64_t number = 0;
    for (int i = 0; i < count; ++i)
        number = number << 8 | bytes[bigEndian ? i : count - 1 - i];
    return number;
}

} // namespace cf::imaging::detail
