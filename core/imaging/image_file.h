#pragma once

#include "core/imaging/image_header.h"

#include <cstdint>
#include <opencv2/core/mat.hpp>
#include <span>

/// Reading images and masks. Common to all functions here:
/// - PNG, JPEG, BMP and TIFF (first page), told by content; sizes as readImageHeader() allows.
/// - Pixels are as on the disk: the EXIF orientation is ignored, so that masks fit their images.
/// - A file that is cut off or damaged is an error; nothing is filled in with grey. (A byte changed
///   inside the pixels shows in a PNG always, in a JPEG often, in a BMP or raw TIFF never.)
/// - Alpha is left out, not blended: the stored colours are kept, as Python's loaders do for RGB.
///   (An 8-bit TIFF with alpha is the exception: its library hands out multiplied colours.)
/// - OpenCV's messages are silenced for the whole process on first use; exceptions become errors.
/// - Errors name the file: NotFound, Failed (cannot be opened), BadData (see above), OutOfMemory.
namespace cf::imaging {

/// CV_8UC3 in BGR order. Grey becomes three equal channels; 16 bits are divided by 257 and rounded.
Result<cv::Mat> loadBgr(const std::filesystem::path &path);

/// CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3 (BGR): the depth of the file, for viewers with a level
/// window.
Result<cv::Mat> loadDeep(const std::filesystem::path &path);

/// CV_8UC1: 255 where any channel of the file is not zero, 0 elsewhere. In a JPEG mask, whose edges
/// ring, a pixel counts from half of full scale (128) on.
Result<cv::Mat> loadMask(const std::filesystem::path &path);

/// Header and completeness of an image that is in memory: cheap, no pixel is decoded. For those who
/// read the bytes anyway; the error's sentence then lacks the file, see aboutFile().
Result<ImageHeader> inspectImage(std::span<const std::uint8_t> bytes);

/// As loadMask() and loadBgr(), from memory; the error's sentence lacks the file.
Result<cv::Mat> decodeMask(std::span<const std::uint8_t> bytes);
Result<cv::Mat> decodeBgr(std::span<const std::uint8_t> bytes);

} // namespace cf::imaging
