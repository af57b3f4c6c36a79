#include "core/imaging/colour_map.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>
#include <string>

namespace cf::imaging {

namespace {

std::string sizeText(const cv::Mat &image)
{
    return std::to_string(image.rows) + " x " + std::to_string(image.cols);
}

/// The 256 colours of a map, CV_8UC3, 1 x 256.
cv::Mat tableOf(ColourMap map)
{
    cv::Mat steps(1, 256, CV_8UC1);
    for (int i = 0; i < 256; ++i)
        steps.at<uchar>(0, i) = static_cast<uchar>(i);
    cv::Mat table;
    switch (map) {
    case ColourMap::Viridis:
        cv::applyColorMap(steps, table, cv::COLORMAP_VIRIDIS);
        break;
    case ColourMap::Cividis:
        cv::applyColorMap(steps, table, cv::COLORMAP_CIVIDIS);
        break;
    case ColourMap::Magma:
        cv::applyColorMap(steps, table, cv::COLORMAP_MAGMA);
        break;
    case ColourMap::Inferno:
        cv::applyColorMap(steps, table, cv::COLORMAP_INFERNO);
        break;
    case ColourMap::Grey:
        cv::cvtColor(steps, table, cv::COLOR_GRAY2BGR);
        break;
    }
    return table;
}

} // namespace

std::string_view toString(ColourMap map)
{
    switch (map) {
    case ColourMap::Viridis:
        return "viridis";
    case ColourMap::Cividis:
        return "cividis";
    case ColourMap::Magma:
        return "magma";
    case ColourMap::Inferno:
        return "inferno";
    case ColourMap::Grey:
        return "grey";
    }
    return "viridis";
}

std::optional<ColourMap> colourMapFromName(std::string_view name)
{
    const auto found = std::find_if(kColourMaps.begin(), kColourMaps.end(),
                                    [&](ColourMap map) { return toString(map) == name; });
    return found == kColourMaps.end() ? std::nullopt : std::optional(*found);
}

cv::Mat colourise(const cv::Mat &map32f, float low, float high, ColourMap map)
{
    if (map32f.type() != CV_32FC1)
        throw std::invalid_argument(
            "colourise: the map is not a matrix of 32-bit floats with one channel");
    const cv::Mat table = tableOf(map);
    const float scale = high > low ? 255.0F / (high - low) : 0.0F;
    cv::Mat coloured(map32f.size(), CV_8UC3);
    for (int y = 0; y < map32f.rows; ++y) {
        const auto *scores = map32f.ptr<float>(y);
        auto *colours = coloured.ptr<cv::Vec3b>(y);
        for (int x = 0; x < map32f.cols; ++x) {
            int step = 0; // also for NaN, which fails both comparisons
            if (scores[x] >= high)
                step = 255;
            else if (scores[x] > low)
                step = std::clamp(cvRound((scores[x] - low) * scale), 0, 255);
            colours[x] = table.at<cv::Vec3b>(0, step);
        }
    }
    return coloured;
}

cv::Mat blendOver(const cv::Mat &imageBgr, const cv::Mat &colourBgr, double alpha)
{
    if (imageBgr.type() != CV_8UC3 || colourBgr.type() != CV_8UC3)
        throw std::invalid_argument("blendOver: both pictures must be 8-bit with three channels");
    if (imageBgr.size() != colourBgr.size())
        throw std::invalid_argument("blendOver: the image is " + sizeText(imageBgr) +
                                    ", the colours are " + sizeText(colourBgr) + " pixels");
    const double weight = std::clamp(alpha, 0.0, 1.0);
    cv::Mat blended;
    cv::addWeighted(imageBgr, 1.0 - weight, colourBgr, weight, 0.0, blended);
    return blended;
}

} // namespace cf::imaging
