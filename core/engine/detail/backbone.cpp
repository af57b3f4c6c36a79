#include "core/engine/detail/backbone.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/linear.h>
#include <torch/nn/functional/padding.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr double kBatchNormEps = 1e-3;

struct Stage
{
    int repeats, kernel, stride, expansion, out;
};

// EfficientNet-Lite0: the EfficientNet-B0 table, with stem and head at fixed width.
constexpr std::array<Stage, 7> kStages = {{{1, 3, 1, 1, 16},
                                           {2, 3, 2, 6, 24},
                                           {2, 5, 2, 6, 40},
                                           {3, 3, 2, 6, 80},
                                           {3, 5, 1, 6, 112},
                                           {4, 5, 2, 6, 192},
                                           {1, 3, 1, 6, 320}}};

/// Takes named tensors out of a file and remembers the first that does not fit.
class TensorPicker
{
public:
    TensorPicker(const NamedTensors &tensors, std::string source)
        : m_tensors(tensors), m_source(std::move(source))
    {
    }

    torch::Tensor take(const std::string &name, std::vector<std::int64_t> shape)
    {
        const auto found = m_tensors.find(name);
        if (found == m_tensors.end())
            return fail(name, "is missing");
        if (found->second.sizes() != c10::IntArrayRef(shape))
            return fail(name, "has another shape than this backbone needs");
        return found->second.to(torch::kFloat32);
    }

    FoldedConv conv(const std::string &name, const std::string &norm, std::int64_t out,
                    std::int64_t in, std::int64_t kernel, std::int64_t stride, std::int64_t groups)
    {
        const auto weight = take(name + ".weight", {out, in, kernel, kernel});
        const auto gamma = take(norm + ".weight", {out});
        const auto beta = take(norm + ".bias", {out});
        const auto mean = take(norm + ".running_mean", {out});
        const auto variance = take(norm + ".running_var", {out});
        if (m_error)
            return {};
        const auto scale =
            gamma.to(torch::kFloat64) / torch::sqrt(variance.to(torch::kFloat64) + kBatchNormEps);
        const auto folded = weight.to(torch::kFloat64) * scale.view({-1, 1, 1, 1});
        const auto bias = beta.to(torch::kFloat64) - mean.to(torch::kFloat64) * scale;
        // Channels last: depthwise convolutions are twice as fast there on a CPU.
        return {folded.to(torch::kFloat32).contiguous(at::MemoryFormat::ChannelsLast),
                bias.to(torch::kFloat32), stride, groups};
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    torch::Tensor fail(const std::string &name, const std::string &what)
    {
        if (!m_error)
            m_error = Error::make(ErrorCode::BadFormat,
                                  m_source + " is not EfficientNet-Lite0: tensor " + name + " " +
                                      what + ". Choose its official weight file.");
        return {};
    }

    const NamedTensors &m_tensors;
    std::string m_source;
    std::optional<Error> m_error;
};

/// ReLU6 in place: a new tensor for each activation would cost more than the convolution between
/// them.
torch::Tensor clampToSix(torch::Tensor x)
{
    return x.clamp_(0.0, 6.0);
}

} // namespace

torch::Tensor FoldedConv::operator()(const torch::Tensor &x) const
{
    const std::int64_t kernel = weight.size(2);
    const auto options = F::Conv2dFuncOptions().bias(bias).stride(stride).groups(groups);
    if (stride == 1)
        return F::conv2d(x, weight, F::Conv2dFuncOptions(options).padding(kernel / 2));
    const auto missing = [&](std::int64_t length) {
        return std::max<std::int64_t>(
            ((length + stride - 1) / stride - 1) * stride + kernel - length, 0);
    };
    const auto rows = missing(x.size(2));
    const auto columns = missing(x.size(3));
    const auto padded = F::pad(
        x, F::PadFuncOptions({columns / 2, columns - columns / 2, rows / 2, rows - rows / 2}));
    return F::conv2d(padded, weight, options);
}

torch::Tensor EfficientNetLite0::Block::forward(const torch::Tensor &x) const
{
    auto y = expand.weight.defined() ? clampToSix(expand(x)) : x;
    y = project(clampToSix(depthwise(y)));
    return residual ? y.add_(x) : y;
}

Result<std::unique_ptr<EfficientNetLite0>> EfficientNetLite0::create(const NamedTensors &tensors,
                                                                     std::vector<int> layers,
                                                                     const std::string &source)
{
    TensorPicker pick(tensors, source);
    std::unique_ptr<EfficientNetLite0> network(new EfficientNetLite0());
    network->m_layers = std::move(layers);
    network->m_stem = pick.conv("_conv_stem", "_bn0", 32, 3, 3, 2, 1);
    std::int64_t in = 32;
    int number = 0;
    for (const Stage &stage : kStages) {
        for (int repeat = 0; repeat < stage.repeats; ++repeat, ++number) {
            const std::string prefix = "_blocks." + std::to_string(number) + ".";
            const std::int64_t wide = in * stage.expansion;
            const std::int64_t stride = repeat == 0 ? stage.stride : 1;
            Block block;
            if (stage.expansion != 1)
                block.expand =
                    pick.conv(prefix + "_expand_conv", prefix + "_bn0", wide, in, 1, 1, 1);
            block.depthwise = pick.conv(prefix + "_depthwise_conv", prefix + "_bn1", wide, 1,
                                        stage.kernel, stride, wide);
            block.project =
                pick.conv(prefix + "_project_conv", prefix + "_bn2", stage.out, wide, 1, 1, 1);
            block.residual = stride == 1 && in == stage.out;
            in = stage.out;
            network->m_blocks.push_back(std::move(block));
        }
    }
    network->m_head = pick.conv("_conv_head", "_bn1", 1280, in, 1, 1, 1);
    network->m_fcWeight = pick.take("_fc.weight", {1000, 1280});
    network->m_fcBias = pick.take("_fc.bias", {1000});
    if (pick.error())
        return *pick.error();
    return network;
}

std::vector<torch::Tensor> EfficientNetLite0::layers(const torch::Tensor &images)
{
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> out;
    auto x = clampToSix(m_stem(images.contiguous(at::MemoryFormat::ChannelsLast)));
    for (int i = 0; i <= m_layers.back(); ++i) {
        x = m_blocks[static_cast<std::size_t>(i)].forward(x);
        if (std::find(m_layers.begin(), m_layers.end(), i) != m_layers.end())
            out.push_back(x);
    }
    return out;
}

std::vector<std::int64_t> EfficientNetLite0::layerChannels() const
{
    std::vector<std::int64_t> channels;
    for (const int layer : m_layers)
        channels.push_back(m_blocks[static_cast<std::size_t>(layer)].project.weight.size(0));
    return channels;
}

double EfficientNetLite0::multiplyAdds(int imagePx) const
{
    double side = imagePx;
    double total = 0.0;
    const auto add = [&](const FoldedConv &conv) {
        if (!conv.weight.defined())
            return;
        side = std::ceil(side / static_cast<double>(conv.stride));
        total += static_cast<double>(conv.weight.numel()) * side * side;
    };
    add(m_stem);
    for (int i = 0; i <= m_layers.back(); ++i) {
        const auto &block = m_blocks[static_cast<std::size_t>(i)];
        add(block.expand);
        add(block.depthwise);
        add(block.project);
    }
    return total;
}

void EfficientNetLite0::to(torch::Device device)
{
    const auto move = [&](FoldedConv &conv) {
        if (!conv.weight.defined())
            return;
        conv.weight = conv.weight.to(device);
        conv.bias = conv.bias.to(device);
    };
    move(m_stem);
    move(m_head);
    for (auto &block : m_blocks) {
        move(block.expand);
        move(block.depthwise);
        move(block.project);
    }
    m_fcWeight = m_fcWeight.to(device);
    m_fcBias = m_fcBias.to(device);
}

torch::Tensor EfficientNetLite0::classify(
    const torch::Tensor &images,
    const std::function<void(const std::string &, const torch::Tensor &)> &tap) const
{
    torch::NoGradGuard noGrad;
    auto x = m_stem(images);
    tap("stem_bn_before_relu6", x);
    x = clampToSix(x.clone());
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        x = m_blocks[i].forward(x);
        tap(std::string(i < 10 ? "block0" : "block") + std::to_string(i), x);
    }
    x = m_head(x);
    tap("head_bn_before_relu6", x);
    return F::linear(clampToSix(x.clone()).mean({2, 3}), m_fcWeight, m_fcBias);
}

} // namespace cf::engine::detail
