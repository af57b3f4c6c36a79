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

/// How far the pair may be off because the test set is small.
/// The intervals of the thresholds are a guide, no promise: the place of a minimum is no smooth
/// statistic, and where no picture was seen drawing anew shows none. Simulated with scores N(0, 1)
/// and N(2, 1), 500 pictures each, defect rate 5 %, costs 100, 10 and 1: 95 % intervals hold the
/// best `low` in 92 % of the test sets, the best `high`, 3.5 sigma above the mean of the normals,
/// in 9 %. ZoneEvidence::falseReject says when no normal picture stands behind `high`.
struct CheapestZonesIntervals
{
    Interval low;          ///< order statistics of the replicates; an end may be infinite
    Interval high;         ///< likewise
    Interval expectedCost; ///< of the pair found on all pictures, see expectedCostInterval()
    double optimism = 0;   ///< by how much a pair looks cheaper, on average, on the pictures it was
                           ///< chosen on than on others; to be added to CheapestZones::expectedCost
};

/// Percentile bootstrap: normal and defective pictures are drawn anew separately, the pair is
/// sought anew in every replicate. The same seed gives the same intervals everywhere. undefined  as
/// cheapestZones() fails      BadUsage for costs or options out of range cost       replicates *
/// pictures source     Efron and Tibshirani 1993, chapter 13, and 17.6 for the optimism
Result<OrUndefined<CheapestZonesIntervals>>
cheapestZonesIntervals(const RankedScores &scores, const InspectionCosts &costs,
                       const BootstrapOptions &options = {});

/// Percentile bootstrap of the expected cost at thresholds that stay as they are. It covers at the
/// stated rate only where some pictures were decided wrongly: without an escape in the test set no
/// replicate has one, see zoneEvidence() for what holds then.
/// undefined  as ZoneTable::expectedCost
/// fails      BadUsage for costs, thresholds or options out of range
Result<OrUndefined<Interval>> expectedCostInterval(const RankedScores &scores,
                                                   const ZoneThresholds &thresholds,
                                                   const InspectionCosts &costs,
                                                   const BootstrapOptions &options = {});

} // namespace cf::metrics
