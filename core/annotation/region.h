#pragma once

#include "core/annotation/annotation.h"

#include <optional>

/// Areas that a map or a picture suggests, at the picture's size.
///
/// A map may have fewer pixels than the picture, over which it is stretched: each pixel of the
/// picture takes the map's value below its centre, as the canvas shows it.
namespace cf::annotation {

/// Where the map reaches `level`. Empty when it does nowhere.
/// map  CV_32FC1
Patch regionAtLevel(const cv::Mat &map, float level, cv::Size imageSize);

/// The connected area around `seed` where the map reaches `level`; where it is below that at the
/// seed, the area that is no less anomalous than the seed. Pixels that touch at a side are
/// connected.
Patch floodOfMap(const cv::Mat &map, float level, cv::Point seed, cv::Size imageSize);

/// The connected area around `seed` whose channels differ from the seed's by no more than
/// `tolerance`, a share of the picture's full scale.
/// picture  CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3
Patch floodOfPicture(const cv::Mat &picture, double tolerance, cv::Point seed);

/// The connected areas, each at its own place, from top to bottom; pixels that touch at a side or
/// corner are connected.
/// most     none when there are more areas than that
std::optional<std::vector<Patch>> areasOf(const Patch &patch, std::size_t most);

} // namespace cf::annotation
