#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace cf::demo {

struct DemoOptions
{
    std::uint64_t seed = 7;
    int trainPerCategory = 60; ///< good pictures to learn from, at least 1
    int goodPerCategory = 20;  ///< good pictures in the test set
    int defectsPerKind = 6;    ///< pictures of each of the six kinds of defect
    int threads = 0;           ///< 0 = as many as the computer has; does not change the pixels
};

struct DemoSummary
{
    std::vector<std::string> categories;
    std::size_t images = 0;  ///< pictures of the whole set, masks not counted
    std::size_t written = 0; ///< pictures made by this call; the others were there already
};

/// Writes three categories of invented inspection pictures in MVTec AD layout into `dir`, which is
/// created. Pictures that are there are kept, so a cancelled call is completed by the next one; a
/// set made with other options is replaced, file by file. Files that are not from here are never
/// touched: a folder that holds any where a picture has to go is refused with BadUsage. Other
/// errors: ReadOnly, DiskFull, Failed. Progress stage "demo-data", one step a picture; throws
/// Cancelled.
Result<DemoSummary> writeDemoData(const std::filesystem::path &dir, const DemoOptions &options,
                                  RunContext &run);

/// The file in `dir` that says what the set was made with, and whether it is complete.
inline constexpr const char *kMarkerName = "costfilter_demo.json";

} // namespace cf::demo
