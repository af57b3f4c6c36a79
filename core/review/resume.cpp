#include "core/review/resume.h"

#include "core/review/image_key.h"

#include <algorithm>
#include <set>

namespace cf::review {

using store::Decision;
using store::DecisionKind;

namespace {

/// The reviewer's last step in this queue: a decision of that kind, or an undo of one.
const Decision *lastStep(std::span<const Decision> trail, const std::string &reviewer,
                         DecisionKind kind)
{
    std::set<std::int64_t> ofKind;
    const Decision *last = nullptr;
    for (const Decision &decision : trail) {
        if (decision.kind == kind)
            ofKind.insert(decision.sequence);
        const bool counts =
            decision.kind == kind || (decision.withdraws && ofKind.contains(*decision.withdraws));
        if (counts && decision.reviewer == reviewer)
            last = &decision;
    }
    return last;
}

} // namespace

std::optional<std::size_t> resumePosition(std::span<const QueueItem> queue,
                                          std::span<const Decision> trail,
                                          const std::string &reviewer, DecisionKind kind)
{
    std::set<ImageKey> decided;
    for (const Decision &decision : store::standingDecisions(trail))
        if (decision.kind == kind)
            decided.insert(keyOf(decision));
    std::size_t start = 0;
    if (const Decision *last = lastStep(trail, reviewer, kind)) {
        const auto at = std::find_if(queue.begin(), queue.end(), [&](const QueueItem &item) {
            return keyOf(item) == keyOf(*last);
        });
        if (at != queue.end())
            start = static_cast<std::size_t>(at - queue.begin());
    }
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::size_t position = (start + i) % queue.size();
        if (!decided.contains(keyOf(queue[position])))
            return position;
    }
    return std::nullopt;
}

std::optional<std::int64_t> undoableDecision(std::span<const Decision> trail,
                                             const std::string &reviewer)
{
    std::optional<std::int64_t> last;
    for (const Decision &decision : store::standingDecisions(trail))
        if (decision.reviewer == reviewer)
            last = decision.sequence;
    return last;
}

} // namespace cf::review
