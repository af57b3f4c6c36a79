#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/train_options.h"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace cf::engine {

/// One normal picture to train on.
struct NormalImage
{
    std::filesystem::path path;
    int category = 0;       ///< index into TrainingData::categories
    std::string contentKey; ///< equal for equal files; names its features in the cache
};

struct TrainingData
{
    std::vector<std::string> categories;
    std::vector<NormalImage> normals;
    std::filesystem::path
        textures; ///< folder of texture pictures for the synthesis; empty = made by the program
};

struct TrainingFiles
{
    std::filesystem::path backboneWeights;
    std::string backboneName;
    std::string backboneSha256;
    std::filesystem::path featureCache; ///< folder
    std::filesystem::path
        checkpoint;              ///< read when it is there, rewritten atomically while training
    std::filesystem::path model; ///< written at the end
};

struct StepReport
{
    std::int64_t step = 0; ///< from 1
    double learningRate = 0.0;
    std::vector<std::pair<std::string, double>> terms; ///< unweighted, and "total"
};

/// The templates that a model uses for every picture of a category, by content key.
struct FixedTemplates
{
    std::string category;
    std::vector<std::string> contentKeys;
};

/// What a training tells while it runs; all are called from the training's thread and may be empty.
struct TrainObserver
{
    std::function<void(std::int64_t step)> onResumed; ///< a checkpoint was taken up after this step
    std::function<void(const std::vector<FixedTemplates> &)>
        onTemplates; ///< once, of the rules that do not look at the picture
    std::function<void(const StepReport &)> onStep;
    std::function<void(std::int64_t step, double score)>
        onValidation; ///< score on held-out synthetic defects, 0..1
    std::function<void(std::int64_t step)> onCheckpoint; ///< everything up to this step is on disk
};

struct TrainingOutcome
{
    std::int64_t steps = 0;
    double loss = 0.0;            ///< mean of the last 50 steps
    double validationScore = 0.0; ///< of the kept weights
};

/// Trains a filter and writes the model. Takes up `files.checkpoint` when it belongs to the same
/// data and settings; on the CPU the result is then bit for bit that of an unbroken run with the
/// same number of threads. Throws Cancelled when asked to stop, after writing a checkpoint. Fails
/// with BadData when a category has no readable normal picture; single unreadable ones are logged
/// and left out.
Result<TrainingOutcome> trainDetector(const TrainingData &data, const TrainOptions &options,
                                      const TrainingFiles &files, const TrainObserver &observer,
                                      RunContext &run);

} // namespace cf::engine
