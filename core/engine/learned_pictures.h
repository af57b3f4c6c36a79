#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::engine {

/// Content keys of the reviewed pictures that a model learned from, in no order: they must not
/// count in its scores. Empty for most models. Fails as summariseModel().
Result<std::vector<std::string>> learnedPictures(const std::filesystem::path &model);

} // namespace cf::engine
