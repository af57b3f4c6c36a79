#include "core/engine/device.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <thread>
#include <unistd.h>

namespace cf::engine {

namespace {

constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;

std::string processorModel()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.rfind("model name", 0) == 0)
            return line.substr(line.find(':') + 2);
    return "CPU";
}

/// Of the first GPU, as its driver tells it.
std::string graphicsModel()
{
    std::error_code failed;
    for (const auto &gpu :
         std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", failed)) {
        std::ifstream info(gpu.path() / "information");
        for (std::string line; std::getline(info, line);)
            if (line.rfind("Model:", 0) == 0)
                return line.substr(line.find_first_not_of(" \t", line.find(':') + 1));
    }
    return "NVIDIA GPU";
}

/// Of the GPU in use. LibTorch has no header of its own for this; its CUDA build brings the
/// function along.
double graphicsMemoryGiB()
{
    using MemoryInfo = int (*)(std::size_t *, std::size_t *);
    const auto memoryInfo = reinterpret_cast<MemoryInfo>(dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    std::size_t free = 0;
    std::size_t total = 0;
    return memoryInfo && memoryInfo(&free, &total) == 0 ? static_cast<double>(total) / kGiB : 0.0;
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
    const double memory =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
    std::vector<DeviceInfo> found = {{"cpu", processorModel(), memory / kGiB}};
    const auto gpus =
        static_cast<int>(torch::cuda::is_available() ? torch::cuda::device_count() : 0);
    for (int i = 0; i < gpus; ++i)
        found.push_back({i == 0 ? "cuda" : "cuda:" + std::to_string(i), graphicsModel(),
                         i == 0 ? graphicsMemoryGiB() : 0.0});
    return found;
}

int coreCount()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Result<void> useDevice(const std::string &name)
{
    if (name == "cpu")
        return {};
    if (name == "cuda" && torch::cuda::is_available()) {
        at::globalContext().setAllowTF32CuDNN(false);
        at::globalContext().setAllowTF32CuBLAS(false);
        return {};
    }
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
