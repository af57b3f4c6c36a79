#pragma once

#include "core/base/result.h"
#include "core/engine/detail/backbone.h"
#include "core/engine/detail/folded_conv.h"
#include "core/engine/detail/tensor_bridge.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// The sizes of an EfficientNet.
struct EfficientNetShape
{
    struct Stage
    {
        int repeats, kernel, stride, expansion;
        std::int64_t channels;
    };
    std::string title;
    std::int64_t stem, head; ///< channels
    std::array<Stage, 7> stages;
    /// Squeeze-excitation and swish; the Lite family has neither, and ReLU6.
    bool squeezes;
    /// Padding as for a square picture of this side, whatever the picture's; 0 = of the picture.
    std::int64_t paddedForPx;

    int blocks() const;

    static EfficientNetShape lite0();
    static EfficientNetShape lite1();
    static EfficientNetShape lite2();
    /// As in HVQ-Trans: padding for 380 although 224 is fed.
    static EfficientNetShape b4();
};

/// EfficientNet under the tensor names of its PyTorch ports. Batch norm eps 1e-3. Layers are block
/// numbers from 0, as HVQ-Trans counts them.
class EfficientNet final : public Backbone
{
public:
    /// `layers` in rising order. Fails with BadFormat, naming missing, extra and misshapen tensors.
    static Result<std::unique_ptr<EfficientNet>> create(const EfficientNetShape &shape,
                                                        const NamedTensors &tensors,
                                                        std::vector<int> layers,
                                                        const std::string &source);

    std::vector<torch::Tensor> layers(const torch::Tensor &images) override;
    std::vector<std::int64_t> layerChannels() const override;
    double multiplyAdds(int imagePx) const override;
    void to(torch::Device device) override;

    /// The classifier of the full network [B, 1000], for parity. Taps: "stem" and "head" before
    /// their activation, "block00" and so on.
    torch::Tensor classify(const torch::Tensor &images, const Tap &tap) const;

private:
    /// Weighs channels by what the whole picture shows.
    struct Squeeze
    {
        torch::Tensor reduceWeight, reduceBias, expandWeight, expandBias;
    };
    struct Block
    {
        FoldedConv expand, depthwise, project; // expand has no weight in the first stage
        Squeeze squeeze;                       // no weights in the Lite family
        bool residual = false;
    };

    torch::Tensor activate(torch::Tensor x) const;
    torch::Tensor forward(const Block &block, const torch::Tensor &x) const;

    bool m_squeezes = false;
    FoldedConv m_stem, m_head;
    std::vector<Block> m_blocks;
    torch::Tensor m_fcWeight, m_fcBias;
    std::vector<int> m_layers;
};

} // namespace cf::engine::detail
