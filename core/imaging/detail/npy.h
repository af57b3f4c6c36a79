#pragma once

#include "core/base/result.h"
#include "core/imaging/array_file.h"

#include <cstdint>
#include <opencv2/core/mat.hpp>
#include <span>
#include <vector>

namespace cf::imaging::detail {

/// The bytes of a .npy file, version 1.0, for a CV_32FC1 matrix.
std::vector<std::uint8_t> encodeNpy(const cv::Mat &map32f);

/// A two-dimensional array as CV_32FC1; see loadMap() for what is understood. Errors (BadData) give
/// the reason only.
Result<cv::Mat> decodeNpy(std::span<const std::uint8_t> bytes);

/// An array with any number of axes, in C order. Errors as above.
Result<FloatArray> decodeNpyArray(std::span<const std::uint8_t> bytes);

} // namespace cf::imaging::detail
