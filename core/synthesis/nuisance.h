#pragma once

#include "core/synthesis/random.h"

#include <opencv2/core/matx.hpp>

#include <vector>

namespace cf::synthesis {

/// What may vary on a line without being a defect. All of it is global: the whole picture, or very
/// smooth over it, so that only local change is left to be an anomaly. Uniform draws, factors by
/// equal chance for equal ratios.
struct NuisanceRanges
{
    Range gain{0.88, 1.12};         ///< factor on all channels
    Range offset{-8.0, 8.0};        ///< grey levels added
    Range contrast{0.88, 1.12};     ///< factor about the image's mean
    Range gamma{0.85, 1.18};        ///< exponent on 0..1
    Range whiteBalance{0.96, 1.04}; ///< factor for each channel; grey images are left grey
    Range illumination{0.0, 0.08}; ///< largest relative change of light from the centre to a border
    Range blurSigma{0.3, 0.9};     ///< pixels
    Range noiseSigma{1.0, 4.0};    ///< grey levels; one noise for all channels of a grey image
    Range shift{-0.0235, 0.0235};  ///< fraction of the side, for each axis
    Range rotationDegrees{-2.0, 2.0}; ///< about the centre
    Range scale{0.98, 1.02};          ///< size factor about the centre
    Range backgroundTone{0.0, 0.0};   ///< grey levels, added unevenly outside the product

    /// The chance that a picture gets each of them; all together are left out with 1 - `any`.
    struct Chances
    {
        double any = 0.6;
        double geometry = 0.4;
        double light = 0.7; ///< gain, offset and contrast
        double gamma = 0.4;
        double whiteBalance = 0.3;
        double illumination = 0.3;
        double blur = 0.25;
        double noise = 0.3;
        double background = 0.0;
    } chances;
};

struct JitteredImage
{
    cv::Mat imageBgr; ///< CV_8UC3, size of the input
    cv::Matx23d inputToOutput =
        cv::Matx23d::eye(); ///< pixel (x, y, 1) of the input to that of the output
    bool moved = false;     ///< whether inputToOutput is more than the identity
};

/// One jittered copy of imageBgr (CV_8UC3). What the movement uncovers is filled by reflection.
JitteredImage applyNuisance(const cv::Mat &imageBgr, const NuisanceRanges &ranges, Random &random);

/// The same picture on other ground: smooth, uneven tone outside the product. foreground CV_8UC1,
/// 0 where the ground is; the product itself stays as it is.
cv::Mat changeBackground(const cv::Mat &imageBgr, const cv::Mat &foreground,
                         const NuisanceRanges &ranges, Random &random);

/// The mask (CV_8UC1) moved as the picture was: nearest pixel, zero from outside.
cv::Mat moveMask(const cv::Mat &mask, const JitteredImage &jittered);

/// Ranges from the spread of normal images: light, contrast, tone curve, colour, evenness of light,
/// sharpness, noise and position. The spread seen is widened by half, for the next shift's
/// pictures; at least a small jitter remains, and every range has a cap. Fewer than three images:
/// the defaults. Looks at 64 images at most.
NuisanceRanges measureNuisance(const std::vector<cv::Mat> &normalsBgr);

/// Whether all three channels are the same but for traces of compression.
bool isGrey(const cv::Mat &imageBgr);

} // namespace cf::synthesis
