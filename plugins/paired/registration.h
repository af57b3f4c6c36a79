#pragma once

#include <opencv2/core/mat.hpp>

namespace cf::plugins {

/// `golden` moved, turned and slightly stretched onto `query`, both CV_8UC3 of one size, by the
/// enhanced correlation coefficient (Evangelidis and Psarakis, 2008), from coarse to fine. What lies
/// outside is filled by its edge. Comes back as it is when the two have too little in common, or
/// nothing is gained.
cv::Mat registered(const cv::Mat &golden, const cv::Mat &query);

} // namespace cf::plugins
