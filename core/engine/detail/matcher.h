#pragma once

#include "core/engine/detail/normal_bank.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace cf::engine::detail {

/// What the filter gets of one query.
struct MatchedQuery
{
    torch::Tensor volume;                ///< [K, L, g, g]; K channels as the profile lays them out
    torch::Tensor initialMap;            ///< [L, g, g], smallest cost per layer
    std::vector<torch::Tensor> guidance; ///< query features [C_l, g, g] of the guidance layers
    torch::Tensor patchDistance; ///< [1, g, g] of a PatchBaseline; undefined where there is none

    /// What the baseline map is made of: [1 or L, g, g].
    const torch::Tensor &baseline() const
    {
        return patchDistance.defined() ? patchDistance : initialMap;
    }
};

/// Matches queries against templates, in the layout of a profile.
///
/// Paper: the D smallest costs in template order (section 3.2).
/// Compact: channels that do not depend on the part's pose or on which template came first: the
/// smallest cost c; the costs at ranks 2, 4, 8 and 16, minus c; the second and third smallest of
/// the templates' own minima, minus c; the smallest cost within two cells of the same position,
/// minus c; and the template noise of the winning location.
class Matcher
{
public:
    /// Channels of the compact layout.
    static constexpr std::int64_t kCompactChannels = 9;

    enum class Kernel {
        Fastest,
        TensorOperations, ///< nothing else: what is recorded as TorchScript
    };

    explicit Matcher(const ModelConfig &config, Kernel kernel = Kernel::Fastest)
        : m_config(config), m_kernel(kernel)
    {
    }

    /// features L x [C_l, g, g], on the templates' device.
    MatchedQuery match(const std::vector<torch::Tensor> &features,
                       const TemplateFeatures &templates) const;

private:
    /// [K, g, g] of one layer.
    torch::Tensor compactLayer(const torch::Tensor &query, const torch::Tensor &templates,
                               const torch::Tensor &noise) const;

    ModelConfig m_config;
    Kernel m_kernel;
};

/// [g, g] smallest cost of each place of `feature` against one template, both [C_l, g, g], 0..2. The
/// minimum over a query's templates is its MatchedQuery::initialMap.
torch::Tensor costAgainst(const torch::Tensor &feature, const torch::Tensor &oneTemplate);

} // namespace cf::engine::detail
