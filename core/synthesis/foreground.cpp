#include "core/synthesis/foreground.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace cf::synthesis {

namespace {

cv::Mat greyOf(const cv::Mat &image)
{
    if (image.channels() == 1)
        return image;
    cv::Mat grey;
    cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

/// The mode that this one image speaks for.
ForegroundMode vote(const cv::Mat &image)
{
    // At 128 pixels grain is gone and an object still an object.
    cv::Mat grey;
    cv::resize(greyOf(image), grey, {128, 128}, 0.0, 0.0, cv::INTER_AREA);
    cv::Mat bright;
    cv::threshold(grey, bright, 0.0, 255.0, cv::THRESH_BINARY | cv::THRESH_OTSU);

    const double brightShare = cv::countNonZero(bright) / static_cast<double>(grey.total());
    cv::Scalar meanAll, deviationAll;
    cv::meanStdDev(grey, meanAll, deviationAll);
    if (brightShare <= 0.0 || brightShare >= 1.0 || deviationAll[0] < 6.0)
        return ForegroundMode::Everything;

    constexpr int kRing = 4;
    cv::Mat ring = cv::Mat::ones(grey.size(), CV_8UC1);
    ring(cv::Rect(kRing, kRing, 128 - 2 * kRing, 128 - 2 * kRing)).setTo(0);
    cv::Mat brightRing;
    cv::bitwise_and(bright, bright, brightRing, ring);
    const double ringBright =
        cv::countNonZero(brightRing) / static_cast<double>(cv::countNonZero(ring));
    if (ringBright > 0.1 && ringBright < 0.9)
        return ForegroundMode::Everything;
    const bool groundIsBright = ringBright >= 0.9;

    const cv::Mat object = groundIsBright ? cv::Mat(~bright) : bright;
    const double objectShare = groundIsBright ? 1.0 - brightShare : brightShare;
    if (objectShare < 0.02 || objectShare > 0.85)
        return ForegroundMode::Everything;

    // The two sides must be far apart for the ground's own unrest.
    cv::Scalar objectMean, objectDeviation, groundMean, groundDeviation;
    cv::meanStdDev(grey, objectMean, objectDeviation, object);
    cv::meanStdDev(grey, groundMean, groundDeviation, ~object);
    if (std::abs(objectMean[0] - groundMean[0]) < 4.0 * groundDeviation[0] + 12.0)
        return ForegroundMode::Everything;

    // One object, or a few: specks all over are a texture.
    cv::Mat labels, stats, centroids;
    const int components = cv::connectedComponentsWithStats(object, labels, stats, centroids);
    int largest = 0;
    for (int i = 1; i < components; ++i)
        largest = std::max(largest, stats.at<int>(i, cv::CC_STAT_AREA));
    if (largest < 0.4 * objectShare * static_cast<double>(grey.total()))
        return ForegroundMode::Everything;
    return groundIsBright ? ForegroundMode::Dark : ForegroundMode::Bright;
}

} // namespace

const char *toString(ForegroundMode mode)
{
    switch (mode) {
    case ForegroundMode::Dark:
        return "dark";
    case ForegroundMode::Bright:
        return "bright";
    case ForegroundMode::Everything:
        break;
    }
    return "everything";
}

cv::Mat foregroundMask(const cv::Mat &imageBgr, ForegroundMode mode)
{
    if (mode == ForegroundMode::Everything)
        return cv::Mat(imageBgr.size(), CV_8UC1, cv::Scalar(255));
    cv::Mat mask;
    const int side = mode == ForegroundMode::Dark ? cv::THRESH_BINARY_INV : cv::THRESH_BINARY;
    cv::threshold(greyOf(imageBgr), mask, 0.0, 255.0, side | cv::THRESH_OTSU);
    return mask;
}

ForegroundMode chooseForegroundMode(std::span<const cv::Mat> normalsBgr)
{
    constexpr std::size_t kEnough = 48;
    const std::size_t stride = std::max<std::size_t>(1, normalsBgr.size() / kEnough);
    std::size_t asked = 0;
    std::size_t dark = 0;
    std::size_t bright = 0;
    for (std::size_t i = 0; i < normalsBgr.size(); i += stride, ++asked) {
        const ForegroundMode mode = vote(normalsBgr[i]);
        dark += mode == ForegroundMode::Dark;
        bright += mode == ForegroundMode::Bright;
    }
    if (asked > 0 && dark * 10 >= asked * 8)
        return ForegroundMode::Dark;
    if (asked > 0 && bright * 10 >= asked * 8)
        return ForegroundMode::Bright;
    return ForegroundMode::Everything;
}

cv::Mat softObjectMask(const cv::Mat &foreground, double sigma)
{
    const int radius = static_cast<int>(4.0 * sigma + 0.5);
    const cv::Size window(2 * radius + 1, 2 * radius + 1);
    cv::Mat widened;
    // Mirrored pixels are always farther away than themselves, so the border adds nothing to "above
    // zero".
    cv::dilate(foreground != 0, widened, cv::getStructuringElement(cv::MORPH_RECT, window));
    cv::Mat hard;
    widened.convertTo(hard, CV_32FC1, 1.0 / 255.0);
    cv::Mat soft;
    cv::GaussianBlur(hard, soft, window, sigma, sigma, cv::BORDER_REFLECT);
    return soft;
}

} // namespace cf::synthesis
