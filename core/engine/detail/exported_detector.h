#pragma once

#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/matcher.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/detail/patch_baseline.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <vector>

namespace cf::engine::detail {

/// A trained detector as one function of a picture, made of tensor operations alone, so that it can
/// be recorded: features, templates, matching, filter, fusion. What Scorer does with branches is done
/// with tables here. Templates' features are computed from their pictures each time: kept, they would
/// take ten times the space.
class ExportedDetector
{
public:
    /// Everything given must outlive it, on the CPU; `bank` is prepared. `extractor` and `network`
    /// must not change. No network: the baseline stands alone. `patches` is null where that is the
    /// cost volume's.
    ExportedDetector(const ModelConfig &config, const FeatureExtractor &extractor,
                     const NormalBank &bank, DetectorNetwork *network,
                     const PatchBaseline *patches);

    /// Empty, or why this model cannot be one function.
    std::string objection() const;

    struct Answer
    {
        torch::Tensor map;      ///< [S, S] fused anomaly map, without a network the baseline map
        torch::Tensor category; ///< [1] int64
    };
    /// picture [1, 3, S, S] float32, red green blue, 0..255; S = the network's side.
    Answer operator()(const torch::Tensor &picture) const;

private:
    /// One row for each category.
    struct Tables
    {
        torch::Tensor layerWeight;                      ///< [C, L]
        torch::Tensor baselineMean, baselineDeviation;  ///< [C]
        torch::Tensor filteredMean, filteredDeviation;  ///< [C]
        torch::Tensor lambda;                           ///< [C]
        torch::Tensor guideBlur, baselineBlur, filteredBlur; ///< [C, taps], Gaussian
        torch::Tensor templates;                        ///< [C, N] of the fixed strategies
    };

    torch::Tensor chooseTemplates(const torch::Tensor &similarity,
                                  const torch::Tensor &category) const;
    MatchedQuery match(const std::vector<torch::Tensor> &features, const torch::Tensor &similarity,
                       const torch::Tensor &category) const;
    /// See MatchedQuery::patchDistance.
    torch::Tensor patchDistance(const std::vector<torch::Tensor> &features,
                                const torch::Tensor &category) const;
    /// Standardised baseline map [1, side, side] of a category; see standardisedBaseline().
    torch::Tensor baseline(const torch::Tensor &costs, const torch::Tensor &category,
                           const torch::Tensor &blur, std::int64_t side) const;
    /// Standardised filtered map [1, 1, S, S].
    torch::Tensor filtered(const MatchedQuery &matched, const torch::Tensor &category) const;

    const ModelConfig &m_config;
    const FeatureExtractor &m_extractor;
    const NormalBank &m_bank;
    DetectorNetwork *m_network;
    const PatchBaseline *m_patches;
    Tables m_tables;
    torch::Tensor m_memory;         ///< [sum of M, C], of all categories
    torch::Tensor m_memoryCategory; ///< [sum of M] int64
    torch::Tensor m_pictures;   ///< [n, 3, S, S] uint8, red green blue
    torch::Tensor m_categoryOf; ///< [n] int64
};

} // namespace cf::engine::detail
