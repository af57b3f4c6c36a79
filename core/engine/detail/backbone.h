#pragma once

#include "core/base/result.h"
#include "core/engine/detail/tensor_bridge.h"

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// A frozen feature network. Forward passes only; safe to call from one thread at a time.
class Backbone
{
public:
    virtual ~Backbone() = default;
    /// images [B, 3, H, W] as toNetworkInput() makes them -> one [B, C_l, h_l, w_l] per requested
    /// layer, raw.
    virtual std::vector<torch::Tensor> layers(const torch::Tensor &images) = 0;
    virtual std::vector<std::int64_t> layerChannels() const = 0;
    /// Multiply-adds of one square picture of `imagePx` up to the last requested layer.
    virtual double multiplyAdds(int imagePx) const = 0;
    virtual void to(torch::Device device) = 0;
};

/// A convolution with its batch norm folded in. Padding is "same" as TensorFlow has it: the odd
/// pixel at the bottom and right.
struct FoldedConv
{
    torch::Tensor weight, bias;
    std::int64_t stride = 1;
    std::int64_t groups = 1;

    torch::Tensor operator()(const torch::Tensor &x) const;
};

/// EfficientNet-Lite0: ReLU6, no squeeze-excitation, batch norm eps 1e-3, under the official tensor
/// names.
class EfficientNetLite0 final : public Backbone
{
public:
    static constexpr int kBlocks = 16;

    /// Layers are block numbers 0..15 in rising order. Fails with BadFormat when tensors are
    /// missing or misshapen.
    static Result<std::unique_ptr<EfficientNetLite0>>
    create(const NamedTensors &tensors, std::vector<int> layers, const std::string &source);

    std::vector<torch::Tensor> layers(const torch::Tensor &images) override;
    std::vector<std::int64_t> layerChannels() const override;
    double multiplyAdds(int imagePx) const override;
    void to(torch::Device device) override;

    /// The classifier of the full network [B, 1000], for parity. `tap` is called with the name and
    /// output of the stem (before ReLU6), each block and the head (before ReLU6).
    torch::Tensor
    classify(const torch::Tensor &images,
             const std::function<void(const std::string &, const torch::Tensor &)> &tap) const;

private:
    struct Block
    {
        FoldedConv expand, depthwise, project; // expand has no weight in the first block
        bool residual = false;
        torch::Tensor forward(const torch::Tensor &x) const;
    };

    FoldedConv m_stem, m_head;
    std::vector<Block> m_blocks;
    torch::Tensor m_fcWeight, m_fcBias;
    std::vector<int> m_layers;
};

} // namespace cf::engine::detail
