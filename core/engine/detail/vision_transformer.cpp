#include "core/engine/detail/vision_transformer.h"

#include "core/engine/detail/weight_picker.h"

#include <torch/nn/functional/activation.h>
#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/linear.h>
#include <torch/nn/functional/normalization.h>
#include <torch/nn/functional/upsampling.h>

#include <algorithm>
#include <cmath>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr double kLayerNormEps = 1e-6;
constexpr std::int64_t kMlpRatio = 4;
constexpr double kPositionOffset = 0.1; // the published code's guard against rounding

} // namespace

torch::Tensor scalePosition(const torch::Tensor &position, std::int64_t height, std::int64_t width,
                            PositionScaling scaling)
{
    const auto channels = position.size(2);
    const auto grid = static_cast<std::int64_t>(
        std::lround(std::sqrt(static_cast<double>(position.size(1)))));
    if (grid == height && grid == width)
        return position;
    const auto square = position.view({1, grid, grid, channels}).permute({0, 3, 1, 2});
    torch::Tensor scaled;
    if (scaling == PositionScaling::SizeAntialiased) {
        scaled = at::_upsample_bicubic2d_aa(square, {height, width}, /*align_corners=*/false,
                                            c10::nullopt, c10::nullopt);
    } else {
        // The factor, not the size, decides where the samples lie.
        const auto factor = [&](std::int64_t side) {
            return (static_cast<double>(side) + kPositionOffset) / static_cast<double>(grid);
        };
        scaled = F::interpolate(square, F::InterpolateFuncOptions()
                                            .scale_factor(std::vector<double>{factor(height),
                                                                              factor(width)})
                                            .mode(torch::kBicubic)
                                            .align_corners(false)
                                            .recompute_scale_factor(false));
    }
    return scaled.permute({0, 2, 3, 1}).reshape({1, height * width, channels});
}

TransformerShape TransformerShape::dino(char size, std::int64_t patchPx)
{
    TransformerShape shape{};
    const bool isSmall = size == 's';
    shape.title = std::string("DINO ViT-") + (isSmall ? "S/" : "B/") + std::to_string(patchPx);
    shape.channels = isSmall ? 384 : 768;
    shape.heads = isSmall ? 6 : 12;
    shape.patchPx = patchPx;
    shape.trainedGrid = 224 / patchPx;
    return shape;
}

TransformerShape TransformerShape::dinov2(char size, bool hasRegisters)
{
    TransformerShape shape{};
    shape.title = "DINOv2 ViT-";
    shape.title += static_cast<char>(size - 'a' + 'A');
    shape.title += hasRegisters ? "/14 with registers" : "/14";
    shape.channels = size == 's' ? 384 : size == 'b' ? 768 : 1024;
    shape.heads = shape.channels / 64;
    shape.blocks = size == 'l' ? 24 : 12;
    shape.patchPx = 14;
    shape.trainedGrid = 518 / 14;
    shape.scalesLayers = true;
    if (hasRegisters) {
        shape.registers = 4;
        shape.scaling = PositionScaling::SizeAntialiased;
    }
    return shape;
}

torch::Tensor VisionTransformer::Linear::operator()(const torch::Tensor &x) const
{
    return F::linear(x, weight, bias);
}

torch::Tensor VisionTransformer::Norm::operator()(const torch::Tensor &x) const
{
    return F::layer_norm(
        x,
        F::LayerNormFuncOptions({weight.size(0)}).weight(weight).bias(bias).eps(kLayerNormEps));
}

Result<std::unique_ptr<VisionTransformer>>
VisionTransformer::create(const TransformerShape &shape, const NamedTensors &tensors,
                          std::vector<int> layers, const std::string &source)
{
    WeightPicker pick(tensors, "patch_embed.proj.weight");
    std::unique_ptr<VisionTransformer> network(new VisionTransformer());
    network->m_shape = shape;
    network->m_layers = std::move(layers);
    const auto c = shape.channels;
    const auto linear = [&](const std::string &name, std::int64_t out, std::int64_t in) {
        return Linear{pick.take(name + ".weight", {out, in}), pick.take(name + ".bias", {out})};
    };
    const auto norm = [&](const std::string &name) {
        return Norm{pick.take(name + ".weight", {c}), pick.take(name + ".bias", {c})};
    };
    const auto places = shape.trainedGrid * shape.trainedGrid;
    network->m_classToken = pick.take("cls_token", {1, 1, c});
    if (pick.shapeOf("pos_embed") == std::vector<std::int64_t>{1, places, c}) {
        network->m_position = pick.take("pos_embed", {1, places, c});
        network->m_classPosition = torch::zeros({1, 1, c});
    } else {
        const auto position = pick.take("pos_embed", {1, 1 + places, c});
        network->m_classPosition = position.slice(1, 0, 1).contiguous();
        network->m_position = position.slice(1, 1).contiguous();
    }
    if (shape.registers > 0)
        network->m_registers = pick.take(pick.has("reg_token") ? "reg_token" : "register_tokens",
                                         {1, shape.registers, c});
    network->m_patches = {
        pick.take("patch_embed.proj.weight", {c, 3, shape.patchPx, shape.patchPx}),
        pick.take("patch_embed.proj.bias", {c})};
    for (std::int64_t b = 0; b < shape.blocks; ++b) {
        const std::string prefix = "blocks." + std::to_string(b) + ".";
        Block block;
        block.norm1 = norm(prefix + "norm1");
        block.qkv = linear(prefix + "attn.qkv", 3 * c, c);
        block.project = linear(prefix + "attn.proj", c, c);
        block.norm2 = norm(prefix + "norm2");
        block.fc1 = linear(prefix + "mlp.fc1", kMlpRatio * c, c);
        block.fc2 = linear(prefix + "mlp.fc2", c, kMlpRatio * c);
        if (shape.scalesLayers) {
            block.scale1 = pick.take(prefix + "ls1.gamma", {c});
            block.scale2 = pick.take(prefix + "ls2.gamma", {c});
        }
        network->m_blocks.push_back(std::move(block));
    }
    network->m_norm = norm("norm");
    pick.overlook("mask_token");
    pick.overlook("head."); // of a whole training checkpoint
    CF_RETURN_IF_ERROR(pick.finish(source, shape.title));
    return network;
}

torch::Tensor VisionTransformer::positionFor(std::int64_t height, std::int64_t width) const
{
    return torch::cat({m_classPosition, scalePosition(m_position, height, width, m_shape.scaling)},
                      1);
}

torch::Tensor VisionTransformer::attend(const Block &block, const torch::Tensor &x,
                                        const Tap &tap) const
{
    const auto batch = x.size(0);
    const auto length = x.size(1);
    const auto perHead = m_shape.channels / m_shape.heads;
    // [3, B, heads, T, C / heads]
    const auto qkv = block.qkv(x)
                         .view({batch, length, 3, m_shape.heads, perHead})
                         .permute({2, 0, 3, 1, 4});
    const auto query = qkv[0] * (1.0 / std::sqrt(static_cast<double>(perHead)));
    const auto probability = torch::softmax(torch::matmul(query, qkv[1].transpose(-2, -1)), -1);
    const auto mixed = torch::matmul(probability, qkv[2])
                           .transpose(1, 2)
                           .reshape({batch, length, m_shape.channels});
    const auto out = block.project(mixed);
    if (tap) {
        tap("block1.attn_prob", probability);
        tap("block1.attn_out", out);
    }
    return out;
}

std::vector<torch::Tensor> VisionTransformer::tokens(const torch::Tensor &images,
                                                     const Tap &tap) const
{
    torch::NoGradGuard noGrad;
    const auto batch = images.size(0);
    const auto grid = F::conv2d(
        images, m_patches.weight,
        F::Conv2dFuncOptions().bias(m_patches.bias).stride(m_shape.patchPx));
    const auto position = positionFor(grid.size(2), grid.size(3));
    auto x = torch::cat({m_classToken.expand({batch, -1, -1}), grid.flatten(2).transpose(1, 2)}, 1);
    x = x + position;
    if (m_shape.registers > 0) // after the positions: registers have none
        x = torch::cat({x.slice(1, 0, 1), m_registers.expand({batch, -1, -1}), x.slice(1, 1)}, 1);
    if (tap) {
        tap("pos_embed", position);
        tap("tokens_in", x);
    }
    const auto scaled = [](const torch::Tensor &branch, const torch::Tensor &scale) {
        return scale.defined() ? branch * scale : branch;
    };
    std::vector<torch::Tensor> out;
    for (int number = 1; number <= m_layers.back(); ++number) {
        const auto &block = m_blocks[static_cast<std::size_t>(number - 1)];
        const auto &blockTap = number == 1 ? tap : Tap();
        x = x + scaled(attend(block, block.norm1(x), blockTap), block.scale1);
        x = x + scaled(block.fc2(F::gelu(block.fc1(block.norm2(x)))), block.scale2);
        if (blockTap)
            blockTap("block1", x);
        if (std::find(m_layers.begin(), m_layers.end(), number) != m_layers.end())
            out.push_back(x);
    }
    return out;
}

torch::Tensor VisionTransformer::normed(const torch::Tensor &tokens) const
{
    return m_norm(tokens);
}

std::vector<torch::Tensor> VisionTransformer::layers(const torch::Tensor &images)
{
    const auto height = images.size(2) / m_shape.patchPx;
    const auto width = images.size(3) / m_shape.patchPx;
    std::vector<torch::Tensor> out;
    for (const auto &stream : tokens(images))
        out.push_back(stream.slice(1, 1 + m_shape.registers)
                          .transpose(1, 2)
                          .reshape({images.size(0), m_shape.channels, height, width}));
    return out;
}

std::vector<std::int64_t> VisionTransformer::layerChannels() const
{
    return std::vector<std::int64_t>(m_layers.size(), m_shape.channels);
}

double VisionTransformer::multiplyAdds(int imagePx) const
{
    const auto side = static_cast<double>(imagePx / m_shape.patchPx);
    const auto c = static_cast<double>(m_shape.channels);
    const double tokens = side * side + 1.0 + static_cast<double>(m_shape.registers);
    const double perBlock =
        (4.0 + 2.0 * kMlpRatio) * tokens * c * c + 2.0 * tokens * tokens * c;
    return side * side * static_cast<double>(m_patches.weight.numel()) +
           perBlock * m_layers.back();
}

std::vector<torch::Tensor *> VisionTransformer::parameters()
{
    std::vector<torch::Tensor *> all = {&m_classToken,    &m_registers,      &m_classPosition,
                                        &m_position,      &m_patches.weight, &m_patches.bias,
                                        &m_norm.weight,   &m_norm.bias};
    for (auto &block : m_blocks) {
        for (auto *norm : {&block.norm1, &block.norm2})
            all.insert(all.end(), {&norm->weight, &norm->bias});
        for (auto *linear : {&block.qkv, &block.project, &block.fc1, &block.fc2})
            all.insert(all.end(), {&linear->weight, &linear->bias});
        all.insert(all.end(), {&block.scale1, &block.scale2});
    }
    return all;
}

void VisionTransformer::to(torch::Device device)
{
    for (auto *tensor : parameters())
        if (tensor->defined())
            *tensor = tensor->to(device);
}

} // namespace cf::engine::detail
