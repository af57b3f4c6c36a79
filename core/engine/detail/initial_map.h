#pragma once

#include <torch/types.h>

namespace cf::engine::detail {

/// Cost at one and the same place of two feature maps: 1 - cosine over the channels, in 0..2.
/// a, b      [B, C, h, w]
/// returns   [B, h, w]
/// throws    std::invalid_argument when the shapes differ
/// source    the first map of Dinomaly (encoder against decoder), which its filter gets instead of
///           the minimum over all matches
torch::Tensor positionCost(const torch::Tensor &a, const torch::Tensor &b, double epsilon = 0.0);

/// Euclidean distance of two feature maps over the channels: [B, C, h, w] twice -> [B, 1, h, w].
/// Throws std::invalid_argument when the shapes differ.
torch::Tensor reconstructionResidual(const torch::Tensor &original,
                                     const torch::Tensor &reconstruction);

/// How the HVQ-Trans variant weighs the residual against the matching; m is the mean of the layers'
/// minima, r the residual.
enum class ResidualMix {
    Plain,             ///< m + 0.1 r / 170
    TransportTraining, ///< (m + 0.1 r) / 70, the model with optimal transport, in training
    TransportTest,     ///< (m + 0.1 r) / 40, the same model, in testing
};

/// The initial map of the HVQ-Trans variant: the first layer gives way to a mix of all layers and
/// the residual.
/// initialMap  [B, L, H, W]
/// residual    [B, 1, h, w]; enlarged with aligned corners
/// returns     [B, L, H, W], a new tensor
torch::Tensor mixResidual(const torch::Tensor &initialMap, const torch::Tensor &residual,
                          ResidualMix mix);

} // namespace cf::engine::detail
