#pragma once

#include "tests/parity/golden_file.h"
#include "tests/parity/report.h"

#include <torch/types.h>

#include <string>

namespace cf::parity {

/// An allowed difference, the sum of three parts.
struct Tolerance
{
    double absolute = 0.0;
    double ofRms = 0.0;   ///< times the root mean square of the golden tensor
    double ofValue = 0.0; ///< times the golden value's own size
};

inline constexpr Tolerance kExact{};

/// Largest difference over all elements, in double. Another number of elements than the golden
/// tensor has is an infinite one; axes of size 1 may differ.
Deviation compare(const torch::Tensor &golden, const torch::Tensor &actual,
                  const Tolerance &tolerance);

/// Likewise with a tolerance per element.
Deviation compareEach(const torch::Tensor &golden, const torch::Tensor &actual,
                      const torch::Tensor &tolerance);

/// A whole tensor stored under `key`, or one summarised as key.shape, .stats, .idx and .val. The
/// statistics are held to the tolerance of the values, as none of them can differ by more than the
/// worst value does.
Deviation compareKey(const GoldenFile &golden, const std::string &key, const torch::Tensor &actual,
                     const Tolerance &tolerance);

/// A single number.
Deviation compareNumber(double golden, double actual, double tolerance);

} // namespace cf::parity
