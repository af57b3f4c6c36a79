#pragma once

#include "core/demo/random.h"

#include <opencv2/core/mat.hpp>

namespace cf::demo {

/// Independent values, mean 0, standard deviation 1, nearly normal.
cv::Mat1f whiteNoise(cv::Size size, Random &random);

/// Smooth hills about `cellPx` apart, mean about 0, standard deviation about 1.
cv::Mat1f smoothNoise(cv::Size size, cv::Size2d cellPx, Random &random);

/// Sum of `octaves` smooth noises, each half as large and half as strong as the one before;
/// deviation about 1.
cv::Mat1f fractalNoise(cv::Size size, double cellPx, int octaves, Random &random);

/// Horizontal streaks that fade over about `lengthPx`, one pixel high, mean 0, standard deviation
/// about 1.
cv::Mat1f streakNoise(cv::Size size, double lengthPx, Random &random);

/// 0 below `low`, 1 above `high`, smooth between.
inline float smoothStep(float low, float high, float x)
{
    const float t = std::min(1.0F, std::max(0.0F, (x - low) / (high - low)));
    return t * t * (3.0F - 2.0F * t);
}

} // namespace cf::demo
