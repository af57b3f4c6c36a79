#pragma once

#include "core/base/result.h"
#include "core/engine/detail/backbone.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace cf::engine::detail {

/// Any network exported as TorchScript: forward(images [B, 3, H, W], normalised as for ImageNet)
/// returns a tensor [B, C, h, w], or a list or tuple of them. Layers are their numbers from 0.
/// A script can compute and nothing else: TorchScript knows no files and no network.
class ScriptBackbone final : public Backbone
{
public:
    /// `layers` in rising order; empty = all. Runs it once on a picture of imagePx. Fails with
    /// BadFormat when the file is no TorchScript, or its answer is not as above.
    static Result<std::unique_ptr<ScriptBackbone>> open(const std::filesystem::path &file,
                                                        std::vector<int> layers, int imagePx);
    ~ScriptBackbone() override;

    const std::vector<int> &numbers() const { return m_layers; }
    std::vector<torch::Tensor> layers(const torch::Tensor &images) override;
    std::vector<std::int64_t> layerChannels() const override { return m_channels; }
    double multiplyAdds(int) const override { return 0.0; }
    void to(torch::Device device) override;

private:
    struct Impl; // keeps the script headers out of other files
    explicit ScriptBackbone(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
    std::vector<int> m_layers;
    std::vector<std::int64_t> m_channels;
};

} // namespace cf::engine::detail
