#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/detail/calibration.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/detail/patch_baseline.h"
#include "core/engine/detail/sample_source.h"
#include "core/engine/detail/train_profile.h"
#include "core/engine/model_config.h"
#include "core/engine/trainer.h"

#include <memory>
#include <vector>

namespace cf::engine::detail {

/// What a training has before its first step: the normal pictures with their features, and the
/// sources of samples over them. A fifth of the normals is for validation only: neither
/// queries nor templates of training.
class TrainingSet
{
public:
    /// Fails with BadData when a category has no readable normal picture; single unreadable ones
    /// are logged and left out.
    static Result<std::unique_ptr<TrainingSet>>
    prepare(const TrainingData &data, const TrainOptions &options, const TrainingFiles &files,
            const TrainProfile &profile, RunContext &run);

    /// `perCategory` samples of held-out kinds and half as many of familiar ones; chooses each
    /// category's baseline map on them, into `config`.
    ValidationSet makeValidation(std::int64_t perCategory, RunContext &run);

    /// The picture of a sample of ValidationSet::heldOut.
    synthesis::SyntheticSample heldOutPicture(std::size_t index) const
    {
        return m_heldOut->picture(index);
    }
    /// Those that the model will use for every picture of a category.
    std::vector<std::int64_t> fixedTemplates(int category) const
    {
        return m_bank.fixedTemplates(category, config);
    }

    /// What the model's baseline remembers, now of all normals; see PatchBaseline::origins().
    std::vector<torch::Tensor> rememberAll(RunContext &run);

    /// Why the template source had none for a picture; once.
    std::string takeTemplateNote() { return m_sourced ? m_sourced->takeNote() : std::string(); }

    FeatureSpec spec;
    ModelConfig config;
    std::vector<BankImage> images;
    std::string defectIdentity; ///< of the real defects and what was drawn; empty: there are none
    std::unique_ptr<SampleSource> source; ///< of training

private:
    TrainingSet() = default;

    Result<void> openBackbone(const TrainOptions &options, const TrainingFiles &files);
    Result<void> loadNormals(const TrainingData &data, const TrainOptions &options,
                             RunContext &run);
    Result<void> loadDefects(const TrainingData &data, RunContext &run);
    void prepareFeatures(const TrainOptions &options, const TrainingFiles &files,
                         const TrainProfile &profile, RunContext &run);
    void prepareBaseline(const TrainOptions &options, FeatureCache *cache, RunContext &run);
    void prepareSources(const TrainingData &data, const TrainOptions &options, RunContext &run);

    std::vector<cv::Mat> m_pictures;     ///< at the network's size, in the order of `images`
    std::vector<SampleOrigin> m_defects; ///< until `source` has them
    std::unique_ptr<FeatureExtractor> m_extractor;
    NormalBank m_bank;
    std::vector<std::filesystem::path> m_files; ///< in the order of `images`
    std::unique_ptr<Matcher> m_matcher;
    std::unique_ptr<SourcedTemplates> m_sourced;
    std::unique_ptr<PatchBaseline> m_patches; ///< null: the cost volume's baseline
    std::unique_ptr<SampleSource> m_heldOut, m_familiar;
};

} // namespace cf::engine::detail
