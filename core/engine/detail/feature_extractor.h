#pragma once

#include "core/base/result.h"
#include "core/engine/detail/backbone.h"
#include "core/engine/detail/feature_spec.h"

#include <opencv2/core/mat.hpp>
#include <torch/types.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace cf::engine::detail {

/// A picture at the network's size, aspect ignored as the published code does. CV_8UC3 in and out.
cv::Mat fitImage(const cv::Mat &imageBgr, int sidePx);

/// Multi-layer features on one grid. One instance per thread.
class FeatureExtractor
{
public:
    /// Fails as openBackbone().
    static Result<FeatureExtractor>
    open(FeatureSpec spec, const std::filesystem::path &weights, torch::Device device);

    /// Images at any size, CV_8UC3 -> L tensors [B, C_l, grid, grid] float32 on the device, not
    /// normalised.
    std::vector<torch::Tensor> extract(const std::vector<cv::Mat> &imagesBgr) const;
    /// Likewise from [B, 3, S, S] as toNetworkInput() makes it.
    std::vector<torch::Tensor> extract(const torch::Tensor &networkInput) const;

    /// Features [B, C, h, w] from elsewhere as extract() gives its own: [B, C, grid, grid], pooled.
    torch::Tensor toGrid(const torch::Tensor &features) const;

    const FeatureSpec &spec() const { return m_spec; }
    std::vector<std::int64_t> channels() const { return m_backbone->layerChannels(); }
    double multiplyAdds() const
    {
        return m_backbone->multiplyAdds(m_spec.imagePx);
    } ///< of one picture
    torch::Device device() const { return m_device; }

private:
    FeatureExtractor(FeatureSpec spec, std::unique_ptr<Backbone> backbone, torch::Device device)
        : m_spec(std::move(spec)), m_backbone(std::move(backbone)), m_device(device)
    {
    }

    FeatureSpec m_spec;
    std::unique_ptr<Backbone> m_backbone;
    torch::Device m_device;
};

/// Pose-aware descriptor of pictures for retrieval: unit features pooled to 8x8 cells, all layers
/// one after the other, unit length. features L x [B, C_l, g, g] -> [B, 64 * sum(C_l)] on the CPU.
torch::Tensor poseDescriptor(const std::vector<torch::Tensor> &features);

} // namespace cf::engine::detail
