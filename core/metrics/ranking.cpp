#include "core/metrics/ranking.h"

#include <cmath>

namespace cf::metrics::detail {

void CompensatedSum::add(double term)
{
    const double sum = m_sum + term;
    if (std::abs(m_sum) >= std::abs(term))
        m_lost += (m_sum - sum) + term;
    else
        m_lost += (term - sum) + m_sum;
    m_sum = sum;
}

RankingPass::RankingPass(std::uint64_t normalTotal, std::uint64_t anomalousTotal, std::string unit)
    : m_normalTotal(normalTotal), m_anomalousTotal(anomalousTotal), m_unit(std::move(unit))
{
}

void RankingPass::addGroup(double score, std::uint64_t normals, std::uint64_t anomalous)
{
    const auto before = static_cast<double>(m_truePositives);
    m_falsePositives += normals;
    m_truePositives += anomalous;
    const auto after = static_cast<double>(m_truePositives);

    if (normals > 0)
        m_rocArea.add(static_cast<double>(normals) * (before + after) / 2);
    if (anomalous > 0)
        m_precisionSum.add(static_cast<double>(anomalous) * precision());

    // 2PR / (P + R) = 2 TP / (called + anomalous). One division of whole numbers: equal fractions
    // stay equal.
    const auto called = static_cast<double>(m_falsePositives + m_truePositives);
    const double f1 = 2 * after / (called + static_cast<double>(m_anomalousTotal));
    if (f1 > m_bestF1) {
        m_bestF1 = f1;
        m_bestThreshold = score;
    }
}

double RankingPass::falsePositiveRate() const
{
    if (m_normalTotal == 0)
        return 0;
    return static_cast<double>(m_falsePositives) / static_cast<double>(m_normalTotal);
}

double RankingPass::recall() const
{
    if (m_anomalousTotal == 0)
        return 0;
    return static_cast<double>(m_truePositives) / static_cast<double>(m_anomalousTotal);
}

double RankingPass::precision() const
{
    const std::uint64_t called = m_falsePositives + m_truePositives;
    if (called == 0)
        return 1;
    return static_cast<double>(m_truePositives) / static_cast<double>(called);
}

Metric RankingPass::auroc() const
{
    if (m_anomalousTotal == 0)
        return Metric::undefined("there is no anomalous " + m_unit);
    if (m_normalTotal == 0)
        return Metric::undefined("there is no normal " + m_unit);
    const double pairs = static_cast<double>(m_normalTotal) * static_cast<double>(m_anomalousTotal);
    return Metric::of(m_rocArea.value() / pairs);
}

Metric RankingPass::averagePrecision() const
{
    if (m_anomalousTotal == 0)
        return Metric::undefined("there is no anomalous " + m_unit);
    return Metric::of(m_precisionSum.value() / static_cast<double>(m_anomalousTotal));
}

Metric RankingPass::f1Max() const
{
    if (m_anomalousTotal == 0)
        return Metric::undefined("there is no anomalous " + m_unit);
    return Metric::of(m_bestF1);
}

std::optional<double> RankingPass::f1Threshold() const
{
    if (m_anomalousTotal == 0)
        return std::nullopt;
    return m_bestThreshold;
}

} // namespace cf::metrics::detail
