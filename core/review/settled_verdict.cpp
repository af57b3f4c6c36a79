#include "core/review/settled_verdict.h"

#include <algorithm>
#include <map>
#include <utility>

namespace cf::review {

using store::Decision;
using store::DecisionKind;
using store::Verdict;

namespace {

struct Opinions
{
    std::map<std::string, Decision> lastOf; // by reviewer
    std::optional<Decision> arbitration;    // the last

    std::optional<Verdict> settled() const
    {
        const auto isOlder = [&](const auto &entry) {
            return entry.second.sequence < arbitration->sequence;
        };
        if (arbitration && std::ranges::all_of(lastOf, isOlder))
            return arbitration->verdict;
        std::optional<Verdict> common;
        for (const auto &[reviewer, decision] : lastOf) {
            if (common && *common != decision.verdict)
                return std::nullopt;
            common = decision.verdict;
        }
        return common;
    }
};

} // namespace

std::vector<SettledVerdict> settledVerdicts(std::span<const Decision> trail)
{
    std::map<std::pair<ImageKey, std::string>, Opinions> images;
    for (const Decision &decision : store::standingDecisions(trail)) {
        auto &opinions = images[{keyOf(decision), decision.imageSha256}];
        if (decision.kind == DecisionKind::Arbitration)
            opinions.arbitration = decision;
        else
            opinions.lastOf.insert_or_assign(decision.reviewer, decision);
    }
    std::vector<SettledVerdict> settled;
    std::map<std::string, std::optional<Verdict>> ofBytes;
    for (const auto &[image, opinions] : images) {
        settled.push_back({image.first, image.second, opinions.settled()});
        const auto &verdict = settled.back().verdict;
        const auto [at, isNew] = ofBytes.try_emplace(image.second, verdict);
        if (!isNew && at->second != verdict)
            at->second.reset();
    }
    for (auto &one : settled)
        one.verdict = ofBytes.at(one.imageSha256);
    return settled;
}

} // namespace cf::review
