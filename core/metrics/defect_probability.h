#pragma once

#include "core/base/result.h"
#include "core/metrics/decision_zones.h"
#include "core/metrics/metric.h"

#include <vector>

namespace cf::metrics {

/// How likely a picture in production is defective, given its score: a simple estimate from the
/// labelled scores of a test set, which never falls as the score rises.
///
/// With the defect rate p, a defective picture of the test set stands for p / (their number) of
/// production and a normal one for (1-p) / (theirs). Neighbouring scores are pooled until the share
/// of the defective never falls (isotonic regression); the pooled shares stand at the mean scores
/// of their pools, with straight lines between them and constants beyond. So that a test set of few
/// pictures is never certain, half a defective picture is counted at the lowest score and half a
/// normal one at the highest.
/// source  pooling: Ayer and others 1955, Ann. Math. Stat. 26; lines between the pools' means: Oron
///         and Flournoy 2017, Stat. Biopharm. Res. 9
class DefectProbability
{
public:
    /// undefined  where one of the classes has no picture
    /// fails      BadUsage unless the rate is in 0..1
    /// cost       O(n)
    static Result<OrUndefined<DefectProbability>> estimate(const RankedScores &scores,
                                                           double defectRate);

    /// 0..1; of any score but NaN.
    double at(double score) const;

private:
    std::vector<double> m_scores;        ///< rising
    std::vector<double> m_probabilities; ///< at each, rising
};

} // namespace cf::metrics
