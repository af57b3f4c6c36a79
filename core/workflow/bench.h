#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/train_options.h"

#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct BenchRequest
{
    std::string what = "all"; ///< one of benchStages()
    engine::Profile profile = engine::Profile::Compact;
    std::int64_t batch = 8;
    int threads = 0; ///< 0 = one per core
    std::string device = "cpu"; ///< "cpu" or "cuda"
};

struct BenchStage
{
    std::string name;
    double seconds = 0.0;             ///< median of the repetitions, for the whole of `work`
    std::string work;                 ///< what was done in that time
    std::optional<double> limitShare; ///< of the matrix product's speed on this machine; none where
                                      ///< that is no measure
};

/// "all" and the single stages; "rescore" takes minutes and is no part of all.
std::vector<std::string> benchStages();

/// Times the stages of the engine with random numbers of real sizes.
Result<std::vector<BenchStage>> bench(const BenchRequest &request, RunContext &run);

} // namespace cf::workflow
