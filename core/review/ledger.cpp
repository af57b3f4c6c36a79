#include "core/review/ledger.h"

#include <algorithm>

namespace cf::review {

namespace {

template <class Accepts>
const Ledger::Entry *
lastOf(const std::unordered_map<std::size_t, std::vector<Ledger::Entry>> &entries,
       std::size_t picture, Accepts accepts)
{
    const auto found = entries.find(picture);
    if (found == entries.end())
        return nullptr;
    const auto last = std::find_if(found->second.rbegin(), found->second.rend(), accepts);
    return last == found->second.rend() ? nullptr : &*last;
}

} // namespace

void Ledger::add(std::size_t picture, Entry entry)
{
    m_pictures[entry.number] = picture;
    m_entries[picture].push_back(std::move(entry));
}

void Ledger::withdraw(std::int64_t number)
{
    const auto picture = m_pictures.find(number);
    if (picture == m_pictures.end())
        return;
    std::erase_if(m_entries[picture->second],
                  [&](const Entry &entry) { return entry.number == number; });
    m_pictures.erase(picture);
}

const Ledger::Entry *Ledger::last(std::size_t picture, store::DecisionKind kind) const
{
    return lastOf(m_entries, picture, [&](const Entry &entry) { return entry.kind == kind; });
}

const Ledger::Entry *Ledger::last(std::size_t picture, store::DecisionKind kind,
                                  const std::string &reviewer) const
{
    return lastOf(m_entries, picture, [&](const Entry &entry) {
        return entry.kind == kind && entry.reviewer == reviewer;
    });
}

std::vector<Ledger::Entry> Ledger::standing(std::size_t picture) const
{
    const auto found = m_entries.find(picture);
    return found == m_entries.end() ? std::vector<Entry>() : found->second;
}

} // namespace cf::review
