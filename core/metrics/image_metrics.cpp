#include "core/metrics/image_metrics.h"

#include "core/metrics/ranking.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace cf::metrics {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct ClassCounts
{
    std::size_t normal = 0;
    std::size_t anomalous = 0;
};

ClassCounts countClasses(std::span<const ScoredLabel> samples)
{
    ClassCounts counts;
    for (const ScoredLabel &sample : samples)
        ++(sample.anomalous ? counts.anomalous : counts.normal);
    return counts;
}

/// Calls visit(score, normals, anomalous) for each distinct score from the highest down.
template <class Visit>
void forEachGroup(std::span<const ScoredLabel> samples, Visit visit)
{
    std::vector<ScoredLabel> sorted(samples.begin(), samples.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const ScoredLabel &a, const ScoredLabel &b) { return a.score > b.score; });
    for (std::size_t first = 0; first < sorted.size();) {
        ClassCounts group;
        std::size_t next = first;
        for (; next < sorted.size() && sorted[next].score == sorted[first].score; ++next)
            ++(sorted[next].anomalous ? group.anomalous : group.normal);
        visit(sorted[first].score, group.normal, group.anomalous);
        first = next;
    }
}

} // namespace

Result<void> detail::checkFinite(std::span<const ScoredLabel> samples)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!std::isfinite(samples[i].score))
            return Error::make(ErrorCode::BadData,
                               "Score " + std::to_string(i + 1) + " of " +
                                   std::to_string(samples.size()) + " is " +
                                   (std::isnan(samples[i].score) ? "NaN" : "infinite") +
                                   "; leave this image out or score it again");
    }
    return {};
}

Result<ImageMetrics> imageMetrics(std::span<const ScoredLabel> samples)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    const ClassCounts counts = countClasses(samples);

    ImageMetrics metrics;
    metrics.normalCount = counts.normal;
    metrics.anomalousCount = counts.anomalous;
    detail::RankingPass pass(counts.normal, counts.anomalous, "image");
    metrics.roc.push_back({0, 0, kInfinity});
    metrics.precisionRecall.push_back({0, 1, kInfinity});
    forEachGroup(samples, [&](double score, std::size_t normals, std::size_t anomalous) {
        pass.addGroup(score, normals, anomalous);
        metrics.roc.push_back({pass.falsePositiveRate(), pass.recall(), score});
        metrics.precisionRecall.push_back({pass.recall(), pass.precision(), score});
    });
    metrics.auroc = pass.auroc();
    metrics.averagePrecision = pass.averagePrecision();
    metrics.f1Max = pass.f1Max();
    metrics.f1Threshold = pass.f1Threshold();
    if (!metrics.auroc.defined())
        metrics.roc.clear();
    if (!metrics.averagePrecision.defined())
        metrics.precisionRecall.clear();
    return metrics;
}

Result<Confusion> confusionAt(std::span<const ScoredLabel> samples, double threshold)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    if (std::isnan(threshold))
        return Error::make(ErrorCode::BadUsage, "The threshold is not a number; give one");
    Confusion confusion;
    for (const ScoredLabel &sample : samples) {
        const bool called = sample.score >= threshold;
        if (sample.anomalous)
            ++(called ? confusion.truePositives : confusion.falseNegatives);
        else
            ++(called ? confusion.falsePositives : confusion.trueNegatives);
    }
    return confusion;
}

Result<OrUndefined<YoudenPoint>> youdenPoint(std::span<const ScoredLabel> samples)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    const ClassCounts counts = countClasses(samples);
    if (counts.anomalous == 0)
        return OrUndefined<YoudenPoint>::undefined("there is no anomalous image");
    if (counts.normal == 0)
        return OrUndefined<YoudenPoint>::undefined("there is no normal image");

    // TPR - FPR in whole numbers (times normal * anomalous), so that equal ones compare equal.
    const auto normalTotal = static_cast<std::int64_t>(counts.normal);
    const auto anomalousTotal = static_cast<std::int64_t>(counts.anomalous);
    std::int64_t falsePositives = 0;
    std::int64_t truePositives = 0;
    std::int64_t bestLead = std::numeric_limits<std::int64_t>::min();
    YoudenPoint best;
    forEachGroup(samples, [&](double score, std::size_t normals, std::size_t anomalous) {
        falsePositives += static_cast<std::int64_t>(normals);
        truePositives += static_cast<std::int64_t>(anomalous);
        const std::int64_t lead = truePositives * normalTotal - falsePositives * anomalousTotal;
        if (lead > bestLead) {
            bestLead = lead;
            best.threshold = score;
        }
    });
    best.index = static_cast<double>(bestLead) / static_cast<double>(normalTotal * anomalousTotal);
    return OrUndefined<YoudenPoint>::of(best);
}

} // namespace cf::metrics
