#pragma once

#include "core/engine/model_config.h"

#include <torch/types.h>

#include <cstdint>

namespace cf::engine::detail {

/// Pixels that make the image score (paper section 3.4).
inline constexpr std::int64_t kScoredPixels = 250;

/// Filtered map of a batch: softmax at the network's size, then enlarged. logits [B, 2, h, w] ->
/// [B, height, width], 0..1.
torch::Tensor anomalyMap(const torch::Tensor &logits, std::int64_t height, std::int64_t width);

/// Gaussian blur of [B, C, H, W], 2 * round(4 sigma) + 1 taps, borders mirrored without repeating
/// the edge pixel. Sides shorter than the window take the widest window that fits. sigma 0 =
/// unchanged.
torch::Tensor gaussianBlur(const torch::Tensor &maps, double sigma);

/// Baseline map: each layer's initial map enlarged, weighted mean over the layers. initialMap [B,
/// L, h, w], layerWeight [L] summing to one -> [B, height, width].
torch::Tensor baselineMap(const torch::Tensor &initialMap, const torch::Tensor &layerWeight,
                          std::int64_t height, std::int64_t width);

/// Baseline maps of one category: weighted, smoothed and standardised as its calibration says.
/// initialMap [B, L, h, w] -> [B, side, side] in standard deviations of the maps of normals.
/// The smoothing is given in pixels of an image of imagePx x imagePx.
torch::Tensor standardisedBaseline(const torch::Tensor &initialMap, const Calibration &calibration,
                                   std::int64_t side, int imagePx);

/// Fused map lambda * filtered + (1 - lambda) * baseline; the published lambda is 0.017 to 0.9 by
/// data set. Both [B, H, W].
torch::Tensor fuseMaps(const torch::Tensor &filtered, const torch::Tensor &baseline, double lambda);

/// Mean of the `pixels` largest values of each map, of all when there are fewer. maps [B, H, W] ->
/// [B].
torch::Tensor imageScore(const torch::Tensor &maps, std::int64_t pixels = kScoredPixels);

} // namespace cf::engine::detail
