#include "core/engine/detail/coverage.h"

#include <ATen/ops/linalg_eigh.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cf::engine::detail {

namespace {

constexpr double kTwinShare = 0.25;
constexpr double kSameDistance = 1e-6; // of float32 descriptors of one picture
constexpr double kOutlierDeviations = 3.5;
constexpr double kMadToDeviation = 1.4826;
constexpr double kLeastOutlierFactor = 1.3;
constexpr std::size_t kFewestForOutliers = 5;
constexpr double kOutsideFactor = 1.25;

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

/// Distance of each point to the nearest of those that count.
std::vector<double> nearestOf(const torch::TensorAccessor<double, 2> &distance,
                              const std::vector<bool> &counts)
{
    std::vector<double> nearest(counts.size(), std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (std::size_t j = 0; j < counts.size(); ++j)
            if (i != j && counts[j])
                nearest[i] =
                    std::min(nearest[i],
                             distance[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)]);
    return nearest;
}

} // namespace

torch::Tensor descriptorDistances(const torch::Tensor &descriptors)
{
    torch::NoGradGuard noGrad;
    auto distance =
        (1.0 - torch::mm(descriptors, descriptors.t()).to(torch::kFloat64)).clamp_min(0.0);
    distance.fill_diagonal_(0.0);
    return distance.contiguous();
}

Projection principalComponents(const torch::Tensor &distances, const std::vector<bool> &counts)
{
    torch::NoGradGuard noGrad;
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i])
            rows.push_back(static_cast<std::int64_t>(i));
    const auto usual = torch::tensor(rows);
    const auto count = static_cast<std::int64_t>(rows.size());
    // 1 - distance is the product of two unit vectors. Taken from the middle of those that count,
    // the matrix of products has the principal components as eigenvectors.
    const auto columns = -distances.index_select(1, usual); // [n, count]
    const auto columnMean = columns.index_select(0, usual).mean(0, true);
    const auto products = columns - columns.mean(1, true) - columnMean + columnMean.mean();
    const auto own = products.index_select(0, usual);
    const auto [value, vector] = torch::linalg_eigh((own + own.t()) / 2.0);
    const double total = value.clamp_min(0.0).sum().item<double>();
    Projection projection;
    projection.coordinates = torch::zeros({distances.size(0), 2}, torch::kFloat64);
    for (std::int64_t k = 0; k < std::min<std::int64_t>(2, count); ++k) {
        const double variance = value[count - 1 - k].item<double>();
        if (variance <= 1e-9 * std::max(total, 1e-9))
            continue;
        auto component = torch::mv(products, vector.select(1, count - 1 - k)) *
                         (std::sqrt(static_cast<double>(count)) / variance);
        const auto shown = component.index_select(0, usual);
        if (shown[shown.abs().argmax()].item<double>() < 0.0)
            component = -component;
        projection.coordinates.select(1, k).copy_(component);
        projection.shownVariance += variance / total;
    }
    return projection;
}

void putOutside(std::vector<CoveragePoint> &points)
{
    double farthest = 0.0;
    for (const auto &point : points)
        if (!point.outlier)
            farthest = std::max(farthest, std::hypot(point.x, point.y));
    for (auto &point : points) {
        const double least = kOutsideFactor * farthest;
        const double radius = std::hypot(point.x, point.y);
        if (!point.outlier || radius >= least)
            continue;
        point.x = radius > 0.0 ? point.x * least / radius : least;
        point.y = radius > 0.0 ? point.y * least / radius : 0.0;
    }
}

void flagPoints(const torch::Tensor &distances, std::vector<CoveragePoint> &points)
{
    const auto distance = distances.accessor<double, 2>();
    const auto all = nearestOf(distance, std::vector<bool>(points.size(), true));
    const double twin = std::max(kTwinShare * medianOf(all), kSameDistance);
    std::vector<bool> single(points.size(), true);
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].nearest = std::isfinite(all[i]) ? all[i] : 0.0;
        for (std::size_t j = 0; j < i && single[i]; ++j)
            single[i] = !single[j] ||
                        distance[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)] > twin;
        points[i].redundant = !single[i];
    }
    // Twins make each other look near: whether somebody stands apart is told by the others.
    const auto apart = nearestOf(distance, single);
    std::vector<double> usual;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (single[i] && std::isfinite(apart[i]))
            usual.push_back(apart[i]);
    if (usual.size() < kFewestForOutliers)
        return;
    const double median = medianOf(usual);
    std::vector<double> spread;
    for (const double value : usual)
        spread.push_back(std::abs(value - median));
    const double limit = std::max(median + kOutlierDeviations * kMadToDeviation * medianOf(spread),
                                  kLeastOutlierFactor * median);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i].outlier = single[i] && apart[i] > limit;
}

} // namespace cf::engine::detail
