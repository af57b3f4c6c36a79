#pragma once

#include "core/base/run_context.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace cf::engine::detail {

/// PatchCore's approximate greedy k-centre choice: of `rows` [n, C], those that leave no other far
/// from its nearest choice. Distances are Euclidean, after a random projection to 128 numbers where
/// there are more; each choice is the row farthest from all earlier ones, the first the farthest
/// on average from ten drawn by chance. Depends on rows and seed alone. Stage "coreset".
/// time    up to count * n * min(C, 128) multiply-adds; rows that a choice cannot matter to are
///         passed over
/// memory  4 * n * 128 bytes, twice
/// source  Roth et al., algorithm 1; the ten starting points are the published code's
std::vector<std::int64_t> greedyCoreset(const torch::Tensor &rows, std::int64_t count,
                                        std::uint64_t seed, RunContext &run);

} // namespace cf::engine::detail
