#pragma once

#include "core/weights/detail/byte_reader.h"
#include "core/weights/detail/pickle_value.h"
#include "core/weights/detail/read_context.h"

#include <unordered_map>

namespace cf::weights::detail {

/// Reads one pickle (protocol 2 to 5, with what Python 2 mixes in) into a tree of inert values.
///
/// It is a stack machine like Python's, without the part that imports and calls: names go through
/// lookUpGlobal(), calls through callGlobal(). Every instruction takes at least one byte of input
/// and at most one step of the tree's budget, so work and memory are bounded by the input and the
/// limits. No recursion. source     PEP 3154 and the comments of CPython's Lib/pickletools.py
/// describe the instructions
class PickleMachine
{
public:
    PickleMachine(const ReadContext &context, PickleTree &tree) : m_context(context), m_tree(tree)
    {
    }

    /// Up to and with the STOP instruction; `in` then stands behind it. For one pickle only.
    Result<ValueId> run(ByteReader &in);

private:
    Result<void> step(std::uint8_t instruction, ByteReader &in);
    Result<void> number(std::uint8_t instruction, ByteReader &in);
    Result<void> textNumber(std::uint8_t instruction, ByteReader &in);
    Result<void> longNumber(unsigned lengthBytes, ByteReader &in);
    Result<void> text(std::uint8_t instruction, ByteReader &in);
    Result<void> container(std::uint8_t instruction);
    Result<void> memo(std::uint8_t instruction, ByteReader &in);
    Result<void> object(std::uint8_t instruction, ByteReader &in);

    Result<void> push(Value value);
    Result<void> pushId(ValueId id);
    Result<void> pushTuple(std::size_t count);
    Result<void> pushGlobal(const std::string &module, const std::string &name);
    Result<ValueId> pop();
    Result<ValueId> top() const;
    Result<std::vector<ValueId>> popToMark();
    Result<void> addItems(const std::vector<ValueId> &items);
    Result<void> addPairs(const std::vector<ValueId> &keysAndValues);
    Result<void> remember(std::uint64_t slot);
    Result<void> recall(std::uint64_t slot);

    Error cutOff() const;
    Error damaged() const;
    Error tooMany() const;

    const ReadContext &m_context;
    PickleTree &m_tree;
    std::vector<ValueId> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of m_stack
    std::unordered_map<std::uint64_t, ValueId> m_memo;
};

} // namespace cf::weights::detail
