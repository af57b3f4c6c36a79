#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::engine {

/// Whether a file can be opened as the backbone of this name, torchscript:NAME among them.
/// Fails with NotFound, with BadFormat (naming missing, extra and misshapen tensors) and with
/// Unsupported (a name that is not built in).
Result<void> checkBackboneWeights(const std::string &name, const std::filesystem::path &file);

/// The built-in backbones that a weight file has all tensors of and no others: none, one, or those
/// that differ in nothing but the training. Fails when it is no weight file that can be read.
Result<std::vector<std::string>> fittingBackbones(const std::filesystem::path &file);

} // namespace cf::engine
