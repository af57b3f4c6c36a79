#pragma once

#include "core/synthesis/random.h"

#include <opencv2/core/types.hpp>

#include <vector>

/// Shapes of defects. Only for core/synthesis.
namespace cf::synthesis::detail {

/// A soft shape: alpha is 0..1, CV_32FC1, and covers `box` of the picture. Empty box = nothing
/// inside the frame.
struct Region
{
    cv::Rect box;
    cv::Mat alpha;
    bool empty() const { return box.empty(); }
};

/// A deformed ellipse. `unrest` 0 = smooth outline .. 1 = torn.
Region blobRegion(cv::Size frame, cv::Point2d centre, double areaPx, double unrest, Range edgePx,
                  Random &random);
/// Perlin noise over its threshold, seen through an ellipse.
Region perlinRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx,
                    Random &random);
/// Three to seven corners.
Region polygonRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx,
                     Random &random);
/// A turned rectangle.
Region rectangleRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx,
                       Random &random);
/// A chip or a strip along an edge of the frame.
Region edgeRegion(cv::Size frame, double areaPx, Range edgePx, Random &random);
/// One of the above.
Region anyRegion(cv::Size frame, cv::Point2d centre, double areaPx, Range edgePx, Random &random);

struct StrokeOptions
{
    double lengthPx = 50.0;
    double widthPx = 2.0;
    double stepPx = 6.0;
    double wander = 0.1;     ///< deviation of the turn at each step, radians
    double bend = 0.0;       ///< turn at each step, radians
    double unevenness = 0.3; ///< relative change of the width from step to step
    double blurPx = 0.5;
};

/// Points of a stroke through `start`.
std::vector<cv::Point2d> strokePath(cv::Point2d start, const StrokeOptions &options,
                                    Random &random);
/// Strokes along paths, brightest point 1.
Region strokeRegion(cv::Size frame, const std::vector<std::vector<cv::Point2d>> &paths,
                    const StrokeOptions &options, Random &random);

/// Round spots of these radii.
struct Spot
{
    cv::Point2d centre;
    double radiusPx = 2.0;
};
Region spotsRegion(cv::Size frame, const std::vector<Spot> &spots, double unrest, double blurPx,
                   Random &random);

/// The box of the frame around a centre, reaching `reachPx` to each side.
cv::Rect boxAround(cv::Size frame, cv::Point2d centre, double reachPx);

} // namespace cf::synthesis::detail
