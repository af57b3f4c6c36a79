#pragma once

#include "core/base/result.h"
#include "core/metrics/intervals.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cf::metrics {

/// How often two raters put the same things into the same classes: counts[i * classCount + j]
/// things that the first rater put into class i and the second into class j.
struct RatingTable
{
    std::size_t classCount = 0;
    std::vector<std::uint64_t> counts; ///< classCount * classCount
};

struct Agreement
{
    std::uint64_t count = 0;         ///< things rated by both
    Metric observed;                 ///< share put into the same class
    Metric expected;                 ///< the same, if both kept their shares and threw dice
    Metric kappa;                    ///< (observed - expected) / (1 - expected), at most 1
    Metric standardError;            ///< large-sample, of kappa where it is not 0
    OrUndefined<Interval> interval;  ///< kappa +- z * standardError, cut off at -1 and 1
    OrUndefined<Interval> bootstrap; ///< percentiles over things drawn anew; better for few things
};

/// Cohen's kappa, unweighted, with intervals. The same seed gives the same bootstrap everywhere; a
/// replicate in which kappa is not defined is left out.
/// undefined  everything without ratings; kappa and what follows when both raters used one and the
///            same class only
/// fails      BadUsage: the counts do not fit the classes, or the options are out of range
/// cost       options.replicates * (ratings + classes^2)
/// source     kappa: Cohen 1960, Educ. Psychol. Meas. 20; standard error: Fleiss, Cohen and Everitt
///            1969, Psychol. Bull. 72, equation 13; bootstrap: Efron and Tibshirani 1993, section
///            13.3
Result<Agreement> cohensKappa(const RatingTable &table, const BootstrapOptions &options = {});

} // namespace cf::metrics
