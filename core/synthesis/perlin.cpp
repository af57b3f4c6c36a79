#include "core/synthesis/perlin.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace cf::synthesis {

namespace {

/// Where a pixel row or column lies in its cell.
struct Place
{
    int cell;
    float inCell; // 0..1
    float fade;
};

std::vector<Place> places(int lengthPx, int cells)
{
    std::vector<Place> result(static_cast<std::size_t>(lengthPx));
    for (int i = 0; i < lengthPx; ++i) {
        const double position = static_cast<double>(i) * cells / lengthPx;
        const int cell = static_cast<int>(position);
        const auto t = static_cast<float>(position - cell);
        result[static_cast<std::size_t>(i)] = {cell, t,
                                               t * t * t * (t * (t * 6.0F - 15.0F) + 10.0F)};
    }
    return result;
}

} // namespace

cv::Mat perlinNoise(cv::Size size, int cellsY, int cellsX, Random &random)
{
    cellsY = std::clamp(cellsY, 1, std::max(1, size.height / 2));
    cellsX = std::clamp(cellsX, 1, std::max(1, size.width / 2));
    cv::Mat gradients(cellsY + 1, cellsX + 1, CV_32FC2);
    for (int y = 0; y <= cellsY; ++y)
        for (int x = 0; x <= cellsX; ++x) {
            const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
            gradients.at<cv::Vec2f>(y, x) = {static_cast<float>(std::cos(angle)),
                                             static_cast<float>(std::sin(angle))};
        }
    const auto rows = places(size.height, cellsY);
    const auto columns = places(size.width, cellsX);
    cv::Mat noise(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const Place &py = rows[static_cast<std::size_t>(y)];
        const auto *upper = gradients.ptr<cv::Vec2f>(py.cell);
        const auto *lower = gradients.ptr<cv::Vec2f>(py.cell + 1);
        auto *out = noise.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            const Place &px = columns[static_cast<std::size_t>(x)];
            const auto corner = [&](const cv::Vec2f &gradient, float dy, float dx) {
                return gradient[0] * dy + gradient[1] * dx;
            };
            const float n00 = corner(upper[px.cell], py.inCell, px.inCell);
            const float n01 = corner(upper[px.cell + 1], py.inCell, px.inCell - 1.0F);
            const float n10 = corner(lower[px.cell], py.inCell - 1.0F, px.inCell);
            const float n11 = corner(lower[px.cell + 1], py.inCell - 1.0F, px.inCell - 1.0F);
            const float top = n00 + px.fade * (n01 - n00);
            const float bottom = n10 + px.fade * (n11 - n10);
            out[x] = std::numbers::sqrt2_v<float> * (top + py.fade * (bottom - top));
        }
    }
    return noise;
}

cv::Mat fractalPerlinNoise(cv::Size size, int cellsY, int cellsX, int octaves, double persistence,
                           Random &random)
{
    cv::Mat sum = cv::Mat::zeros(size, CV_32FC1);
    double height = 1.0;
    double heights = 0.0;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += height * perlinNoise(size, cellsY << octave, cellsX << octave, random);
        heights += height;
        height *= persistence;
    }
    return heights > 0.0 ? cv::Mat(sum / heights) : sum;
}

cv::Mat perlinMask(cv::Size size, const PerlinMaskOptions &options, Random &random)
{
    const int cellsY = 1 << random.integer(0, options.largestExponent);
    const int cellsX = 1 << random.integer(0, options.largestExponent);
    const cv::Mat noise = perlinNoise(size, cellsY, cellsX, random);
    const cv::Point2f centre(static_cast<float>(size.width - 1) / 2.0F,
                             static_cast<float>(size.height - 1) / 2.0F);
    const cv::Mat rotation =
        cv::getRotationMatrix2D(centre, random.uniform(options.rotationDegrees), 1.0);
    cv::Mat rotated;
    cv::warpAffine(noise, rotated, rotation, size, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0.0);
    return rotated > options.threshold;
}

cv::Mat smoothNoise(cv::Size size, double cellPx, Random &random)
{
    const auto nodes = [&](int lengthPx) {
        return std::clamp(static_cast<int>(std::lround(lengthPx / cellPx)) + 1, 2,
                          std::max(2, lengthPx));
    };
    cv::Mat grid(nodes(size.height), nodes(size.width), CV_32FC1);
    if (grid.total() > 4096) {
        grid = whiteNoise(grid.size(), random);
    } else {
        for (auto it = grid.begin<float>(); it != grid.end<float>(); ++it)
            *it = static_cast<float>(random.normal());
    }
    cv::Mat noise;
    cv::resize(grid, noise, size, 0.0, 0.0, cv::INTER_CUBIC);
    return noise;
}

} // namespace cf::synthesis
