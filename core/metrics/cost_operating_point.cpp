#include "core/metrics/cost_operating_point.h"

#include "core/metrics/zone_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace cf::metrics {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The pictures that have one score.
struct ScoreGroup
{
    double score = 0;
    std::uint32_t normals = 0;
    std::uint32_t defects = 0;
};

/// Rising by score, every score once. Says for each picture of both classes which group it is in.
struct Groups
{
    std::vector<ScoreGroup> groups;
    std::vector<std::uint32_t> ofNormal;
    std::vector<std::uint32_t> ofDefect;
};

Groups groupsOf(const RankedScores &scores)
{
    Groups result;
    const auto &normal = scores.normal;
    const auto &defect = scores.defect;
    for (std::size_t n = 0, d = 0; n < normal.size() || d < defect.size();) {
        ScoreGroup group;
        group.score = d == defect.size() || (n < normal.size() && normal[n] < defect[d])
                          ? normal[n]
                          : defect[d];
        const auto index = static_cast<std::uint32_t>(result.groups.size());
        for (; n < normal.size() && normal[n] == group.score; ++n, ++group.normals)
            result.ofNormal.push_back(index);
        for (; d < defect.size() && defect[d] == group.score; ++d, ++group.defects)
            result.ofDefect.push_back(index);
        result.groups.push_back(group);
    }
    return result;
}

/// Cut k of the groups leaves the first k below. Its threshold, and how far the scores are apart.
double thresholdOf(std::size_t cut, const std::vector<ScoreGroup> &groups)
{
    if (cut == 0)
        return -kInfinity;
    if (cut == groups.size())
        return kInfinity;
    const double below = groups[cut - 1].score;
    const double middle = std::midpoint(below, groups[cut].score);
    return middle > below ? middle : groups[cut].score; // neighbouring numbers have no middle
}

double gapAt(std::size_t cut, const std::vector<ScoreGroup> &groups)
{
    return cut == 0 || cut == groups.size() ? kInfinity : groups[cut].score - groups[cut - 1].score;
}

/// What each picture below a threshold adds to the expected cost.
struct CostsBelow
{
    double perDefect = 0;
    double perNormal = 0;

    double of(std::uint64_t normals, std::uint64_t defects) const
    {
        return perDefect * static_cast<double>(defects) + perNormal * static_cast<double>(normals);
    }
};

/// The two parts of the cost as functions of a cut; see the header.
struct CostParts
{
    CostParts(const InspectionCosts &costs, std::size_t normals, std::size_t defects)
    {
        // A class without pictures has no weight here: see missingClass().
        const double p = defects == 0 ? 0 : costs.defectRate / static_cast<double>(defects);
        const double q = normals == 0 ? 0 : (1 - costs.defectRate) / static_cast<double>(normals);
        low = {p * (costs.escape - costs.reviewedDefect()), -q * costs.reviewedNormal()};
        high = {p * costs.reviewedDefect(), q * (costs.reviewedNormal() - costs.falseReject)};
        constant = q * costs.falseReject * static_cast<double>(normals);
        // Far above the rounding of the sums, far below the cost of one picture.
        equal = 64 * std::numeric_limits<double>::epsilon() *
                std::max({costs.escape, costs.falseReject, costs.reviewedDefect(),
                          costs.reviewedNormal()});
    }

    CostsBelow low;
    CostsBelow high;
    double constant = 0; ///< of a `high` below all scores
    double equal = 0;    ///< costs that differ by no more are the same but for rounding
};

CheapestZones cheapestOf(const std::vector<ScoreGroup> &groups, const InspectionCosts &costs,
                         std::size_t normals, std::size_t defects)
{
    const CostParts parts(costs, normals, defects);
    const std::size_t cuts = groups.size() + 1;
    std::vector<double> low(cuts);
    std::vector<double> best(cuts); // with `high` at this cut and the best `low`
    std::uint64_t normalsBelow = 0;
    std::uint64_t defectsBelow = 0;
    double leastLow = kInfinity;
    double least = kInfinity;
    for (std::size_t cut = 0; cut < cuts; ++cut) {
        low[cut] = parts.low.of(normalsBelow, defectsBelow);
        leastLow = std::min(leastLow, low[cut]);
        best[cut] = leastLow + parts.high.of(normalsBelow, defectsBelow) + parts.constant;
        least = std::min(least, best[cut]);
        if (cut < groups.size()) {
            normalsBelow += groups[cut].normals;
            defectsBelow += groups[cut].defects;
        }
    }

    std::size_t highCut = cuts;
    for (std::size_t cut = 0; cut < cuts; ++cut)
        if (best[cut] <= least + parts.equal &&
            (highCut == cuts || gapAt(cut, groups) >= gapAt(highCut, groups)))
            highCut = cut;
    const double leastBelow = *std::min_element(low.begin(), low.begin() + highCut + 1);
    std::size_t lowCut = cuts;
    for (std::size_t cut = 0; cut <= highCut; ++cut)
        if (low[cut] <= leastBelow + parts.equal &&
            (lowCut == cuts || gapAt(cut, groups) > gapAt(lowCut, groups)))
            lowCut = cut;
    return {{thresholdOf(lowCut, groups), thresholdOf(highCut, groups)}, std::max(0.0, least)};
}

/// The reason why there is no expected cost; empty when there is one.
std::string missingClass(const RankedScores &scores, const InspectionCosts &costs)
{
    if (scores.defect.empty() && costs.defectRate > 0)
        return "there is no defective picture";
    if (scores.normal.empty() && costs.defectRate < 1)
        return "there is no normal picture";
    return {};
}

Result<void> checkReplicates(const BootstrapOptions &options)
{
    if (options.replicates == 0)
        return Error::make(ErrorCode::BadUsage, "A bootstrap needs at least one replicate");
    return detail::checkConfidence(options.confidence);
}

/// Of values that may be infinite: no interpolation, the outer of the two neighbours.
Interval orderInterval(std::vector<double> values, double confidence)
{
    std::sort(values.begin(), values.end());
    const double last = static_cast<double>(values.size() - 1);
    return {values[static_cast<std::size_t>(std::floor(last * (1 - confidence) / 2))],
            values[static_cast<std::size_t>(std::ceil(last * (1 + confidence) / 2))]};
}

/// `found` by drawing anew, reaching on through scores where the class that would have made a
/// threshold pay was not seen: drawing shows none of it there, though a small share may well be.
/// It ends where what was seen of the other class outweighs the largest such share.
Interval reachUnseen(Interval found, const std::vector<ScoreGroup> &groups, const CostsBelow &below,
                     std::size_t normals, std::size_t defects, double confidence)
{
    const auto isBelow = [](const ScoreGroup &group, double score) { return group.score < score; };
    const auto unseen = [&](std::size_t pictures) {
        return static_cast<double>(pictures) * detail::unseenShareAtMost(pictures, confidence);
    };
    if (const double gain = -below.perNormal * unseen(normals); gain > 0) {
        auto group = std::lower_bound(groups.begin(), groups.end(), found.high, isBelow);
        std::uint64_t seen = 0;
        while (group != groups.end() && group->normals == 0 &&
               below.of(0, seen += group->defects) <= gain)
            ++group;
        found.high = group == groups.end() ? kInfinity : group->score;
    }
    if (const double gain = below.perDefect * unseen(defects); gain > 0) {
        const auto first = std::lower_bound(groups.begin(), groups.end(), found.low, isBelow);
        auto group = std::make_reverse_iterator(first);
        std::uint64_t seen = 0;
        while (group != groups.rend() && group->defects == 0 &&
               -below.of(seen += group->normals, 0) <= gain)
            ++group;
        found.low = group == groups.rend() ? -kInfinity : group->score;
    }
    return found;
}

double expectedCostOf(const RankedScores &scores, const ZoneThresholds &thresholds,
                      const InspectionCosts &costs)
{
    return *detail::tableOf(countZones(scores.normal, thresholds),
                            countZones(scores.defect, thresholds), costs)
                .expectedCost.value;
}

} // namespace

Result<OrUndefined<CheapestZones>> cheapestZones(const RankedScores &scores,
                                                 const InspectionCosts &costs)
{
    CF_RETURN_IF_ERROR(checkCosts(costs));
    if (auto reason = missingClass(scores, costs); !reason.empty())
        return OrUndefined<CheapestZones>::undefined(std::move(reason));
    return OrUndefined<CheapestZones>::of(
        cheapestOf(groupsOf(scores).groups, costs, scores.normal.size(), scores.defect.size()));
}

Result<OrUndefined<CheapestZonesIntervals>> cheapestZonesIntervals(const RankedScores &scores,
                                                                   const InspectionCosts &costs,
                                                                   const BootstrapOptions &options)
{
    CF_RETURN_IF_ERROR(checkReplicates(options));
    CF_ASSIGN_OR_RETURN(const auto chosen, cheapestZones(scores, costs));
    if (!chosen.defined())
        return OrUndefined<CheapestZonesIntervals>::undefined(chosen.reasonWhenUndefined);
    CF_ASSIGN_OR_RETURN(const auto cost, expectedCostInterval(scores, chosen.value->thresholds,
                                                              costs, options.confidence));

    const Groups all = groupsOf(scores);
    std::mt19937_64 random(options.seed);
    std::vector<double> lows;
    std::vector<double> highs;
    double optimism = 0;
    std::vector<ScoreGroup> drawn;
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        drawn = all.groups;
        for (auto &group : drawn)
            group.normals = group.defects = 0;
        for (std::size_t i = 0; i < all.ofNormal.size(); ++i)
            ++drawn[all.ofNormal[detail::drawBelow(random, all.ofNormal.size())]].normals;
        for (std::size_t i = 0; i < all.ofDefect.size(); ++i)
            ++drawn[all.ofDefect[detail::drawBelow(random, all.ofDefect.size())]].defects;
        std::erase_if(drawn, [](const ScoreGroup &g) { return g.normals + g.defects == 0; });
        const auto best = cheapestOf(drawn, costs, all.ofNormal.size(), all.ofDefect.size());
        lows.push_back(best.thresholds.low);
        highs.push_back(best.thresholds.high);
        optimism += expectedCostOf(scores, best.thresholds, costs) - best.expectedCost;
    }
    CheapestZonesIntervals intervals;
    const CostParts parts(costs, all.ofNormal.size(), all.ofDefect.size());
    const auto intervalOf = [&](std::vector<double> found, const CostsBelow &below) {
        return reachUnseen(orderInterval(std::move(found), options.confidence), all.groups, below,
                           all.ofNormal.size(), all.ofDefect.size(), options.confidence);
    };
    intervals.low = intervalOf(std::move(lows), parts.low);
    intervals.high = intervalOf(std::move(highs), parts.high);
    intervals.optimism = optimism / static_cast<double>(options.replicates);
    intervals.expectedCost = {cost.value->low,
                              cost.value->high + std::max(0.0, intervals.optimism)};
    return OrUndefined<CheapestZonesIntervals>::of(intervals);
}

Result<OrUndefined<Interval>> expectedCostInterval(const RankedScores &scores,
                                                   const ZoneThresholds &thresholds,
                                                   const InspectionCosts &costs, double confidence)
{
    CF_ASSIGN_OR_RETURN(const auto evidence, zoneEvidence(scores, thresholds, costs, confidence));
    CF_ASSIGN_OR_RETURN(const ZoneTable table, zoneTable(scores, thresholds, costs));
    if (!table.expectedCost.defined())
        return OrUndefined<Interval>::undefined(table.expectedCost.reasonWhenUndefined);
    const double p = costs.defectRate;
    const std::pair<double, const ZoneRate &> parts[] = {
        {p * costs.escape, evidence.escape},
        {p * costs.reviewedDefect(), evidence.reviewedDefects},
        {(1 - p) * costs.reviewedNormal(), evidence.reviewedNormals},
        {(1 - p) * costs.falseReject, evidence.falseReject}};
    double down = 0;
    double up = 0;
    for (const auto &[costOfAll, rate] : parts) {
        if (!rate.share.defined())
            continue; // of a class that does not occur in production
        down += std::pow(costOfAll * (*rate.share.value - rate.interval.value->low), 2);
        up += std::pow(costOfAll * (rate.interval.value->high - *rate.share.value), 2);
    }
    const double cost = *table.expectedCost.value;
    return OrUndefined<Interval>::of({std::max(0.0, cost - std::sqrt(down)), cost + std::sqrt(up)});
}

} // namespace cf::metrics
