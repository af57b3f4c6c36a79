#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <span>
#include <string>
#include <string_view>

namespace cf::report {

/// Text for HTML and XML alike, inside elements and inside quoted attributes. Bytes that are not
/// UTF-8 and characters that XML forbids become U+FFFD.
std::string escaped(std::string_view text);

/// With a point and `decimals` digits after it, whatever the locale; "−" in front when negative.
std::string fixedNumber(double value, int decimals);
/// As short as it can be and still be read back to the same value, whatever the locale.
std::string exactNumber(double value);

/// As a field of a table of comma-separated values: quoted where it must be.
std::string csvField(const std::string &text);

std::string base64(std::span<const unsigned char> bytes);

/// The picture, never larger than a report needs. Fails with BadData when the type is none of
/// CV_8UC1, CV_8UC3, CV_8UC4.
Result<cv::Mat> reportPicture(const cv::Mat &image);

/// The same as a data URI: colour as JPEG, grey and transparent ones as PNG.
Result<std::string> imageUri(const cv::Mat &image);

} // namespace cf::report
