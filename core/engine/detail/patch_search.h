#pragma once

#include <torch/types.h>

#include <cstdint>

namespace cf::engine::detail {

/// The nearest remembered patches of each query patch, by rising distance.
struct NearestPatches
{
    torch::Tensor squared; ///< [P, k] squared Euclidean distance
    torch::Tensor index;   ///< [P, k] int64, row of the memory
};

/// k nearest rows of `memory` [M, C] for each row of `query` [P, C]; fewer where there are fewer.
/// barred  [M] bool: rows that are not to be found (their distance is infinite); undefined = none
/// memory  4 * P * min(M, tileRows) bytes: the distances of one tile at a time
NearestPatches nearestPatches(const torch::Tensor &query, const torch::Tensor &memory,
                              std::int64_t k, const torch::Tensor &barred = {},
                              std::int64_t tileRows = 8192);

/// PatchCore's image score, equation 7: the distance of the most anomalous patch, times 1 - its
/// share in the exponentials of its distances to the neighbourhood of what it matches.
/// distances  [b] of that patch to the b remembered patches nearest to its nearest one, that one
///            first. One alone has no neighbourhood: the distance as it is.
double reweightedScore(const torch::Tensor &distances);

/// AnomalyDINO's image score: mean of the largest hundredth of the patch distances, at least one.
double topShareMean(const torch::Tensor &distances);

} // namespace cf::engine::detail
