#include "ui/image/map_layer.h"

#include "ui/image/sampling.h"

#include <QRgb>

#include <bit>
#include <stdexcept>
#include <string>

namespace cf::ui {

namespace {

const cv::Mat &checked(const cv::Mat &map, QSize imageSizePx)
{
    if (map.empty() || (map.type() != CV_32FC1 && map.type() != CV_8UC1))
        throw std::invalid_argument("MapLayer: a map has 32-bit floats, a mask 8 bits, and both "
                                    "have one channel");
    if (map.cols > imageSizePx.width() || map.rows > imageSizePx.height())
        throw std::invalid_argument(
            "MapLayer: the map's " + std::to_string(map.cols) + " x " + std::to_string(map.rows) +
            " pixels are more than the picture's " + std::to_string(imageSizePx.width()) + " x " +
            std::to_string(imageSizePx.height()));
    return map;
}

} // namespace

MapLayer::MapLayer(const cv::Mat &map, QSize imageSizePx, QObject *parent)
    : QObject(parent), m_mips(checked(map, imageSizePx), Reduction::Maximum),
      m_imageSizePx(imageSizePx)
{
    connect(&m_mips, &MipLevels::levelAdded, this, &MapLayer::refined);
}

std::optional<float> MapLayer::valueAt(QPoint pixelInImage) const
{
    const cv::Mat &map = m_mips.level(0);
    if (map.type() != CV_32FC1 || !QRect(QPoint(0, 0), m_imageSizePx).contains(pixelInImage))
        return std::nullopt;
    return map.at<float>(pixelInMap(pixelInImage.y(), m_imageSizePx.height(), map.rows),
                         pixelInMap(pixelInImage.x(), m_imageSizePx.width(), map.cols));
}

void MapLayer::sample(const ViewGeometry &geometry, cv::Mat &target) const
{
    sampleMap(m_mips, geometry, target);
}

ColourTable::ColourTable(imaging::ColourMap map, float low, float high) : m_low(low), m_high(high)
{
    cv::Mat steps(1, 256, CV_32FC1);
    for (int i = 0; i < 256; ++i)
        steps.at<float>(0, i) = static_cast<float>(i);
    const cv::Mat colours = imaging::colourise(steps, 0.0F, 255.0F, map);
    for (int i = 0; i < 256; ++i) {
        const auto &bgr = colours.at<cv::Vec3b>(0, i);
        m_colours[static_cast<std::size_t>(i)] = qRgb(bgr[2], bgr[1], bgr[0]);
    }
}

void ColourTable::apply(const cv::Mat &scores, cv::Mat &colours) const
{
    colours.create(scores.size(), CV_8UC4);
    const bool isStep = !(m_high > m_low);
    const float scale = isStep ? 0.0F : 255.0F / (m_high - m_low);
    // Adding 1.5 * 2^23 leaves the sum's low bits as the nearest integer, ties to even, as
    // cvRound() does; unlike that the compiler can do it for many pixels at once.
    constexpr float kRound = 12582912.0F;
    std::vector<std::uint32_t> steps(static_cast<std::size_t>(scores.cols));
    for (int y = 0; y < scores.rows; ++y) {
        const auto *score = scores.ptr<float>(y);
        if (isStep) {
            for (int x = 0; x < scores.cols; ++x)
                steps[static_cast<std::size_t>(x)] = score[x] >= m_high ? 255 : 0;
        } else {
            for (int x = 0; x < scores.cols; ++x) {
                float step = (score[x] - m_low) * scale;
                step = step > 0.0F ? step : 0.0F; // NaN as well
                step = step < 255.0F ? step : 255.0F;
                steps[static_cast<std::size_t>(x)] =
                    std::bit_cast<std::uint32_t>(step + kRound) & 0xFFU;
            }
        }
        auto *colour = colours.ptr<std::uint32_t>(y);
        for (int x = 0; x < scores.cols; ++x)
            colour[x] = m_colours[steps[static_cast<std::size_t>(x)]];
    }
}

} // namespace cf::ui
