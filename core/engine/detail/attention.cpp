#include "core/engine/detail/attention.h"

#include <torch/nn/functional/pooling.h>

namespace cf::engine::detail {

namespace nn = torch::nn;

ChannelAttentionImpl::ChannelAttentionImpl(std::int64_t channels, std::int64_t ratio)
    : m_fc1(register_module(
          "fc1", nn::Conv3d(nn::Conv3dOptions(channels, channels / ratio, 1).bias(false)))),
      m_fc2(register_module(
          "fc2", nn::Conv3d(nn::Conv3dOptions(channels / ratio, channels, 1).bias(false))))
{
}

torch::Tensor ChannelAttentionImpl::forward(const torch::Tensor &x, torch::Tensor *weight)
{
    const auto bottleneck = [this](const torch::Tensor &pooled) {
        return m_fc2(torch::relu(m_fc1(pooled)));
    };
    const auto average = x.mean({2, 3, 4}, /*keepdim=*/true);
    const auto maximum = x.amax({2, 3, 4}, /*keepdim=*/true);
    const auto attention = torch::sigmoid(bottleneck(average) + bottleneck(maximum));
    if (weight)
        *weight = attention.flatten(1).detach();
    return x * attention + x;
}

SpatialAttentionImpl::SpatialAttentionImpl(std::int64_t kernel)
    : m_conv(register_module(
          "conv", nn::Conv3d(nn::Conv3dOptions(2, 1, kernel).padding(kernel / 2).bias(false))))
{
}

torch::Tensor SpatialAttentionImpl::forward(const torch::Tensor &x, torch::Tensor *weight)
{
    const auto statistics = torch::cat({x.mean(1, true), std::get<0>(x.max(1, true))}, 1);
    const auto attention = torch::sigmoid(m_conv(statistics));
    if (weight)
        *weight = attention.detach();
    return x * attention + x;
}

ResidualAttentionImpl::ResidualAttentionImpl(std::int64_t channels, std::int64_t ratio,
                                             std::int64_t kernel)
    : m_channelAttention(register_module("channel_attention", ChannelAttention(channels, ratio))),
      m_spatialAttention(register_module("spatial_attention", SpatialAttention(kernel)))
{
}

torch::Tensor ResidualAttentionImpl::forward(const torch::Tensor &x, const std::string &block,
                                             AttentionRecorder *recorder)
{
    AttentionRecord record;
    auto attended = m_channelAttention(x, recorder ? &record.channelWeight : nullptr);
    attended = m_spatialAttention(attended, recorder ? &record.spatialWeight : nullptr);
    if (recorder) {
        record.block = block;
        record.attended = attended.detach();
        record.volumeEnd = record.guidanceEnd = x.size(1);
        recorder->add(std::move(record));
    }
    return attended;
}

GuidedFusionImpl::GuidedFusionImpl(std::int64_t channels)
    : m_channelAttention(register_module("channel_attention", ChannelAttention(3 * channels, 16))),
      m_spatialAttention(register_module("spatial_attention", SpatialAttention(7))),
      m_conv(register_module("conv1x1", nn::Conv3d(nn::Conv3dOptions(3 * channels, channels, 1)))),
      m_norm(register_module("bn1", nn::BatchNorm3d(channels)))
{
}

torch::Tensor GuidedFusionImpl::forward(const torch::Tensor &volume,
                                        const torch::Tensor &spatialGuidance,
                                        const torch::Tensor &matchingGuidance,
                                        const std::string &block, AttentionRecorder *recorder)
{
    AttentionRecord record;
    auto x = torch::cat({volume, spatialGuidance, matchingGuidance}, 1);
    x = m_channelAttention(x, recorder ? &record.channelWeight : nullptr);
    x = m_spatialAttention(x, recorder ? &record.spatialWeight : nullptr);
    if (recorder) {
        record.block = block;
        record.attended = x.detach();
        record.volumeEnd = volume.size(1);
        record.guidanceEnd = record.volumeEnd + spatialGuidance.size(1);
        recorder->add(std::move(record));
    }
    return torch::relu(m_norm(m_conv(x)));
}

} // namespace cf::engine::detail
