// The instructions of the pickle machine that push a number or a text.

#include "core/weights/detail/pickle_machine.h"
#include "core/weights/detail/pickle_ops.h"

#include <bit>

namespace cf::weights::detail {

Result<void> PickleMachine::number(std::uint8_t instruction, ByteReader &in)
{
    const unsigned bytes = instruction == kBinInt1   ? 1
                           : instruction == kBinInt2 ? 2
                           : instruction == kBinInt  ? 4
                                                     : 8;
    const auto bits = in.littleEndian(bytes);
    if (!bits)
        return cutOff();
    if (instruction == kBinFloat) // the one big-endian number
        return push(std::bit_cast<double>(__builtin_bswap64(*bits)));
    if (instruction == kBinInt)
        return push(std::int64_t{static_cast<std::int32_t>(static_cast<std::uint32_t>(*bits))});
    return push(static_cast<std::int64_t>(*bits));
}

/// Protocol 0's numbers. Python 2 uses them in protocol 2 as well, for whole numbers of more than
/// 32 bits.
Result<void> PickleMachine::textNumber(std::uint8_t instruction, ByteReader &in)
{
    auto line = in.line();
    if (!line)
        return cutOff();
    if (instruction == kFloat) {
        const auto real = parseNumber<double>(*line);
        return real ? push(*real) : damaged();
    }
    if (instruction == kInt && (*line == "00" || *line == "01"))
        return push(*line == "01");
    if (line->ends_with('L'))
        line->pop_back();
    const auto whole = parseNumber<std::int64_t>(*line);
    return whole ? push(*whole) : damaged();
}

Result<void> PickleMachine::longNumber(unsigned lengthBytes, ByteReader &in)
{
    const auto length = in.littleEndian(lengthBytes);
    if (!length)
        return cutOff();
    auto bytes = in.bytes(*length);
    if (!bytes)
        return cutOff();
    if (bytes->size() > 8)
        return push(LongInt{std::move(*bytes)});
    if (bytes->empty())
        return push(std::int64_t{0});
    const unsigned unused = 64 - 8 * static_cast<unsigned>(bytes->size());
    return push(static_cast<std::int64_t>(fromLittleEndian(*bytes) << unused) >> unused);
}

Result<void> PickleMachine::text(std::uint8_t instruction, ByteReader &in)
{
    unsigned lengthBytes = 4;
    if (instruction == kShortBinString || instruction == kShortBinUnicode ||
        instruction == kShortBinBytes)
        lengthBytes = 1;
    else if (instruction == kBinUnicode8 || instruction == kBinBytes8 || instruction == kByteArray8)
        lengthBytes = 8;
    const auto length = in.littleEndian(lengthBytes);
    if (!length)
        return cutOff();
    auto bytes = in.bytes(*length);
    if (!bytes)
        return cutOff();
    const bool unicode = instruction == kBinUnicode || instruction == kShortBinUnicode ||
                         instruction == kBinUnicode8;
    const bool python2 = instruction == kBinString || instruction == kShortBinString;
    if ((unicode || python2) && isValidUtf8(*bytes))
        return push(std::move(*bytes));
    if (unicode)
        return damaged();
    return push(Bytes{std::move(*bytes)});
}

} // namespace cf::weights::detail
