#pragma once

#include "core/engine/detail/attention.h"
#include "core/engine/detail/filter_network.h"

#include <torch/nn/modules/normalization.h>

#include <vector>

namespace cf::engine::detail {

/// Two convolutions with group norm and ReLU, then residual channel-spatial attention.
/// Planar blocks convolve within a layer (1x3x3), the others across layers too (3x3x3).
class AttendedBlockImpl : public torch::nn::Module
{
public:
    AttendedBlockImpl(std::int64_t in, std::int64_t out, bool planar);
    torch::Tensor forward(const torch::Tensor &x, const std::string &block,
                          AttentionRecorder *recorder);

private:
    torch::nn::Conv3d m_conv1{nullptr}, m_conv2{nullptr};
    torch::nn::GroupNorm m_norm1{nullptr}, m_norm2{nullptr};
    ResidualAttention m_attention{nullptr};
};
TORCH_MODULE(AttendedBlock);

/// Cost volume filter that trains in minutes on two CPU cores. The frame is the paper's (3D U-Net
/// over layers with RCSA, guided by the query's features and by the initial map, class-aware
/// adaptor); ours is the residual path:
///   logit = scale * baseline map + offset + U-Net
/// whose last layer starts at zero, so that training starts at the category's own baseline map and
/// can only leave it for a reason. volume [B, K, L, g, g]; guidance [B, C, g, g] each; initialMap
/// [B, L, g, g]; baseline [B, 2g, 2g], standardised by its category's normals -> logits
/// [B, 2, 2g, 2g]. g a multiple of 4.
class CompactFilterImpl : public torch::nn::Module
{
public:
    /// config.matches = K, config.width = w, config.featureChannels = channels of the guidance
    /// layers.
    explicit CompactFilterImpl(const FilterConfig &config);
    FilterOutput forward(const torch::Tensor &volume, const std::vector<torch::Tensor> &guidance,
                         const torch::Tensor &initialMap, const torch::Tensor &baseline,
                         AttentionRecorder *recorder = nullptr);

    /// Root mean square [1, K, L, 1, 1] of each input, by which it is divided; set once from the
    /// first samples.
    void setInputScale(const torch::Tensor &scale);

private:
    static constexpr std::int64_t kGuidanceChannels = 8;
    static constexpr double kLayerDropout = 0.1;
    static constexpr double kGuidanceDropout = 0.5;
    /// What the U-Net sees of the baseline map, in standard deviations; beyond, nothing is learned.
    static constexpr double kBaselineLow = -3.0, kBaselineHigh = 12.0;

    FilterConfig m_config;
    torch::Tensor m_inputScale, m_residualScale, m_residualOffset;
    torch::nn::Conv3d m_reduce{nullptr}, m_mapGuidance{nullptr};
    torch::nn::Conv2d m_featureGuidance{nullptr};
    AttendedBlock m_encoder1{nullptr}, m_encoder2{nullptr}, m_encoder3{nullptr},
        m_decoder2{nullptr}, m_decoder1{nullptr};
    torch::nn::Conv2d m_head1{nullptr}, m_head2{nullptr}, m_head3{nullptr};
    torch::nn::Linear m_classifier{nullptr};
};
TORCH_MODULE(CompactFilter);

} // namespace cf::engine::detail
