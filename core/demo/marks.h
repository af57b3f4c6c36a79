#pragma once

#include "core/demo/paint.h"

#include <cmath>

namespace cf::demo {

/// The ways a surface gets damaged, drawn into a scene. Lengths in canvas pixels, `strength` in
/// 0..1.

inline cv::Point2f polar(double length, double angle)
{
    return {static_cast<float>(length * std::cos(angle)),
            static_cast<float>(length * std::sin(angle))};
}

struct ScratchLook
{
    Material exposed; ///< what the scratch lays bare
    float radiusPx = 1.2F;
    float depthPx = 1.0F;
    int companions = 1; ///< at most so many parallel finer lines
};
void scratch(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx,
             const ScratchLook &look, double strength, Random &random);

/// A pit with a slightly raised rim; the lamp shows it as a highlight beside a dark side.
void dent(Scene &scene, cv::Point2f middle, double radiusPx, double steepness, Random &random);

struct CrackLook
{
    Material inside;
    float radiusPx = 1.3F;
    double branching = 0.07; ///< chance of a branch per step of about five pixels
};
void crack(Scene &scene, cv::Point2f start, double headingRad, double lengthPx,
           const CrackLook &look, Random &random);

struct StainLook
{
    cv::Vec3f tint{1, 1, 1}; ///< factor on the albedo, blue-green-red
    cv::Vec3f veil{0, 0, 0}; ///< what lies on the surface, linear
    float veilOpacity = 0.0F;
    float rim = 0.5F; ///< how much stronger the dried edge is than the middle
    float glossFactor = 1.0F;
    double wicking = 0.0; ///< how far it creeps along the yarns, relative to the radius
};
/// A dried puddle with an uneven edge.
void stain(Scene &scene, cv::Point2f middle, double radiusPx, const StainLook &look,
           double strength, Random &random);

/// A hair or textile fibre that lies on the surface.
void fibre(Scene &scene, cv::Point2f start, double lengthPx, float radiusPx,
           const Material &material, Random &random);
/// A broken-off piece with flat facets.
void flake(Scene &scene, cv::Point2f middle, float radiusPx, const Material &material,
           Random &random);
/// A curl of cut metal.
void swarf(Scene &scene, cv::Point2f start, double headingRad, int turns, float curlPx,
           Random &random);
/// A drop that has become solid.
void bead(Scene &scene, cv::Point2f middle, float radiusPx, const Material &material);
/// A pinch of fine dust.
void dust(Scene &scene, cv::Point2f middle, double spreadPx, int grains, const Material &material,
          Random &random);

/// A tear with frayed edges; `fray` are the colours of the broken yarns.
void tear(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx, float gapPx,
          const std::vector<cv::Vec3f> &fray, Random &random);
/// A pressed-in fold.
void crease(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx, double strength,
            Random &random);
/// A rubbed place: many fine strokes of lifted fibre ends.
void scuff(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx, double widthPx,
           const Material &fuzz, double strength, Random &random);

} // namespace cf::demo
