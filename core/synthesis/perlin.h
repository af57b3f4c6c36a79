#pragma once

#include "core/synthesis/random.h"

namespace cf::synthesis {

/// Gradient noise after Perlin (1985, fade of 2002): unit gradients of uniform angle on a lattice
/// of cellsY x cellsX cells over the picture, fade 6t^5-15t^4+10t^3, times sqrt 2. CV_32FC1, about
/// -1..1, zero on the lattice points. A cell is made at least two pixels wide (on a lattice point
/// there is only zero to see).
cv::Mat perlinNoise(cv::Size size, int cellsY, int cellsX, Random &random);

/// `octaves` of it, each of twice the cells and `persistence` times the height, divided by the sum
/// of heights.
cv::Mat fractalPerlinNoise(cv::Size size, int cellsY, int cellsX, int octaves, double persistence,
                           Random &random);

struct PerlinMaskOptions
{
    int largestExponent = 5;            ///< cells per axis are 2^0 .. 2^this, drawn for each axis
    Range rotationDegrees{-90.0, 90.0}; ///< about the centre, bilinear, zero flows in from outside
    double threshold = 0.3;             ///< mask = noise > this
};

/// Where a DRAEM-like anomaly is: CV_8UC1, 0 or 255, sometimes empty. Source: the reference code as
/// measured.
cv::Mat perlinMask(cv::Size size, const PerlinMaskOptions &options, Random &random);

/// Quick smooth noise: normal numbers about `cellPx` apart, cubic in between. CV_32FC1, zero mean,
/// deviation 0.6-1.
cv::Mat smoothNoise(cv::Size size, double cellPx, Random &random);

} // namespace cf::synthesis
