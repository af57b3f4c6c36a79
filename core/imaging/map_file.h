#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <opencv2/core/mat.hpp>

namespace cf::imaging {

enum class MapFormat {
    Tiff, ///< 32-bit float, one channel, not compressed: what the MVTec evaluation code reads
    Npy,  ///< NumPy version 1.0, '<f4', C order, shape (height, width)
    Png,  ///< 16-bit grey: scores clipped to 0..1, times 65535 and rounded; loses what lies outside
};

/// ".tiff", ".npy", ".png".
const char *extensionOf(MapFormat format);

/// Writes an anomaly map, CV_32FC1 and finite, whole or not at all; the name's extension is the
/// caller's choice. Fails with BadUsage (another type of matrix, empty), BadData (NaN or infinite
/// scores) or as writeFileAtomically().
Result<void> saveMap(const std::filesystem::path &path, const cv::Mat &map32f, MapFormat format);

/// Reads an anomaly map as CV_32FC1, from any method, by the file's extension:
/// .tiff .tif  float of 16, 32 or 64 bits, or integers, whose numbers are kept
/// .npy        versions 1 to 3; f2 f4 f8 u1 u2 in either byte order, C or Fortran order;
///             surplus axes of length 1 are dropped
/// .png        8 or 16-bit grey, divided by 255 or 65535
/// Fails with NotFound, Failed, Unsupported (another extension) or BadData (damaged, cut off, more
/// than one channel, NaN or infinite numbers); the sentence names the file.
Result<cv::Mat> loadMap(const std::filesystem::path &path);

} // namespace cf::imaging
