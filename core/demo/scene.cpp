#include "core/demo/scene.h"

#include <algorithm>
#include <cmath>

namespace cf::demo {

cv::Mat3f shade(const Scene &scene, const Lamp &lamp)
{
    const cv::Size size = scene.height.size();
    cv::Mat3f radiance(size);
    for (int y = 0; y < size.height; ++y) {
        const float *above = scene.height[std::max(y - 1, 0)];
        const float *here = scene.height[y];
        const float *below = scene.height[std::min(y + 1, size.height - 1)];
        const cv::Vec3f *albedo = scene.albedo[y];
        const float *gloss = scene.gloss[y];
        const float *light = scene.light[y];
        cv::Vec3f *out = radiance[y];
        const float fromCentreY = static_cast<float>(y) - 0.5F * static_cast<float>(size.height);
        for (int x = 0; x < size.width; ++x) {
            const float fromCentreX = static_cast<float>(x) - 0.5F * static_cast<float>(size.width);
            const float slopeX =
                0.5F * (here[std::min(x + 1, size.width - 1)] - here[std::max(x - 1, 0)]);
            const float slopeY = 0.5F * (below[x] - above[x]);
            // Lambert's law, scaled so that a flat surface gives 1 whatever the lamp's direction.
            const float facing = (1.0F - slopeX * lamp.towards[0] - slopeY * lamp.towards[1]) /
                                 std::sqrt(1.0F + slopeX * slopeX + slopeY * slopeY);
            const float diffuse =
                lamp.ambient + (1.0F - lamp.ambient) * std::max(0.0F, facing) * light[x];
            // A lobe with long tails around the slope that mirrors the lamp at this place.
            const float offX = (slopeX - lamp.mirrorSlope[0] - lamp.mirrorPerPx[0] * fromCentreX) /
                               lamp.mirrorWidth[0];
            const float offY = (slopeY - lamp.mirrorSlope[1] - lamp.mirrorPerPx[1] * fromCentreY) /
                               lamp.mirrorWidth[1];
            const float lobe = 1.0F / (1.0F + offX * offX + offY * offY);
            const float mirrored = gloss[x] * lobe * lobe * (0.25F + 0.75F * light[x]);
            out[x] = albedo[x] * diffuse + cv::Vec3f(mirrored, mirrored, mirrored);
        }
    }
    return radiance;
}

Scene emptyScene(cv::Size imageSize)
{
    const cv::Size canvas((imageSize.width + 2 * kCanvasMarginPx) * kCanvasScale,
                          (imageSize.height + 2 * kCanvasMarginPx) * kCanvasScale);
    return {cv::Mat3f(canvas, cv::Vec3f(0, 0, 0)), cv::Mat1f::zeros(canvas),
            cv::Mat1f::zeros(canvas), cv::Mat1f::ones(canvas)};
}

cv::Vec3f linearColour(int red, int green, int blue)
{
    const auto linear = [](int value) { return static_cast<float>(std::pow(value / 255.0, 2.2)); };
    return {linear(blue), linear(green), linear(red)};
}

} // namespace cf::demo
