#pragma once

#include "core/engine/trainer.h"

#include <cstdint>
#include <filesystem>

namespace cf::engine {

/// What a training will cost on this machine.
struct TrainingEstimate
{
    double seconds = 0.0;
    double secondsLow = 0.0; ///< if nothing disturbs, and features are in the cache already
    double secondsHigh = 0.0;
    std::int64_t steps = 0;
    std::uint64_t memoryBytes = 0; ///< largest share of the main memory
};

/// Trains a few steps on a few of the pictures and scales what each stage took up to all of them.
/// Writes into `folder` only, which must be there. Fails and throws as trainDetector().
Result<TrainingEstimate> tryTraining(const TrainingData &data, const TrainOptions &options,
                                     const std::filesystem::path &backboneWeights,
                                     const std::string &backboneName,
                                     std::shared_ptr<TemplateSource> source,
                                     const std::filesystem::path &folder, RunContext &run);

} // namespace cf::engine
