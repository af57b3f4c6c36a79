#include "core/synthesis/perlin.h"
#include "core/synthesis/texture.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cf::synthesis {

namespace {

/// Each maker returns CV_32FC1 of any scale; colour is put on afterwards.

cv::Mat cloud(cv::Size size, Random &random)
{
    const int cells = 1 << random.integer(0, 3);
    return fractalPerlinNoise(size, cells, cells, random.integer(2, 4), random.uniform(0.5, 0.9),
                              random);
}

/// sin of a wave along one direction, bent by smooth noise.
cv::Mat waves(cv::Size size, double periodPx, double bend, Random &random)
{
    const double angle = random.uniform(0.0, std::numbers::pi);
    const auto stepX = static_cast<float>(std::cos(angle) * 2.0 * std::numbers::pi / periodPx);
    const auto stepY = static_cast<float>(std::sin(angle) * 2.0 * std::numbers::pi / periodPx);
    cv::Mat field = smoothNoise(size, std::max(size.width, size.height) / 6.0, random) * bend;
    for (int y = 0; y < size.height; ++y) {
        auto *row = field.ptr<float>(y);
        for (int x = 0; x < size.width; ++x)
            row[x] =
                std::sin(row[x] + stepX * static_cast<float>(x) + stepY * static_cast<float>(y));
    }
    return field;
}

cv::Mat stripes(cv::Size size, Random &random)
{
    cv::Mat field = waves(size, random.logUniform(3.0, 40.0), random.uniform(0.0, 1.5), random);
    if (random.chance(0.5)) {
        cv::Mat hard;
        cv::threshold(field, hard, random.uniform(-0.6, 0.6), 1.0, cv::THRESH_BINARY);
        return hard;
    }
    return field;
}

/// Distance to the nearest of scattered points.
cv::Mat cells(cv::Size size, Random &random)
{
    const double cellPx = random.logUniform(5.0, 40.0);
    const int points = std::max(2, static_cast<int>(size.area() / (cellPx * cellPx)));
    cv::Mat seeds(size, CV_8UC1, cv::Scalar(255));
    for (int i = 0; i < points; ++i)
        seeds.at<uchar>(random.integer(0, size.height - 1), random.integer(0, size.width - 1)) = 0;
    cv::Mat distance;
    cv::distanceTransform(seeds, distance, cv::DIST_L2, cv::DIST_MASK_3);
    return distance;
}

cv::Mat speckle(cv::Size size, Random &random)
{
    cv::Mat noise = whiteNoise(size, random);
    const double sigma = random.uniform(0.0, 2.0);
    if (sigma > 0.3)
        cv::GaussianBlur(noise, noise, {}, sigma);
    return noise;
}

cv::Mat marble(cv::Size size, Random &random)
{
    cv::Mat turbulence = cv::abs(fractalPerlinNoise(size, 2, 2, 4, 0.7, random));
    cv::Mat veins = waves(size, random.logUniform(15.0, 90.0), random.uniform(1.0, 4.0), random);
    return veins + random.uniform(1.0, 6.0) * turbulence;
}

cv::Mat patches(cv::Size size, Random &random)
{
    cv::Mat noise = smoothNoise(size, random.logUniform(4.0, 40.0), random);
    cv::Mat flat;
    cv::threshold(noise, flat, random.uniform(-0.5, 0.5), 1.0, cv::THRESH_BINARY);
    return flat + 0.1 * whiteNoise(size, random);
}

cv::Mat brushed(cv::Size size, Random &random)
{
    const int length = std::max(3, static_cast<int>(random.logUniform(9.0, 61.0)) | 1);
    const cv::Size window = random.chance(0.5) ? cv::Size(length, 1) : cv::Size(1, length);
    cv::Mat noise;
    cv::blur(whiteNoise(size, random), noise, window);
    return noise;
}

cv::Mat dots(cv::Size size, Random &random)
{
    const double pitch = random.logUniform(5.0, 30.0);
    cv::Mat result = cv::Mat::zeros(size, CV_32FC1);
    const int radius = std::max(1, static_cast<int>(pitch * random.uniform(0.15, 0.4)));
    const double unrest = random.chance(0.5) ? 0.0 : pitch * 0.3;
    for (double y = 0.0; y < size.height + pitch; y += pitch)
        for (double x = 0.0; x < size.width + pitch; x += pitch)
            cv::circle(result,
                       {static_cast<int>(x + unrest * random.normal()),
                        static_cast<int>(y + unrest * random.normal())},
                       radius, cv::Scalar(1.0), cv::FILLED);
    return result;
}

cv::Mat weave(cv::Size size, Random &random)
{
    const double period = random.logUniform(4.0, 24.0);
    return cv::max(waves(size, period, 0.3, random), waves(size, period, 0.3, random));
}

cv::Mat fieldOf(TextureFamily family, cv::Size size, Random &random)
{
    switch (family) {
    case TextureFamily::Cloud:
        return cloud(size, random);
    case TextureFamily::Stripes:
        return stripes(size, random);
    case TextureFamily::Cells:
        return cells(size, random);
    case TextureFamily::Speckle:
        return speckle(size, random);
    case TextureFamily::Marble:
        return marble(size, random);
    case TextureFamily::Patches:
        return patches(size, random);
    case TextureFamily::Brushed:
        return brushed(size, random);
    case TextureFamily::Dots:
        return dots(size, random);
    case TextureFamily::Weave:
        break;
    }
    return weave(size, random);
}

cv::Vec3d randomColour(bool grey, Random &random)
{
    const double level = random.uniform(0.0, 255.0);
    if (grey)
        return {level, level, level};
    // Mostly pale: strong colours are rare on real surfaces.
    const double colour = random.uniform(0.0, 1.0) * random.uniform(0.0, 1.0);
    cv::Vec3d result;
    for (int c = 0; c < 3; ++c)
        result[c] = level + colour * (random.uniform(0.0, 255.0) - level);
    return result;
}

} // namespace

cv::Mat proceduralTexture(cv::Size size, TextureFamily family, bool grey, Random &random)
{
    cv::Mat field = fieldOf(family, size, random);
    cv::Scalar mean, deviation;
    cv::meanStdDev(field, mean, deviation);
    // -2..2 deviations become 0..255, then a curve through three colours.
    const double scale = deviation[0] > 1e-6 ? 255.0 / (4.0 * deviation[0]) : 0.0;
    cv::Mat levels;
    field.convertTo(levels, CV_8UC1, scale, 127.5 - mean[0] * scale);
    const bool plainGrey = grey || random.chance(0.5);
    const cv::Vec3d first = randomColour(plainGrey, random);
    cv::Vec3d last = randomColour(plainGrey, random);
    if (cv::norm(first - last) < 40.0)
        for (int c = 0; c < 3; ++c)
            last[c] = first[c] < 128.0 ? first[c] + 60.0 : first[c] - 60.0;
    const cv::Vec3d middle =
        random.chance(0.7) ? (first + last) * 0.5 : randomColour(plainGrey, random);
    cv::Mat colours(1, 256, CV_8UC3);
    for (int i = 0; i < 256; ++i) {
        const double t = i / 127.5;
        const cv::Vec3d colour =
            t < 1.0 ? first * (1.0 - t) + middle * t : middle * (2.0 - t) + last * (t - 1.0);
        for (int c = 0; c < 3; ++c)
            colours.at<cv::Vec3b>(0, i)[c] = cv::saturate_cast<uchar>(colour[c]);
    }
    cv::Mat levels3, texture;
    cv::cvtColor(levels, levels3, cv::COLOR_GRAY2BGR);
    cv::LUT(levels3, colours, texture);
    return texture;
}

cv::Mat proceduralTexture(cv::Size size, bool grey, Random &random)
{
    const TextureFamily family = kAllTextureFamilies[random.index(kAllTextureFamilies.size())];
    return proceduralTexture(size, family, grey, random);
}

} // namespace cf::synthesis
