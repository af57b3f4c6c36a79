#pragma once

#include <array>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <string_view>

namespace cf::imaging {

/// All rise in lightness from low to high scores, so they also read in grey print and with
/// colour-blind eyes.
enum class ColourMap { Viridis, Cividis, Magma, Inferno, Grey };

inline constexpr std::array kColourMaps = {ColourMap::Viridis, ColourMap::Cividis, ColourMap::Magma,
                                           ColourMap::Inferno, ColourMap::Grey};

/// The name used in settings and options: "viridis", "cividis", "magma", "inferno", "grey".
std::string_view toString(ColourMap map);
/// Its inverse; empty for any other name.
std::optional<ColourMap> colourMapFromName(std::string_view name);

/// Colours of a map: `low` and below get the first colour, `high` and above the last, linear in 256
/// steps between. map32f   CV_32FC1, any size; NaN gets the first colour returns  CV_8UC3 BGR, same
/// size; with high <= low everything from `high` on gets the last colour throws
/// std::invalid_argument for another type of matrix
cv::Mat colourise(const cv::Mat &map32f, float low, float high, ColourMap map);

/// (1 - alpha) * image + alpha * colour, both CV_8UC3 of the same size; alpha is clamped to 0..1.
/// throws   std::invalid_argument naming what does not fit
cv::Mat blendOver(const cv::Mat &imageBgr, const cv::Mat &colourBgr, double alpha);

} // namespace cf::imaging
