#pragma once

#include "core/base/result.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <span>
#include <vector>

namespace cf::metrics {

/// What becomes of a picture: it passes, a person looks at it, or it is rejected.
enum class Zone { Pass, Review, Fail };

/// "pass", "review", "fail".
const char *toString(Zone zone);

/// Two thresholds on the score. low <= high, neither NaN; equal ones leave nothing to review.
/// -infinity and +infinity say that no picture, also none to come, lies below or above.
struct ZoneThresholds
{
    double low = 0;  ///< score < low passes
    double high = 0; ///< score >= high fails; what lies between is reviewed
    bool operator==(const ZoneThresholds &) const = default;
};

/// `thresholds` as described there; a score that is NaN is reviewed: nobody can vouch for it.
Zone zoneOf(double score, const ZoneThresholds &thresholds);

/// What decisions cost, in any one unit, and how often pictures are defective in production: the
/// test set's own share does not count, there defects are collected on purpose.
/// A reviewer decides rightly unless the two rates at the end say otherwise; then the review costs
/// what a review costs, and in addition what the wrong decision costs.
struct InspectionCosts
{
    double escape = 100;     ///< of a defective picture that passes; 0..kHighestCost
    double falseReject = 10; ///< of a normal picture that is rejected; likewise
    double review = 1; ///< of one look by a person, at a normal or defective picture; likewise
    double defectRate = .01;          ///< share of defective pictures in production, 0..1
    double reviewMissRate = 0;        ///< share of reviewed defective pictures let pass, 0..1
    double reviewFalseRejectRate = 0; ///< share of reviewed normal pictures rejected, 0..1

    bool operator==(const InspectionCosts &) const = default;

    /// Of a reviewed defective picture, with what the reviewer's slips cost.
    double reviewedDefect() const { return review + reviewMissRate * escape; }
    double reviewedNormal() const { return review + reviewFalseRejectRate * falseReject; }
};

inline constexpr double kHighestCost = 1e15; ///< sums of such costs keep their small digits

/// fails  BadUsage naming the cost or rate that is out of range
Result<void> checkCosts(const InspectionCosts &costs);

/// The scores of a test set by class, each rising: made once, then every table is O(log scores).
struct RankedScores
{
    std::vector<double> normal;
    std::vector<double> defect;
};

/// fails  BadData naming the first score that is not finite
Result<RankedScores> rankedScores(std::span<const ScoredLabel> samples);

/// The pictures of one class by zone.
struct ZoneCounts
{
    std::size_t pass = 0;
    std::size_t review = 0;
    std::size_t fail = 0;

    std::size_t total() const { return pass + review + fail; }
    /// 0..1. undefined  without pictures of the class
    Metric share(Zone zone) const;
};

/// `sorted` rising; thresholds as in ZoneThresholds.
ZoneCounts countZones(std::span<const double> sorted, const ZoneThresholds &thresholds);

/// What two thresholds make of the test set, and what that means for production.
struct ZoneTable
{
    ZoneCounts normal;
    ZoneCounts defect;
    // Of one picture in production. Undefined when a class that occurs there (by the defect rate)
    // has no picture in the test set.
    Metric escapeCost;             ///< pictures that pass, and those that the reviewer lets pass
    Metric falseRejectCost;        ///< likewise
    Metric reviewCost;             ///< the looking alone
    Metric expectedCost;           ///< sum of the three
    Metric reviewShare;            ///< of the pictures in production, 0..1
    Metric escapesPerMillion;      ///< defective pictures let go in a million inspected ones
    Metric falseRejectsPerMillion; ///< normal pictures rejected in a million inspected ones
};

/// fails  BadUsage for costs or thresholds out of range
Result<ZoneTable> zoneTable(const RankedScores &scores, const ZoneThresholds &thresholds,
                            const InspectionCosts &costs);

namespace detail {
/// The same from counts alone; `costs` as checkCosts() allows.
ZoneTable tableOf(const ZoneCounts &normal, const ZoneCounts &defect, const InspectionCosts &costs);
/// BadUsage unless low <= high.
Result<void> checkThresholds(const ZoneThresholds &thresholds);
} // namespace detail

} // namespace cf::metrics
