#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace cf::imaging {

/// Numbers with any number of axes.
struct FloatArray
{
    std::vector<std::int64_t> shape;
    std::vector<float> values; ///< row-major
};

/// A .npy file: f2 f4 f8 u1 u2 in either byte order, C order. Fails with NotFound or BadData.
Result<FloatArray> loadArray(const std::filesystem::path &path);

} // namespace cf::imaging
