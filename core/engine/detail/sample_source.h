#pragma once

#include "core/engine/detail/matcher.h"
#include "core/engine/detail/patch_baseline.h"
#include "core/engine/detail/sourced_templates.h"
#include "core/synthesis/synthetic_anomaly.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// A query with a synthetic defect, a real one or none, matched.
struct TrainingSample
{
    MatchedQuery query; ///< half precision, on the CPU
    torch::Tensor mask; ///< [S, S] uint8 0/1 at the network's image size
    std::int64_t category = 0;
    bool anomalous = false;
    synthesis::Kind kind = synthesis::Kind::None;
};

/// One picture that queries are made from.
struct SampleOrigin
{
    cv::Mat imageBgr; ///< at the network's size
    int category = 0;
    std::int64_t bankIndex = -1; ///< of the same file in the bank; -1: it is not there
    std::filesystem::path file;
    cv::Mat defectMask = {}; ///< CV_8UC1 at the network's size, 0 or 255; empty: a normal
};

/// Which part of a category's samples shows one of its `defects` drawn by people. A twentieth for
/// each, that the filter does not learn a few by heart, and a quarter at most: what people found is
/// of few kinds, and a filter must not forget the others.
double realDefectShare(std::size_t defects);

/// What samples are made of and how.
struct SampleSettings
{
    std::uint64_t seed = 0;
    std::uint64_t stream = 0; ///< training, validation: independent random numbers
    std::vector<synthesis::SynthesisOptions> synthesis; ///< one per category
    std::vector<synthesis::Donors> donors;              ///< one per category
    /// How many of the most alike normals are passed over: a part of the training set may have been
    /// photographed several times, a new part has not. Uniform between the two; halved where a
    /// category has few normals.
    std::int64_t skipLow = 0, skipHigh = 4;
    std::vector<std::int64_t>
        hidden; ///< bank pictures that are no templates: the validation normals
    std::vector<SampleOrigin> defects; ///< real ones; see realDefectShare()
};

/// Makes matched synthetic queries. Sample number i takes a normal of category i mod categories, so
/// that all categories are alike in number. It depends on the settings and i alone, and equal
/// chunks give bitwise equal samples on the CPU: training resumes where it stopped.
class SampleSource
{
public:
    /// Everything given must outlive the source. `sourced` may be null: templates are then normal
    /// pictures; `patches` where the baseline is the cost volume's.
    SampleSource(const FeatureExtractor &extractor, const NormalBank &bank, const Matcher &matcher,
                 SourcedTemplates *sourced, const PatchBaseline *patches, const ModelConfig &config,
                 std::vector<SampleOrigin> normals, SampleSettings settings);

    /// Throws Failure when the template source fails.
    std::vector<TrainingSample> make(std::uint64_t first, std::size_t count) const;
    /// What sample `number` looks like, and where its defect is.
    synthesis::SyntheticSample picture(std::uint64_t number) const { return draw(number).picture; }

private:
    struct Drawn
    {
        synthesis::SyntheticSample picture;
        const SampleOrigin *origin = nullptr;
        std::int64_t skip = 0;
        std::uint64_t number = 0;
    };
    Drawn draw(std::uint64_t number) const;
    MatchedQuery match(const Drawn &drawn, const std::vector<torch::Tensor> &features,
                       const torch::Tensor &descriptor) const;
    TemplateFeatures templatesFor(const Drawn &drawn, const std::vector<torch::Tensor> &features,
                                  const torch::Tensor &descriptor) const;
    std::vector<std::int64_t> excludedFor(const Drawn &drawn) const;
    /// Of the bank.
    std::vector<std::int64_t> normalsFor(const Drawn &drawn, const torch::Tensor &descriptor) const;

    const FeatureExtractor &m_extractor;
    const NormalBank &m_bank;
    const Matcher &m_matcher;
    SourcedTemplates *m_sourced;
    const PatchBaseline *m_patches;
    const ModelConfig &m_config;
    std::vector<SampleOrigin> m_normals;
    std::vector<std::vector<std::size_t>> m_byCategory;
    std::vector<std::vector<std::size_t>> m_defectsByCategory;
    std::vector<std::vector<std::int64_t>>
        m_fixed; ///< templates of the strategies that do not look at the query
    SampleSettings m_settings;
};

} // namespace cf::engine::detail
