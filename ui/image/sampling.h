#pragma once

#include "ui/image/tile_pyramid.h"
#include "ui/image/view_geometry.h"

namespace cf::ui {

/// From this zoom on pixels are shown as squares, below it they are smoothed.
inline constexpr double kSharpFromZoom = 2.0;

/// The picture as the view shows it.
/// target  becomes CV_8UC4, as large as geometry.imageInDevice(). At zoom 1 it holds the picture's
///         own pixels, see TilePyramid::setLevels()
void samplePicture(TilePyramid &pyramid, const ViewGeometry &geometry, cv::Mat &target);

/// A map or mask, stretched over the whole picture, as the view shows it: each device pixel gets
/// the value at the picture's pixel below it (see pixelInMap()); zoomed out the largest value
/// there. target  becomes as large as geometry.imageInDevice(), of the map's type (8 bit or float,
/// one
///         channel)
void sampleMap(const MipLevels &mips, const ViewGeometry &geometry, cv::Mat &target);

/// The map's column for an image column (or row): the one below the centre of that image pixel.
inline int pixelInMap(int imagePixel, int imageSizePx, int mapSizePx)
{
    return static_cast<int>((2LL * imagePixel + 1) * mapSizePx / (2LL * imageSizePx));
}

} // namespace cf::ui
