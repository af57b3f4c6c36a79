#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace cf::imaging {

/// The whole content of a regular file. Fails with NotFound, BadData (a folder, a device, more than
/// 2 GiB) or Failed.
Result<std::vector<std::uint8_t>> readFileBytes(const std::filesystem::path &path);

/// `error` with the file it is about put in front: "Cannot read <path>: <detail>".
Error aboutFile(const std::filesystem::path &path, Error error);

} // namespace cf::imaging
