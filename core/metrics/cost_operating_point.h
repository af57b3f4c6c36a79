#pragma once

#include "core/metrics/decision_zones.h"
#include "core/metrics/intervals.h"

namespace cf::metrics {

/// The pair of thresholds with the least expected cost, and that cost of one picture in production.
struct CheapestZones
{
    ZoneThresholds thresholds;
    double expectedCost = 0;
};

/// The exact minimum over all pairs low <= high, in O(n log n).
///
/// With p the defect rate, D(t) and N(t) the shares of defective and normal pictures below t, and
/// e, f, d, g the costs of an escape, a false reject, a reviewed defective and a reviewed normal
/// picture:
///     cost(low, high) = p [e D(low) + d (D(high) - D(low))]
///                     + (1-p) [g (N(high) - N(low)) + f (1 - N(high))]
///                     = L(low) + H(high), where
///     L(t) = p (e - d) D(t) - (1-p) g N(t)
///     H(t) = p d D(t) + (1-p) [(g - f) N(t) + f]
/// so one pass over the rising thresholds needs the least L so far only.
///
/// Thresholds that part the scores in the same way cost the same: the middle between the two
/// neighbouring scores is taken, beyond the last score infinity. Among different pairs of equal
/// cost the one with the widest gap around `high` wins (beyond the ends it is endless), then around
/// `low`; then the higher `high` and the lower `low`, which leaves more to people.
/// undefined  when a class that occurs in production has no picture: nothing speaks for its costs
/// fails      BadUsage for costs out of range
Result<OrUndefined<CheapestZones>> cheapestZones(const RankedScores &scores,
                                                 const InspectionCosts &costs);

/// How far the pair may be off because the test set is small. Each interval holds the truth in at
/// least the stated share of test sets, mostly in more: tst_cost_operating_point simulates it.
struct CheapestZonesIntervals
{
    Interval low;          ///< of the cheapest threshold; an end may be infinite
    Interval high;         ///< likewise
    Interval expectedCost; ///< in production, of the pair found on all pictures
    double optimism = 0;   ///< by how much a pair looks cheaper, on average, on the pictures it was
                           ///< chosen on than on others; to be added to CheapestZones::expectedCost
};

/// Thresholds: percentile bootstrap, for which normal and defective pictures are drawn anew
/// separately and the pair is sought anew. A cheap pair often lies where the class that would cost
/// was not seen, and drawing anew shows none there: the bootstrap alone held the best `high` in 9 %
/// of simulated test sets. So an end moves on through such scores for as long as the largest share
/// that may be there unseen would outweigh the pictures of the other class on the way.
/// Cost: expectedCostInterval(), its upper end raised by the optimism, as the pair was chosen on
/// the same pictures. The same seed gives the same intervals everywhere.
/// undefined  as cheapestZones()
///
/// fails      BadUsage for costs or options out of range
///
/// cost       replicates * pictures
///
/// source     Efron and Tibshirani 1993, chapter 13, and 17.6 for the optimism; Hanley and
///            Lippman-Hand 1983 for what was not seen
Result<OrUndefined<CheapestZonesIntervals>>
cheapestZonesIntervals(const RankedScores &scores, const InspectionCosts &costs,
                       const BootstrapOptions &options = {});

/// Of the expected cost at thresholds that were not chosen on these pictures: the Wilson intervals
/// of the four shares that cost, put together as distances from the estimate, each weighed by what
/// it costs. So an escape that was not seen counts by how likely it is all the same, where a
/// bootstrap would never draw one.
/// undefined  as ZoneTable::expectedCost
///
/// fails      BadUsage for costs, thresholds or a confidence out of range
///
/// source     Zou and Donner 2008, method of variance estimates recovery, for independent shares;
///            those of one class exclude each other, which makes it a little wide
Result<OrUndefined<Interval>> expectedCostInterval(const RankedScores &scores,
                                                   const ZoneThresholds &thresholds,
                                                   const InspectionCosts &costs,
                                                   double confidence = 0.95);

} // namespace cf::metrics
