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

/// From this many normal pictures on a result is more than luck: a fifth is kept for validation.
inline constexpr std::size_t kEnoughNormals = 20;

/// An obstacle for each category without normal pictures, a warning for each with few.
std::vector<PreflightFinding>
checkPictures(const std::vector<const dataset::Category *> &categories);

/// Looks at weights, pictures, device, free space where the project is to be, and memory. Quick:
/// reads no picture. `dataset` is that of the request.
std::vector<PreflightFinding> checkTraining(const TrainRequest &request,
                                            const dataset::Dataset &dataset);

} // namespace cf::workflow
