#include "core/engine/detail/residual_network.h"

#include "core/engine/detail/weight_picker.h"

#include <torch/nn/functional/pooling.h>

#include <algorithm>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr double kBatchNormEps = 1e-5;
constexpr std::int64_t kStemChannels = 64;
constexpr std::int64_t kBottleneckExpansion = 4;

} // namespace

ResidualShape ResidualShape::resNet18()
{
    return {"ResNet-18", {2, 2, 2, 2}, false, 0};
}

ResidualShape ResidualShape::resNet50()
{
    return {"ResNet-50", {3, 4, 6, 3}, true, 64};
}

ResidualShape ResidualShape::wideResNet50()
{
    return {"WideResNet-50-2", {3, 4, 6, 3}, true, 128};
}

Result<std::unique_ptr<ResidualNetwork>>
ResidualNetwork::create(const ResidualShape &shape, const NamedTensors &tensors,
                        std::vector<int> layers, const std::string &source)
{
    WeightPicker pick(tensors, "layer1.0.conv1.weight");
    std::unique_ptr<ResidualNetwork> network(new ResidualNetwork());
    network->m_layers = std::move(layers);
    const auto conv = [&](const std::string &name, const std::string &norm, std::int64_t out,
                          std::int64_t in, std::int64_t kernel, std::int64_t stride) {
        auto made = pick.conv(name, norm, out, in, kernel, stride, 1, kBatchNormEps);
        made.centred = true;
        return made;
    };
    network->m_stem = conv("conv1", "bn1", kStemChannels, 3, 7, 2);
    std::int64_t in = kStemChannels;
    for (std::size_t stage = 0; stage < network->m_stages.size(); ++stage) {
        const std::int64_t narrow = kStemChannels << stage;
        const std::int64_t out = shape.bottlenecks ? kBottleneckExpansion * narrow : narrow;
        const std::int64_t middle = shape.bottleneckWidth << stage;
        for (int repeat = 0; repeat < shape.repeats[stage]; ++repeat) {
            const std::string prefix =
                "layer" + std::to_string(stage + 1) + "." + std::to_string(repeat) + ".";
            const std::int64_t stride = repeat == 0 && stage > 0 ? 2 : 1;
            Block block;
            if (shape.bottlenecks)
                block.convs = {conv(prefix + "conv1", prefix + "bn1", middle, in, 1, 1),
                               conv(prefix + "conv2", prefix + "bn2", middle, middle, 3, stride),
                               conv(prefix + "conv3", prefix + "bn3", out, middle, 1, 1)};
            else
                block.convs = {conv(prefix + "conv1", prefix + "bn1", out, in, 3, stride),
                               conv(prefix + "conv2", prefix + "bn2", out, out, 3, 1)};
            if (repeat == 0 && (stride != 1 || in != out))
                block.shortcut =
                    conv(prefix + "downsample.0", prefix + "downsample.1", out, in, 1, stride);
            in = out;
            network->m_stages[stage].push_back(std::move(block));
        }
    }
    pick.overlook("fc.");
    CF_RETURN_IF_ERROR(pick.finish(source, shape.title));
    return network;
}

std::vector<torch::Tensor> ResidualNetwork::layers(const torch::Tensor &images)
{
    torch::NoGradGuard noGrad;
    auto x = m_stem(images.contiguous(at::MemoryFormat::ChannelsLast)).relu_();
    x = F::max_pool2d(x, F::MaxPool2dFuncOptions(3).stride(2).padding(1));
    std::vector<torch::Tensor> out;
    for (int number = 1; number <= m_layers.back(); ++number) {
        for (const auto &block : m_stages[static_cast<std::size_t>(number - 1)]) {
            auto y = x;
            for (std::size_t i = 0; i < block.convs.size(); ++i) {
                y = block.convs[i](y);
                if (i + 1 < block.convs.size())
                    y = y.relu_();
            }
            x = y.add_(block.shortcut.weight.defined() ? block.shortcut(x) : x).relu_();
        }
        if (std::find(m_layers.begin(), m_layers.end(), number) != m_layers.end())
            out.push_back(x);
    }
    return out;
}

std::vector<std::int64_t> ResidualNetwork::layerChannels() const
{
    std::vector<std::int64_t> channels;
    for (const int layer : m_layers)
        channels.push_back(
            m_stages[static_cast<std::size_t>(layer - 1)].back().convs.back().weight.size(0));
    return channels;
}

double ResidualNetwork::multiplyAdds(int imagePx) const
{
    double side = imagePx;
    double total = m_stem.multiplyAdds(side);
    side /= 2.0; // the pooling
    for (int number = 1; number <= m_layers.back(); ++number)
        for (const auto &block : m_stages[static_cast<std::size_t>(number - 1)]) {
            double before = side;
            total += block.shortcut.multiplyAdds(before);
            for (const auto &conv : block.convs)
                total += conv.multiplyAdds(side);
        }
    return total;
}

void ResidualNetwork::to(torch::Device device)
{
    m_stem.to(device);
    for (auto &stage : m_stages)
        for (auto &block : stage) {
            for (auto &conv : block.convs)
                conv.to(device);
            block.shortcut.to(device);
        }
}

} // namespace cf::engine::detail
