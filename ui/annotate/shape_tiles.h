#pragma once

#include "ui/annotate/shape_painter.h"

#include <QCache>
#include <QImage>

#include <functional>

namespace cf::ui {

/// All shapes of a picture as tiles that are drawn once per zoom and kept: moving the picture draws
/// new tiles only, an edit those that it touches. GUI thread.
class ShapeTiles
{
public:
    static constexpr int kTileEdgePx = 128; ///< device pixels

    /// Draws the shapes that colour these device pixels; the painter's are the frame's.
    using PaintShapes =
        std::function<void(QPainter &, const DeviceFrame &frame, const QRect &inDevice)>;

    ShapeTiles();

    void clear();
    /// This part of the picture looks different.
    void invalidate(const QRectF &inImage);

    /// Draws what is exposed, device pixels of the view. Tiles that are not there are made for
    /// about `budgetMs`, at least one; of the others what was there before is shown.
    /// returns  false where some are still to be made: paint again
    bool paint(QPainter &painter, const DeviceFrame &view, const QRect &exposed,
               const PaintShapes &paintShapes, int budgetMs);

private:
    struct Tile
    {
        QImage image;
        bool isStale = false;
    };
    static quint64 keyOf(int column, int row);
    Tile *made(int column, int row, const PaintShapes &paintShapes);

    QCache<quint64, Tile> m_tiles; ///< cost in bytes
    double m_zoom = 0.0, m_ratio = 0.0;
};

} // namespace cf::ui
