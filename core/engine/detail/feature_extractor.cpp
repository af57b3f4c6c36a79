#include "core/engine/detail/feature_extractor.h"

#include "core/engine/detail/backbone_registry.h"
#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/tensor_bridge.h"

#include <opencv2/imgproc.hpp>
#include <torch/nn/functional/normalization.h>
#include <torch/nn/functional/pooling.h>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr int kDescriptorCells = 8;

} // namespace

cv::Mat fitImage(const cv::Mat &imageBgr, int sidePx)
{
    if (imageBgr.cols == sidePx && imageBgr.rows == sidePx)
        return imageBgr;
    const bool shrinks = imageBgr.cols > sidePx && imageBgr.rows > sidePx;
    cv::Mat fitted;
    cv::resize(imageBgr, fitted, cv::Size(sidePx, sidePx), 0, 0,
               shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    return fitted;
}

Result<FeatureExtractor> FeatureExtractor::open(FeatureSpec spec,
                                                const std::filesystem::path &weights,
                                                torch::Device device)
{
    CF_ASSIGN_OR_RETURN(auto network, openBackbone(spec, weights));
    network->to(device);
    return FeatureExtractor(std::move(spec), std::move(network), device);
}

torch::Tensor FeatureExtractor::toGrid(const torch::Tensor &features) const
{
    const int side = m_spec.gridPx;
    auto out =
        features.size(2) > side
            ? F::adaptive_avg_pool2d(features, F::AdaptiveAvgPool2dFuncOptions({side, side}))
            : enlarge(features, side, side, Enlarge::HalfPixel);
    if (m_spec.poolingPx > 1)
        out = F::avg_pool2d(out, F::AvgPool2dFuncOptions(m_spec.poolingPx)
                                     .stride(1)
                                     .padding(m_spec.poolingPx / 2)
                                     .count_include_pad(false));
    return out.contiguous();
}

std::vector<torch::Tensor> FeatureExtractor::extract(const std::vector<cv::Mat> &imagesBgr) const
{
    torch::NoGradGuard noGrad;
    std::vector<cv::Mat> fitted;
    fitted.reserve(imagesBgr.size());
    for (const auto &image : imagesBgr)
        fitted.push_back(fitImage(image, m_spec.imagePx));
    return extract(toNetworkInput(fitted, m_device));
}

std::vector<torch::Tensor> FeatureExtractor::extract(const torch::Tensor &networkInput) const
{
    torch::NoGradGuard noGrad;
    auto layers = m_backbone->layers(networkInput.to(m_device));
    for (auto &layer : layers)
        layer = toGrid(layer);
    return layers;
}

torch::Tensor poseDescriptor(const std::vector<torch::Tensor> &features)
{
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> cells;
    for (const auto &layer : features) {
        const auto unit = F::normalize(layer, F::NormalizeFuncOptions().dim(1));
        cells.push_back(F::adaptive_avg_pool2d(unit, F::AdaptiveAvgPool2dFuncOptions(
                                                         {kDescriptorCells, kDescriptorCells}))
                            .flatten(1));
    }
    return F::normalize(torch::cat(cells, 1), F::NormalizeFuncOptions().dim(1)).to(torch::kCPU);
}

} // namespace cf::engine::detail
