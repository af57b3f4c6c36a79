#pragma once

#include "core/metrics/metric.h"

#include <cstdint>
#include <string>

namespace cf::metrics::detail {

/// Sum of many small terms without losing them (Neumaier): 1e8 pixels must not cost the last
/// digits.
class CompensatedSum
{
public:
    void add(double term);
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

/// Everything that depends on the order of the scores alone, in one walk from the highest score
/// down. Equal scores must come as one group: a threshold cannot part them, which is what makes
/// ties exact.
class RankingPass
{
public:
    /// The totals over all groups to come. `unit` ("image", "pixel") only words the reasons.
    RankingPass(std::uint64_t normalTotal, std::uint64_t anomalousTotal, std::string unit);

    /// The next lower score and how many normal and anomalous units have exactly it.
    void addGroup(double score, std::uint64_t normals, std::uint64_t anomalous);

    double falsePositiveRate() const; ///< of "score >= the last group's"; 0 when nothing is normal
    double recall() const;            ///< likewise; 0 when nothing is anomalous
    double precision() const;         ///< 1 before the first group

    /// Area under the ROC curve; ties count half.
    Metric auroc() const;
    /// Sum over thresholds of (recall step) * precision, without interpolation. With anomalous
    /// units only it is 1.
    Metric averagePrecision() const;
    /// Largest 2PR / (P + R) over all thresholds.
    Metric f1Max() const;
    /// The highest threshold that reaches f1Max().
    std::optional<double> f1Threshold() const;

private:
    std::uint64_t m_normalTotal;
    std::uint64_t m_anomalousTotal;
    std::string m_unit;
    std::uint64_t m_falsePositives = 0;
    std::uint64_t m_truePositives = 0;
    CompensatedSum m_rocArea;      // in counts: of normals times anomalous
    CompensatedSum m_precisionSum; // over anomalous units
    double m_bestF1 = -1;
    double m_bestThreshold = 0;
};

} // namespace cf::metrics::detail
