#include "core/workflow/doctor.h"

#include "core/engine/device.h"
#include "core/workflow/weight_registry.h"

namespace cf::workflow {

DoctorReport examine()
{
    DoctorReport report;
    report.version = CF_VERSION;
    report.torch = engine::torchVersion();
    report.cuda = engine::cudaVersion();
    report.threads = engine::coreCount();
    for (const auto &device : engine::devices())
        report.devices.push_back({device.name, device.model, device.memoryGiB});
    for (const auto &entry : weightRegistry()) {
        DoctorReport::Weights weights;
        weights.name = entry.name;
        const auto found = findWeights(entry.name);
        if (found.ok())
            weights.path = *found;
        else
            weights.advice = "Get them with 'costfilter weights fetch " + entry.name + "'.";
        report.weights.push_back(weights);
    }
    return report;
}

} // namespace cf::workflow
