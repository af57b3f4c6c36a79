#pragma once

#include "core/engine/detail/normal_bank.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace cf::engine::detail {

/// AnomalyDINO's mask of a picture from its features alone: the patches whose first principal
/// component is large are the product, those where it is small when that leaves too little of the
/// middle. Widened by one patch, small holes closed; everything where nothing is found.
/// patches    [P, C] of one picture, P = grid * grid, not normalised
/// returns    [P] bool, true = product
/// source     Damm et al., section 3.2. Theirs asks for a component above 10, in features behind
///            DINOv2's last normalisation; ours for more than half a deviation, of any features.
torch::Tensor productMask(const torch::Tensor &patches, std::int64_t grid);

/// The masking test: whether the masks of a category's normals leave the product whole. The authors
/// look at one of each category by eye; here its outline by brightness (synthesis/foreground.h) is
/// what must be kept, and a category that has none is not masked.
/// features   the feature layer that the masks are made of, see NormalBank::layer()
bool passesMaskingTest(const NormalBank &bank, const torch::Tensor &features,
                       const std::vector<std::int64_t> &normals);

} // namespace cf::engine::detail
