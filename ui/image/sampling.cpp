#include "ui/image/sampling.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace cf::ui {

namespace {

/// One tile's share of the view: device pixels first <= x < last whose centres lie on it.
struct Span
{
    int tile;
    int first;
    int last;
};

std::vector<Span> spansOf(int origin, double scale, int levelPx, int first, int last)
{
    std::vector<Span> spans;
    const int tiles = (levelPx + TilePyramid::kTileEdgePx - 1) / TilePyramid::kTileEdgePx;
    const auto tileAt = [&](int device) {
        const double tile = (device + 0.5 - origin) / scale / TilePyramid::kTileEdgePx;
        return std::clamp(static_cast<int>(tile), 0, tiles - 1);
    };
    for (int at = first; at < last;) {
        const int tile = tileAt(at);
        const double end = origin + (tile + 1.0) * TilePyramid::kTileEdgePx * scale;
        int next = std::clamp(static_cast<int>(std::ceil(end - 0.5)), at + 1, last);
        if (tile == tiles - 1)
            next = last;
        spans.push_back({tile, at, next});
        at = next;
    }
    return spans;
}

/// Where the device pixels of a span lie in their tile, whose first pixel is its border.
std::vector<int> pixelsInTile(const Span &span, int origin, double scale, int tilePx)
{
    std::vector<int> pixels;
    for (int x = span.first; x < span.last; ++x) {
        const double inLevel = std::floor((x + 0.5 - origin) / scale);
        pixels.push_back(std::clamp(
            static_cast<int>(inLevel) - span.tile * TilePyramid::kTileEdgePx + 1, 1, tilePx - 2));
    }
    return pixels;
}

/// target(y, x) = source(rows[y], columns[x]).
template <class Value>
void pick(const cv::Mat &source, const std::vector<int> &columns, const std::vector<int> &rows,
          cv::Mat &target)
{
    const std::size_t width = columns.size();
    for (std::size_t y = 0; y < rows.size(); ++y) {
        auto *picked = target.ptr<Value>(static_cast<int>(y));
        if (y > 0 && rows[y] == rows[y - 1]) {
            std::memcpy(picked, target.ptr<Value>(static_cast<int>(y) - 1), width * sizeof(Value));
            continue;
        }
        const auto *values = source.ptr<Value>(rows[y]);
        for (std::size_t x = 0; x < width; ++x)
            picked[x] = values[columns[x]];
    }
}

} // namespace

void samplePicture(TilePyramid &pyramid, const ViewGeometry &geometry, cv::Mat &target)
{
    const QRect seen = geometry.imageInDevice();
    target.create(seen.height(), seen.width(), CV_8UC4);
    const int level = std::clamp(static_cast<int>(std::floor(std::log2(1.0 / geometry.zoom()))), 0,
                                 pyramid.levelCount() - 1);
    const double scale = std::ldexp(geometry.zoom(), level); // device pixels per pixel of the level
    const bool sharp = scale == 1.0 || geometry.zoom() >= kSharpFromZoom;
    const QPoint origin = geometry.imageOriginInDevice();
    const QSize levelPx = pyramid.levelSize(level);
    const auto across = spansOf(origin.x(), scale, levelPx.width(), seen.left(), seen.right() + 1);
    const auto down = spansOf(origin.y(), scale, levelPx.height(), seen.top(), seen.bottom() + 1);

    for (const Span &row : down) {
        for (const Span &column : across) {
            const cv::Mat tile = pyramid.tile(level, column.tile, row.tile);
            cv::Mat part = target(cv::Range(row.first - seen.top(), row.last - seen.top()),
                                  cv::Range(column.first - seen.left(), column.last - seen.left()));
            if (sharp) {
                pick<std::uint32_t>(tile, pixelsInTile(column, origin.x(), scale, tile.cols),
                                    pixelsInTile(row, origin.y(), scale, tile.rows), part);
                continue;
            }
            const auto offset = [&](const Span &span, int from) {
                return (span.first + 0.5 - from) / scale - 0.5 -
                       (span.tile * TilePyramid::kTileEdgePx - 1);
            };
            const cv::Matx23d tileFromPart(1 / scale, 0, offset(column, origin.x()), //
                                           0, 1 / scale, offset(row, origin.y()));
            cv::warpAffine(tile, part, tileFromPart, part.size(),
                           cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
        }
    }
}

void sampleMap(const MipLevels &mips, const ViewGeometry &geometry, cv::Mat &target)
{
    const QRect seen = geometry.imageInDevice();
    const QSize image = geometry.imageSizePx();
    const cv::Mat &full = mips.level(0);
    target.create(seen.height(), seen.width(), full.type());

    // Squares of the level at least as large as a device pixel, so that none is left out.
    const double mapPxPerDevicePx =
        std::max(double(full.cols) / image.width(), double(full.rows) / image.height()) /
        geometry.zoom();
    const int wanted = static_cast<int>(std::ceil(std::log2(mapPxPerDevicePx) - 1e-9));
    const int level = std::clamp(wanted, 0, mips.readyCount() - 1);

    std::vector<int> columns, rows;
    for (int x = seen.left(); x <= seen.right(); ++x)
        columns.push_back(pixelInMap(geometry.imageColumn(x), image.width(), full.cols) >> level);
    for (int y = seen.top(); y <= seen.bottom(); ++y)
        rows.push_back(pixelInMap(geometry.imageRow(y), image.height(), full.rows) >> level);
    if (full.depth() == CV_32F)
        pick<float>(mips.level(level), columns, rows, target);
    else
        pick<uchar>(mips.level(level), columns, rows, target);
}

} // namespace cf::ui
