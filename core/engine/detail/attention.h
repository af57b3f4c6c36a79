#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>
#include <torch/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// What one attention block did in a forward pass, kept for RCSA heatmaps. Tensors share the
/// network's memory.
struct AttentionRecord
{
    std::string block;           ///< "cbam_fusion1" ... "db4.cbam"
    torch::Tensor channelWeight; ///< [B, C] sigmoid weight of each channel, 0..1
    torch::Tensor spatialWeight; ///< [B, 1, L, H, W] sigmoid weight of each place, 0..1
    torch::Tensor attended;      ///< [B, C, L, H, W] after both attentions and their residuals
    /// Channels [0, volumeEnd) come from the volume, [volumeEnd, guidanceEnd) from the query's
    /// features (spatial guidance), the rest from the initial map (matching guidance). Decoder
    /// blocks have one stream: both equal C.
    std::int64_t volumeEnd = 0;
    std::int64_t guidanceEnd = 0;
    /// [B, G, L, H, W] guidance that enters before the block's convolutions (compact profile) and
    /// so has no attention weight of its own: channels [0, spatialGuidance) come from the query's
    /// features, the rest from the initial map. Undefined elsewhere.
    torch::Tensor guidance;
    std::int64_t spatialGuidance = 0;
};

/// Collects AttentionRecords during one forward pass; hand it to FilterNetwork::forward().
class AttentionRecorder
{
public:
    void add(AttentionRecord record) { m_records.push_back(std::move(record)); }
    /// Belongs to the record added last; see AttentionRecord::guidance.
    void addGuidance(const torch::Tensor &guidance, std::int64_t spatialGuidance)
    {
        m_records.back().guidance = guidance.detach();
        m_records.back().spatialGuidance = spatialGuidance;
    }
    const std::vector<AttentionRecord> &records() const { return m_records; }

private:
    std::vector<AttentionRecord> m_records;
};

/// Residual channel attention: x * sigmoid(f(average) + f(maximum)) + x with one shared two-layer
/// bottleneck f. Paper section 3.3, the equation of x^ca. Input and output [B, C, L, H, W].
class ChannelAttentionImpl : public torch::nn::Module
{
public:
    ChannelAttentionImpl(std::int64_t channels, std::int64_t ratio);
    /// `weight`, if given, receives the sigmoid weights [B, C].
    torch::Tensor forward(const torch::Tensor &x, torch::Tensor *weight = nullptr);

private:
    torch::nn::Conv3d m_fc1{nullptr}, m_fc2{nullptr};
};
TORCH_MODULE(ChannelAttention);

/// Residual spatial attention: x * sigmoid(conv(mean over channels, maximum over channels)) + x.
/// Paper section 3.3, the equation of x^sa. Input and output [B, C, L, H, W].
class SpatialAttentionImpl : public torch::nn::Module
{
public:
    explicit SpatialAttentionImpl(std::int64_t kernel);
    /// `weight`, if given, receives the sigmoid weights [B, 1, L, H, W].
    torch::Tensor forward(const torch::Tensor &x, torch::Tensor *weight = nullptr);

private:
    torch::nn::Conv3d m_conv{nullptr};
};
TORCH_MODULE(SpatialAttention);

/// Both attentions in a row, as used in the decoder (ratio 8, kernel 3).
class ResidualAttentionImpl : public torch::nn::Module
{
public:
    ResidualAttentionImpl(std::int64_t channels, std::int64_t ratio, std::int64_t kernel);
    torch::Tensor forward(const torch::Tensor &x, const std::string &block = {},
                          AttentionRecorder *recorder = nullptr);

private:
    ChannelAttention m_channelAttention{nullptr};
    SpatialAttention m_spatialAttention{nullptr};
};
TORCH_MODULE(ResidualAttention);

/// RCSA of the encoder: joins the volume stream with its two guidances, attends, and reduces to the
/// block's width. Paper section 3.3, figure 4: x' = cat(x, h(features), h(initial map)) in the
/// order of the published weights.
class GuidedFusionImpl : public torch::nn::Module
{
public:
    explicit GuidedFusionImpl(std::int64_t channels);
    /// All three [B, C, L, H, W]; returns [B, C, L, H, W].
    torch::Tensor forward(const torch::Tensor &volume, const torch::Tensor &spatialGuidance,
                          const torch::Tensor &matchingGuidance, const std::string &block = {},
                          AttentionRecorder *recorder = nullptr);

private:
    ChannelAttention m_channelAttention{nullptr};
    SpatialAttention m_spatialAttention{nullptr};
    torch::nn::Conv3d m_conv{nullptr};
    torch::nn::BatchNorm3d m_norm{nullptr};
};
TORCH_MODULE(GuidedFusion);

} // namespace cf::engine::detail
