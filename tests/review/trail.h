#pragma once

#include "core/store/decisions.h"

#include <string>
#include <vector>

/// A trail as the store would give it, without the store.
class Trail
{
public:
    /// `image` names one of category "bolt"; returns the sequence number.
    std::int64_t decide(const std::string &reviewer, const std::string &image,
                        cf::store::Verdict verdict,
                        cf::store::DecisionKind kind = cf::store::DecisionKind::First,
                        const std::string &imageSha256 = "hash")
    {
        cf::store::Decision decision;
        decision.sequence = static_cast<std::int64_t>(m_decisions.size()) + 1;
        decision.reviewer = reviewer;
        decision.category = "bolt";
        decision.path = image;
        decision.imageSha256 = imageSha256;
        decision.verdict = verdict;
        decision.kind = kind;
        m_decisions.push_back(decision);
        return decision.sequence;
    }
    void undo(std::int64_t sequence)
    {
        cf::store::Decision decision = m_decisions.at(static_cast<std::size_t>(sequence - 1));
        decision.sequence = static_cast<std::int64_t>(m_decisions.size()) + 1;
        decision.verdict = cf::store::Verdict::Withdrawn;
        decision.kind = cf::store::DecisionKind::Undo;
        decision.withdraws = sequence;
        m_decisions.push_back(decision);
    }
    const std::vector<cf::store::Decision> &decisions() const { return m_decisions; }

private:
    std::vector<cf::store::Decision> m_decisions;
};
