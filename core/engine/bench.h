#pragma once

#include "core/base/result.h"
#include "core/engine/train_options.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cf::engine {

struct StageTiming
{
    std::string name;
    double seconds = 0.0;    ///< median over the repetitions
    double multiplyAdds = 0; ///< in that time, of convolutions and matrix products; 0 = not counted
    std::string work;
};

struct StageBench
{
    Profile profile = Profile::Compact;
    std::int64_t batch = 8;
    int threads = 0;
    std::string device = "cpu";
    std::filesystem::path backboneWeights;
};

/// Multiply-adds a second of a large float32 matrix product on this device, with this many threads
/// where it is the CPU: the attainable limit.
Result<double> matrixProductSpeed(const std::string &device, int threads);

/// Times "features", "matching", "filter" (forward) or "train-step" on random numbers of real
/// sizes.
Result<StageTiming> timeStage(const std::string &stage, const StageBench &options);

} // namespace cf::engine
