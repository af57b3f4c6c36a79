#include "ui/image/tile_pyramid.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cf::ui {

namespace {

const cv::Mat &checked(const cv::Mat &picture)
{
    const int type = picture.type();
    if (picture.empty() ||
        (type != CV_8UC1 && type != CV_8UC3 && type != CV_16UC1 && type != CV_16UC3))
        throw std::invalid_argument(
            "TilePyramid: the picture must have 8 or 16 bits and one or three channels");
    if (picture.cols > 65536 || picture.rows > 65536)
        throw std::invalid_argument("TilePyramid: a side of the picture is above 65536 pixels");
    return picture;
}

/// For each pixel of a tile with its border: the pixel of the source `shift` levels below.
std::vector<int> sourceIndices(int tileIndex, int levelPx, int sourcePx, int shift)
{
    const int first = tileIndex * TilePyramid::kTileEdgePx - 1;
    const int last = std::min(first + TilePyramid::kTileEdgePx + 1, levelPx);
    std::vector<int> indices;
    for (int i = first; i <= last; ++i) {
        const int inLevel = std::clamp(i, 0, levelPx - 1);
        const int middle = shift > 0 ? 1 << (shift - 1) : 0;
        indices.push_back(std::min((inLevel << shift) + middle, sourcePx - 1));
    }
    return indices;
}

template <class Value, int kChannels>
cv::Mat convert(const cv::Mat &source, const std::vector<int> &columns,
                const std::vector<int> &rows, const std::vector<uchar> &table)
{
    cv::Mat tile(static_cast<int>(rows.size()), static_cast<int>(columns.size()), CV_8UC4);
    for (int y = 0; y < tile.rows; ++y) {
        const auto *values = source.ptr<Value>(rows[static_cast<std::size_t>(y)]);
        auto *pixels = tile.ptr<cv::Vec4b>(y);
        for (int x = 0; x < tile.cols; ++x) {
            const auto *value = values + columns[static_cast<std::size_t>(x)] * kChannels;
            if constexpr (kChannels == 1) {
                const uchar grey = table[value[0]];
                pixels[x] = {grey, grey, grey, 255};
            } else {
                pixels[x] = {table[value[0]], table[value[1]], table[value[2]], 255};
            }
        }
    }
    return tile;
}

quint64 keyOf(int level, int column, int row)
{
    return (quint64(level) << 48U) | (quint64(column) << 24U) | quint64(row);
}

} // namespace

TilePyramid::TilePyramid(const cv::Mat &picture, QObject *parent)
    : QObject(parent), m_mips(checked(picture), Reduction::Mean), m_tiles(kDefaultCacheBytes)
{
    setLevels(0.0, fullScale());
    connect(&m_mips, &MipLevels::levelAdded, this, &TilePyramid::dropProvisional);
}

QSize TilePyramid::imageSizePx() const
{
    return {m_mips.level(0).cols, m_mips.level(0).rows};
}

double TilePyramid::fullScale() const
{
    return m_mips.level(0).depth() == CV_16U ? 65535.0 : 255.0;
}

void TilePyramid::setLevels(double low, double high)
{
    m_table.resize(static_cast<std::size_t>(fullScale()) + 1);
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const auto value = static_cast<double>(i);
        if (value >= high)
            m_table[i] = 255;
        else if (value <= low)
            m_table[i] = 0;
        else
            m_table[i] = static_cast<uchar>(std::lround((value - low) / (high - low) * 255.0));
    }
    m_tiles.clear();
}

cv::Mat TilePyramid::tile(int level, int column, int row)
{
    const quint64 key = keyOf(level, column, row);
    if (const Tile *kept = m_tiles.object(key))
        return kept->pixels;

    const int sourceLevel = std::min(level, m_mips.readyCount() - 1);
    const cv::Mat &source = m_mips.level(sourceLevel);
    const QSize levelPx = levelSize(level);
    const int shift = level - sourceLevel;
    const auto columns = sourceIndices(column, levelPx.width(), source.cols, shift);
    const auto rows = sourceIndices(row, levelPx.height(), source.rows, shift);
    cv::Mat pixels;
    switch (source.type()) {
    case CV_8UC1:
        pixels = convert<uchar, 1>(source, columns, rows, m_table);
        break;
    case CV_8UC3:
        pixels = convert<uchar, 3>(source, columns, rows, m_table);
        break;
    case CV_16UC1:
        pixels = convert<quint16, 1>(source, columns, rows, m_table);
        break;
    default:
        pixels = convert<quint16, 3>(source, columns, rows, m_table);
        break;
    }
    m_tiles.insert(key, new Tile{pixels, shift > 0},
                   static_cast<qsizetype>(pixels.total() * pixels.elemSize()));
    return pixels;
}

QSize TilePyramid::levelSize(int level) const
{
    const int round = (1 << level) - 1;
    return {(imageSizePx().width() + round) >> level, (imageSizePx().height() + round) >> level};
}

void TilePyramid::dropProvisional()
{
    for (const quint64 key : m_tiles.keys())
        if (m_tiles.object(key)->provisional)
            m_tiles.remove(key);
    Q_EMIT refined();
}

} // namespace cf::ui
