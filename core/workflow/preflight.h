#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/train.h"

#include <string>
#include <vector>

namespace cf::workflow {

/// Something that was looked at before a training begins.
struct PreflightFinding
{
    enum class Severity {
        Ok,
        Warning,  ///< a good result is unlikely
        Obstacle, ///< it cannot begin
    };
    Severity severity = Severity::Ok;
    std::string sentence;
};

/// Looks at weights, pictures, device, free space where the project is to be, and memory. Quick:
/// reads no picture. `dataset` is that of the request.
std::vector<PreflightFinding> checkTraining(const TrainRequest &request,
                                            const dataset::Dataset &dataset);

} // namespace cf::workflow
