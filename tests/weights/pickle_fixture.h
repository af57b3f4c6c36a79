#pragma once

#include "core/weights/tensor_reader.h"

#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

// Weight files put together byte by byte, so that they can also be wrong in any way we like.

namespace cf::test {

inline std::string littleEndian(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>((value >> (8 * i)) & 0xff);
    return text;
}

template <class Number>
std::string bytesOf(const std::vector<Number> &numbers)
{
    std::string text(numbers.size() * sizeof(Number), '\0');
    if (!numbers.empty())
        std::memcpy(text.data(), numbers.data(), text.size());
    return text;
}

template <class Number>
std::vector<Number> numbersOf(const weights::Tensor &tensor)
{
    std::vector<Number> numbers(tensor.bytes.size() / sizeof(Number));
    if (!numbers.empty())
        std::memcpy(numbers.data(), tensor.bytes.data(), numbers.size() * sizeof(Number));
    return numbers;
}

inline void writeFile(const std::filesystem::path &path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readFile(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Each gives the instructions that leave one value on the pickle machine's stack.
namespace p {

inline std::string text(std::string_view value)
{
    return std::string("X") + littleEndian(value.size(), 4) + std::string(value);
}
inline std::string number(std::int64_t value)
{
    return std::string("\x8a\x08") + littleEndian(static_cast<std::uint64_t>(value), 8);
}
inline std::string real(double value)
{
    return std::string("G") +
           littleEndian(__builtin_bswap64(std::bit_cast<std::uint64_t>(value)), 8);
}
inline std::string global(std::string_view module, std::string_view name)
{
    return std::string("c") + std::string(module) + "\n" + std::string(name) + "\n";
}
inline std::string tuple(const std::vector<std::string> &items)
{
    std::string all = "(";
    for (const std::string &item : items)
        all += item;
    return all + "t";
}
inline std::string numbers(const std::vector<std::int64_t> &values)
{
    std::vector<std::string> items;
    for (const std::int64_t value : values)
        items.push_back(number(value));
    return tuple(items);
}
inline std::string call(const std::string &callable, const std::string &arguments)
{
    return callable + arguments + "R";
}
inline std::string dict(const std::vector<std::pair<std::string, std::string>> &items)
{
    std::string all = "}(";
    for (const auto &[key, value] : items)
        all += text(key) + value;
    return all + "u";
}
inline std::string storage(const std::string &type, const std::string &key, std::int64_t elements,
                           const std::string &view = {})
{
    std::vector<std::string> items = {text("storage"), global("torch", type), text(key),
                                      text("cpu"), number(elements)};
    if (!view.empty())
        items.push_back(view);
    return tuple(items) + "Q";
}
struct View
{
    std::string storage;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
    std::int64_t offset = 0;
};
inline std::string tensor(const View &view)
{
    return call(
        global("torch._utils", "_rebuild_tensor_v2"),
        tuple({view.storage, number(view.offset), numbers(view.shape), numbers(view.strides),
               "\x89", call(global("collections", "OrderedDict"), ")")}));
}
/// A whole pickle.
inline std::string pickle(const std::string &value)
{
    return std::string("\x80\x02") + value + ".";
}

} // namespace p

/// The stream of torch.save before 1.6; `storages`: key, count of elements, bytes.
struct LegacyStorage
{
    std::string key;
    std::int64_t elements = 0;
    std::string bytes;
};
inline std::string legacyFile(const std::string &value, const std::vector<LegacyStorage> &storages)
{
    std::string keys = "](";
    std::string data;
    for (const LegacyStorage &storage : storages) {
        keys += p::text(storage.key);
        data += littleEndian(static_cast<std::uint64_t>(storage.elements), 8) + storage.bytes;
    }
    const std::string magic("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12);
    return p::pickle(magic) + p::pickle(p::number(1001)) + p::pickle("}") + p::pickle(value) +
           p::pickle(keys + "e") + data;
}

} // namespace cf::test
