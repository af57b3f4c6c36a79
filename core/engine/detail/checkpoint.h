#pragma once

#include "core/base/result.h"
#include "core/engine/detail/tensor_bridge.h"

#include <torch/optim/adamw.h>

#include <filesystem>
#include <optional>
#include <string>

namespace cf::engine::detail {

/// Where a training stands, apart from its tensors.
struct TrainState
{
    std::string identity; ///< of data and settings: a checkpoint of others is not taken up
    std::int64_t step = 0;
    std::int64_t totalSteps = 0;
    double learningRate = 0.0; ///< of the plateau schedule
    std::int64_t sinceGain = 0;
    double bestScore = -1.0;
    double lossSum = 0.0; ///< over the last `lossCount` steps
    std::int64_t lossCount = 0;
};

/// Tensors of a checkpoint: the trained weights, their running average, and the best so far.
struct TrainTensors
{
    torch::nn::Module *network;
    std::vector<torch::Tensor> *average, *best; ///< in the order of stateOf(network); may be empty
    torch::optim::AdamW *optimiser;
};

/// Written beside and renamed: a killed process leaves the last whole one.
Result<void> saveCheckpoint(const std::filesystem::path &file, const TrainState &state,
                            const TrainTensors &tensors);

/// Nothing when there is no file. Fails with BadFormat for a damaged one; the tensors are then
/// unchanged. A checkpoint of another identity is left alone and reported as nothing.
Result<std::optional<TrainState>> loadCheckpoint(const std::filesystem::path &file,
                                                 const std::string &identity,
                                                 const TrainTensors &tensors);

} // namespace cf::engine::detail
