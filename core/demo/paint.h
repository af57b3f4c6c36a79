#pragma once

#include "core/demo/random.h"
#include "core/demo/scene.h"

#include <string>
#include <vector>

namespace cf::demo {

/// Canvas coordinates throughout.
using Polygon = std::vector<cv::Point2f>;

/// How much of each pixel of `area` something covers, 0..1.
struct Cover
{
    cv::Rect area;
    cv::Mat1f amount; ///< of the size of `area`; empty when it lies outside the canvas
};

/// A point of a line whose width and strength change along it.
struct StrokePoint
{
    cv::Point2f at;
    float radiusPx = 1.0F;
    float strength = 1.0F;
};
using Stroke = std::vector<StrokePoint>;

struct Material
{
    cv::Vec3f albedo; ///< linear blue-green-red
    float gloss = 0.0F;
};

Polygon boxPolygon(cv::Point2f centre, cv::Size2f size, double angleDeg, float cornerPx = 0.0F);
Polygon discPolygon(cv::Point2f centre, float radiusPx);
/// A round shape with an irregular edge; `roughness` is relative to the radius.
Polygon blobPolygon(cv::Point2f centre, float radiusPx, double roughness, Random &random);
/// `local` turned by the angle around its origin and moved to `centre`.
Polygon placed(const Polygon &local, cv::Point2f centre, double angleDeg);

/// Cubic Bezier curve as points at most half a pixel apart.
Polygon bezierCurve(cv::Point2f from, cv::Point2f control1, cv::Point2f control2, cv::Point2f to);
/// A line that changes its heading smoothly and at random; points half a pixel apart.
Polygon wanderingCurve(cv::Point2f from, double headingRad, double lengthPx, double turnPerPx,
                       Random &random);

Cover polygonCover(const Polygon &polygon, cv::Size canvas);
/// Round brush along the line; where it crosses itself the stronger part counts.
Cover strokeCover(const Stroke &stroke, cv::Size canvas);
/// Letters of a plotter font, `letterPx` high, centred, turned by the angle.
Cover textCover(const std::string &text, cv::Point2f centre, double letterPx, double linePx,
                double angleDeg, cv::Size canvas);
/// The same cover with soft edges.
Cover softened(const Cover &cover, double deviationPx, cv::Size canvas);

/// Lays a material over the surface; its height does not change.
void cover(Scene &scene, const Cover &where, const Material &material, float opacity = 1.0F);
/// Multiplies what the surface reflects.
void tint(Scene &scene, const Cover &where, const cv::Vec3f &albedoFactor, float glossFactor);
/// Adds to the height, in proportion to the cover.
void raise(Scene &scene, const Cover &where, float heightPx);
/// Adds a block with sloping sides: full height at `bevelPx` and more inside the edge.
void raiseBlock(Scene &scene, const Cover &where, float heightPx, float bevelPx);
/// Adds a dome (a drop, a ball): height of a half ellipsoid.
void raiseDome(Scene &scene, const Cover &where, float heightPx);
/// Takes light away where the covered part, moved by `offset`, throws its shadow.
void castShadow(Scene &scene, const Cover &where, cv::Point2f offset, double softnessPx,
                float strength);

} // namespace cf::demo
