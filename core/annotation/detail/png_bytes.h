#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <opencv2/core/mat.hpp>
#include <span>
#include <vector>

namespace cf::annotation::detail {

using PngBytes = std::vector<std::uint8_t>;
using Palette = std::vector<std::array<std::uint8_t, 3>>; ///< red, green, blue; up to 256

/// A grey PNG. pixels  CV_8UC1. fails  Failed or OutOfMemory
Result<PngBytes> pngOf(const cv::Mat &pixels);

/// A grey 8-bit PNG as one with a palette: grey levels and indices are stored alike, only the
/// header and the colours differ. OpenCV 4.6 writes no palettes by itself.
PngBytes withPalette(std::span<const std::uint8_t> greyPng, const Palette &palette);

/// The other way around, for OpenCV reads colours instead of indices. Empty when it is no PNG with
/// a palette. The grey levels of fewer than 8 bits are spread: `bits` says how many there are.
PngBytes withoutPalette(std::span<const std::uint8_t> palettePng, int &bits);

} // namespace cf::annotation::detail
