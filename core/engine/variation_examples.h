#pragma once

#include "core/engine/train_options.h"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace cf::engine {

/// How far the normal pictures differ from each other: the 5th to the 95th of 100 pictures.
struct MeasuredVariation
{
    double brightnessPercent = 0.0; ///< of the typical one's mean grey level, to either side
    double shiftPercent = 0.0;      ///< of the picture's side
    double rotationDegrees = 0.0;   ///< allowed to either side; not measured
    double blurSigmaPx = 0.0;       ///< Gaussian blur from the sharpest to the softest, at 256 px
};

/// What a training with these choices learns to overlook, on the user's own pictures.
struct VariationExamples
{
    MeasuredVariation measured;
    /// CV_8UC3, up to four each, each as far from its picture as training may go; `background` is
    /// empty where the pictures show no ground around the product.
    std::vector<cv::Mat> light, pose, background, focus;
};

/// normals CV_8UC3, any size, at least one. The same pictures and choices give the same examples.
VariationExamples showVariation(const std::vector<cv::Mat> &normalsBgr,
                                const AllowedVariation &allowed);

} // namespace cf::engine
