#pragma once

#include "core/imaging/image_header.h"

#include <cstdint>
#include <opencv2/core/mat.hpp>
#include <span>
#include <string>
#include <vector>

namespace cf::imaging::detail {

/// The pixels of a complete image as OpenCV gives them for IMREAD_UNCHANGED, alpha included.
/// Errors give the reason only.
Result<cv::Mat> decodeUnchanged(std::span<const std::uint8_t> bytes);

/// A complete JPEG by libjpeg itself: CV_8UC1 or CV_8UC3, the same pixels as from OpenCV, which
/// hides that the decoder had to guess (damage in the middle of the file). BadData then, with the
/// decoder's words. Empty for what is better left to OpenCV (CMYK), and where libjpeg was not there
/// when this was built.
Result<cv::Mat> decodeJpeg(std::span<const std::uint8_t> bytes, const ImageHeader &header);

/// The image as the bytes of a file of the kind that `extension` (".png", ".tiff") names.
Result<std::vector<std::uint8_t>> encode(const cv::Mat &image, const std::string &extension,
                                         const std::vector<int> &parameters = {});

/// The same picture without its alpha channel: 1 or 3 channels.
cv::Mat withoutAlpha(const cv::Mat &image);

} // namespace cf::imaging::detail
