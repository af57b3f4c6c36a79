#include "core/engine/detail/compact_filter.h"

#include <torch/nn/functional/dropout.h>
#include <torch/nn/functional/pooling.h>
#include <torch/nn/functional/upsampling.h>
#include <torch/nn/init.h>

#include <algorithm>

namespace cf::engine::detail {

namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace {

nn::Conv3d blockConv(std::int64_t in, std::int64_t out, bool planar)
{
    return nn::Conv3d(nn::Conv3dOptions(in, out, {planar ? 1 : 3, 3, 3})
                          .padding(std::vector<std::int64_t>{planar ? 0 : 1, 1, 1})
                          .bias(false));
}

nn::GroupNorm groupNorm(std::int64_t channels)
{
    std::int64_t groups = std::min<std::int64_t>(8, channels / 2);
    while (channels % groups != 0)
        --groups;
    return nn::GroupNorm(nn::GroupNormOptions(groups, channels));
}

torch::Tensor halve(const torch::Tensor &x)
{
    return F::max_pool3d(x, F::MaxPool3dFuncOptions({1, 2, 2}).stride({1, 2, 2}));
}

torch::Tensor doubleNearest(const torch::Tensor &x)
{
    return F::interpolate(
        x, F::InterpolateFuncOptions()
               .size(std::vector<std::int64_t>{x.size(2), 2 * x.size(3), 2 * x.size(4)})
               .mode(torch::kNearest));
}

torch::Tensor doubleBilinear(const torch::Tensor &x)
{
    return F::interpolate(x, F::InterpolateFuncOptions()
                                 .size(std::vector<std::int64_t>{2 * x.size(2), 2 * x.size(3)})
                                 .mode(torch::kBilinear)
                                 .align_corners(false));
}

} // namespace

AttendedBlockImpl::AttendedBlockImpl(std::int64_t in, std::int64_t out, bool planar)
    : m_conv1(register_module("conv1", blockConv(in, out, planar))),
      m_conv2(register_module("conv2", blockConv(out, out, planar))),
      m_norm1(register_module("norm1", groupNorm(out))),
      m_norm2(register_module("norm2", groupNorm(out))),
      m_attention(register_module("cbam", ResidualAttention(out, 4, 3)))
{
}

torch::Tensor AttendedBlockImpl::forward(const torch::Tensor &x, const std::string &block,
                                         AttentionRecorder *recorder)
{
    const auto y = torch::relu(m_norm2(m_conv2(torch::relu(m_norm1(m_conv1(x))))));
    return m_attention(y, block, recorder);
}

CompactFilterImpl::CompactFilterImpl(const FilterConfig &config) : m_config(config)
{
    const auto w = config.width;
    const auto g = kGuidanceChannels;
    std::int64_t features = 0;
    for (const auto channels : config.featureChannels)
        features += channels;
    m_inputScale =
        register_buffer("input_scale", torch::ones({1, config.matches, config.layers, 1, 1}));
    m_residualScale = register_parameter("residual_scale", torch::ones({}));
    m_residualOffset = register_parameter("residual_offset", torch::full({}, -3.0));
    m_reduce = register_module("reduce", nn::Conv3d(nn::Conv3dOptions(config.matches, w, 1)));
    m_featureGuidance = register_module(
        "feature_guidance", nn::Conv2d(nn::Conv2dOptions(features, g * config.layers, 1)));
    m_mapGuidance = register_module("map_guidance", nn::Conv3d(nn::Conv3dOptions(1, g / 2, 1)));
    const auto guided = g + g / 2;
    m_encoder1 = register_module("encoder1", AttendedBlock(w + guided, w, true));
    m_encoder2 = register_module("encoder2", AttendedBlock(w + guided, 2 * w, false));
    m_encoder3 = register_module("encoder3", AttendedBlock(2 * w + guided, 4 * w, false));
    m_decoder2 = register_module("decoder2", AttendedBlock(6 * w, 2 * w, false));
    m_decoder1 = register_module("decoder1", AttendedBlock(3 * w, w, true));
    m_head1 = register_module("head1", nn::Conv2d(nn::Conv2dOptions(w * config.layers, 2 * w, 1)));
    m_head2 =
        register_module("head2", nn::Conv2d(nn::Conv2dOptions(2 * w + 1, 2 * w, 3).padding(1)));
    m_head3 = register_module("head3", nn::Conv2d(nn::Conv2dOptions(2 * w, 1, 1)));
    m_classifier = register_module("classifier", nn::Linear(4 * w, config.classes));
    nn::init::zeros_(m_head3->weight);
    nn::init::zeros_(m_head3->bias);
}

void CompactFilterImpl::setInputScale(const torch::Tensor &scale)
{
    torch::NoGradGuard noGrad;
    m_inputScale.copy_(scale);
}

FilterOutput CompactFilterImpl::forward(const torch::Tensor &volume,
                                        const std::vector<torch::Tensor> &guidance,
                                        const torch::Tensor &initialMap,
                                        const torch::Tensor &baseline, AttentionRecorder *recorder)
{
    const auto batch = volume.size(0);
    const auto layers = volume.size(2);
    const auto x = volume / m_inputScale;
    const auto base = initialMap / m_inputScale.select(1, 0).view({1, layers, 1, 1});

    auto seen = x;
    if (is_training()) // a layer that is missing now and then cannot become the only one relied on
        seen =
            x * (torch::rand({batch, 1, layers, 1, 1}, x.options()) > kLayerDropout).to(x.dtype());
    auto features = torch::cat(guidance, 1);
    if (!m_config.spatialGuidance)
        features = torch::zeros_like(features);
    features = F::dropout2d(features,
                            F::Dropout2dFuncOptions().p(kGuidanceDropout).training(is_training()));
    features =
        m_featureGuidance(features).unflatten(1, {layers, kGuidanceChannels}).transpose(1, 2);
    const auto map = m_config.matchingGuidance ? base : torch::zeros_like(base);
    auto guide = torch::cat({features, m_mapGuidance(map.unsqueeze(1))}, 1);
    const auto shrink = [](const torch::Tensor &t) {
        return F::avg_pool3d(t, F::AvgPool3dFuncOptions({1, 2, 2}).stride({1, 2, 2}));
    };

    const auto encode = [&](AttendedBlock &encoder, const torch::Tensor &in, const char *block) {
        const auto out = encoder(torch::cat({in, guide}, 1), block, recorder);
        if (recorder)
            recorder->addGuidance(guide, kGuidanceChannels);
        return out;
    };

    const auto e1 = encode(m_encoder1, m_reduce(seen), "encoder1");
    guide = shrink(guide);
    const auto e2 = encode(m_encoder2, halve(e1), "encoder2");
    guide = shrink(guide);
    const auto e3 = encode(m_encoder3, halve(e2), "encoder3");
    const auto d2 = m_decoder2(torch::cat({doubleNearest(e3), e2}, 1), "decoder2", recorder);
    const auto d1 = m_decoder1(torch::cat({doubleNearest(d2), e1}, 1), "decoder1", recorder);

    auto head = torch::relu(m_head1(d1.transpose(1, 2).flatten(1, 2)));
    const auto start = baseline.unsqueeze(1);
    head = torch::cat({doubleBilinear(head), start.clamp(kBaselineLow, kBaselineHigh)}, 1);
    head = m_head3(torch::relu(m_head2(head)));
    const auto logit = torch::softplus(m_residualScale) * start + m_residualOffset + head;

    FilterOutput out;
    out.logits = torch::cat({torch::zeros_like(logit), logit}, 1);
    out.classLogits = m_classifier(e3.mean({2, 3, 4}));
    return out;
}

} // namespace cf::engine::detail
