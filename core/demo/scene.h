#pragma once

#include <opencv2/core/mat.hpp>

namespace cf::demo {

/// Canvas pixels per image pixel: scenes are drawn finer than the camera sees them.
constexpr int kCanvasScale = 2;
constexpr auto kCanvasScaleF = static_cast<float>(kCanvasScale);
/// Image pixels around the picture that only a moved or turned object brings into view.
constexpr int kCanvasMarginPx = 10;

/// A lit surface before the camera sees it; all layers have the size of the canvas.
struct Scene
{
    cv::Mat3f albedo; ///< diffuse reflectance, linear, blue-green-red
    cv::Mat1f height; ///< in canvas pixels, towards the camera
    cv::Mat1f gloss;  ///< strength of the mirror-like reflection, linear
    cv::Mat1f light;  ///< 1 = fully lit, 0 = in the shadow of something

    Scene clone() const { return {albedo.clone(), height.clone(), gloss.clone(), light.clone()}; }
};

/// A lamp, for a camera that looks straight down.
struct Lamp
{
    cv::Vec2f towards{-0.5F,
                      -0.6F}; ///< horizontal part of the direction to the lamp, per unit of height
    float ambient = 0.45F;    ///< share of the light that comes from everywhere
    cv::Vec2f mirrorSlope{0, 0}; ///< surface slope that mirrors the lamp, at the canvas centre
    cv::Vec2f mirrorPerPx{0, 0}; ///< its change per canvas pixel; 0 = a far lamp
    cv::Vec2f mirrorWidth{0.2F, 0.2F}; ///< width of the reflection along x and y, as a slope
};

/// Linear light that leaves the scene towards the camera, CV_32FC3 of the size of the canvas.
cv::Mat3f shade(const Scene &scene, const Lamp &lamp);

/// A canvas for pictures of `imageSize`, with nothing on it.
Scene emptyScene(cv::Size imageSize);

/// Where the image point (x, y), in pixels, lies on the canvas of an object that has not moved.
inline cv::Point2f onCanvas(double x, double y)
{
    return {static_cast<float>((x + kCanvasMarginPx) * kCanvasScale),
            static_cast<float>((y + kCanvasMarginPx) * kCanvasScale)};
}

/// A colour as seen on a screen, 0..255 each, as linear blue-green-red.
cv::Vec3f linearColour(int red, int green, int blue);

} // namespace cf::demo
