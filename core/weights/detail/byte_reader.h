#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>

namespace cf::weights::detail {

/// Reads a stream from where it stands, at most `limit` bytes of it. Nothing is allocated beyond
/// what may still come.
class ByteReader
{
public:
    ByteReader(std::istream &in, std::uint64_t limit) : m_in(in), m_remaining(limit) {}

    std::uint64_t remaining() const { return m_remaining; }

    // Each gives nothing when the limit or the stream ends first.
    std::optional<std::uint8_t> byte();
    std::optional<std::string> bytes(std::uint64_t count);
    /// `count` <= 8 bytes as an unsigned number.
    std::optional<std::uint64_t> littleEndian(unsigned count);
    /// Up to the next '\n', which is dropped; at most 1000 characters.
    std::optional<std::string> line();

private:
    std::istream &m_in;
    std::uint64_t m_remaining;
};

/// The bytes of `text` as a number, first byte lowest; at most 8.
std::uint64_t fromLittleEndian(std::string_view text);

} // namespace cf::weights::detail
