#include "core/demo/noise.h"

#include <cmath>
#include <opencv2/core.hpp>
#include <vector>

namespace cf::demo {

namespace {

/// Four weights of a cubic through the neighbours, for a point `t` (0..1) between the middle two.
cv::Vec4f cubicWeights(float t)
{
    return {0.5F * t * (-1 + t * (2 - t)), 1 + 0.5F * t * t * (3 * t - 5),
            0.5F * t * (1 + t * (4 - 3 * t)), 0.5F * t * t * (t - 1)};
}

/// Where each pixel of an axis lies on the coarse grid: the first of its four neighbours, and their
/// weights.
struct AxisPoint
{
    int first;
    cv::Vec4f weights;
};

std::vector<AxisPoint> axisPoints(int count, double cellPx, double shift)
{
    std::vector<AxisPoint> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double at = shift + i / cellPx;
        const int cell = static_cast<int>(at);
        points.push_back({cell, cubicWeights(static_cast<float>(at - cell))});
    }
    return points;
}

} // namespace

cv::Mat1f whiteNoise(cv::Size size, Random &random)
{
    // The sum of four 16-bit numbers is close enough to normal, and one draw pays for a pixel. The
    // engine only seeds a counter that is mixed, which is several times as fast and as good for
    // this.
    const float scale = 1.0F / 65536.0F / std::sqrt(4.0F / 12.0F);
    std::uint64_t counter = random.bits();
    cv::Mat1f noise(size);
    for (float &value : noise) {
        const std::uint64_t bits = mixedBits(counter++);
        const auto sum = static_cast<float>((bits & 0xffff) + ((bits >> 16) & 0xffff) +
                                            ((bits >> 32) & 0xffff) + (bits >> 48));
        value = (sum - 131070.0F) * scale;
    }
    return noise;
}

cv::Mat1f smoothNoise(cv::Size size, cv::Size2d cellPx, Random &random)
{
    // Room for the neighbours of the last pixel and for a random shift: the grid must not show.
    const cv::Size cells(static_cast<int>(size.width / cellPx.width) + 5,
                         static_cast<int>(size.height / cellPx.height) + 5);
    const cv::Mat1f grid = whiteNoise(cells, random);
    const std::vector<AxisPoint> columns = axisPoints(size.width, cellPx.width, random.uniform());
    const std::vector<AxisPoint> rows = axisPoints(size.height, cellPx.height, random.uniform());
    cv::Mat1f noise(size);
    std::vector<float> line(static_cast<std::size_t>(cells.width));
    for (int y = 0; y < size.height; ++y) {
        const AxisPoint &row = rows[static_cast<std::size_t>(y)];
        for (int i = 0; i < cells.width; ++i) {
            float sum = 0.0F;
            for (int k = 0; k < 4; ++k)
                sum += row.weights[k] * grid(row.first + k, i);
            line[static_cast<std::size_t>(i)] =
                sum * 1.35F; // interpolation flattens: back to about 1
        }
        float *out = noise[y];
        for (int x = 0; x < size.width; ++x) {
            const AxisPoint &column = columns[static_cast<std::size_t>(x)];
            const float *at = line.data() + column.first;
            out[x] = column.weights[0] * at[0] + column.weights[1] * at[1] +
                     column.weights[2] * at[2] + column.weights[3] * at[3];
        }
    }
    return noise;
}

cv::Mat1f fractalNoise(cv::Size size, double cellPx, int octaves, Random &random)
{
    cv::Mat1f sum = cv::Mat1f::zeros(size);
    double weight = 1.0;
    double power = 0.0;
    for (int i = 0; i < octaves; ++i) {
        cv::scaleAdd(smoothNoise(size, {cellPx, cellPx}, random), weight, sum, sum);
        power += weight * weight;
        weight *= 0.5;
        cellPx *= 0.5;
    }
    return sum / std::sqrt(power);
}

cv::Mat1f streakNoise(cv::Size size, double lengthPx, Random &random)
{
    const auto keep = static_cast<float>(std::exp(-1.0 / lengthPx));
    const float fresh = std::sqrt(1.0F - keep * keep);
    cv::Mat1f noise = whiteNoise(size, random);
    for (int y = 0; y < noise.rows; ++y) {
        float *row = noise[y];
        for (int x = 1; x < noise.cols; ++x)
            row[x] = keep * row[x - 1] + fresh * row[x];
    }
    return noise;
}

} // namespace cf::demo
