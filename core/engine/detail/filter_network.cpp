#include "core/engine/detail/filter_network.h"

#include <torch/nn/functional/pooling.h>
#include <torch/nn/functional/upsampling.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/functional.h>
#include <torch/nn/modules/pooling.h>

#include <cmath>

namespace cf::engine::detail {

namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace {

nn::Conv3d conv3x3x3(std::int64_t in, std::int64_t out)
{
    return nn::Conv3d(nn::Conv3dOptions(in, out, 3).padding(1));
}

torch::Tensor halve(const torch::Tensor &x)
{
    return F::max_pool3d(x, F::MaxPool3dFuncOptions({1, 2, 2}).stride({1, 2, 2}));
}

torch::Tensor enlarge(const torch::Tensor &x)
{
    return F::interpolate(
        x, F::InterpolateFuncOptions()
               .size(std::vector<std::int64_t>{x.size(2), 2 * x.size(3), 2 * x.size(4)})
               .mode(torch::kTrilinear)
               .align_corners(true));
}

} // namespace

ConvUnitImpl::ConvUnitImpl(std::int64_t in, std::int64_t out, std::int64_t kernel)
    : m_conv(register_module("conv",
                             nn::Conv3d(nn::Conv3dOptions(in, out, kernel).padding(kernel / 2)))),
      m_norm(register_module("bn", nn::BatchNorm3d(out)))
{
}

torch::Tensor ConvUnitImpl::forward(const torch::Tensor &x)
{
    return torch::relu(m_norm(m_conv(x)));
}

DoubleConvImpl::DoubleConvImpl(std::int64_t in, std::int64_t middle, std::int64_t out,
                               bool attention)
    : m_conv1(register_module("conv1", conv3x3x3(in, middle))),
      m_conv2(register_module("conv2", conv3x3x3(middle, out))),
      m_norm1(register_module("bn1", nn::BatchNorm3d(middle))),
      m_norm2(register_module("bn2", nn::BatchNorm3d(out)))
{
    if (attention)
        m_attention = register_module("cbam", ResidualAttention(out, 8, 3));
}

torch::Tensor DoubleConvImpl::forward(const torch::Tensor &x, const std::string &block,
                                      AttentionRecorder *recorder)
{
    auto y = torch::relu(m_norm1(m_conv1(x)));
    y = torch::relu(m_norm2(m_conv2(y)));
    return m_attention.is_empty() ? y : m_attention(y, block, recorder);
}

GuidanceProjectorImpl::GuidanceProjectorImpl(std::int64_t in, std::int64_t out)
    : m_reduce(register_module("conv3d", nn::Conv3d(nn::Conv3dOptions(in, out, 1)))),
      m_depthConv(register_module("depth_conv", conv3x3x3(out, out))),
      m_norm(register_module("bn", nn::BatchNorm3d(out))),
      m_norm2(register_module("bn2", nn::BatchNorm3d(out)))
{
}

torch::Tensor GuidanceProjectorImpl::forward(const torch::Tensor &x, std::int64_t depth,
                                             c10::IntArrayRef size)
{
    auto y = torch::relu(m_norm(m_reduce(x)));
    y = F::interpolate(y, F::InterpolateFuncOptions()
                              .size(std::vector<std::int64_t>{depth, size[0], size[1]})
                              .mode(torch::kTrilinear)
                              .align_corners(false));
    return torch::relu(m_norm2(m_depthConv(y)));
}

FilterEncoderImpl::FilterEncoderImpl(const FilterConfig &config)
    : m_config(config),
      m_down1(register_module("down_channel1", ConvUnit(config.matches, config.firstReduction, 1))),
      m_down2(
          register_module("down_channel2", ConvUnit(config.firstReduction, 2 * config.width, 1)))
{
    const std::int64_t w = config.width;
    const std::int64_t in[] = {2 * w, w, 2 * w, 2 * w, 4 * w, 6 * w};
    const std::int64_t out[] = {w, 2 * w, 2 * w, 4 * w, 6 * w, 8 * w};
    for (int i = 0; i < 6; ++i)
        m_blocks.push_back(register_module("block" + std::to_string(i + 1),
                                           DoubleConv(in[i], out[i], out[i], false)));
    for (std::size_t g = 0; g < kGuidedBlocks.size(); ++g) {
        const int block = kGuidedBlocks[g];
        const std::string suffix = std::to_string(block);
        const std::int64_t channels = out[block - 1];
        const auto feature = static_cast<std::size_t>(config.guidanceLayer[g]);
        m_featureProjectors.push_back(register_module(
            "dino_proc" + suffix, GuidanceProjector(config.featureChannels.at(feature), channels)));
        m_mapProjectors.push_back(
            register_module("min_sim_proc" + suffix, GuidanceProjector(config.layers, channels)));
        m_fusions.push_back(register_module("cbam_fusion" + suffix, GuidedFusion(channels)));
    }
}

EncoderOutput FilterEncoderImpl::forward(const torch::Tensor &volume,
                                         const std::vector<torch::Tensor> &features,
                                         const torch::Tensor &initialMap,
                                         AttentionRecorder *recorder)
{
    const auto stream = [](const torch::Tensor &guide, bool isOn) {
        return (isOn ? guide : torch::zeros_like(guide)).unsqueeze(2);
    };
    const auto map = stream(initialMap, m_config.matchingGuidance);
    const auto fuse = [&](std::size_t guided, const torch::Tensor &x) {
        const auto &layer = features.at(static_cast<std::size_t>(m_config.guidanceLayer[guided]));
        const auto feature = stream(layer, m_config.spatialGuidance);
        const auto size = x.sizes().slice(3);
        return m_fusions[guided](x, m_featureProjectors[guided](feature, x.size(2), size),
                                 m_mapProjectors[guided](map, x.size(2), size),
                                 "cbam_fusion" + std::to_string(kGuidedBlocks[guided]), recorder);
    };
    EncoderOutput out;
    out.b1 = fuse(0, m_blocks[0](m_down2(m_down1(volume))));
    out.b2 = m_blocks[1](halve(out.b1));
    out.b3 = fuse(1, m_blocks[2](halve(out.b2)));
    out.b4 = fuse(2, m_blocks[3](halve(out.b3)));
    out.b5 = m_blocks[4](halve(out.b4));
    out.b6 = fuse(3, m_blocks[5](out.b5));
    return out;
}

FilterDecoderImpl::FilterDecoderImpl(const FilterConfig &config)
{
    const std::int64_t w = config.width;
    m_dbB = register_module("db_b", DoubleConv(14 * w, 8 * w, 8 * w, false));
    m_up1 = register_module("up1", ConvUnit(8 * w, 4 * w, 3));
    m_db1 = register_module("db1", DoubleConv(8 * w, 4 * w, 4 * w, true));
    m_up2 = register_module("up2", ConvUnit(4 * w, 2 * w, 3));
    m_db2 = register_module("db2", DoubleConv(4 * w, 2 * w, 2 * w, false));
    m_up3 = register_module("up3", ConvUnit(2 * w, w, 3));
    m_db3 = register_module("db3", DoubleConv(3 * w, w, w, true));
    m_up4 = register_module("up4", ConvUnit(w, w, 3));
    m_db4 = register_module("db4", DoubleConv(2 * w, 2 * w, w, true));
    m_depthConv =
        register_module("conv1", nn::Conv3d(nn::Conv3dOptions(w, w, {config.layers, 1, 1})));
    // Never used, and part of every official checkpoint.
    m_unusedConv =
        register_module("conv2", nn::Conv3d(nn::Conv3dOptions(w, 2, {1, 3, 3}).padding({0, 1, 1})));
    m_segmentationAttention = register_module("channel_attention_seg", ChannelAttention(w, 4));
    m_toLogits = register_module("conv2d_1to2", nn::Conv2d(nn::Conv2dOptions(1, 2, 1)));
    m_classAttention = register_module("channel_attention_cls", ChannelAttention(3 * w, 16));
    m_classifier = register_module(
        "classifier", nn::Sequential(conv3x3x3(3 * w, w), nn::ReLU(),
                                     nn::AdaptiveAvgPool3d(nn::AdaptiveAvgPool3dOptions({1, 1, 1})),
                                     nn::Flatten(), nn::Linear(w, config.classes)));
}

FilterOutput FilterDecoderImpl::forward(const EncoderOutput &encoded, AttentionRecorder *recorder)
{
    auto x = m_dbB(torch::cat({encoded.b6, encoded.b5}, 1));
    x = m_db1(torch::cat({m_up1(enlarge(x)), encoded.b4}, 1), "db1.cbam", recorder);
    x = m_db2(torch::cat({m_up2(enlarge(x)), encoded.b3}, 1));
    x = m_db3(torch::cat({m_up3(enlarge(x)), encoded.b2}, 1), "db3.cbam", recorder);
    const auto joined = torch::cat({m_up4(enlarge(x)), encoded.b1}, 1);
    x = m_db4(joined, "db4.cbam", recorder);

    FilterOutput out;
    const auto segmented = m_segmentationAttention(m_depthConv(x));
    out.logits = m_toLogits(std::get<0>(segmented.min(1, /*keepdim=*/true)).squeeze(2));
    out.classLogits = m_classifier->forward(m_classAttention(torch::cat({joined, x}, 1)));
    return out;
}

FilterNetworkImpl::FilterNetworkImpl(const FilterConfig &config)
    : m_config(config), m_encoder(register_module("encoder_segment", FilterEncoder(config))),
      m_decoder(register_module("decoder_segment", FilterDecoder(config)))
{
}

FilterOutput FilterNetworkImpl::forward(const torch::Tensor &volume,
                                        const std::vector<torch::Tensor> &features,
                                        const torch::Tensor &initialMap,
                                        AttentionRecorder *recorder)
{
    return m_decoder(m_encoder(volume, features, initialMap, recorder), recorder);
}

void initialiseFilter(torch::nn::Module &network, torch::Generator generator)
{
    torch::NoGradGuard noGrad;
    for (const auto &module : network.modules()) {
        torch::Tensor weight;
        torch::Tensor bias;
        if (const auto *conv3d = module->as<nn::Conv3d>()) {
            weight = conv3d->weight;
            bias = conv3d->bias;
        } else if (const auto *conv2d = module->as<nn::Conv2d>()) {
            weight = conv2d->weight;
            bias = conv2d->bias;
        } else if (const auto *linear = module->as<nn::Linear>()) {
            const double bound = 1.0 / std::sqrt(static_cast<double>(linear->weight.size(1)));
            linear->weight.uniform_(-bound, bound, generator);
            linear->bias.uniform_(-bound, bound, generator);
            continue;
        } else {
            continue;
        }
        const double fanOut = static_cast<double>(weight.numel() / weight.size(1));
        weight.normal_(0.0, std::sqrt(2.0 / fanOut), generator);
        if (bias.defined())
            bias.zero_();
    }
}

} // namespace cf::engine::detail
