#include "core/base/passive_threads.h"

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace cf {

void restartWithPassiveThreads(char **argv)
{
    if (std::getenv("OMP_WAIT_POLICY") || ::setenv("OMP_WAIT_POLICY", "passive", 1) != 0)
        return;
    // By its own path: as "/proc/self/exe" it would be called "exe" in lists of processes.
    std::error_code unknown;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
    if (!unknown)
        ::execv(self.c_str(), argv);
}

} // namespace cf
