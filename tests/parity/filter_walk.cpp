#include "tests/parity/filter_walk.h"

#include <torch/nn/functional/pooling.h>
#include <torch/nn/functional/upsampling.h>

namespace cf::parity {

using namespace cf::engine::detail;
using cf::engine::FilterConfig;
namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace {

class Walker
{
public:
    Walker(FilterNetwork &network, const OutputVisitor &visit)
        : m_modules(network->named_modules()), m_visit(visit)
    {
    }

    /// The output of a module of the given class.
    template <class Module, class... Inputs>
    torch::Tensor call(const std::string &name, Inputs &&...inputs) const
    {
        return m_modules[name]->as<Module>()->forward(std::forward<Inputs>(inputs)...);
    }

    /// The same, shown.
    template <class Module, class... Inputs>
    torch::Tensor show(const std::string &name, Inputs &&...inputs) const
    {
        auto output = call<Module>(name, std::forward<Inputs>(inputs)...);
        m_visit(name, output);
        return output;
    }

private:
    torch::OrderedDict<std::string, std::shared_ptr<nn::Module>> m_modules;
    const OutputVisitor &m_visit;
};

torch::Tensor halve(const torch::Tensor &x)
{
    return F::max_pool3d(x, F::MaxPool3dFuncOptions({1, 2, 2}).stride({1, 2, 2}));
}

torch::Tensor enlargeTwice(const torch::Tensor &x)
{
    return F::interpolate(
        x, F::InterpolateFuncOptions()
               .size(std::vector<std::int64_t>{x.size(2), 2 * x.size(3), 2 * x.size(4)})
               .mode(torch::kTrilinear)
               .align_corners(true));
}

EncoderOutput walkEncoder(const Walker &walk, const FilterConfig &config,
                          const FilterInputs &inputs)
{
    const std::string encoder = "encoder_segment.";
    const auto block = [&](int number, const torch::Tensor &x) {
        return walk.show<DoubleConvImpl>(encoder + "block" + std::to_string(number), x);
    };
    const auto fuse = [&](std::size_t guided, const torch::Tensor &x) {
        const auto number = std::to_string(engine::kGuidedBlocks[guided]);
        const auto layer = static_cast<std::size_t>(config.guidanceLayer[guided]);
        const auto size = x.sizes().slice(3);
        const auto spatial = walk.show<GuidanceProjectorImpl>(
            encoder + "dino_proc" + number, inputs.features[layer].unsqueeze(2), x.size(2), size);
        const auto matching = walk.show<GuidanceProjectorImpl>(
            encoder + "min_sim_proc" + number, inputs.initialMap.unsqueeze(2), x.size(2), size);
        const auto fusion = encoder + "cbam_fusion" + number;
        const auto channels = walk.show<ChannelAttentionImpl>(
            fusion + ".channel_attention", torch::cat({x, spatial, matching}, 1), nullptr);
        walk.show<SpatialAttentionImpl>(fusion + ".spatial_attention", channels, nullptr);
        return walk.show<GuidedFusionImpl>(fusion, x, spatial, matching);
    };
    EncoderOutput out;
    const auto reduced = walk.show<ConvUnitImpl>(encoder + "down_channel1", inputs.volume);
    out.b1 = fuse(0, block(1, walk.show<ConvUnitImpl>(encoder + "down_channel2", reduced)));
    out.b2 = block(2, halve(out.b1));
    out.b3 = fuse(1, block(3, halve(out.b2)));
    out.b4 = fuse(2, block(4, halve(out.b3)));
    out.b5 = block(5, halve(out.b4));
    out.b6 = fuse(3, block(6, out.b5));
    return out;
}

/// db4, opened up because the golden values look between its two attentions.
torch::Tensor walkLastBlock(const Walker &walk, const torch::Tensor &x, const OutputVisitor &visit)
{
    const std::string name = "decoder_segment.db4";
    auto y = x;
    for (const char *number : {"1", "2"}) {
        y = walk.call<nn::Conv3dImpl>(name + ".conv" + number, y);
        y = torch::relu(walk.call<nn::BatchNorm3dImpl>(name + ".bn" + number, y));
    }
    const auto channels =
        walk.show<ChannelAttentionImpl>(name + ".cbam.channel_attention", y, nullptr);
    y = walk.call<SpatialAttentionImpl>(name + ".cbam.spatial_attention", channels, nullptr);
    visit(name, y);
    return y;
}

FilterOutput walkDecoder(const Walker &walk, const EncoderOutput &encoded,
                         const OutputVisitor &visit)
{
    const std::string decoder = "decoder_segment.";
    const auto up = [&](const std::string &name, const torch::Tensor &x,
                        const torch::Tensor &skip) {
        return torch::cat({walk.show<ConvUnitImpl>(decoder + name, enlargeTwice(x)), skip}, 1);
    };
    const auto block = [&](const std::string &name, const torch::Tensor &x) {
        return walk.show<DoubleConvImpl>(decoder + name, x);
    };
    auto x = block("db_b", torch::cat({encoded.b6, encoded.b5}, 1));
    x = block("db1", up("up1", x, encoded.b4));
    x = block("db2", up("up2", x, encoded.b3));
    x = block("db3", up("up3", x, encoded.b2));
    const auto joined = up("up4", x, encoded.b1);
    x = walkLastBlock(walk, joined, visit);

    FilterOutput out;
    auto y = walk.show<nn::Conv3dImpl>(decoder + "conv1", x);
    y = walk.show<ChannelAttentionImpl>(decoder + "channel_attention_seg", y, nullptr);
    y = std::get<0>(y.min(1, /*keepdim=*/true)).squeeze(2);
    out.logits = walk.show<nn::Conv2dImpl>(decoder + "conv2d_1to2", y);
    y = walk.show<ChannelAttentionImpl>(decoder + "channel_attention_cls",
                                        torch::cat({joined, x}, 1), nullptr);
    const auto classifier = decoder + "classifier.";
    y = torch::relu(walk.call<nn::Conv3dImpl>(classifier + "0", y));
    y = walk.show<nn::AdaptiveAvgPool3dImpl>(classifier + "2", y);
    out.classLogits = walk.call<nn::LinearImpl>(classifier + "4", y.flatten(1));
    return out;
}

} // namespace

FilterOutput walkFilter(FilterNetwork &network, const FilterInputs &inputs,
                        const OutputVisitor &visit)
{
    const Walker walk(network, visit);
    return walkDecoder(walk, walkEncoder(walk, network->config(), inputs), visit);
}

} // namespace cf::parity
