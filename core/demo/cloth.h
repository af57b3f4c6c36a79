#pragma once

#include "core/demo/camera.h"

#include <optional>

namespace cf::demo {

/// A yarn that is not there over a length of the cloth.
struct YarnGap
{
    bool alongX = true;   ///< a weft yarn, else a warp yarn
    cv::Point2f at;       ///< a canvas point on the yarn, the middle of the gap
    float lengthPx = 100; ///< canvas pixels
};

/// Twill of two yarn colours, seen from above, with the yarns' own irregularity and soft folds.
/// Two calls with equal random state differ only by the gap.
Scene weaveCloth(cv::Size imageSize, Random random, const std::optional<YarnGap> &gap);
Lamp clothLamp(Random &random);

} // namespace cf::demo
