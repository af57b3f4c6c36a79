#pragma once

#include "core/engine/template_preview.h"

#include <torch/types.h>

namespace cf::engine::detail {

/// Distances of unit vectors [n, K] to each other: 1 - their products, [n, n] double on the CPU,
/// never below 0.
torch::Tensor descriptorDistances(const torch::Tensor &descriptors);

/// Two principal components of the points that count, at least one, from their distances alone:
/// coordinates [n, 2] double, of variance 1 for those (0 where there is no variance), and the share
/// of the variance that they hold. The others are projected. The sign is fixed by the counting
/// coordinate farthest from 0 being positive, so equal pictures always give the same plot.
struct Projection
{
    torch::Tensor coordinates;
    double shownVariance = 0.0;
};
Projection principalComponents(const torch::Tensor &distances, const std::vector<bool> &counts);

/// Moves outliers outwards until they lie beyond all others: what makes them differ is mostly no
/// part of the two components.
void putOutside(std::vector<CoveragePoint> &points);

/// Sets nearest, outlier and redundant of each. Redundant: within a quarter of the usual distance
/// of an earlier one. Outlier: its nearest is farther than median + 3.5 deviations (1.4826 * MAD),
/// and than 1.3 medians, of those that are not redundant; nobody is one among fewer than five.
void flagPoints(const torch::Tensor &distances, std::vector<CoveragePoint> &points);

} // namespace cf::engine::detail
