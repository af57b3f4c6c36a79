#include "core/weights/detail/byte_reader.h"

namespace cf::weights::detail {

std::uint64_t fromLittleEndian(std::string_view text)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < text.size() && i < 8; ++i)
        number |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    return number;
}

std::optional<std::uint8_t> ByteReader::byte()
{
    if (m_remaining == 0)
        return std::nullopt;
    const int next = m_in.get();
    if (next == std::istream::traits_type::eof())
        return std::nullopt;
    --m_remaining;
    return static_cast<std::uint8_t>(next);
}

std::optional<std::string> ByteReader::bytes(std::uint64_t count)
{
    if (count > m_remaining)
        return std::nullopt;
    std::string result(count, '\0');
    if (!m_in.read(result.data(), static_cast<std::streamsize>(count)))
        return std::nullopt;
    m_remaining -= count;
    return result;
}

std::optional<std::uint64_t> ByteReader::littleEndian(unsigned count)
{
    const auto text = bytes(count);
    if (!text)
        return std::nullopt;
    return fromLittleEndian(*text);
}

std::optional<std::string> ByteReader::line()
{
    constexpr std::size_t kLongest = 1000;
    std::string result;
    while (result.size() <= kLongest) {
        const auto next = byte();
        if (!next)
            return std::nullopt;
        if (*next == '\n')
            return result;
        result += static_cast<char>(*next);
    }
    return std::nullopt;
}

} // namespace cf::weights::detail
