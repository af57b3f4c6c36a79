#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"
#include "core/workflow/evaluate.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct ExternalMetricsRequest
{
    std::filesystem::path data;
    std::filesystem::path maps; ///< <category>/test/<kind>/<stem>.tiff, .tif, .npy or .png
    std::vector<std::string> categories;
    std::optional<std::filesystem::path> project; ///< kept there as a run; made if it is not there
    std::string name;                             ///< of the run; empty = the folder of the maps
};

/// The metrics of any method's score maps, under the key "external"; the score of a picture is the
/// mean of the 250 largest pixels of its map. A map of another size than its image is enlarged
/// bilinearly. Fails with BadData for a missing map, NaN or infinity, naming the file; nothing is
/// kept then.
Result<Evaluation> externalMetrics(const ExternalMetricsRequest &request, RunContext &run);

/// The map of one test picture, CV_32FC1 at the picture's size. Fails as externalMetrics().
Result<cv::Mat> externalMap(const std::filesystem::path &maps, const std::string &category,
                            const dataset::Sample &sample);

} // namespace cf::workflow
