#pragma once

#include "core/engine/detail/losses.h"

#include <torch/types.h>

namespace cf::engine::detail {

/// Weights of the compact profile's terms; 0 switches a term off.
struct CompactLossOptions
{
    double pixel = 5.0; ///< binary cross-entropy of each pixel
    double dice = 0.5;  ///< 1 - soft Dice (squared form) over the batch
    double image =
        0.2; ///< binary cross-entropy of the mean of the largest logits: the image score itself
    double crossEntropy = 0.1; ///< class-aware adaptor
};

struct CompactLossTerms
{
    torch::Tensor total, pixel, dice, image, crossEntropy; ///< scalars
};

/// logit [B, S, S]; target [B, S, S] share of defective pixels in each cell, 0..1; anomalous [B] 0
/// or 1; classLogits [B, classes], labels [B] int64.
CompactLossTerms compactLoss(const torch::Tensor &logit, const torch::Tensor &target,
                             const torch::Tensor &anomalous, const torch::Tensor &classLogits,
                             const torch::Tensor &labels, const CompactLossOptions &options);

} // namespace cf::engine::detail
