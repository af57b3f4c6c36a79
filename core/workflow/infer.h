#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/imaging/map_file.h"
#include "core/metrics/decision_zones.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct InferRequest
{
    std::filesystem::path model;
    std::filesystem::path images; ///< a file, or a folder that is read recursively
    std::filesystem::path out;    ///< gets scores.csv and, if wished, maps/
    std::optional<imaging::MapFormat> maps;
    std::string device = "cpu";
};

struct InferSummary
{
    std::size_t images = 0;
    std::vector<std::pair<std::filesystem::path, std::string>> failed; ///< file and reason
    double secondsPerImage = 0.0;
    /// Images by zone, when thresholds are kept with the model.
    std::optional<std::map<metrics::Zone, std::size_t>> decisions;
};

/// Scores any images with a model file, and decides where thresholds are kept with it (see
/// DecisionRule): pass, review or fail in the column `decision`. Images that cannot be read are listed, the others are
/// scored. Fails with BadData when there is no image, or none that can be read.
Result<InferSummary> infer(const InferRequest &request, RunContext &run);

} // namespace cf::workflow
