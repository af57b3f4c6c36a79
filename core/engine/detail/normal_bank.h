#pragma once

#include "core/base/run_context.h"
#include "core/engine/detail/feature_cache.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// One normal picture that may serve as a template.
struct BankImage
{
    int category = 0;
    std::vector<unsigned char> png; ///< at the network's size, lossless
    std::string contentKey;         ///< equal for equal files; empty = not known
};

/// What a query is matched with.
struct TemplateFeatures
{
    std::vector<torch::Tensor> layers; ///< L x [N, C_l, g, g] float32
    /// [N, L, g, g], see NormalBank::noise(); zero where it is not known.
    torch::Tensor noise;
};

/// The normal pictures of all categories with their features: what templates are drawn from.
/// Features are on the extractor's device, float32: about 1.5 MB a picture for EfficientNet-Lite0.
class NormalBank
{
public:
    NormalBank() = default;
    explicit NormalBank(std::vector<BankImage> images) : m_images(std::move(images)) {}

    /// A bank whose features are given: L tensors [n, C_l, g, g]. Template noise is zero.
    static NormalBank fromFeatures(std::vector<BankImage> images,
                                   std::vector<torch::Tensor> layers);

    /// Computes (or takes from the cache) features and descriptors. Stage "features".
    void prepareFeatures(const FeatureExtractor &extractor, FeatureCache *cache, RunContext &run);
    /// The same with the template noise, which a filter needs.
    void prepare(const FeatureExtractor &extractor, FeatureCache *cache, RunContext &run);

    /// Puts more pictures behind those that are prepared, one at a time. All that was known of
    /// these stays bit for bit, and no added one is measured against another: so each can go again
    /// without a trace. Stage "features".
    void append(std::vector<BankImage> images, const FeatureExtractor &extractor,
                FeatureCache *cache, RunContext &run);
    /// Those before the appended ones.
    std::size_t ownCount() const { return m_images.size() - m_appended; }

    std::size_t size() const { return m_images.size(); }
    const std::vector<BankImage> &images() const { return m_images; }
    cv::Mat image(std::size_t index) const;

    /// What a query is matched with: these pictures, at least one.
    TemplateFeatures take(const std::vector<std::int64_t> &indices) const;
    /// Features of one layer for all pictures: [n, C_l, g, g].
    const torch::Tensor &layer(std::size_t l) const { return m_layers.at(l); }
    std::size_t layerCount() const { return m_layers.size(); }
    /// Template noise [n, L, g, g]: smallest cost of each location against near other normals of
    /// its category. Where normals vary anyway (clean edges) it is high.
    const torch::Tensor &noise() const { return m_noise; }
    const torch::Tensor &descriptors() const { return m_descriptors; } ///< [n, K], unit length

    /// Pictures of a category (or of all: -1), most alike first, without `excluded`. descriptor
    /// [K].
    std::vector<std::int64_t> ranked(const torch::Tensor &descriptor, int category,
                                     std::span<const std::int64_t> excluded = {}) const;
    /// The category whose most alike picture is the most alike of all. descriptor [K].
    int recognise(const torch::Tensor &descriptor) const;
    /// The appended picture of a category that is most alike; none: there is none of it.
    std::optional<std::int64_t> nearestAppended(const torch::Tensor &descriptor,
                                                int category) const;
    /// `index` and the pictures that are the same file: none of them may be matched with it.
    std::vector<std::int64_t> sameFile(std::int64_t index) const;

    /// Fixed templates of a category for the strategies that do not look at the query, but Chosen;
    /// never an appended picture.
    std::vector<std::int64_t> fixedTemplates(int category, TemplateStrategy strategy,
                                             std::int64_t count, std::uint64_t seed) const;
    /// Those that a model of this configuration uses for every query of a category; none for
    /// Nearest. `spare` more than N where the rule has more.
    std::vector<std::int64_t> fixedTemplates(int category, const ModelConfig &config,
                                             std::int64_t spare = 0) const;

private:
    void describePictures();
    void computeNoise(RunContext &run);
    /// Smallest costs [L, g, g] of a picture against near others of its category.
    torch::Tensor noiseOf(std::int64_t index) const;
    /// Cosine to each picture [n]; for one picture it does not depend on what is appended.
    torch::Tensor similarities(const torch::Tensor &descriptor) const;

    std::vector<BankImage> m_images;
    std::size_t m_appended = 0;
    std::vector<torch::Tensor> m_layers;
    torch::Tensor m_descriptors, m_noise;
};

/// Features L x [1, C_l, g, g] of one picture alone, from the cache where they are in it. They are
/// those of this picture whatever else is computed: in a batch the last bits may differ.
std::vector<torch::Tensor> featuresAlone(const FeatureExtractor &extractor,
                                         const std::string &contentKey,
                                         const std::function<cv::Mat()> &read, FeatureCache *cache,
                                         RunContext &run);

/// The pictures of a category with these content keys, in the keys' order; each key once.
std::vector<std::int64_t> withKeys(std::span<const BankImage> images, int category,
                                   std::span<const std::string> keys);

/// Greedy k-centre choice: `count` rows of unit vectors [n, K] that leave no row far from its
/// nearest choice; starts with the row nearest to the mean.
std::vector<std::int64_t> kCentre(const torch::Tensor &descriptors, std::int64_t count);

} // namespace cf::engine::detail
