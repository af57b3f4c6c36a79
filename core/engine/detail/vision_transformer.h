#pragma once

#include "core/base/result.h"
#include "core/engine/detail/backbone.h"
#include "core/engine/detail/tensor_bridge.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cf::engine::detail {

/// How a position embedding is brought to another grid; always bicubic.
enum class PositionScaling {
    FactorPlusTenth, ///< by the factor (new + 0.1) / old: DINO, DINOv2, and Dinomaly throughout
    SizeAntialiased, ///< to the new size, with antialiasing: DINOv2 with registers
};

/// position [1, g * g, C] of a square grid -> [1, height * width, C]; unchanged for the same grid.
torch::Tensor scalePosition(const torch::Tensor &position, std::int64_t height, std::int64_t width,
                            PositionScaling scaling);

/// The sizes of a DINO or DINOv2 vision transformer.
struct TransformerShape
{
    std::string title;
    std::int64_t channels, heads, patchPx;
    std::int64_t trainedGrid; ///< side of the grid that its position embedding is for
    std::int64_t blocks = 12;
    bool scalesLayers = false; ///< LayerScale, DINOv2
    std::int64_t registers = 0;
    PositionScaling scaling = PositionScaling::FactorPlusTenth;

    static TransformerShape dino(char size, std::int64_t patchPx); ///< size s or b; patch 8 or 16
    static TransformerShape dinov2(char size, bool hasRegisters);  ///< size s, b or l; patch 14
};

/// Vision transformer under its official tensor names. LayerNorm eps 1e-6, exact GELU. Layers are
/// numbers of blocks from 1, as the papers count them (3, 6, 9, 12); their outputs are the residual
/// stream without the final norm, on the grid of patches.
class VisionTransformer final : public Backbone
{
public:
    /// `layers` in rising order. Fails with BadFormat, naming missing, extra and misshapen tensors.
    /// timm's files with registers, which hold no position of the class token, are read too.
    static Result<std::unique_ptr<VisionTransformer>> create(const TransformerShape &shape,
                                                             const NamedTensors &tensors,
                                                             std::vector<int> layers,
                                                             const std::string &source);

    /// Sides of `images` must be multiples of the patch; what is over is not looked at.
    std::vector<torch::Tensor> layers(const torch::Tensor &images) override;
    std::vector<std::int64_t> layerChannels() const override;
    double multiplyAdds(int imagePx) const override;
    void to(torch::Device device) override;

    /// Token streams [B, 1 + registers + T, C] after each layer, the class token first. Taps:
    /// "pos_embed", "tokens_in", "block1.attn_prob", "block1.attn_out", "block1".
    std::vector<torch::Tensor> tokens(const torch::Tensor &images, const Tap &tap = {}) const;
    /// The final norm, which the features do not get.
    torch::Tensor normed(const torch::Tensor &tokens) const;

private:
    struct Linear
    {
        torch::Tensor weight, bias;
        torch::Tensor operator()(const torch::Tensor &x) const;
    };
    struct Norm
    {
        torch::Tensor weight, bias;
        torch::Tensor operator()(const torch::Tensor &x) const;
    };
    struct Block
    {
        Norm norm1, norm2;
        Linear qkv, project, fc1, fc2;
        torch::Tensor scale1, scale2; ///< undefined without LayerScale
    };

    torch::Tensor attend(const Block &block, const torch::Tensor &x, const Tap &tap) const;
    torch::Tensor positionFor(std::int64_t height, std::int64_t width) const;
    std::vector<torch::Tensor *> parameters();

    TransformerShape m_shape;
    torch::Tensor m_classToken, m_registers, m_classPosition, m_position;
    Linear m_patches;
    std::vector<Block> m_blocks;
    Norm m_norm;
    std::vector<int> m_layers;
};

} // namespace cf::engine::detail
