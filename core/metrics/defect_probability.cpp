#include "core/metrics/defect_probability.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace cf::metrics {

namespace {

constexpr double kHalfAPicture = 0.5;

/// Pictures of neighbouring scores, as shares of production.
struct Pool
{
    double scores = 0; ///< sum over its pictures, each times its share
    double seen = 0;   ///< share of the pictures in it, without the halves at the ends
    double defective = 0, normal = 0;

    double share() const { return defective / (defective + normal); }

    void add(double score, double defect, double good)
    {
        scores += score * (defect + good);
        seen += defect + good;
        defective += defect;
        normal += good;
    }

    void add(const Pool &other)
    {
        scores += other.scores;
        seen += other.seen;
        defective += other.defective;
        normal += other.normal;
    }
};

/// One pool a score, rising.
std::vector<Pool> poolsOf(const RankedScores &scores, double ofDefect, double ofNormal)
{
    std::vector<Pool> pools;
    std::size_t d = 0, n = 0;
    while (d < scores.defect.size() || n < scores.normal.size()) {
        const bool isDefectNext = n == scores.normal.size() ||
                                  (d < scores.defect.size() && scores.defect[d] < scores.normal[n]);
        const double score = isDefectNext ? scores.defect[d] : scores.normal[n];
        Pool pool;
        for (; d < scores.defect.size() && scores.defect[d] == score; ++d)
            pool.add(score, ofDefect, 0);
        for (; n < scores.normal.size() && scores.normal[n] == score; ++n)
            pool.add(score, 0, ofNormal);
        pools.push_back(pool);
    }
    return pools;
}

} // namespace

Result<OrUndefined<DefectProbability>> DefectProbability::estimate(const RankedScores &scores,
                                                                   double defectRate)
{
    using Estimate = OrUndefined<DefectProbability>;
    if (!(defectRate >= 0 && defectRate <= 1))
        return Error::make(ErrorCode::BadUsage,
                           "The share of defective pictures is out of range; give it from 0 to 1.");
    if (scores.defect.empty())
        return Estimate::undefined("there is no anomalous image");
    if (scores.normal.empty())
        return Estimate::undefined("there is no normal image");
    DefectProbability estimate;
    if (defectRate == 0 || defectRate == 1) { // no score tells anything then
        estimate.m_scores = {scores.normal.front()};
        estimate.m_probabilities = {defectRate};
        return Estimate::of(std::move(estimate));
    }
    const double ofDefect = defectRate / static_cast<double>(scores.defect.size());
    const double ofNormal = (1 - defectRate) / static_cast<double>(scores.normal.size());
    auto pools = poolsOf(scores, ofDefect, ofNormal);
    pools.front().defective += kHalfAPicture * ofDefect;
    pools.back().normal += kHalfAPicture * ofNormal;
    std::vector<Pool> rising;
    for (const auto &pool : pools) {
        rising.push_back(pool);
        while (rising.size() > 1 && rising[rising.size() - 2].share() >= rising.back().share()) {
            rising[rising.size() - 2].add(rising.back());
            rising.pop_back();
        }
    }
    for (const auto &pool : rising) {
        estimate.m_scores.push_back(pool.scores / pool.seen);
        estimate.m_probabilities.push_back(pool.share());
    }
    return Estimate::of(std::move(estimate));
}

double DefectProbability::at(double score) const
{
    const auto above = std::ranges::upper_bound(m_scores, score);
    if (above == m_scores.begin())
        return m_probabilities.front();
    if (above == m_scores.end())
        return m_probabilities.back();
    const auto i = static_cast<std::size_t>(above - m_scores.begin());
    const double way = (score - m_scores[i - 1]) / (m_scores[i] - m_scores[i - 1]);
    return std::lerp(m_probabilities[i - 1], m_probabilities[i], way);
}

} // namespace cf::metrics
