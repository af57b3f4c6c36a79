#include "core/demo/camera.h"

#include "core/demo/noise.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace cf::demo {

namespace {

constexpr double kGamma = 2.2;
/// Below this screen value the response is straight, else the dark parts would be all noise.
constexpr double kNoiseFloor = 0.15;

} // namespace

Exposure randomExposure(const ExposureRange &range, Random &random)
{
    Exposure exposure;
    exposure.gain = 1.0 + random.uniform(-range.maxGainChange, range.maxGainChange);
    exposure.gradient = {random.uniform(-range.maxGradient, range.maxGradient),
                         random.uniform(-range.maxGradient, range.maxGradient)};
    exposure.vignette = random.uniform(0.06, 0.14);
    exposure.whiteBalance = {1.0 + 0.012 * random.normal(), 1.0 + 0.004 * random.normal(),
                             1.0 + 0.012 * random.normal()};
    exposure.shiftPx = {random.uniform(-range.maxShiftPx, range.maxShiftPx),
                        random.uniform(-range.maxShiftPx, range.maxShiftPx)};
    exposure.angleDeg = random.uniform(-range.maxAngleDeg, range.maxAngleDeg);
    exposure.blurPx = random.uniform(0.35, 0.65);
    exposure.shotNoise = random.uniform(0.006, 0.010);
    exposure.readNoise = random.uniform(0.001, 0.002);
    return exposure;
}

cv::Mat3f expose(const cv::Mat3f &radiance, cv::Size imageSize, const Exposure &exposure)
{
    const cv::Point2f centre(0.5F * static_cast<float>(radiance.cols),
                             0.5F * static_cast<float>(radiance.rows));
    cv::Mat moved = cv::getRotationMatrix2D(centre, exposure.angleDeg, 1.0);
    moved.at<double>(0, 2) += exposure.shiftPx.x * kCanvasScale - kCanvasMarginPx * kCanvasScale;
    moved.at<double>(1, 2) += exposure.shiftPx.y * kCanvasScale - kCanvasMarginPx * kCanvasScale;
    cv::Mat3f fine;
    cv::warpAffine(radiance, fine, moved, imageSize * kCanvasScale, cv::INTER_LINEAR,
                   cv::BORDER_REFLECT);
    cv::Mat3f image;
    cv::resize(fine, image, imageSize, 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(image, image, {}, exposure.blurPx);

    const cv::Vec3f balance = exposure.whiteBalance * exposure.gain;
    for (int y = 0; y < image.rows; ++y) {
        const double v = 2.0 * y / image.rows - 1.0;
        for (int x = 0; x < image.cols; ++x) {
            const double u = 2.0 * x / image.cols - 1.0;
            const auto light =
                static_cast<float>(1.0 + exposure.gradient[0] * u + exposure.gradient[1] * v -
                                   exposure.vignette * 0.5 * (u * u + v * v));
            cv::Vec3f &pixel = image(y, x);
            for (int c = 0; c < 3; ++c)
                pixel[c] = std::max(0.0F, pixel[c] * balance[c] * light);
        }
    }
    // The shoulder of a camera's response: highlights are compressed before they clip.
    for (cv::Vec3f &pixel : image)
        for (int c = 0; c < 3; ++c)
            if (pixel[c] > 0.7F)
                pixel[c] = 0.7F + 0.3F * (1.0F - std::exp((0.7F - pixel[c]) / 0.3F));
    cv::pow(image, 1.0 / kGamma, image);
    return image * 255.0F;
}

cv::Mat develop(const cv::Mat3f &exposed, const Exposure &exposure, bool grey,
                std::uint64_t noiseSeed)
{
    Random random(noiseSeed);
    cv::Mat noisy;
    if (grey)
        cv::cvtColor(exposed, noisy, cv::COLOR_BGR2GRAY);
    else
        noisy = exposed.clone();
    const cv::Mat1f noise = whiteNoise({noisy.cols * noisy.channels(), noisy.rows}, random);
    cv::Mat1f values(noisy.rows, noisy.cols * noisy.channels(), noisy.ptr<float>(), noisy.step);
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x) {
            // Noise arises in linear light; the gamma curve then stretches it in the dark parts.
            const double screen = std::max(values(y, x) / 255.0, kNoiseFloor);
            const double linear = std::pow(screen, kGamma);
            const double deviation = exposure.readNoise + exposure.shotNoise * std::sqrt(linear);
            values(y, x) +=
                static_cast<float>(noise(y, x) * deviation * 255.0 * screen / (kGamma * linear));
        }
    }
    cv::Mat image;
    noisy.convertTo(image, CV_8U);
    return image;
}

} // namespace cf::demo
