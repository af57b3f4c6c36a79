#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/imaging/map_file.h"

#include <filesystem>
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
};

/// Scores any images with a model file. Images that cannot be read are listed, the others are
/// scored. Fails with BadData when there is no image, or none that can be read.
Result<InferSummary> infer(const InferRequest &request, RunContext &run);

} // namespace cf::workflow
