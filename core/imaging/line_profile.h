#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace cf::imaging {

/// A map's values along a straight line, from its first end to its last.
struct LineProfile
{
    std::vector<double> distancePx; ///< from the first end, evenly spaced
    std::vector<double> value;      ///< bilinear between the centres of pixels
};

/// One sample a pixel and both ends, at most `most` of them.
/// map32f    CV_32FC1
/// from, to  in pixels, the centre of pixel (x, y) at (x, y); beside the map its edge goes on
/// throws    std::invalid_argument for another type of matrix or an empty one
LineProfile sampleLine(const cv::Mat &map32f, cv::Point2d from, cv::Point2d to, int most = 4096);

} // namespace cf::imaging
