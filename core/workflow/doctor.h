#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

struct DoctorReport
{
    struct Device
    {
        std::string name;  ///< as given to --device
        std::string model; ///< what the hardware calls itself
        double memoryGiB = 0.0;
    };
    struct Weights
    {
        std::string name;
        std::optional<std::filesystem::path> path;
        std::string advice; ///< how to get it when it is missing
    };

    std::string version;             ///< of this program
    std::string torch;               ///< of LibTorch
    std::optional<std::string> cuda; ///< CUDA version of LibTorch, empty for a CPU build
    int threads = 1;
    std::vector<Device> devices;
    std::vector<Weights> weights;
};

DoctorReport examine();

} // namespace cf::workflow
