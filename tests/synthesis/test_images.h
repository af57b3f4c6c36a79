#pragma once

#include "core/synthesis/random.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace cf::synthesis::tests {

/// A brushed grey plate with grain: CV_8UC3, all channels equal.
inline cv::Mat greyPlate(cv::Size size, std::uint64_t seed = 1)
{
    Random random(seed);
    cv::Mat field = 120.0 + 4.0 * whiteNoise(size, random);
    for (int x = 0; x < size.width; ++x)
        field.col(x) += 12.0 * std::sin(x * 0.11);
    cv::Mat grey, image;
    field.convertTo(grey, CV_8UC1);
    cv::cvtColor(grey, image, cv::COLOR_GRAY2BGR);
    return image;
}

/// A coloured board with pads and tracks on green.
inline cv::Mat colourBoard(cv::Size size)
{
    cv::Mat image(size, CV_8UC3, cv::Scalar(60, 120, 40));
    for (int x = 6; x < size.width; x += 24)
        cv::line(image, {x, 0}, {x, size.height}, {60, 170, 200}, 3);
    for (int y = 12; y < size.height; y += 30)
        for (int x = 18; x < size.width; x += 48)
            cv::circle(image, {x, y}, 6, {200, 200, 210}, cv::FILLED);
    return image;
}

/// A disc of one level on a ground of another, with a little grain.
inline cv::Mat disc(cv::Size size, double ground, double object, std::uint64_t seed = 1)
{
    Random random(seed);
    cv::Mat field(size, CV_32FC1, cv::Scalar(ground));
    cv::circle(field, {size.width / 2, size.height / 2}, std::min(size.width, size.height) / 4,
               cv::Scalar(object), cv::FILLED);
    field += 3.0 * whiteNoise(size, random);
    cv::Mat grey, image;
    field.convertTo(grey, CV_8UC1);
    cv::cvtColor(grey, image, cv::COLOR_GRAY2BGR);
    return image;
}

inline bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

/// Whether the three channels are equal in every pixel.
inline bool exactlyGrey(const cv::Mat &imageBgr)
{
    std::vector<cv::Mat> channels;
    cv::split(imageBgr, channels);
    return same(channels[0], channels[1]) && same(channels[0], channels[2]);
}

/// The folder of real test pictures that developers may have beside the repository.
inline std::filesystem::path sharedFolder()
{
    if (const char *folder = std::getenv("CF_SHARED_DIR"))
        return folder;
    return CF_SOURCE_DIR "/../shared";
}

/// Up to `count` normal pictures of a category ("deep_pcb/deep_pcb") at 256 x 256; none where the
/// folder is absent.
inline std::vector<cv::Mat> realNormals(const std::string &category, std::size_t count)
{
    const auto folder = sharedFolder() / "data" / category / "train" / "good";
    std::vector<std::filesystem::path> paths;
    std::error_code absent;
    for (const auto &entry : std::filesystem::directory_iterator(folder, absent))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<cv::Mat> images;
    for (std::size_t i = 0; i < paths.size() && images.size() < count; ++i) {
        const cv::Mat image = cv::imread(
            paths[i * std::max<std::size_t>(1, paths.size() / count) % paths.size()].string());
        if (image.empty())
            continue;
        cv::Mat resized;
        cv::resize(image, resized, {256, 256}, 0.0, 0.0, cv::INTER_AREA);
        images.push_back(resized);
    }
    return images;
}

} // namespace cf::synthesis::tests
