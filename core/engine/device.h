#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace cf::engine {

struct DeviceInfo
{
    std::string name;  ///< as given to --device
    std::string model; ///< what the hardware calls itself
    double memoryGiB = 0.0; ///< 0 = not known
};

std::string torchVersion();
std::optional<std::string> cudaVersion(); ///< empty for a CPU build of LibTorch
std::vector<DeviceInfo> devices();        ///< "cpu" first
int coreCount();

/// "cpu" or "cuda". Makes a GPU compute in full float32, as a CPU does: convolutions would round to
/// 10 bits there. Fails with Unsupported when there is no such device here.
Result<void> useDevice(const std::string &name);
/// Threads of every tensor operation; 0 = one per core.
void setThreadCount(int threads);

} // namespace cf::engine
