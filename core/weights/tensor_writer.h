#pragma once

#include "core/base/result.h"
#include "core/weights/tensor_file.h"

#include <filesystem>

namespace cf::weights {

/// Writes a .pth that Python reads with torch.load(path, weights_only=True): an OrderedDict of the
/// tensors, in order. The whole file or nothing. The same input gives the same bytes. metadata goes
/// into a record of its own (`costfilter.json`): torch leaves it alone, readTensorFile() returns
/// it, and
///            the dictionary stays a clean state dict
/// errors     BadUsage (names twice or not UTF-8, bytes that do not fit the shape); NotFound,
/// ReadOnly, DiskFull, Failed
Result<void> writeTorchZip(const std::filesystem::path &path, std::span<const Tensor> tensors,
                           const std::map<std::string, std::string> &metadata = {});

/// Writes a .safetensors file, the whole or nothing; `metadata` becomes its __metadata__. Tensors
/// with larger elements come first, so that each lies aligned in the file; within one element size
/// the order stays. errors     as writeTorchZip()
Result<void> writeSafetensors(const std::filesystem::path &path, std::span<const Tensor> tensors,
                              const std::map<std::string, std::string> &metadata = {});

} // namespace cf::weights
