#pragma once

#include "core/demo/random.h"
#include "core/demo/scene.h"

namespace cf::demo {

/// How one picture was taken: everything that differs from picture to picture on a good line.
struct Exposure
{
    double gain = 1.0; ///< brightness of the lamp
    cv::Vec2d gradient{
        0, 0}; ///< relative change of the light from the centre to the right / bottom edge
    double vignette = 0.1;           ///< relative loss of light in the corners
    cv::Vec3d whiteBalance{1, 1, 1}; ///< per blue, green, red
    cv::Point2d shiftPx{0, 0};       ///< of the object, in image pixels
    double angleDeg = 0.0;           ///< of the object, around the centre of the image
    double blurPx = 0.5;             ///< standard deviation of the lens blur
    double shotNoise = 0.008;        ///< standard deviation at full light, relative to it
    double readNoise = 0.004;        ///< in the dark, relative to full light
};

struct ExposureRange
{
    double maxShiftPx = 3.0;
    double maxAngleDeg = 1.2;
    double maxGainChange = 0.06;
    double maxGradient = 0.07;
};

Exposure randomExposure(const ExposureRange &range, Random &random);

/// What falls onto the sensor: CV_32FC3 of `imageSize`, screen values 0..255, not rounded and
/// without noise.
cv::Mat3f expose(const cv::Mat3f &radiance, cv::Size imageSize, const Exposure &exposure);

/// The stored picture, with the sensor's noise: CV_8UC3, or CV_8UC1 for a grey camera.
cv::Mat develop(const cv::Mat3f &exposed, const Exposure &exposure, bool grey,
                std::uint64_t noiseSeed);

} // namespace cf::demo
