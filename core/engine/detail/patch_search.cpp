#include "core/engine/detail/patch_search.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace cf::engine::detail {

namespace {

constexpr std::int64_t kTopShare = 100; // a hundredth

std::tuple<torch::Tensor, torch::Tensor> smallest(const torch::Tensor &rows, std::int64_t k)
{
    if (k == 1) // many times as fast as topk() on a CPU
        return rows.min(1, /*keepdim=*/true);
    return rows.topk(std::min(k, rows.size(1)), 1, /*largest=*/false);
}

} // namespace

NearestPatches nearestPatches(const torch::Tensor &query, const torch::Tensor &memory,
                              std::int64_t k, const torch::Tensor &barred, std::int64_t tileRows)
{
    torch::NoGradGuard noGrad;
    const auto lengths = query.square().sum(1, /*keepdim=*/true);
    NearestPatches best;
    for (std::int64_t from = 0; from < memory.size(0); from += tileRows) {
        const auto tile = memory.slice(0, from, from + tileRows);
        auto squared = torch::addmm(tile.square().sum(1).unsqueeze(0), query, tile.t(), 1.0, -2.0)
                           .add_(lengths)
                           .clamp_min_(0.0);
        if (barred.defined())
            squared.masked_fill_(barred.slice(0, from, from + tileRows).unsqueeze(0),
                                 std::numeric_limits<float>::infinity());
        auto [value, index] = smallest(squared, k);
        index = index + from;
        if (!best.squared.defined()) {
            best = {value, index};
            continue;
        }
        const auto both = torch::cat({best.squared, value}, 1);
        const auto [kept, place] = smallest(both, k);
        best = {kept, torch::cat({best.index, index}, 1).gather(1, place)};
    }
    return best;
}

double reweightedScore(const torch::Tensor &distances)
{
    const auto exact = distances.to(torch::kCPU, torch::kFloat64);
    const double nearest = exact[0].item<double>();
    if (exact.size(0) < 2)
        return nearest;
    return (1.0 - torch::softmax(exact, 0)[0].item<double>()) * nearest;
}

double topShareMean(const torch::Tensor &distances)
{
    const auto flat = distances.flatten();
    const auto count = std::max<std::int64_t>(flat.size(0) / kTopShare, 1);
    return std::get<0>(flat.topk(count)).mean().item<double>();
}

} // namespace cf::engine::detail
