#include "core/engine/detail/postprocess.h"

#include "core/engine/detail/cost_volume.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/padding.h>

#include <algorithm>
#include <cmath>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

torch::Tensor anomalyMap(const torch::Tensor &logits, std::int64_t height, std::int64_t width)
{
    return enlarge(torch::softmax(logits, 1), height, width, Enlarge::AlignCorners).select(1, 1);
}

torch::Tensor gaussianBlur(const torch::Tensor &maps, double sigma)
{
    if (sigma <= 0.0)
        return maps;
    const auto wanted = static_cast<std::int64_t>(std::lround(4.0 * sigma));
    const auto pass = [&](const torch::Tensor &x, bool rows) {
        const std::int64_t radius = std::min(wanted, x.size(rows ? 2 : 3) - 1);
        const auto position = torch::arange(-radius, radius + 1, torch::kFloat64);
        auto line = torch::exp(-position.square() / (2.0 * sigma * sigma));
        line = (line / line.sum()).to(x.options());
        const auto flat = x.flatten(0, 1).unsqueeze(1);
        const auto padding = rows ? std::vector<std::int64_t>{0, 0, radius, radius}
                                  : std::vector<std::int64_t>{radius, radius, 0, 0};
        const auto padded = F::pad(flat, F::PadFuncOptions(padding).mode(torch::kReflect));
        const auto kernel = rows ? line.view({1, 1, -1, 1}) : line.view({1, 1, 1, -1});
        return F::conv2d(padded, kernel).view(x.sizes());
    };
    return pass(pass(maps, true), false);
}

torch::Tensor baselineMap(const torch::Tensor &initialMap, const torch::Tensor &layerWeight,
                          std::int64_t height, std::int64_t width)
{
    // The weighted mean commutes with the enlargement: one map is enlarged instead of L.
    const auto mean =
        (initialMap * layerWeight.to(initialMap.options()).view({1, -1, 1, 1})).sum(1, true);
    return enlarge(mean, height, width, Enlarge::AlignCorners).squeeze(1);
}

torch::Tensor standardisedBaseline(const torch::Tensor &initialMap, const Calibration &calibration,
                                   std::int64_t side, int imagePx)
{
    const auto weight = torch::tensor(calibration.layerWeight, torch::kFloat32);
    const double sigma =
        calibration.baselineSigma * static_cast<double>(side) / static_cast<double>(imagePx);
    const auto map = baselineMap(initialMap, weight, side, side).unsqueeze(1);
    return (gaussianBlur(map, sigma).squeeze(1) - calibration.baselineMean) /
           calibration.baselineDeviation;
}

torch::Tensor fuseMaps(const torch::Tensor &filtered, const torch::Tensor &baseline, double lambda)
{
    return lambda * filtered + (1.0 - lambda) * baseline;
}

torch::Tensor imageScore(const torch::Tensor &maps, std::int64_t pixels)
{
    const auto flat = maps.flatten(1);
    return std::get<0>(
               flat.topk(std::min(pixels, flat.size(1)), 1, /*largest=*/true, /*sorted=*/false))
        .mean(1);
}

} // namespace cf::engine::detail
