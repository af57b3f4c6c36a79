#pragma once

#include "core/store/decisions.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace cf::review {

/// The standing decisions of each picture of a set, kept up to date one decision at a time: going
/// through a long trail at every key would take too long. Pictures go by their place in the set,
/// decisions by a number that the caller keeps unique, such as their sequence
/// number.
class Ledger
{
public:
    struct Entry
    {
        std::int64_t number = 0;
        store::Verdict verdict = store::Verdict::Unsure;
        store::DecisionKind kind = store::DecisionKind::First;
        std::string reviewer;
        std::string reason;
        bool operator==(const Entry &) const = default;
    };

    void add(std::size_t picture, Entry entry);
    /// Passed over where no such decision stands.
    void withdraw(std::int64_t number);

    /// The last that stands, anybody's or this reviewer's; null: there is none. Valid until the
    /// next change.
    const Entry *last(std::size_t picture, store::DecisionKind kind) const;
    const Entry *last(std::size_t picture, store::DecisionKind kind,
                      const std::string &reviewer) const;
    /// In the order in which they were made.
    std::vector<Entry> standing(std::size_t picture) const;

private:
    std::unordered_map<std::size_t, std::vector<Entry>> m_entries; ///< by picture
    std::unordered_map<std::int64_t, std::size_t> m_pictures;      ///< by number
};

} // namespace cf::review
