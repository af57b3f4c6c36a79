#pragma once

#include <QImage>

#include <opencv2/core/mat.hpp>

namespace cf::ui {

/// CV_8UC1 or CV_8UC3 (BGR), copied. Null for an empty one.
QImage imageOf(const cv::Mat &picture);

} // namespace cf::ui
