#pragma once

#include "core/synthesis/random.h"

#include <array>

namespace cf::synthesis {

/// The ten changes of a texture in the protocol of DRAEM and GLAD. Ranges as measured there; all in
/// 8 bit (the published loaders hand over float pictures, on which six of the ten fail).
enum class Augmenter {
    GammaContrast, ///< exponent 0.5-2 for each channel
    Brightness,    ///< times 0.8-1.2, plus -30..30, on the lightness of one of six colour spaces
    Sharpness,     ///< 0 = smoothed by a 3x3 window, 1 = as is, 2 = as far the other way
    HueSaturation, ///< -50..50 on each, of 255 (hue: of a full turn)
    Solarise,      ///< half the time: levels from 32-128 on are inverted
    Posterise,     ///< 1-8 bits
    Invert,
    AutoContrast, ///< stretched, 0-20 % cut at either end
    Equalise,     ///< histogram, channel by channel
    Rotate,       ///< -45..45 degrees, bilinear, black border
};
inline constexpr std::array kAllAugmenters{
    Augmenter::GammaContrast, Augmenter::Brightness, Augmenter::Sharpness, Augmenter::HueSaturation,
    Augmenter::Solarise,      Augmenter::Posterise,  Augmenter::Invert,    Augmenter::AutoContrast,
    Augmenter::Equalise,      Augmenter::Rotate,
};

/// imageBgr CV_8UC3; returns a new picture of the same size.
cv::Mat augment(const cv::Mat &imageBgr, Augmenter augmenter, Random &random);

/// Three different ones, in the order drawn.
cv::Mat augmentByThree(const cv::Mat &imageBgr, Random &random);

} // namespace cf::synthesis
