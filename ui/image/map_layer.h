#pragma once

#include "core/imaging/colour_map.h"
#include "ui/image/mip_levels.h"
#include "ui/image/view_geometry.h"

#include <QSize>

#include <array>
#include <optional>

namespace cf::ui {

/// A map or mask over a picture. It is stretched over the whole picture, so it may have fewer
/// pixels than that in either direction, but not more. GUI thread.
class MapLayer : public QObject
{
    Q_OBJECT
public:
    /// map     CV_32FC1 (scores) or CV_8UC1 (mask); shared, nobody may write into it any more
    /// throws  std::invalid_argument for another type, an empty one, or one larger than the picture
    MapLayer(const cv::Mat &map, QSize imageSizePx, QObject *parent = nullptr);

    /// The stored float below a pixel of the picture; none outside of it, or for a mask.
    std::optional<float> valueAt(QPoint pixelInImage) const;

    /// See sampleMap().
    void sample(const ViewGeometry &geometry, cv::Mat &target) const;

Q_SIGNALS:
    /// sample() gives a better answer from now on.
    void refined();

private:
    MipLevels m_mips;
    QSize m_imageSizePx;
};

/// The 256 steps of a colour map over an absolute range, ready for many pixels. Gives the colours
/// of imaging::colourise().
class ColourTable
{
public:
    ColourTable(imaging::ColourMap map, float low, float high);

    /// scores   CV_32FC1
    /// colours  becomes CV_8UC4 (blue, green, red, 255) of the same size
    void apply(const cv::Mat &scores, cv::Mat &colours) const;

private:
    float m_low, m_high;
    std::array<std::uint32_t, 256> m_colours{};
};

} // namespace cf::ui
