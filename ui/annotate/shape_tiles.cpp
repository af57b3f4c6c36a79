#include "ui/annotate/shape_tiles.h"

#include <QElapsedTimer>
#include <QPainter>

namespace cf::ui {

namespace {

constexpr qsizetype kCacheBytes = qsizetype(128) << 20;

int tileOf(int device)
{
    constexpr int kEdge = ShapeTiles::kTileEdgePx;
    return device >= 0 ? device / kEdge : -((kEdge - 1 - device) / kEdge);
}

} // namespace

ShapeTiles::ShapeTiles() : m_tiles(kCacheBytes) {}

quint64 ShapeTiles::keyOf(int column, int row)
{
    return (quint64(quint32(column)) << 32) | quint32(row);
}

void ShapeTiles::clear()
{
    m_tiles.clear();
}

void ShapeTiles::invalidate(const QRectF &inImage)
{
    if (m_zoom == 0.0)
        return;
    const QRect touched = DeviceFrame{m_zoom, {}, m_ratio}.coveredBy(inImage);
    const QRect tiles(QPoint(tileOf(touched.left()), tileOf(touched.top())),
                      QPoint(tileOf(touched.right()), tileOf(touched.bottom())));
    if (qint64(tiles.width()) * tiles.height() > m_tiles.size()) {
        for (const quint64 key : m_tiles.keys())
            if (tiles.contains(static_cast<int>(key >> 32), static_cast<int>(key & 0xffffffffU)))
                m_tiles.object(key)->isStale = true;
        return;
    }
    for (int row = tiles.top(); row <= tiles.bottom(); ++row)
        for (int column = tiles.left(); column <= tiles.right(); ++column)
            if (Tile *tile = m_tiles.object(keyOf(column, row)))
                tile->isStale = true;
}

ShapeTiles::Tile *ShapeTiles::made(int column, int row, const PaintShapes &paintShapes)
{
    const QSize edge(kTileEdgePx, kTileEdgePx);
    QImage image(edge, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    {
        QPainter painter(&image);
        const DeviceFrame frame{m_zoom, {-column * kTileEdgePx, -row * kTileEdgePx}, m_ratio};
        paintShapes(painter, frame, QRect(QPoint(0, 0), edge));
    }
    const qsizetype bytes = image.sizeInBytes();
    m_tiles.insert(keyOf(column, row), new Tile{std::move(image), false}, bytes);
    return m_tiles.object(keyOf(column, row));
}

bool ShapeTiles::paint(QPainter &painter, const DeviceFrame &view, const QRect &exposed,
                       const PaintShapes &paintShapes, int budgetMs)
{
    if (view.zoom != m_zoom || view.ratio != m_ratio) {
        clear();
        m_zoom = view.zoom;
        m_ratio = view.ratio;
    }
    QElapsedTimer clock;
    clock.start();
    bool isComplete = true;
    bool madeOne = false;
    const QRect inPicture = exposed.translated(-view.origin);
    for (int row = tileOf(inPicture.top()); row <= tileOf(inPicture.bottom()); ++row)
        for (int column = tileOf(inPicture.left()); column <= tileOf(inPicture.right()); ++column) {
            Tile *tile = m_tiles.object(keyOf(column, row));
            if (!tile || tile->isStale) {
                if (madeOne && clock.elapsed() >= budgetMs) {
                    isComplete = false;
                } else {
                    tile = made(column, row, paintShapes);
                    madeOne = true;
                }
            }
            if (tile)
                painter.drawImage(QPoint(column * kTileEdgePx, row * kTileEdgePx) + view.origin,
                                  tile->image);
        }
    return isComplete;
}

} // namespace cf::ui
