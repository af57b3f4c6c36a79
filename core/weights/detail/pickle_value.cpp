#include "core/weights/detail/pickle_value.h"

namespace cf::weights::detail {

bool PickleTree::charge(std::size_t count)
{
    if (count > m_limit - m_charged)
        return false;
    m_charged += count;
    return true;
}

ValueId PickleTree::add(Value value)
{
    m_values.push_back(std::move(value));
    return static_cast<ValueId>(m_values.size() - 1);
}

const std::vector<ValueId> *PickleTree::tuple(ValueId id) const
{
    const auto *sequence = as<Sequence>(id);
    return sequence != nullptr && sequence->kind == Sequence::Kind::Tuple ? &sequence->items
                                                                          : nullptr;
}

} // namespace cf::weights::detail
