#include "core/engine/detail/initial_map.h"

#include "core/engine/detail/cost_volume.h"

#include <sstream>
#include <stdexcept>

namespace cf::engine::detail {

namespace {

void checkSameShape(const torch::Tensor &a, const torch::Tensor &b)
{
    if (a.sizes() == b.sizes())
        return;
    std::ostringstream text;
    text << "feature maps differ in shape: " << a.sizes() << " and " << b.sizes();
    throw std::invalid_argument(text.str());
}

} // namespace

torch::Tensor positionCost(const torch::Tensor &a, const torch::Tensor &b, double epsilon)
{
    checkSameShape(a, b);
    const auto normA = a.norm(2, {1}) + epsilon;
    const auto normB = b.norm(2, {1}) + epsilon;
    return 1.0 - (a * b).sum(1) / (normA * normB);
}

torch::Tensor reconstructionResidual(const torch::Tensor &original,
                                     const torch::Tensor &reconstruction)
{
    checkSameShape(original, reconstruction);
    return (original - reconstruction).norm(2, {1}, /*keepdim=*/true);
}

torch::Tensor mixResidual(const torch::Tensor &initialMap, const torch::Tensor &residual,
                          ResidualMix mix)
{
    constexpr double kResidualShare = 0.1;
    const auto mean = initialMap.mean(1, /*keepdim=*/true);
    const auto scaled = kResidualShare * enlarge(residual, initialMap.size(2), initialMap.size(3),
                                                 Enlarge::AlignCorners);
    torch::Tensor first;
    switch (mix) {
    case ResidualMix::Plain:
        first = mean + scaled / 170.0;
        break;
    case ResidualMix::TransportTraining:
        first = (mean + scaled) / 70.0;
        break;
    case ResidualMix::TransportTest:
        first = (mean + scaled) / 40.0;
        break;
    }
    return torch::cat({first, initialMap.narrow(1, 1, initialMap.size(1) - 1)}, 1);
}

} // namespace cf::engine::detail
