#include "core/synthesis/augment.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cf::synthesis {

namespace {

cv::Mat throughCurve(const cv::Mat &image, const auto &levelOf)
{
    cv::Mat curve(1, 256, CV_8UC3);
    for (int level = 0; level < 256; ++level)
        for (int channel = 0; channel < 3; ++channel)
            curve.at<cv::Vec3b>(0, level)[channel] =
                cv::saturate_cast<uchar>(levelOf(level, channel));
    cv::Mat result;
    cv::LUT(image, curve, result);
    return result;
}

cv::Mat gammaContrast(const cv::Mat &image, Random &random)
{
    const std::array exponents{random.uniform(0.5, 2.0), random.uniform(0.5, 2.0),
                               random.uniform(0.5, 2.0)};
    return throughCurve(image, [&](int level, int channel) {
        return 255.0 * std::pow(level / 255.0, exponents[static_cast<std::size_t>(channel)]);
    });
}

cv::Mat brightness(const cv::Mat &image, Random &random)
{
    struct Space
    {
        int there;
        int back;
        int lightness; // which channel
    };
    constexpr std::array spaces{
        Space{cv::COLOR_BGR2YCrCb, cv::COLOR_YCrCb2BGR, 0},
        Space{cv::COLOR_BGR2HSV, cv::COLOR_HSV2BGR, 2},
        Space{cv::COLOR_BGR2HLS, cv::COLOR_HLS2BGR, 1},
        Space{cv::COLOR_BGR2Lab, cv::COLOR_Lab2BGR, 0},
        Space{cv::COLOR_BGR2Luv, cv::COLOR_Luv2BGR, 0},
        Space{cv::COLOR_BGR2YUV, cv::COLOR_YUV2BGR, 0},
    };
    const Space &space = spaces[random.index(spaces.size())];
    const double factor = random.uniform(0.8, 1.2);
    const double added = random.integer(-30, 30);
    cv::Mat converted;
    cv::cvtColor(image, converted, space.there);
    converted = throughCurve(converted, [&](int level, int channel) {
        return channel == space.lightness ? level * factor + added : static_cast<double>(level);
    });
    cv::Mat result;
    cv::cvtColor(converted, result, space.back);
    return result;
}

cv::Mat sharpness(const cv::Mat &image, Random &random)
{
    const cv::Mat window = (cv::Mat_<float>(3, 3) << 1, 1, 1, 1, 5, 1, 1, 1, 1) / 13.0F;
    cv::Mat smooth;
    cv::filter2D(image, smooth, -1, window, {-1, -1}, 0.0, cv::BORDER_REPLICATE);
    const double factor = random.uniform(0.0, 2.0);
    cv::Mat result;
    cv::addWeighted(image, factor, smooth, 1.0 - factor, 0.0, result);
    return result;
}

cv::Mat hueSaturation(const cv::Mat &image, Random &random)
{
    // OpenCV's hue has 180 steps a turn.
    const int hue = static_cast<int>(random.integer(-50, 50) / 255.0 * 180.0);
    const int saturation = random.integer(-50, 50);
    cv::Mat hsv;
    cv::cvtColor(image, hsv, cv::COLOR_BGR2HSV);
    hsv = throughCurve(hsv, [&](int level, int channel) {
        if (channel == 0)
            return (level + hue + 180) % 180;
        return channel == 1 ? level + saturation : level;
    });
    cv::Mat result;
    cv::cvtColor(hsv, result, cv::COLOR_HSV2BGR);
    return result;
}

cv::Mat solarise(const cv::Mat &image, Random &random)
{
    const bool really = random.chance(0.5);
    const int threshold = random.integer(32, 128);
    return throughCurve(
        image, [&](int level, int) { return really && level >= threshold ? 255 - level : level; });
}

cv::Mat posterise(const cv::Mat &image, Random &random)
{
    const int kept = 0xFF & ~((1 << (8 - random.integer(1, 8))) - 1);
    return throughCurve(image, [&](int level, int) { return level & kept; });
}

cv::Mat autoContrast(const cv::Mat &image, Random &random)
{
    const auto cut =
        static_cast<std::int64_t>(random.uniform(0.0, 0.2) * static_cast<double>(image.total()));
    std::array<std::array<std::int64_t, 256>, 3> counts{};
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x)
            for (int c = 0; c < 3; ++c)
                ++counts[static_cast<std::size_t>(c)][image.at<cv::Vec3b>(y, x)[c]];
    std::array<int, 3> low{};
    std::array<int, 3> high{};
    for (std::size_t c = 0; c < 3; ++c) {
        std::int64_t below = 0;
        while (low[c] < 255 && below + counts[c][static_cast<std::size_t>(low[c])] <= cut)
            below += counts[c][static_cast<std::size_t>(low[c]++)];
        std::int64_t above = 0;
        high[c] = 255;
        while (high[c] > 0 && above + counts[c][static_cast<std::size_t>(high[c])] <= cut)
            above += counts[c][static_cast<std::size_t>(high[c]--)];
    }
    return throughCurve(image, [&](int level, int channel) {
        const auto c = static_cast<std::size_t>(channel);
        return high[c] <= low[c] ? static_cast<double>(level)
                                 : (level - low[c]) * 255.0 / (high[c] - low[c]);
    });
}

cv::Mat equalise(const cv::Mat &image)
{
    std::vector<cv::Mat> channels;
    cv::split(image, channels);
    for (auto &channel : channels)
        cv::equalizeHist(channel, channel);
    cv::Mat result;
    cv::merge(channels, result);
    return result;
}

cv::Mat rotate(const cv::Mat &image, Random &random)
{
    const cv::Point2f centre(static_cast<float>(image.cols - 1) / 2.0F,
                             static_cast<float>(image.rows - 1) / 2.0F);
    cv::Mat result;
    cv::warpAffine(image, result, cv::getRotationMatrix2D(centre, random.uniform(-45.0, 45.0), 1.0),
                   image.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, {});
    return result;
}

} // namespace

cv::Mat augment(const cv::Mat &imageBgr, Augmenter augmenter, Random &random)
{
    switch (augmenter) {
    case Augmenter::GammaContrast:
        return gammaContrast(imageBgr, random);
    case Augmenter::Brightness:
        return brightness(imageBgr, random);
    case Augmenter::Sharpness:
        return sharpness(imageBgr, random);
    case Augmenter::HueSaturation:
        return hueSaturation(imageBgr, random);
    case Augmenter::Solarise:
        return solarise(imageBgr, random);
    case Augmenter::Posterise:
        return posterise(imageBgr, random);
    case Augmenter::Invert:
        return cv::Scalar::all(255) - imageBgr;
    case Augmenter::AutoContrast:
        return autoContrast(imageBgr, random);
    case Augmenter::Equalise:
        return equalise(imageBgr);
    case Augmenter::Rotate:
        break;
    }
    return rotate(imageBgr, random);
}

cv::Mat augmentByThree(const cv::Mat &imageBgr, Random &random)
{
    auto order = kAllAugmenters;
    random.shuffle(order);
    cv::Mat result = imageBgr;
    for (std::size_t i = 0; i < 3; ++i)
        result = augment(result, order[i], random);
    return result;
}

} // namespace cf::synthesis
