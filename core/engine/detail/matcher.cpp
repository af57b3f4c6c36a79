#include "core/engine/detail/matcher.h"

#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/match_selection.h"

#include <torch/nn/functional/normalization.h>

#include <algorithm>
#include <array>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr std::array<std::int64_t, 4> kRanks = {1, 3, 7, 15}; // 0 is the smallest
constexpr std::int64_t kKept = 16;
constexpr std::int64_t kWindowReach = 2; // cells
constexpr double kEpsilon = 1e-8;        // a place where all features are zero must not become NaN

/// Columns of `values` [P, n], the last one repeated where there are fewer.
torch::Tensor column(const torch::Tensor &values, std::int64_t rank)
{
    return values.select(1, std::min(rank, values.size(1) - 1));
}

} // namespace

torch::Tensor Matcher::compactLayer(const torch::Tensor &query, const torch::Tensor &templates,
                                    const torch::Tensor &noise) const
{
    const auto unit = [](const torch::Tensor &x, std::int64_t axis) {
        return F::normalize(x, F::NormalizeFuncOptions().dim(axis));
    };
    const std::int64_t grid = query.size(1);
    const std::int64_t count = templates.size(0);
    const auto unitQuery = unit(query, 0);
    const auto unitTemplates = unit(templates, 1);
    const auto rows = unitQuery.flatten(1).t();                    // [P, C]
    const auto columns = unitTemplates.transpose(0, 1).flatten(1); // [C, N*P]
    const auto kept = std::min(kKept, count * grid * grid);
    const auto chosen =
        m_kernel == Kernel::Fastest
            ? multiplyAndSelect(rows, columns, grid, kept, kWindowReach)
            : selectMatchesGeneric(torch::mm(rows, columns), grid, count, kept, kWindowReach);
    const auto smallest = chosen.smallest.select(1, 0);
    std::vector<torch::Tensor> channels = {smallest};
    for (const auto rank : kRanks)
        channels.push_back(column(chosen.smallest, rank) - smallest);
    channels.push_back(column(chosen.perTemplate, 1) - smallest);
    channels.push_back(column(chosen.perTemplate, 2) - smallest);
    channels.push_back(chosen.window - smallest);
    channels.push_back(noise.flatten().index_select(0, chosen.winner));
    return torch::stack(channels).view({-1, grid, grid});
}

MatchedQuery Matcher::match(const std::vector<torch::Tensor> &features,
                            const TemplateFeatures &templates) const
{
    torch::NoGradGuard noGrad;
    MatchedQuery matched;
    for (const int layer : m_config.guidanceLayers)
        matched.guidance.push_back(features.at(static_cast<std::size_t>(layer)));

    if (m_config.profile == Profile::Paper) {
        std::vector<torch::Tensor> query;
        std::vector<torch::Tensor> chosen;
        for (std::size_t l = 0; l < features.size(); ++l) {
            query.push_back(features[l].unsqueeze(0));
            chosen.push_back(templates.layers[l].unsqueeze(0));
        }
        MatchingOptions options;
        options.keep = m_config.filter.matches;
        options.epsilon = kEpsilon;
        auto built = buildCostVolume(query, chosen, options);
        auto volume = built.volume.squeeze(0);
        if (volume.size(0) <
            options.keep) // few templates: the network's D is met by repeating the last match
            volume = torch::cat({volume, volume.slice(0, volume.size(0) - 1)
                                             .expand({options.keep - volume.size(0), -1, -1, -1})});
        matched.volume = volume;
        matched.initialMap = built.initialMap.squeeze(0);
        return matched;
    }
    std::vector<torch::Tensor> layers;
    for (std::size_t l = 0; l < features.size(); ++l)
        layers.push_back(
            compactLayer(features[l], templates.layers[l],
                         templates.noise.select(1, static_cast<std::int64_t>(l))));
    matched.volume = torch::stack(layers, 1);
    matched.initialMap = matched.volume.select(0, 0);
    return matched;
}

torch::Tensor costAgainst(const torch::Tensor &feature, const torch::Tensor &oneTemplate)
{
    torch::NoGradGuard noGrad;
    const auto cost = matchingCost(feature.flatten(1).unsqueeze(0),
                                   oneTemplate.flatten(1).unsqueeze(0).unsqueeze(0), kEpsilon);
    return cost[0].amin(1).view({feature.size(1), feature.size(2)});
}

} // namespace cf::engine::detail
