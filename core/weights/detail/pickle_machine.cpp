#include "core/weights/detail/pickle_machine.h"

#include "core/weights/detail/pickle_calls.h"
#include "core/weights/detail/pickle_globals.h"
#include "core/weights/detail/pickle_ops.h"

namespace cf::weights::detail {

namespace {

constexpr std::uint8_t kNewestProtocol = 5;

} // namespace

Result<ValueId> PickleMachine::run(ByteReader &in)
{
    while (true) {
        const auto instruction = in.byte();
        if (!instruction)
            return cutOff();
        if (*instruction == kStop)
            return pop();
        CF_RETURN_IF_ERROR(step(*instruction, in));
    }
}

Result<void> PickleMachine::step(std::uint8_t instruction, ByteReader &in)
{
    switch (instruction) {
    case kProto: {
        const auto version = in.byte();
        if (!version)
            return cutOff();
        if (*version > kNewestProtocol)
            return m_context.unsupported("uses pickle protocol " + std::to_string(*version) +
                                         "; save it again with protocol 2");
        return {};
    }
    case kFrame: { // a hint for buffered readers
        const auto length = in.littleEndian(8);
        if (!length || *length > in.remaining())
            return cutOff();
        return {};
    }
    case kNone:
        return push(None{});
    case kNewTrue:
        return push(true);
    case kNewFalse:
        return push(false);
    case kInt:
    case kLong:
    case kFloat:
        return textNumber(instruction, in);
    case kBinInt:
    case kBinInt1:
    case kBinInt2:
    case kBinFloat:
        return number(instruction, in);
    case kLong1:
        return longNumber(1, in);
    case kLong4:
        return longNumber(4, in);
    case kBinString:
    case kShortBinString:
    case kBinUnicode:
    case kShortBinUnicode:
    case kBinUnicode8:
    case kBinBytes:
    case kShortBinBytes:
    case kBinBytes8:
    case kByteArray8:
        return text(instruction, in);
    case kBinGet:
    case kLongBinGet:
    case kGet:
    case kBinPut:
    case kLongBinPut:
    case kPut:
    case kMemoize:
        return memo(instruction, in);
    case kGlobal:
    case kStackGlobal:
    case kInst:
    case kReduce:
    case kNewObj:
    case kNewObjEx:
    case kBuild:
    case kBinPersId:
        return object(instruction, in);
    default:
        return container(instruction);
    }
}

Result<void> PickleMachine::container(std::uint8_t instruction)
{
    switch (instruction) {
    case kMark:
        if (!m_tree.charge(1))
            return tooMany();
        m_marks.push_back(m_stack.size());
        return {};
    case kPop:
        if (!m_marks.empty() && m_marks.back() == m_stack.size()) {
            m_marks.pop_back();
            return {};
        }
        CF_RETURN_IF_ERROR(pop());
        return {};
    case kPopMark:
        CF_RETURN_IF_ERROR(popToMark());
        return {};
    case kDup: {
        CF_ASSIGN_OR_RETURN(const ValueId id, top());
        return pushId(id);
    }
    case kEmptyTuple:
        return push(Sequence{});
    case kTuple1:
    case kTuple2:
    case kTuple3:
        return pushTuple(instruction - kTuple1 + 1u);
    case kEmptyList:
        return push(Sequence{Sequence::Kind::List, {}});
    case kEmptySet:
        return push(Sequence{Sequence::Kind::Set, {}});
    case kEmptyDict:
        return push(Dict{});
    case kTuple:
    case kList:
    case kFrozenSet: {
        CF_ASSIGN_OR_RETURN(auto items, popToMark());
        const auto kind = instruction == kTuple  ? Sequence::Kind::Tuple
                          : instruction == kList ? Sequence::Kind::List
                                                 : Sequence::Kind::Set;
        return push(Sequence{kind, std::move(items)});
    }
    case kDict: {
        CF_ASSIGN_OR_RETURN(const auto items, popToMark());
        CF_RETURN_IF_ERROR(push(Dict{}));
        return addPairs(items);
    }
    case kAppend: {
        CF_ASSIGN_OR_RETURN(const ValueId item, pop());
        return addItems({item});
    }
    case kAppends:
    case kAddItems: {
        CF_ASSIGN_OR_RETURN(const auto items, popToMark());
        return addItems(items);
    }
    case kSetItem: {
        CF_ASSIGN_OR_RETURN(const ValueId value, pop());
        CF_ASSIGN_OR_RETURN(const ValueId key, pop());
        return addPairs({key, value});
    }
    case kSetItems: {
        CF_ASSIGN_OR_RETURN(const auto items, popToMark());
        return addPairs(items);
    }
    default:
        return m_context.badFormat(
            "holds the pickle instruction " + std::to_string(instruction) +
            ", which weight files do not need; it is damaged or was not written by torch.save");
    }
}

Result<void> PickleMachine::memo(std::uint8_t instruction, ByteReader &in)
{
    if (instruction == kMemoize)
        return remember(m_memo.size());
    std::optional<std::uint64_t> slot;
    if (instruction == kGet || instruction == kPut) {
        if (const auto line = in.line())
            slot = parseNumber<std::uint64_t>(*line);
    } else {
        slot = in.littleEndian(instruction == kBinGet || instruction == kBinPut ? 1 : 4);
    }
    if (!slot)
        return cutOff();
    const bool get = instruction == kGet || instruction == kBinGet || instruction == kLongBinGet;
    return get ? recall(*slot) : remember(*slot);
}

Result<void> PickleMachine::object(std::uint8_t instruction, ByteReader &in)
{
    if (instruction == kGlobal || instruction == kInst) {
        const auto module = in.line();
        const auto name = in.line();
        if (!module || !name)
            return cutOff();
        CF_RETURN_IF_ERROR(pushGlobal(*module, *name));
        return instruction == kGlobal ? Result<void>() : damaged(); // INST: protocol 0 only
    }
    if (instruction == kBinPersId) {
        CF_ASSIGN_OR_RETURN(const ValueId persistentId, pop());
        CF_ASSIGN_OR_RETURN(const ValueId storage, makeStorage(m_context, m_tree, persistentId));
        return pushId(storage);
    }
    CF_ASSIGN_OR_RETURN(const ValueId last, pop());
    if (instruction == kBuild) {
        CF_ASSIGN_OR_RETURN(const ValueId target, top());
        return buildObject(m_context, m_tree, target, last);
    }
    CF_ASSIGN_OR_RETURN(ValueId first, pop());
    ValueId arguments = last;
    if (instruction == kStackGlobal) {
        const auto *module = m_tree.as<std::string>(first);
        const auto *name = m_tree.as<std::string>(last);
        return module == nullptr || name == nullptr ? damaged() : pushGlobal(*module, *name);
    }
    if (instruction == kNewObjEx) { // class, arguments, keyword arguments
        const auto *keywords = m_tree.as<Dict>(last);
        if (keywords == nullptr || !keywords->items.empty())
            return damaged();
        arguments = first;
        CF_ASSIGN_OR_RETURN(first, pop());
    }
    CF_ASSIGN_OR_RETURN(const ValueId result, callGlobal(m_context, m_tree, first, arguments));
    return pushId(result);
}

Result<void> PickleMachine::push(Value value)
{
    if (!m_tree.charge(1))
        return tooMany();
    m_stack.push_back(m_tree.add(std::move(value)));
    return {};
}

Result<void> PickleMachine::pushId(ValueId id)
{
    if (!m_tree.charge(1))
        return tooMany();
    m_stack.push_back(id);
    return {};
}

Result<void> PickleMachine::pushTuple(std::size_t count)
{
    std::vector<ValueId> items(count);
    for (std::size_t i = count; i-- > 0;) {
        CF_ASSIGN_OR_RETURN(items[i], pop());
    }
    return push(Sequence{Sequence::Kind::Tuple, std::move(items)});
}

Result<void> PickleMachine::pushGlobal(const std::string &module, const std::string &name)
{
    CF_ASSIGN_OR_RETURN(const Global global, lookUpGlobal(m_context, module, name));
    return push(global);
}

Result<ValueId> PickleMachine::pop()
{
    CF_ASSIGN_OR_RETURN(const ValueId id, top());
    m_stack.pop_back();
    return id;
}

Result<ValueId> PickleMachine::top() const
{
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() <= floor)
        return damaged();
    return m_stack.back();
}

Result<std::vector<ValueId>> PickleMachine::popToMark()
{
    if (m_marks.empty())
        return damaged();
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<ValueId> items(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    return items;
}

Result<void> PickleMachine::addItems(const std::vector<ValueId> &items)
{
    CF_ASSIGN_OR_RETURN(const ValueId target, top());
    auto *sequence = m_tree.as<Sequence>(target);
    if (sequence == nullptr || sequence->kind == Sequence::Kind::Tuple)
        return damaged();
    sequence->items.insert(sequence->items.end(), items.begin(), items.end());
    return {};
}

Result<void> PickleMachine::addPairs(const std::vector<ValueId> &keysAndValues)
{
    CF_ASSIGN_OR_RETURN(const ValueId target, top());
    auto *dict = m_tree.as<Dict>(target);
    if (dict == nullptr || keysAndValues.size() % 2 != 0)
        return damaged();
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2)
        dict->items.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
    return {};
}

Result<void> PickleMachine::remember(std::uint64_t slot)
{
    if (!m_tree.charge(1))
        return tooMany();
    CF_ASSIGN_OR_RETURN(const ValueId id, top());
    m_memo[slot] = id;
    return {};
}

Result<void> PickleMachine::recall(std::uint64_t slot)
{
    const auto found = m_memo.find(slot);
    return found == m_memo.end() ? damaged() : pushId(found->second);
}

Error PickleMachine::cutOff() const
{
    return m_context.badFormat(
        "ends, or passes the limit for descriptions, in the middle of its pickle; copy or "
        "download it again");
}

Error PickleMachine::damaged() const
{
    return m_context.badFormat(
        "holds a pickle that does not fit together; it is damaged or was not written by "
        "torch.save");
}

Error PickleMachine::tooMany() const
{
    return m_context.badFormat("describes more values than any weight file needs; refused");
}

} // namespace cf::weights::detail
