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

/// The sizes of a ResNet.
struct ResidualShape
{
    std::string title;
    std::array<int, 4> repeats;
    bool bottlenecks;               ///< 1x1, 3x3, 1x1; else two 3x3
    std::int64_t bottleneckWidth;   ///< of the first stage; doubles from stage to stage

    static ResidualShape resNet18();
    static ResidualShape resNet50();
    static ResidualShape wideResNet50();
};

/// ResNet under torchvision's tensor names, the stride in the 3x3 convolution. Batch norm eps 1e-5.
/// Layers are the stages 1 to 4 ("layer1" to "layer4"), as PatchCore counts them.
class ResidualNetwork final : public Backbone
{
public:
    /// `layers` in rising order. Fails with BadFormat, naming missing, extra and misshapen tensors.
    static Result<std::unique_ptr<ResidualNetwork>> create(const ResidualShape &shape,
                                                           const NamedTensors &tensors,
                                                           std::vector<int> layers,
                                                           const std::string &source);

    std::vector<torch::Tensor> layers(const torch::Tensor &images) override;
    std::vector<std::int64_t> layerChannels() const override;
    double multiplyAdds(int imagePx) const override;
    void to(torch::Device device) override;

private:
    struct Block
    {
        std::vector<FoldedConv> convs;
        FoldedConv shortcut; // no weight: the input itself
    };

    FoldedConv m_stem;
    std::array<std::vector<Block>, 4> m_stages;
    std::vector<int> m_layers;
};

} // namespace cf::engine::detail
