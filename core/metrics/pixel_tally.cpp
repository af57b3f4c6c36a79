#include "core/metrics/pixel_tally.h"

#include "core/metrics/curve_thinner.h"
#include "core/metrics/pixel_records.h"
#include "core/metrics/ranking.h"
#include "core/metrics/regions.h"
#include "core/metrics/spill_sorter.h"

#include <cmath>
#include <limits>
#include <string>

namespace cf::metrics {

namespace {

using detail::AnomalousPixels;
using detail::NormalPixels;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Area under the per-region overlap curve, in one walk from the highest score down.
class ProPass
{
public:
    ProPass(std::uint64_t normalTotal, std::uint64_t regionTotal, double limit)
        : m_limitPixels(limit * static_cast<double>(normalTotal)),
          m_regionTotal(static_cast<double>(regionTotal))
    {
    }

    /// False positives and covered regions after the next lower score.
    void addPoint(std::uint64_t falsePositives, double coveredRegions)
    {
        const auto x = static_cast<double>(falsePositives);
        if (m_x < m_limitPixels && x > m_x) {
            const double end = std::min(x, m_limitPixels);
            const double coveredAtEnd =
                x <= m_limitPixels
                    ? coveredRegions
                    : m_covered + (coveredRegions - m_covered) * (end - m_x) / (x - m_x);
            m_area.add((end - m_x) * (m_covered + coveredAtEnd) / 2);
        }
        m_x = x;
        m_covered = coveredRegions;
    }

    double area() const { return m_area.value() / (m_limitPixels * m_regionTotal); }

private:
    double m_limitPixels; // the limit of the rate, as a number of normal pixels
    double m_regionTotal;
    double m_x = 0;
    double m_covered = 0;
    detail::CompensatedSum m_area;
};

/// All pixels of one score.
struct ScoreGroup
{
    std::uint32_t key = 0;
    std::uint64_t normals = 0;
    std::uint64_t anomalous = 0;
};

} // namespace

struct PixelTally::Impl
{
    explicit Impl(PixelTallyOptions given)
        : options(std::move(given)),
          // Defects are few pixels among many.
          normals(options.memoryBudgetBytes / 4 * 3, options.spillFolder),
          anomalous(options.memoryBudgetBytes / 4, options.spillFolder)
    {
    }

    Result<void> checkImage(std::span<const float> scores, int heightPx, int widthPx) const;
    Result<void> addMasked(std::span<const float> scores, std::span<const std::uint8_t> mask,
                           int widthPx);
    Result<void> addUnmasked(std::span<const float> scores);
    template <class Visit>
    Result<void> forEachGroup(detail::CoveredRegions &covered, Visit visit);

    PixelTallyOptions options;
    detail::SpillSorter<NormalPixels> normals;
    detail::SpillSorter<AnomalousPixels> anomalous;
    std::uint64_t images = 0;
    std::uint64_t normalPixels = 0;
    std::uint64_t anomalousPixels = 0;
    std::uint64_t regions = 0;
    std::optional<Error> broken; // a spill failed half-way through an image
};

Result<void> PixelTally::Impl::checkImage(std::span<const float> scores, int heightPx,
                                          int widthPx) const
{
    const std::string image = "image " + std::to_string(images + 1) + " of the pixel metrics";
    if (heightPx <= 0 || widthPx <= 0 ||
        scores.size() != static_cast<std::size_t>(heightPx) * static_cast<std::size_t>(widthPx))
        return Error::make(ErrorCode::BadData,
                           "The score map of " + image + " has " + std::to_string(scores.size()) +
                               " values instead of " + std::to_string(heightPx) + " x " +
                               std::to_string(widthPx) + "; write it again");
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!std::isfinite(scores[i])) {
            const auto width = static_cast<std::size_t>(widthPx);
            return Error::make(ErrorCode::BadData,
                               "The score map of " + image + " is " +
                                   (std::isnan(scores[i]) ? "NaN" : "infinite") + " at row " +
                                   std::to_string(i / width) + ", column " +
                                   std::to_string(i % width) +
                                   " (counted from 0); leave this image out or score it again");
        }
    }
    return {};
}

Result<void> PixelTally::Impl::addUnmasked(std::span<const float> scores)
{
    for (const float score : scores)
        CF_RETURN_IF_ERROR(normals.add({detail::keyOfScore(score), 1}));
    normalPixels += scores.size();
    return {};
}

Result<void> PixelTally::Impl::addMasked(std::span<const float> scores,
                                         std::span<const std::uint8_t> mask, int widthPx)
{
    const RegionLabels found = labelRegions(mask, static_cast<std::size_t>(widthPx));
    std::vector<detail::RegionShares> shares;
    shares.reserve(found.areaPx.size());
    for (const std::uint32_t areaPx : found.areaPx)
        shares.emplace_back(areaPx);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::uint32_t key = detail::keyOfScore(scores[i]);
        const std::uint32_t label = found.label[i];
        if (label == 0) {
            CF_RETURN_IF_ERROR(normals.add({key, 1}));
            ++normalPixels;
        } else {
            CF_RETURN_IF_ERROR(anomalous.add({key, 1, shares[label - 1].next()}));
            ++anomalousPixels;
        }
    }
    regions += found.areaPx.size();
    return {};
}

/// Calls visit(group) for each distinct score from the highest down; `covered` runs along.
template <class Visit>
Result<void> PixelTally::Impl::forEachGroup(detail::CoveredRegions &covered, Visit visit)
{
    CF_ASSIGN_OR_RETURN(auto normalCursor, normals.sorted());
    CF_ASSIGN_OR_RETURN(auto anomalousCursor, anomalous.sorted());
    NormalPixels normal;
    AnomalousPixels defect;
    CF_ASSIGN_OR_RETURN(bool moreNormals, normalCursor.next(normal));
    CF_ASSIGN_OR_RETURN(bool moreDefects, anomalousCursor.next(defect));
    while (moreNormals || moreDefects) {
        const bool normalFirst = moreNormals && (!moreDefects || normal.key <= defect.key);
        ScoreGroup group{normalFirst ? normal.key : defect.key, 0, 0};
        while (moreNormals && normal.key == group.key) {
            group.normals += normal.count;
            CF_ASSIGN_OR_RETURN(moreNormals, normalCursor.next(normal));
        }
        while (moreDefects && defect.key == group.key) {
            group.anomalous += defect.count;
            covered.add(defect.share);
            CF_ASSIGN_OR_RETURN(moreDefects, anomalousCursor.next(defect));
        }
        visit(group);
    }
    return {};
}

Result<PixelTally> PixelTally::create(PixelTallyOptions options)
{
    if (!(options.falsePositiveRateLimit > 0 && options.falsePositiveRateLimit <= 1))
        return Error::make(ErrorCode::BadUsage,
                           "The false positive rate limit of AU-PRO is " +
                               std::to_string(options.falsePositiveRateLimit) +
                               "; choose one above 0 and up to 1, usually 0.3");
    if (options.curvePointLimit < 2)
        return Error::make(ErrorCode::BadUsage, "A curve needs 2 points or more; raise the limit");
    return PixelTally(std::make_unique<Impl>(std::move(options)));
}

PixelTally::PixelTally(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
PixelTally::~PixelTally() = default;
PixelTally::PixelTally(PixelTally &&) noexcept = default;
PixelTally &PixelTally::operator=(PixelTally &&) noexcept = default;

Result<void> PixelTally::add(std::span<const float> scores, std::span<const std::uint8_t> mask,
                             int heightPx, int widthPx)
{
    if (m_impl->broken)
        return *m_impl->broken;
    CF_RETURN_IF_ERROR(m_impl->checkImage(scores, heightPx, widthPx));
    if (mask.size() != scores.size())
        return Error::make(ErrorCode::BadData,
                           "The mask of image " + std::to_string(m_impl->images + 1) +
                               " of the pixel metrics has " + std::to_string(mask.size()) +
                               " pixels and its score map " + std::to_string(scores.size()) +
                               "; bring both to one size");
    auto added = m_impl->addMasked(scores, mask, widthPx);
    if (!added.ok())
        m_impl->broken = added.error();
    ++m_impl->images;
    return added;
}

Result<void> PixelTally::addNormal(std::span<const float> scores, int heightPx, int widthPx)
{
    if (m_impl->broken)
        return *m_impl->broken;
    CF_RETURN_IF_ERROR(m_impl->checkImage(scores, heightPx, widthPx));
    auto added = m_impl->addUnmasked(scores);
    if (!added.ok())
        m_impl->broken = added.error();
    ++m_impl->images;
    return added;
}

Result<PixelMetrics> PixelTally::finish()
{
    if (m_impl->broken)
        return *m_impl->broken;
    PixelMetrics metrics;
    metrics.normalPixels = m_impl->normalPixels;
    metrics.anomalousPixels = m_impl->anomalousPixels;
    metrics.regionCount = m_impl->regions;

    detail::RankingPass ranking(metrics.normalPixels, metrics.anomalousPixels, "pixel");
    ProPass pro(metrics.normalPixels, metrics.regionCount, m_impl->options.falsePositiveRateLimit);
    detail::CoveredRegions covered;
    detail::CurveThinner roc;
    detail::CurveThinner precisionRecall;
    detail::CurveThinner overlap;
    roc.add({0, 0, kInfinity});
    precisionRecall.add({0, 1, kInfinity});
    overlap.add({0, 0, kInfinity});
    std::uint64_t falsePositives = 0;
    const auto regionCount = static_cast<double>(metrics.regionCount);
    const bool anyRegion = metrics.regionCount > 0;
    CF_RETURN_IF_ERROR(m_impl->forEachGroup(covered, [&](const ScoreGroup &group) {
        const double score = detail::scoreOfKey(group.key);
        falsePositives += group.normals;
        ranking.addGroup(score, group.normals, group.anomalous);
        pro.addPoint(falsePositives, covered.value());
        if (!anyRegion)
            return; // no curve will be kept
        roc.add({ranking.falsePositiveRate(), ranking.recall(), score});
        precisionRecall.add({ranking.recall(), ranking.precision(), score});
        overlap.add({ranking.falsePositiveRate(), covered.value() / regionCount, score});
    }));

    metrics.auroc = ranking.auroc();
    metrics.averagePrecision = ranking.averagePrecision();
    metrics.f1Max = ranking.f1Max();
    metrics.f1Threshold = ranking.f1Threshold();
    const std::size_t pointLimit = m_impl->options.curvePointLimit;
    if (metrics.averagePrecision.defined())
        metrics.precisionRecall = precisionRecall.finish(pointLimit);
    if (!metrics.auroc.defined()) {
        metrics.auPro = Metric::undefined(metrics.auroc.reasonWhenUndefined);
        return metrics;
    }
    metrics.auPro = Metric::of(pro.area());
    metrics.roc = roc.finish(pointLimit);
    metrics.pro = overlap.finish(pointLimit);
    return metrics;
}

std::size_t PixelTally::spilledRuns() const
{
    return m_impl->normals.runCount() + m_impl->anomalous.runCount();
}

} // namespace cf::metrics
