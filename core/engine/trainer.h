#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/template_source.h"
#include "core/engine/train_options.h"
#include "core/engine/training_control.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <functional>
#include <memory>
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
    bool reviewed = false;  ///< a test picture that people found to be normal
};

/// One picture of a real defect, of which people drew where it is.
struct DefectImage
{
    std::filesystem::path path;
    int category = 0;
    std::string contentKey;
    std::filesystem::path mask; ///< of the picture's size; not 0 = defect
};

struct TrainingData
{
    std::vector<std::string> categories;
    std::vector<NormalImage> normals;
    std::vector<DefectImage> defects; ///< seen by the filter alone, beside the synthetic ones
    std::filesystem::path
        textures; ///< folder of texture pictures for the synthesis; empty = made by the program
};

struct TrainingFiles
{
    std::filesystem::path backboneWeights;
    std::string backboneName;
    std::string backboneSha256;
    std::filesystem::path featureCache;     ///< folder
    std::shared_ptr<TemplateSource> source; ///< of TrainOptions::source
    std::filesystem::path
        checkpoint;              ///< read when it is there, rewritten atomically while training
    std::filesystem::path model; ///< written at the end
};

struct StepReport
{
    std::int64_t step = 0; ///< from 1
    double learningRate = 0.0;
    std::vector<std::pair<std::string, double>> terms; ///< unweighted, and "total"
    double seconds = 0.0;
    double waitingSeconds = 0.0; ///< of them: until the step's samples were made
};

/// A synthetic picture that training never sees, and what the filter makes of it.
struct PreviewSample
{
    std::string category;
    cv::Mat picture; ///< CV_8UC3, at the network's size
    cv::Mat mask;    ///< CV_8UC1, 0 or 255
    cv::Mat map;     ///< CV_32FC1, probability 0..1, at the network's resolution
};

/// How far a training is, to be looked at.
struct TrainingPreview
{
    std::int64_t step = 0;
    double score = 0.0; ///< on held-out synthetic defects, 0..1; NaN where it was not computed
    std::vector<PreviewSample> samples; ///< the same pictures in each preview of a training
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
    std::function<void(const TrainingPreview &)> onPreview; ///< now and then, and at the end
};

struct TrainingOutcome
{
    std::int64_t steps = 0;
    double loss = 0.0;            ///< mean of the last 50 steps
    double validationScore = 0.0; ///< of the kept weights
};

/// Trains a filter, unless its baseline is to stand alone, and writes the model; `control` may be
/// null. Takes up `files.checkpoint` when it belongs to the same data and settings; on the CPU the
/// result is then bit for bit that of an unbroken run with the same number of threads. Throws
/// Cancelled when asked to stop, after writing a checkpoint. Fails with BadData when a category has
/// no readable normal picture; single unreadable ones are logged and left out.
Result<TrainingOutcome> trainDetector(const TrainingData &data, const TrainOptions &options,
                                      const TrainingFiles &files, const TrainObserver &observer,
                                      const TrainingControl *control, RunContext &run);

} // namespace cf::engine
