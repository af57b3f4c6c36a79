#include "core/engine/device.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <fstream>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <thread>
#include <unistd.h>

namespace cf::engine {

namespace {

std::string processorModel()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.rfind("model name", 0) == 0)
            return line.substr(line.find(':') + 2);
    return "CPU";
}

} // namespace

std::string torchVersion()
{
    return TORCH_VERSION;
}

std::optional<std::string> cudaVersion()
{
    if (!torch::hasCUDA())
        return std::nullopt;
    const long version = at::detail::getCUDAHooks().versionCUDART();
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::vector<DeviceInfo> devices()
{
    constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;
    const double memory =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
    std::vector<DeviceInfo> found = {{"cpu", processorModel(), memory / kGiB}};
    const auto gpus =
        static_cast<int>(torch::cuda::is_available() ? torch::cuda::device_count() : 0);
    for (int i = 0; i < gpus; ++i)
        found.push_back({i == 0 ? "cuda" : "cuda:" + std::to_string(i), "NVIDIA GPU", 0.0});
    return found;
}

int coreCount()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Result<void> checkDevice(const std::string &name)
{
    if (name == "cpu" || (name == "cuda" && torch::cuda::is_available()))
        return {};
    if (name == "cuda")
        return Error::make(ErrorCode::Unsupported,
                           "There is no usable CUDA device here; use --device cpu.");
    return Error::make(ErrorCode::BadUsage, "Unknown device '" + name + "'; use cpu or cuda.");
}

void setThreadCount(int threads)
{
#ifdef __GLIBC__
    // By default glibc gives every tensor above 128 kB back to the system and asks for it again:
    // the page faults then cost more than the arithmetic. Kept, the memory is used again at once.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
    at::set_num_threads(threads > 0 ? threads : coreCount());
}

} // namespace cf::engine
