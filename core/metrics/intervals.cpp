#include "core/metrics/intervals.h"

#include "core/metrics/distribution.h"
#include "core/metrics/ranking.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace cf::metrics {

namespace detail {

Result<void> checkConfidence(double confidence)
{
    if (!(confidence > 0 && confidence < 1))
        return Error::make(ErrorCode::BadUsage, "The confidence is " + std::to_string(confidence) +
                                                    "; choose one between 0 and 1, usually 0.95");
    return {};
}

double unseenShareAtMost(std::size_t pictures, double confidence)
{
    return 1 - std::pow(1 - confidence, 1 / static_cast<double>(pictures));
}

double normalQuantile(double confidence)
{
    double low = 0;
    double high = 40;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        // The tail, not the middle, keeps its digits when the confidence is close to 1.
        (std::erfc(middle / std::numbers::sqrt2) > 1 - confidence ? low : high) = middle;
    }
    return (low + high) / 2;
}

std::size_t drawBelow(std::mt19937_64 &random, std::size_t bound)
{
    const auto largest = std::mt19937_64::max() - std::mt19937_64::max() % bound;
    for (;;) {
        const auto number = random();
        if (number < largest)
            return static_cast<std::size_t>(number % bound);
    }
}

Interval percentileInterval(std::vector<double> values, double confidence)
{
    std::sort(values.begin(), values.end());
    return {quantileOfSorted(values, (1 - confidence) / 2),
            quantileOfSorted(values, (1 + confidence) / 2)};
}

} // namespace detail

using detail::checkConfidence;
using detail::drawBelow;
using detail::normalQuantile;
using detail::percentileInterval;

Result<OrUndefined<Interval>> wilsonInterval(std::uint64_t successes, std::uint64_t trials,
                                             double confidence)
{
    CF_RETURN_IF_ERROR(checkConfidence(confidence));
    if (successes > trials)
        return Error::make(ErrorCode::BadUsage, std::to_string(successes) + " successes in " +
                                                    std::to_string(trials) + " trials cannot be");
    if (trials == 0)
        return OrUndefined<Interval>::undefined("there are no trials");
    const double z = normalQuantile(confidence);
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(successes) / n;
    const double scale = 1 + z * z / n;
    const double centre = (p + z * z / (2 * n)) / scale;
    const double half = z / scale * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    // At the ends the formula gives 0 and 1 but for rounding.
    return OrUndefined<Interval>::of({successes == 0 ? 0 : std::max(0.0, centre - half),
                                      successes == trials ? 1 : std::min(1.0, centre + half)});
}

Result<RankingIntervals> bootstrapIntervals(std::span<const ScoredLabel> samples,
                                            const BootstrapOptions &options)
{
    CF_RETURN_IF_ERROR(detail::checkFinite(samples));
    CF_RETURN_IF_ERROR(checkConfidence(options.confidence));
    if (options.replicates == 0)
        return Error::make(ErrorCode::BadUsage, "A bootstrap needs at least one replicate");

    // Sorted once, by label too, so that neither the result nor the draws depend on the order
    // given.
    std::vector<ScoredLabel> sorted(samples.begin(), samples.end());
    std::sort(sorted.begin(), sorted.end(), [](const ScoredLabel &a, const ScoredLabel &b) {
        return a.score != b.score ? a.score > b.score : a.anomalous && !b.anomalous;
    });
    std::vector<std::size_t> normals;
    std::vector<std::size_t> anomalous;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        (sorted[i].anomalous ? anomalous : normals).push_back(i);
    if (normals.empty() || anomalous.empty()) {
        const auto none = OrUndefined<Interval>::undefined(
            anomalous.empty() ? "there is no anomalous image" : "there is no normal image");
        return RankingIntervals{none, none};
    }

    std::mt19937_64 random(options.seed);
    std::vector<double> aurocs;
    std::vector<double> averagePrecisions;
    std::vector<std::uint32_t> drawn(sorted.size());
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        std::fill(drawn.begin(), drawn.end(), 0);
        for (const auto *members : {&normals, &anomalous}) {
            for (std::size_t i = 0; i < members->size(); ++i)
                ++drawn[(*members)[drawBelow(random, members->size())]];
        }
        detail::RankingPass pass(normals.size(), anomalous.size(), "image");
        for (std::size_t i = 0; i < sorted.size();) {
            const double score = sorted[i].score;
            std::uint64_t normalCount = 0;
            std::uint64_t anomalousCount = 0;
            for (; i < sorted.size() && sorted[i].score == score; ++i)
                (sorted[i].anomalous ? anomalousCount : normalCount) += drawn[i];
            pass.addGroup(score, normalCount, anomalousCount);
        }
        aurocs.push_back(*pass.auroc().value);
        averagePrecisions.push_back(*pass.averagePrecision().value);
    }
    return RankingIntervals{
        OrUndefined<Interval>::of(percentileInterval(std::move(aurocs), options.confidence)),
        OrUndefined<Interval>::of(
            percentileInterval(std::move(averagePrecisions), options.confidence))};
}

} // namespace cf::metrics
