#include "core/imaging/line_profile.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cf::imaging {

namespace {

double bilinear(const cv::Mat &map, double x, double y)
{
    const double inX = std::clamp(x, 0.0, map.cols - 1.0);
    const double inY = std::clamp(y, 0.0, map.rows - 1.0);
    const int left = static_cast<int>(inX);
    const int top = static_cast<int>(inY);
    const int right = std::min(left + 1, map.cols - 1);
    const int bottom = std::min(top + 1, map.rows - 1);
    const double across = inX - left;
    const double down = inY - top;
    const auto *upper = map.ptr<float>(top);
    const auto *lower = map.ptr<float>(bottom);
    return (1.0 - down) * ((1.0 - across) * upper[left] + across * upper[right]) +
           down * ((1.0 - across) * lower[left] + across * lower[right]);
}

} // namespace

LineProfile sampleLine(const cv::Mat &map32f, cv::Point2d from, cv::Point2d to, int most)
{
    if (map32f.empty() || map32f.type() != CV_32FC1)
        throw std::invalid_argument("sampleLine: a map has 32-bit floats, one channel");
    const double lengthPx = std::hypot(to.x - from.x, to.y - from.y);
    const int count = std::clamp(static_cast<int>(std::ceil(lengthPx)) + 1, 2, most);
    LineProfile profile;
    for (int i = 0; i < count; ++i) {
        const double share = i / (count - 1.0);
        profile.distancePx.push_back(share * lengthPx);
        profile.value.push_back(
            bilinear(map32f, from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
    }
    return profile;
}

} // namespace cf::imaging
