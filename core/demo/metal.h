#pragma once

#include "core/demo/camera.h"
#include "core/demo/paint.h"

namespace cf::demo {

/// What a plate lacks. All false or -1: a good plate.
struct PlateFault
{
    int missingHole = -1;  ///< index into the plate's small holes
    int missingPrint = -1; ///< 0 data matrix, 1 first line, 2 second line, 3 end of the second line
};

struct Hole
{
    cv::Point2f at; ///< image pixels on an unmoved plate
    float radiusPx;
    float chamferPx;
};

/// The holes of every plate, small ones first.
const std::vector<Hole> &plateHoles();
constexpr int kSmallHoles = 7;

constexpr int kPlateImageWidth = 384;
constexpr int kPlateImageHeight = 288;

/// 0..1: how much of each canvas pixel is metal on a good plate that has not moved. Made once; any
/// thread.
const cv::Mat1f &plateCover();

/// Brushed plate with chamfered holes, milled slot and a laser print, on a dark support.
/// Two calls with equal random state differ only by the fault.
Scene machinePlate(Random random, const PlateFault &fault);
Lamp plateLamp(Random &random);

} // namespace cf::demo
