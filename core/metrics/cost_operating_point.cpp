#include "core/metrics/cost_operating_point.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
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

/// The two parts of the cost as functions of a cut; see the header.
class CostParts
{
public:
    CostParts(const InspectionCosts &costs, std::size_t normals, std::size_t defects)
    {
        // A class without pictures has no weight here: see missingClass().
        const double p = defects == 0 ? 0 : costs.defectRate / static_cast<double>(defects);
        const double q = normals == 0 ? 0 : (1 - costs.defectRate) / static_cast<double>(normals);
        m_lowPerDefect = p * (costs.escape - costs.reviewedDefect());
        m_lowPerNormal = -q * costs.reviewedNormal();
        m_highPerDefect = p * costs.reviewedDefect();
        m_highPerNormal = q * (costs.reviewedNormal() - costs.falseReject);
        m_constant = q * costs.falseReject * static_cast<double>(normals);
        // Far above the rounding of the sums, far below the cost of one picture.
        m_equal = 64 * std::numeric_limits<double>::epsilon() *
                  std::max({costs.escape, costs.falseReject, costs.reviewedDefect(),
                            costs.reviewedNormal()});
    }

    double low(std::uint64_t normalsBelow, std::uint64_t defectsBelow) const
    {
        return m_lowPerDefect * static_cast<double>(defectsBelow) +
               m_lowPerNormal * static_cast<double>(normalsBelow);
    }
    double high(std::uint64_t normalsBelow, std::uint64_t defectsBelow) const
    {
        return m_highPerDefect * static_cast<double>(defectsBelow) +
               m_highPerNormal * static_cast<double>(normalsBelow) + m_constant;
    }
    /// Costs that differ by no more are the same but for rounding.
    double equal() const { return m_equal; }

private:
    double m_lowPerDefect = 0;
    double m_lowPerNormal = 0;
    double m_highPerDefect = 0;
    double m_highPerNormal = 0;
    double m_constant = 0;
    double m_equal = 0;
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
        low[cut] = parts.low(normalsBelow, defectsBelow);
        leastLow = std::min(leastLow, low[cut]);
        best[cut] = leastLow + parts.high(normalsBelow, defectsBelow);
        least = std::min(least, best[cut]);
        if (cut < groups.size()) {
            normalsBelow += groups[cut].normals;
            defectsBelow += groups[cut].defects;
        }
    }

    std::size_t highCut = cuts;
    for (std::size_t cut = 0; cut < cuts; ++cut)
        if (best[cut] <= least + parts.equal() &&
            (highCut == cuts || gapAt(cut, groups) >= gapAt(highCut, groups)))
            highCut = cut;
    const double leastBelow = *std::min_element(low.begin(), low.begin() + highCut + 1);
    std::size_t lowCut = cuts;
    for (std::size_t cut = 0; cut <= highCut; ++cut)
        if (low[cut] <= leastBelow + parts.equal() &&
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

/// Zones of as many pictures as there are, drawn with replacement.
ZoneCounts drawZones(std::mt19937_64 &random, const ZoneCounts &counts)
{
    ZoneCounts drawn;
    for (std::size_t i = 0; i < counts.total(); ++i) {
        const auto picture = detail::drawBelow(random, counts.total());
        if (picture < counts.pass)
            ++drawn.pass;
        else
            ++(picture < counts.pass + counts.review ? drawn.review : drawn.fail);
    }
    return drawn;
}

/// Of values that may be infinite: no interpolation, the outer of the two neighbours.
Interval orderInterval(std::vector<double> values, double confidence)
{
    std::sort(values.begin(), values.end());
    const double last = static_cast<double>(values.size() - 1);
    return {values[static_cast<std::size_t>(std::floor(last * (1 - confidence) / 2))],
            values[static_cast<std::size_t>(std::ceil(last * (1 + confidence) / 2))]};
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
    CF_ASSIGN_OR_RETURN(const auto cost,
                        expectedCostInterval(scores, chosen.value->thresholds, costs, options));

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
    intervals.low = orderInterval(std::move(lows), options.confidence);
    intervals.high = orderInterval(std::move(highs), options.confidence);
    intervals.expectedCost = *cost.value;
    intervals.optimism = optimism / static_cast<double>(options.replicates);
    return OrUndefined<CheapestZonesIntervals>::of(intervals);
}

Result<OrUndefined<Interval>> expectedCostInterval(const RankedScores &scores,
                                                   const ZoneThresholds &thresholds,
                                                   const InspectionCosts &costs,
                                                   const BootstrapOptions &options)
{
    CF_RETURN_IF_ERROR(checkReplicates(options));
    CF_ASSIGN_OR_RETURN(const ZoneTable table, zoneTable(scores, thresholds, costs));
    if (!table.expectedCost.defined())
        return OrUndefined<Interval>::undefined(table.expectedCost.reasonWhenUndefined);
    std::mt19937_64 random(options.seed);
    std::vector<double> expected;
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        const auto normal = drawZones(random, table.normal);
        const auto defect = drawZones(random, table.defect);
        expected.push_back(*detail::tableOf(normal, defect, costs).expectedCost.value);
    }
    return OrUndefined<Interval>::of(
        detail::percentileInterval(std::move(expected), options.confidence));
}

} // namespace cf::metrics
