#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace cf::engine::detail {

/// How the kept matches are laid out along the volume's first axis.
enum class MatchOrder {
    Template,  ///< template, then position: the published order; a channel keeps its place in the
               ///< template
    Ascending, ///< smallest cost first: independent of the order of templates and of the part's
               ///< pose
};

/// How the small grid is brought to the network's size. The published code uses both (see
/// MatchingOptions).
enum class Enlarge { AlignCorners, HalfPixel };

struct MatchingOptions
{
    std::int64_t keep =
        1024; ///< D; a location has at most N*H*W matches, fewer are kept if there are fewer
    MatchOrder order = MatchOrder::Template;
    double epsilon = 0.0; ///< added to each norm; 1e-8 in the HVQ-Trans and Dinomaly variants
    /// Rows of the cost matrix are tiled so that one tile stays below this; D*N of any size fits.
    std::int64_t tileBytes = std::int64_t{256} << 20;
};

/// The kept matches of one layer.
struct Matches
{
    torch::Tensor cost;    ///< [B, P, D] float, in the order asked for
    torch::Tensor index;   ///< [B, P, D] int64, template * P_t + position
    torch::Tensor minimum; ///< [B, P] smallest cost of each location
};

/// Matching cost of every query location against every template location: 1 - cosine similarity, in
/// 0..2. query      [B, C, P] templates  [B, N, C, Pt], or [1, N, C, Pt] shared by the batch
/// returns    [B, P, N*Pt]; the last axis runs over template, then location
/// throws     std::invalid_argument naming the axis that does not fit
/// memory     4*B*P*N*Pt bytes; keepBest() tiles instead
/// source     paper section 3.2, the equations of V and C
torch::Tensor matchingCost(const torch::Tensor &query, const torch::Tensor &templates,
                           double epsilon = 0.0);

/// The D smallest costs of every query location, without ever holding the whole cost matrix.
/// Shapes as matchingCost(). Equal costs are kept in an order that the library chooses.
Matches keepBest(const torch::Tensor &query, const torch::Tensor &templates,
                 const MatchingOptions &options);

/// Bilinear enlargement of [B, C, h, w] to [B, C, height, width].
torch::Tensor enlarge(const torch::Tensor &map, std::int64_t height, std::int64_t width,
                      Enlarge mode);

/// Anomaly cost volume and initial map of a batch.
struct CostVolume
{
    torch::Tensor volume;     ///< [B, D, L, h, w], before any enlargement
    torch::Tensor initialMap; ///< [B, L, h, w], the minimum over all matches per layer
};

/// Matches L layers. query: L tensors [B, C_l, h, w]; templates: L tensors [B or 1, N, C_l, h, w].
CostVolume buildCostVolume(const std::vector<torch::Tensor> &query,
                           const std::vector<torch::Tensor> &templates,
                           const MatchingOptions &options);

/// volume [B, D, L, h, w] enlarged layer by layer to [B, D, L, side, side].
torch::Tensor enlargeVolume(const torch::Tensor &volume, std::int64_t side, Enlarge mode);

} // namespace cf::engine::detail
