#include "core/engine/detail/efficient_net.h"

#include "core/engine/detail/weight_picker.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/linear.h>

#include <algorithm>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr double kBatchNormEps = 1e-3;
constexpr std::int64_t kClasses = 1000;
constexpr std::int64_t kSqueezeDivisor = 4; // of the block's input channels

std::string blockName(std::size_t number)
{
    return (number < 10 ? "block0" : "block") + std::to_string(number);
}

} // namespace

int EfficientNetShape::blocks() const
{
    int count = 0;
    for (const auto &stage : stages)
        count += stage.repeats;
    return count;
}

// Stage tables: the EfficientNet-B0 one, widths and repeats scaled. In the Lite family stem, head,
// first and last stage keep their repeats, stem and head their width.
EfficientNetShape EfficientNetShape::lite0()
{
    return {"EfficientNet-Lite0",
            32,
            1280,
            {{{1, 3, 1, 1, 16},
              {2, 3, 2, 6, 24},
              {2, 5, 2, 6, 40},
              {3, 3, 2, 6, 80},
              {3, 5, 1, 6, 112},
              {4, 5, 2, 6, 192},
              {1, 3, 1, 6, 320}}},
            false,
            0};
}

EfficientNetShape EfficientNetShape::lite1()
{
    auto shape = lite0();
    shape.title = "EfficientNet-Lite1";
    constexpr std::array<int, 7> kRepeats = {1, 3, 3, 4, 4, 5, 1};
    for (std::size_t i = 0; i < kRepeats.size(); ++i)
        shape.stages[i].repeats = kRepeats[i];
    return shape;
}

EfficientNetShape EfficientNetShape::lite2()
{
    auto shape = lite1();
    shape.title = "EfficientNet-Lite2";
    constexpr std::array<std::int64_t, 7> kChannels = {16, 24, 48, 88, 120, 208, 352};
    for (std::size_t i = 0; i < kChannels.size(); ++i)
        shape.stages[i].channels = kChannels[i];
    return shape;
}

EfficientNetShape EfficientNetShape::b4()
{
    return {"EfficientNet-B4",
            48,
            1792,
            {{{2, 3, 1, 1, 24},
              {4, 3, 2, 6, 32},
              {4, 5, 2, 6, 56},
              {6, 3, 2, 6, 112},
              {6, 5, 1, 6, 160},
              {8, 5, 2, 6, 272},
              {2, 3, 1, 6, 448}}},
            true,
            380};
}

torch::Tensor EfficientNet::activate(torch::Tensor x) const
{
    // In place: a new tensor for each activation would cost more than the convolution before it.
    return m_squeezes ? at::silu_(x) : x.clamp_(0.0, 6.0);
}

torch::Tensor EfficientNet::forward(const Block &block, const torch::Tensor &x) const
{
    auto y = block.expand.weight.defined() ? activate(block.expand(x)) : x;
    y = activate(block.depthwise(y));
    if (m_squeezes) {
        const auto &squeeze = block.squeeze;
        const auto pooled = F::conv2d(y.mean({2, 3}, true), squeeze.reduceWeight,
                                      F::Conv2dFuncOptions().bias(squeeze.reduceBias));
        y = y * torch::sigmoid(F::conv2d(activate(pooled), squeeze.expandWeight,
                                         F::Conv2dFuncOptions().bias(squeeze.expandBias)));
    }
    y = block.project(y);
    return block.residual ? y.add_(x) : y;
}

Result<std::unique_ptr<EfficientNet>> EfficientNet::create(const EfficientNetShape &shape,
                                                           const NamedTensors &tensors,
                                                           std::vector<int> layers,
                                                           const std::string &source)
{
    WeightPicker pick(tensors, "_conv_stem.weight");
    std::unique_ptr<EfficientNet> network(new EfficientNet());
    network->m_squeezes = shape.squeezes;
    network->m_layers = std::move(layers);
    std::int64_t side = shape.paddedForPx;
    const auto conv = [&](const std::string &name, const std::string &norm, std::int64_t out,
                          std::int64_t in, std::int64_t kernel, std::int64_t stride,
                          std::int64_t groups) {
        auto made = pick.conv(name, norm, out, in, kernel, stride, groups, kBatchNormEps);
        made.lengthPaddedFor = side;
        side = (side + stride - 1) / stride;
        return made;
    };
    network->m_stem = conv("_conv_stem", "_bn0", shape.stem, 3, 3, 2, 1);
    std::int64_t in = shape.stem;
    for (const auto &stage : shape.stages) {
        for (int repeat = 0; repeat < stage.repeats; ++repeat) {
            const std::string prefix = "_blocks." + std::to_string(network->m_blocks.size()) + ".";
            const std::int64_t wide = in * stage.expansion;
            const std::int64_t stride = repeat == 0 ? stage.stride : 1;
            Block block;
            if (stage.expansion != 1)
                block.expand = conv(prefix + "_expand_conv", prefix + "_bn0", wide, in, 1, 1, 1);
            block.depthwise = conv(prefix + "_depthwise_conv", prefix + "_bn1", wide, 1,
                                   stage.kernel, stride, wide);
            if (shape.squeezes) {
                const std::int64_t narrow = in / kSqueezeDivisor;
                block.squeeze = {pick.take(prefix + "_se_reduce.weight", {narrow, wide, 1, 1}),
                                 pick.take(prefix + "_se_reduce.bias", {narrow}),
                                 pick.take(prefix + "_se_expand.weight", {wide, narrow, 1, 1}),
                                 pick.take(prefix + "_se_expand.bias", {wide})};
            }
            block.project =
                conv(prefix + "_project_conv", prefix + "_bn2", stage.channels, wide, 1, 1, 1);
            block.residual = stride == 1 && in == stage.channels;
            in = stage.channels;
            network->m_blocks.push_back(std::move(block));
        }
    }
    network->m_head = conv("_conv_head", "_bn1", shape.head, in, 1, 1, 1);
    network->m_fcWeight = pick.take("_fc.weight", {kClasses, shape.head});
    network->m_fcBias = pick.take("_fc.bias", {kClasses});
    CF_RETURN_IF_ERROR(pick.finish(source, shape.title));
    return network;
}

std::vector<torch::Tensor> EfficientNet::layers(const torch::Tensor &images)
{
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> out;
    auto x = activate(m_stem(images.contiguous(at::MemoryFormat::ChannelsLast)));
    for (int i = 0; i <= m_layers.back(); ++i) {
        x = forward(m_blocks[static_cast<std::size_t>(i)], x);
        if (std::find(m_layers.begin(), m_layers.end(), i) != m_layers.end())
            out.push_back(x);
    }
    return out;
}

std::vector<std::int64_t> EfficientNet::layerChannels() const
{
    std::vector<std::int64_t> channels;
    for (const int layer : m_layers)
        channels.push_back(m_blocks[static_cast<std::size_t>(layer)].project.weight.size(0));
    return channels;
}

double EfficientNet::multiplyAdds(int imagePx) const
{
    double side = imagePx;
    double total = m_stem.multiplyAdds(side);
    for (int i = 0; i <= m_layers.back(); ++i) {
        const auto &block = m_blocks[static_cast<std::size_t>(i)];
        total += block.expand.multiplyAdds(side);
        total += block.depthwise.multiplyAdds(side);
        total += block.project.multiplyAdds(side);
    }
    return total;
}

void EfficientNet::to(torch::Device device)
{
    m_stem.to(device);
    m_head.to(device);
    for (auto &block : m_blocks) {
        block.expand.to(device);
        block.depthwise.to(device);
        block.project.to(device);
        for (auto *tensor : {&block.squeeze.reduceWeight, &block.squeeze.reduceBias,
                             &block.squeeze.expandWeight, &block.squeeze.expandBias})
            if (tensor->defined())
                *tensor = tensor->to(device);
    }
    m_fcWeight = m_fcWeight.to(device);
    m_fcBias = m_fcBias.to(device);
}

torch::Tensor EfficientNet::classify(const torch::Tensor &images, const Tap &tap) const
{
    torch::NoGradGuard noGrad;
    auto x = m_stem(images);
    tap("stem", x);
    x = activate(x.clone());
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        x = forward(m_blocks[i], x);
        tap(blockName(i), x);
    }
    x = m_head(x);
    tap("head", x);
    return F::linear(activate(x.clone()).mean({2, 3}), m_fcWeight, m_fcBias);
}

} // namespace cf::engine::detail
