#pragma once

#include <opencv2/core/mat.hpp>

#include <span>

namespace cf::synthesis {

/// Which side of Otsu's threshold is the product. The reference code keeps a hand-made list of
/// classes for this.
enum class ForegroundMode {
    Dark,       ///< a dark object on bright ground
    Bright,     ///< a bright object on dark ground
    Everything, ///< textures, and products that fill the frame
};

const char *toString(ForegroundMode mode);

/// The product's pixels: CV_8UC1, 0 or 255, size of the image. imageBgr CV_8UC3 or CV_8UC1.
cv::Mat foregroundMask(const cv::Mat &imageBgr, ForegroundMode mode);

/// The mode that fits these normal images; Everything unless nearly all of them show one compact
/// object that stands apart from an even ground around it. A guess for a first setting, to be shown
/// to people.
ForegroundMode chooseForegroundMode(std::span<const cv::Mat> normalsBgr);

/// The soft mask that the reference code multiplies its maps with: Gaussian blur of the foreground,
/// 1 where that is above zero (so a dilation by a square of 2*int(4*sigma+0.5)+1 pixels), and the
/// same blur again. foreground  CV_8UC1, object where not 0 returns     CV_32FC1 in [0, 1], same
/// size source      GLAD's object mask; the blur is that of scipy.ndimage: cut at 4 sigma, border
/// reflected with the edge
///             pixel repeated (cv::BORDER_REFLECT), unlike the blur of the maps, which does not
///             repeat it
cv::Mat softObjectMask(const cv::Mat &foreground, double sigma = 6.0);

} // namespace cf::synthesis
