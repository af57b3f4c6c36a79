#pragma once

#include "core/engine/detail/compact_filter.h"
#include "core/engine/detail/filter_network.h"
#include "core/engine/detail/matcher.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <vector>

namespace cf::engine::detail {

/// Matched queries stacked for the network, on its device.
struct MatchedBatch
{
    torch::Tensor volume;                ///< [B, K, L, g, g] float32
    torch::Tensor initialMap;            ///< [B, L, g, g]
    std::vector<torch::Tensor> guidance; ///< [B, C_l, g, g]
    torch::Tensor baseline; ///< [B, 2g, 2g], standardised by each category's normals; compact only
};

/// `categories` [B] are those of the queries; their calibrations in `config` make the baseline
/// maps. imagePx = side of the network's image, in whose pixels their smoothing is given.
MatchedBatch stack(const std::vector<MatchedQuery> &queries,
                   const std::vector<std::int64_t> &categories, const ModelConfig &config,
                   int imagePx, torch::Device device);

/// The filter of either profile behind one forward pass.
class DetectorNetwork
{
public:
    explicit DetectorNetwork(const ModelConfig &config);

    /// Initial weights by the seed.
    void initialise(std::uint64_t seed);
    FilterOutput forward(const MatchedBatch &batch, AttentionRecorder *recorder = nullptr);
    /// Anomaly evidence before any smoothing: [B, S, S]; compact: the logit (sigmoid is the
    /// probability, but saturates), paper: the probability.
    torch::Tensor evidence(const FilterOutput &output) const;

    torch::nn::Module &module();
    CompactFilter compact() { return m_compact; } ///< empty for the paper's profile

private:
    Profile m_profile;
    CompactFilter m_compact{nullptr};
    FilterNetwork m_published{nullptr};
};

} // namespace cf::engine::detail
