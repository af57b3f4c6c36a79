#pragma once

#include "tests/parity/compare.h"

#include <functional>

namespace cf::parity {

inline constexpr std::int64_t kVolumeSide = 64; ///< to which volumes and initial maps are enlarged
inline constexpr Tolerance kCost{1e-5};         ///< of costs and what is interpolated from them
inline constexpr Tolerance kCostSum{1e-3};      ///< of sums near 900

/// Compares a tensor with the golden one of this key and reports it.
using AddCase =
    std::function<void(const std::string &key, const torch::Tensor &actual, const Tolerance &)>;

/// Tokens [N, P, C] of a square grid, row by row, as maps [N, C, h, w].
torch::Tensor tokensToMaps(const torch::Tensor &tokens);

/// Elements of a volume [D, L, h, w] at places [k, 4].
torch::Tensor valuesAt(const torch::Tensor &volume, const torch::Tensor &places);

/// The variants whose templates are feature maps of a reconstruction network.
void checkReconstructedFeatures(const Fill &fill, const AddCase &add);
void checkDecoderAgainstEncoder(const GoldenFile &golden, const Fill &fill, const AddCase &add);

} // namespace cf::parity
