#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

struct ModelInfo
{
    struct Tensor
    {
        std::string name, type;
        std::vector<std::int64_t> shape;
    };
    std::string kind; ///< "costfilter model", "CostFilter-AD checkpoint (GLAD)", "backbone weights
                      ///< (...)", "tensors"
    std::int64_t parameters =
        0; ///< numbers in floating-point tensors that are not running statistics
    std::vector<Tensor> tensors;
    std::vector<std::pair<std::string, std::string>> facts; ///< what else the file says of itself
};

/// Reads any weight file without running anything stored in it.
Result<ModelInfo> modelInfo(const std::filesystem::path &file);

/// Writes the tensors of a model or weight file as .pth (readable with
/// torch.load(weights_only=True)) or .safetensors, or the whole detector of a model as TorchScript
/// (.pt, see engine::exportDetector()), by the ending of `out`. Returns the number of the network's
/// tensors.
Result<std::size_t> exportModel(const std::filesystem::path &file,
                                const std::filesystem::path &out, RunContext &run);

} // namespace cf::workflow
