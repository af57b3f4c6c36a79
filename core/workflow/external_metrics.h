#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/workflow/evaluate.h"

namespace cf::workflow {

struct ExternalMetricsRequest
{
    std::filesystem::path data;
    std::filesystem::path maps; ///< <category>/test/<kind>/<stem>.tiff, .tif, .npy or .png
    std::vector<std::string> categories;
};

/// The metrics of any method's score maps, under the key "external". A map of another size than its
/// image is enlarged bilinearly. Fails with BadData for a missing map, NaN or infinity, naming the
/// file.
Result<Evaluation> externalMetrics(const ExternalMetricsRequest &request, RunContext &run);

} // namespace cf::workflow
