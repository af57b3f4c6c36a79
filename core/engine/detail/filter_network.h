#pragma once

#include "core/engine/detail/attention.h"
#include "core/engine/filter_config.h"

#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>

#include <vector>

namespace cf::engine::detail {

/// What the filter answers for a batch.
struct FilterOutput
{
    torch::Tensor logits;      ///< [B, 2, H, W]; softmax over axis 1, channel 1 = anomalous
    torch::Tensor classLogits; ///< [B, classes] of the class-aware adaptor
};

/// 1x1x1 or 3x3x3 convolution, batch norm, ReLU under the names conv and bn.
class ConvUnitImpl : public torch::nn::Module
{
public:
    ConvUnitImpl(std::int64_t in, std::int64_t out, std::int64_t kernel);
    torch::Tensor forward(const torch::Tensor &x);

private:
    torch::nn::Conv3d m_conv{nullptr};
    torch::nn::BatchNorm3d m_norm{nullptr};
};
TORCH_MODULE(ConvUnit);

/// Two 3x3x3 convolutions with batch norm and ReLU, optionally followed by residual attention (name
/// cbam).
class DoubleConvImpl : public torch::nn::Module
{
public:
    DoubleConvImpl(std::int64_t in, std::int64_t middle, std::int64_t out, bool attention);
    torch::Tensor forward(const torch::Tensor &x, const std::string &block = {},
                          AttentionRecorder *recorder = nullptr);

private:
    torch::nn::Conv3d m_conv1{nullptr}, m_conv2{nullptr};
    torch::nn::BatchNorm3d m_norm1{nullptr}, m_norm2{nullptr};
    ResidualAttention m_attention{nullptr};
};
TORCH_MODULE(DoubleConv);

/// Guidance projector h of the paper: brings features or the initial map to a block's width, depth
/// and size.
class GuidanceProjectorImpl : public torch::nn::Module
{
public:
    GuidanceProjectorImpl(std::int64_t in, std::int64_t out);
    /// x [B, in, 1, h, w] -> [B, out, depth, side, side]
    torch::Tensor forward(const torch::Tensor &x, std::int64_t depth, c10::IntArrayRef size);

private:
    torch::nn::Conv3d m_reduce{nullptr}, m_depthConv{nullptr};
    torch::nn::BatchNorm3d m_norm{nullptr}, m_norm2{nullptr};
};
TORCH_MODULE(GuidanceProjector);

/// Outputs of the encoder: fused block outputs, which are the skip connections too.
struct EncoderOutput
{
    torch::Tensor b1, b2, b3, b4, b5, b6;
};

class FilterEncoderImpl : public torch::nn::Module
{
public:
    explicit FilterEncoderImpl(const FilterConfig &config);
    EncoderOutput forward(const torch::Tensor &volume, const std::vector<torch::Tensor> &features,
                          const torch::Tensor &initialMap, AttentionRecorder *recorder);

private:
    FilterConfig m_config;
    ConvUnit m_down1{nullptr}, m_down2{nullptr};
    std::vector<DoubleConv> m_blocks;
    std::vector<GuidanceProjector> m_featureProjectors, m_mapProjectors;
    std::vector<GuidedFusion> m_fusions;
};
TORCH_MODULE(FilterEncoder);

class FilterDecoderImpl : public torch::nn::Module
{
public:
    explicit FilterDecoderImpl(const FilterConfig &config);
    FilterOutput forward(const EncoderOutput &encoded, AttentionRecorder *recorder);

private:
    DoubleConv m_dbB{nullptr}, m_db1{nullptr}, m_db2{nullptr}, m_db3{nullptr}, m_db4{nullptr};
    ConvUnit m_up1{nullptr}, m_up2{nullptr}, m_up3{nullptr}, m_up4{nullptr};
    torch::nn::Conv3d m_depthConv{nullptr}, m_unusedConv{nullptr};
    ChannelAttention m_segmentationAttention{nullptr}, m_classAttention{nullptr};
    torch::nn::Conv2d m_toLogits{nullptr};
    torch::nn::Sequential m_classifier{nullptr};
};
TORCH_MODULE(FilterDecoder);

/// The published cost volume filter: 3D U-Net (matches = channels, layers = depth) with RCSA on
/// both guidance streams, class-aware adaptor and minimum + softmax head. Parameter names equal the
/// official checkpoints'. volume [B, D, L, S, S] costs; features one [B, C_l, h, w] per guidance
/// layer; initialMap [B, L, S, S]. S a multiple of 16. Paper sections 3.3 and 3.4.
class FilterNetworkImpl : public torch::nn::Module
{
public:
    explicit FilterNetworkImpl(const FilterConfig &config);
    FilterOutput forward(const torch::Tensor &volume, const std::vector<torch::Tensor> &features,
                         const torch::Tensor &initialMap, AttentionRecorder *recorder = nullptr);
    const FilterConfig &config() const { return m_config; }

private:
    FilterConfig m_config;
    FilterEncoder m_encoder{nullptr};
    FilterDecoder m_decoder{nullptr};
};
TORCH_MODULE(FilterNetwork);

/// Kaiming normal (fan out) convolutions, zero biases, unit batch norms; the linear layer keeps its
/// default.
void initialiseFilter(torch::nn::Module &network, torch::Generator generator);

} // namespace cf::engine::detail
