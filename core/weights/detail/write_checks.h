#pragma once

#include "core/base/result.h"
#include "core/weights/tensor_file.h"

#include <filesystem>

namespace cf::weights::detail {

/// BadUsage where names are empty, stand twice or are not UTF-8, or where bytes and shape do not
/// fit. `metadata` must be UTF-8, too.
Result<void> checkWritable(const std::filesystem::path &path, std::span<const Tensor> tensors,
                           const std::map<std::string, std::string> &metadata);

/// The error for a system error number met while writing `path`.
Error writeError(const std::filesystem::path &path, int number, const std::string &reason);

} // namespace cf::weights::detail
