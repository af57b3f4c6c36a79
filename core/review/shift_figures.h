#pragma once

#include "core/base/result.h"
#include "core/metrics/agreement.h"
#include "core/metrics/decision_zones.h"
#include "core/review/second_opinion.h"
#include "core/store/decisions.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What was decided in a shift or on a lot, from the trail alone.
namespace cf::review {

/// Which decisions belong to a shift or a lot.
struct ShiftFilter
{
    std::string fromUtc;  ///< ISO 8601 as in the trail, this moment included; empty: from the first
    std::string toUtc;    ///< this moment excluded; empty: to the last
    std::string reviewer; ///< empty: everybody
    std::string category; ///< empty: all
    std::string folder;   ///< pictures below it, relative to the dataset's root; empty: all

    /// Whether the decision was made in this time, by this person, on such a picture.
    bool holds(const store::Decision &decision) const;
};

/// A rate seen `successes` times in `trials`.
struct CountedRate
{
    std::size_t successes = 0;
    std::size_t trials = 0;
    metrics::OrUndefined<metrics::Interval> interval; ///< Wilson, 95 %
};

/// How fast somebody decides: from one decision to the next. Longer than kBreakSeconds is a break,
/// and no part of the work.
struct Tempo
{
    static constexpr double kBreakSeconds = 60;

    std::size_t decisions = 0;
    std::size_t steps = 0; ///< that were no breaks
    std::optional<double> medianSeconds;
    std::optional<double> perHour; ///< of work
};

/// What the wrong decisions on pictures of known label cost, and the looking.
struct ShiftCosts
{
    double escapes = 0;
    double falseRejects = 0;
    double looks = 0;             ///< decisions, second ones and arbitrations included
    std::size_t withoutCosts = 0; ///< decisions of categories that no costs are known for

    double total() const { return escapes + falseRejects + looks; }
};

/// A picture as it stood at the end of the shift.
struct JudgedPicture
{
    store::Decision decision;      ///< the last that stood, of the shift
    std::optional<bool> defective; ///< its label
};

struct ShiftFigures
{
    std::vector<store::Decision> rows;   ///< of the shift, undos included, in order
    std::vector<JudgedPicture> pictures; ///< in order of category and path
    std::size_t takenBack = 0;           ///< decisions of the shift that did not stand at its end
    std::size_t ok = 0, ng = 0, unsure = 0;     ///< pictures
    std::map<std::string, std::size_t> reasons; ///< of the rejected; "": none was given
    Tempo tempo;                                ///< of all, each person's steps by themselves
    std::map<std::string, Tempo> byReviewer;
    CountedRate escapes;          ///< accepted, of the defective that were accepted or rejected
    CountedRate falseRejects;     ///< rejected, of the good that were accepted or rejected
    std::size_t unlabelled = 0;   ///< pictures decided whose label is not known
    metrics::Agreement agreement; ///< of second opinions given in the shift with the first ones
    std::vector<Disagreement> disagreements; ///< at its end, on pictures of the shift
    std::optional<ShiftCosts> costs;         ///< none: none of the categories has any
};

/// How the label of a picture and the costs of a category are asked for.
struct ShiftKnowledge
{
    std::function<std::optional<bool>(const store::Decision &)> isDefective;
    std::function<std::optional<metrics::InspectionCosts>(const std::string &category)> costsOf;
};

/// `trail` of a dataset, whole: what was taken back later than the shift stood in it.
/// Fails with BadUsage for a time that cannot be read, or that ends before it begins.
Result<ShiftFigures> shiftFigures(std::span<const store::Decision> trail, const ShiftFilter &filter,
                                  const ShiftKnowledge &knowledge);

/// Milliseconds since 1970 of "2024-05-01T12:00:00.000Z"; the fraction may be missing.
std::optional<std::int64_t> millisecondsOf(const std::string &utc);
/// The reverse.
std::string utcOf(std::int64_t milliseconds);

} // namespace cf::review
