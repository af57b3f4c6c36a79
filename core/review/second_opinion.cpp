#include "core/review/second_opinion.h"

#include "core/review/image_key.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace cf::review {

using store::Decision;
using store::DecisionKind;

namespace {

/// An image as it was: the same path with other bytes is another thing to judge.
using JudgedImage = std::pair<ImageKey, std::string>;

JudgedImage judgedImage(const Decision &decision)
{
    return {keyOf(decision), decision.imageSha256};
}

std::optional<std::size_t> classOf(store::Verdict verdict)
{
    const auto at = std::find(kRatedVerdicts.begin(), kRatedVerdicts.end(), verdict);
    if (at == kRatedVerdicts.end())
        return std::nullopt;
    return static_cast<std::size_t>(at - kRatedVerdicts.begin());
}

} // namespace

Result<std::vector<QueueItem>> drawSecondOpinions(std::vector<QueueItem> images, double share,
                                                  std::uint64_t seed)
{
    if (!(share >= 0 && share <= 1))
        return Error::make(ErrorCode::BadUsage, "The share of second opinions is " +
                                                    std::to_string(share) +
                                                    "; choose one between 0 and 1");
    sortQueue(images, QueueOrder::Random, seed);
    images.resize(
        static_cast<std::size_t>(std::llround(share * static_cast<double>(images.size()))));
    return images;
}

std::vector<QueueItem> secondOpinionQueue(std::span<const QueueItem> drawn,
                                          std::span<const Decision> trail,
                                          const std::string &reviewer)
{
    std::set<ImageKey> own;
    std::set<ImageKey> others;
    for (const Decision &decision : store::standingDecisions(trail))
        if (decision.kind == DecisionKind::First)
            (decision.reviewer == reviewer ? own : others).insert(keyOf(decision));
    std::vector<QueueItem> queue;
    for (const QueueItem &item : drawn)
        if (others.contains(keyOf(item)) && !own.contains(keyOf(item)))
            queue.push_back(item);
    return queue;
}

metrics::RatingTable ratingTable(std::span<const Decision> trail,
                                 const std::optional<std::string> &firstReviewer,
                                 const std::optional<std::string> &secondReviewer)
{
    metrics::RatingTable table;
    table.classCount = kRatedVerdicts.size();
    table.counts.resize(table.classCount * table.classCount);
    std::map<JudgedImage, Decision> firsts;
    std::map<JudgedImage, Decision> seconds;
    for (const Decision &decision : store::standingDecisions(trail)) {
        if (decision.kind == DecisionKind::First &&
            (!firstReviewer || decision.reviewer == *firstReviewer))
            firsts.insert_or_assign(judgedImage(decision), decision);
        if (decision.kind == DecisionKind::Second &&
            (!secondReviewer || decision.reviewer == *secondReviewer))
            seconds.insert_or_assign(judgedImage(decision), decision);
    }
    for (const auto &[image, second] : seconds) {
        const auto first = firsts.find(image);
        if (first == firsts.end() || first->second.reviewer == second.reviewer)
            continue;
        const auto row = classOf(first->second.verdict);
        const auto column = classOf(second.verdict);
        if (row && column)
            ++table.counts[*row * table.classCount + *column];
    }
    return table;
}

std::vector<Disagreement> arbitrationList(std::span<const Decision> trail)
{
    struct Judged
    {
        std::map<std::string, Decision> lastOf; // by reviewer
        std::int64_t arbitrated = 0;            // sequence number of the last arbitration
    };
    std::map<JudgedImage, Judged> images;
    for (const Decision &decision : store::standingDecisions(trail)) {
        Judged &judged = images[judgedImage(decision)];
        if (decision.kind == DecisionKind::Arbitration)
            judged.arbitrated = decision.sequence;
        else
            judged.lastOf.insert_or_assign(decision.reviewer, decision);
    }
    std::vector<Disagreement> list;
    for (const auto &[image, judged] : images) {
        Disagreement entry;
        for (const auto &[reviewer, decision] : judged.lastOf)
            entry.decisions.push_back(decision);
        const auto differs = [&](const Decision &decision) {
            return decision.verdict != entry.decisions.front().verdict;
        };
        if (std::none_of(entry.decisions.begin(), entry.decisions.end(), differs))
            continue;
        std::sort(entry.decisions.begin(), entry.decisions.end(),
                  [](const Decision &a, const Decision &b) { return a.sequence < b.sequence; });
        const Decision &last = entry.decisions.back();
        if (judged.arbitrated > last.sequence)
            continue;
        entry.imageId = last.imageId;
        entry.category = last.category;
        entry.path = last.path;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace cf::review
