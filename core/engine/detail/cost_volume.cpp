#include "core/engine/detail/cost_volume.h"

#include <torch/nn/functional/upsampling.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

void checkShapes(const torch::Tensor &query, const torch::Tensor &templates)
{
    if (query.dim() != 3)
        throw std::invalid_argument("query must be [B, C, P]");
    if (templates.dim() != 4)
        throw std::invalid_argument("templates must be [B, N, C, P]");
    if (templates.size(0) != query.size(0) && templates.size(0) != 1)
        throw std::invalid_argument("axis B: query has " + std::to_string(query.size(0)) +
                                    ", templates have " + std::to_string(templates.size(0)));
    if (templates.size(2) != query.size(1))
        throw std::invalid_argument("axis C: query has " + std::to_string(query.size(1)) +
                                    ", templates have " + std::to_string(templates.size(2)));
}

torch::Tensor unit(const torch::Tensor &x, std::int64_t channelAxis, double epsilon)
{
    return x / (x.norm(2, {channelAxis}, /*keepdim=*/true) + epsilon);
}

/// Unit template vectors as the right-hand matrix: [B or 1, C, N*Pt].
torch::Tensor templateMatrix(const torch::Tensor &templates, double epsilon)
{
    return unit(templates, 2, epsilon).transpose(1, 2).flatten(2).contiguous();
}

} // namespace

torch::Tensor matchingCost(const torch::Tensor &query, const torch::Tensor &templates,
                           double epsilon)
{
    checkShapes(query, templates);
    const auto rows = unit(query, 1, epsilon).transpose(1, 2);
    return 1.0 - torch::matmul(rows, templateMatrix(templates, epsilon));
}

Matches keepBest(const torch::Tensor &query, const torch::Tensor &templates,
                 const MatchingOptions &options)
{
    checkShapes(query, templates);
    const auto rows = unit(query, 1, options.epsilon).transpose(1, 2).contiguous();
    const auto columns = templateMatrix(templates, options.epsilon);
    const std::int64_t batch = rows.size(0);
    const std::int64_t places = rows.size(1);
    const std::int64_t candidates = columns.size(2);
    const std::int64_t kept = std::min(options.keep, candidates);
    const std::int64_t rowBytes = candidates * static_cast<std::int64_t>(rows.element_size());
    const std::int64_t tileRows = std::clamp<std::int64_t>(options.tileBytes / rowBytes, 1, places);

    Matches matches;
    matches.cost = torch::empty({batch, places, kept}, rows.options());
    matches.index = torch::empty({batch, places, kept}, rows.options().dtype(torch::kInt64));
    matches.minimum = torch::empty({batch, places}, rows.options());
    for (std::int64_t b = 0; b < batch; ++b) {
        const auto column = columns[columns.size(0) == 1 ? 0 : b];
        for (std::int64_t from = 0; from < places; from += tileRows) {
            const std::int64_t to = std::min(from + tileRows, places);
            const auto cost = 1.0 - torch::mm(rows[b].slice(0, from, to), column);
            torch::Tensor value;
            torch::Tensor index;
            if (kept == candidates && options.order == MatchOrder::Template) {
                value = cost;
                index = torch::arange(candidates, matches.index.options()).expand_as(cost);
            } else {
                const bool ascending = options.order == MatchOrder::Ascending;
                std::tie(value, index) =
                    cost.topk(kept, /*dim=*/1, /*largest=*/false, /*sorted=*/ascending);
                if (!ascending) {
                    index = std::get<0>(index.sort(1));
                    value = cost.gather(1, index);
                }
            }
            matches.cost[b].slice(0, from, to).copy_(value);
            matches.index[b].slice(0, from, to).copy_(index);
            matches.minimum[b].slice(0, from, to).copy_(value.amin(1));
        }
    }
    return matches;
}

torch::Tensor enlarge(const torch::Tensor &map, std::int64_t height, std::int64_t width,
                      Enlarge mode)
{
    if (map.size(2) == height && map.size(3) == width)
        return map;
    return F::interpolate(map, F::InterpolateFuncOptions()
                                   .size(std::vector<std::int64_t>{height, width})
                                   .mode(torch::kBilinear)
                                   .align_corners(mode == Enlarge::AlignCorners));
}

CostVolume buildCostVolume(const std::vector<torch::Tensor> &query,
                           const std::vector<torch::Tensor> &templates,
                           const MatchingOptions &options)
{
    if (query.empty() || query.size() != templates.size())
        throw std::invalid_argument("axis L: query has " + std::to_string(query.size()) +
                                    " layers, templates have " + std::to_string(templates.size()));
    std::vector<torch::Tensor> volumes;
    std::vector<torch::Tensor> minima;
    for (std::size_t l = 0; l < query.size(); ++l) {
        const auto height = query[l].size(2);
        const auto width = query[l].size(3);
        const auto matches = keepBest(query[l].flatten(2), templates[l].flatten(3), options);
        volumes.push_back(matches.cost.transpose(1, 2).unflatten(2, {height, width}));
        minima.push_back(matches.minimum.view({-1, height, width}));
    }
    return {torch::stack(volumes, 2), torch::stack(minima, 1)};
}

torch::Tensor enlargeVolume(const torch::Tensor &volume, std::int64_t side, Enlarge mode)
{
    const auto batch = volume.size(0);
    const auto flat = volume.transpose(1, 2).flatten(0, 1); // [B*L, D, h, w]
    const auto large = enlarge(flat.contiguous(at::MemoryFormat::ChannelsLast), side, side, mode);
    return large.contiguous().unflatten(0, {batch, volume.size(2)}).transpose(1, 2);
}

} // namespace cf::engine::detail
