#pragma once

#include "ui/image/mip_levels.h"

#include <QCache>
#include <QSize>

#include <vector>

namespace cf::ui {

/// A picture as screen-ready tiles of any level of its pyramid. Only tiles that are asked for are
/// converted; the last used ones are kept. GUI thread.
class TilePyramid : public QObject
{
    Q_OBJECT
public:
    static constexpr int kTileEdgePx = 256;
    static constexpr qsizetype kDefaultCacheBytes = qsizetype(192) << 20;

    /// picture  CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3 (BGR); shared, nobody may write into it
    /// throws   std::invalid_argument for another type, an empty one, or a side above 65536
    explicit TilePyramid(const cv::Mat &picture, QObject *parent = nullptr);

    QSize imageSizePx() const;
    double fullScale() const; ///< 255 or 65535
    int levelCount() const { return m_mips.plannedCount(); }
    /// False while halved levels are still being made; tiles are then picked from finer ones.
    bool isComplete() const { return m_mips.isComplete(); }

    /// `low` and below becomes black, `high` and above white, rounded in between. The default is 0
    /// .. fullScale().
    void setLevels(double low, double high);

    void setCacheBytes(qsizetype bytes) { m_tiles.setMaxCost(bytes); }
    qsizetype usedCacheBytes() const { return m_tiles.totalCost(); }

    /// CV_8UC4 (blue, green, red, 255): the tile and one pixel around it, the picture's edge
    /// repeated. Tile (column, row) begins at pixel (column, row) * kTileEdgePx of the level.
    cv::Mat tile(int level, int column, int row);
    /// Of a level, whether it is made yet or not.
    QSize levelSize(int level) const;

Q_SIGNALS:
    /// Tiles look better from now on.
    void refined();

private:
    struct Tile
    {
        cv::Mat pixels;
        bool provisional = false;
    };

    void dropProvisional();

    MipLevels m_mips;
    std::vector<uchar> m_table; ///< value of the picture -> brightness on the screen
    QCache<quint64, Tile> m_tiles;
};

} // namespace cf::ui
