#pragma once

#include "core/base/run_context.h"
#include "core/engine/detail/feature_cache.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/feature_spec.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <cstdint>
#include <span>
#include <vector>

namespace cf::engine::detail {

/// Which of a network's feature layers make a patch, numbered from 0.
/// PatchCore: the middle of the network, as published: 2 and 3 of a ResNet; without the shallowest
/// layer, and without the deepest where there are four or more. AnomalyDINO: the deepest layer of a
/// transformer; those of PatchCore for convolutions, whose deepest layer is coarse. Layers that the
/// user chose count all for PatchCore.
std::vector<int> patchLayers(BaselineMethod method, const FeatureSpec &spec, bool areChosen);

/// Smoothing of the map, pixels of the network's image; published by both.
inline constexpr double kPatchMapSigma = 4.0;

/// PatchCore or AnomalyDINO over the normals of a bank: what is remembered of each category, and
/// how far the patches of a query are from it. What is remembered are places of normal pictures, so
/// a model keeps their numbers alone and has their features from the pictures.
class PatchBaseline
{
public:
    /// `bank`, with its features, must outlive it.
    PatchBaseline(const NormalBank &bank, const ModelConfig &config);

    /// Features of the turned pictures; nothing to do for one rotation. Stage "features".
    void prepareTurns(const FeatureExtractor &extractor, FeatureCache *cache, RunContext &run);
    /// Categories whose background is to be left out.
    std::vector<int> chooseMasked() const;
    void setMasked(std::vector<int> categories)
    {
        m_config.maskedCategories = std::move(categories);
    }

    /// Remembers patches of all pictures but `hidden`: a coreset of them, or all. `known` are
    /// origins() of an earlier call without appended pictures, which are then taken as they are,
    /// with all patches of those that were appended to the bank. Stage "coreset".
    void remember(std::span<const std::int64_t> hidden, std::span<const torch::Tensor> known,
                  RunContext &run);
    /// Of each category, int64 [M]: (turn * pictures + picture) * places + place. Undefined where
    /// all patches are remembered.
    std::vector<torch::Tensor> origins() const;
    /// Whether numbers from a file can be origins of a category.
    static bool areOrigins(const torch::Tensor &numbers, std::span<const BankImage> images,
                           int category, int rotations, std::int64_t grid);

    struct Answer
    {
        torch::Tensor distance; ///< [1, g, g], of each patch to what is nearest
        double score = 0.0;     ///< of the picture, as published
    };
    /// features L x [C_l, g, g]. Patches of the `excluded` pictures are not matched, unless no
    /// other is left.
    Answer compare(const std::vector<torch::Tensor> &features, int category,
                   std::span<const std::int64_t> excluded = {}) const;

    /// `count` reconstructions of a query: at each place the features of its nearest, its second
    /// nearest, ... remembered patch. Every layer comes from where that patch was.
    TemplateFeatures reconstruct(const std::vector<torch::Tensor> &features, int category,
                                 std::int64_t count,
                                 std::span<const std::int64_t> excluded = {}) const;

    /// Rows [P, C] of a picture's features L x [C_l, g, g].
    torch::Tensor patchesOf(const std::vector<torch::Tensor> &features) const;
    /// What these rows are measured against in a category, [M, C].
    const torch::Tensor &remembered(int category) const
    {
        return m_memories.at(static_cast<std::size_t>(category)).rows;
    }
    /// Distances as the method has them, of squared Euclidean ones between such rows.
    torch::Tensor distanceOf(const torch::Tensor &squared) const;

private:
    struct Memory
    {
        torch::Tensor rows;    ///< [M, C] float32
        torch::Tensor origin;  ///< [M] int64
        torch::Tensor picture; ///< [M] int64, number in the bank
        bool isCoreset = false;
    };

    /// Features of one layer at these origins, [M, C_l].
    torch::Tensor layerAt(std::size_t layer, const torch::Tensor &origin) const;
    torch::Tensor rowsAt(const torch::Tensor &origin) const;
    torch::Tensor originsOf(int category, std::span<const std::int64_t> pictures) const;
    /// Numbers for a bank without its appended pictures, as they are for the whole one.
    torch::Tensor renumbered(const torch::Tensor &known) const;
    torch::Tensor barred(const Memory &memory, std::span<const std::int64_t> excluded) const;
    const NormalBank &turn(std::size_t number) const
    {
        return number == 0 ? m_bank : m_turned.at(number - 1);
    }
    std::int64_t places() const { return m_grid * m_grid; }
    bool isMasked(int category) const;
    /// The layer that masks are made of: the deepest of the patches'.
    std::size_t maskLayer() const { return static_cast<std::size_t>(m_config.patchLayers.back()); }

    const NormalBank &m_bank;
    ModelConfig m_config;
    std::int64_t m_grid;
    std::vector<NormalBank> m_turned;
    std::vector<Memory> m_memories; ///< one per category
};

} // namespace cf::engine::detail
