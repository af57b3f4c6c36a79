#include "ui/templates/patch_canvas.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace cf::ui {

PatchCanvas::PatchCanvas(QWidget *parent) : ImageCanvas(parent)
{
    connect(this, &ImageCanvas::probed, this, [this](QPoint pixel) {
        const QSize size = geometryOfView().imageSizePx();
        if (m_choosable && m_grid > 0 && !size.isEmpty())
            choose({pixel.x() * m_grid / size.width(), pixel.y() * m_grid / size.height()});
    });
}

void PatchCanvas::setGrid(int grid, int patchCells)
{
    m_grid = grid;
    m_patchCells = patchCells;
    update();
}

void PatchCanvas::setCell(std::optional<QPoint> cell)
{
    m_cell = cell;
    update();
}

void PatchCanvas::setChoosable(bool choosable)
{
    m_choosable = choosable;
}

void PatchCanvas::choose(QPoint cell)
{
    cell.setX(std::clamp(cell.x(), 0, m_grid - 1));
    cell.setY(std::clamp(cell.y(), 0, m_grid - 1));
    if (m_cell == cell)
        return;
    setCell(cell);
    Q_EMIT cellChosen(cell);
}

QRectF PatchCanvas::box() const
{
    const QSizeF size = geometryOfView().imageSizePx();
    if (!m_cell || m_grid <= 0 || size.isEmpty())
        return {};
    const QSizeF cellSize(size.width() / m_grid, size.height() / m_grid);
    const QPointF middle((m_cell->x() + 0.5) * cellSize.width(),
                         (m_cell->y() + 0.5) * cellSize.height());
    const QPointF half(cellSize.width() * m_patchCells / 2.0,
                       cellSize.height() * m_patchCells / 2.0);
    const auto inImage = QRectF(middle - half, middle + half) & QRectF(QPointF(), size);
    return {geometryOfView().toView(inImage.topLeft()),
            geometryOfView().toView(inImage.bottomRight())};
}

void PatchCanvas::paintEvent(QPaintEvent *event)
{
    ImageCanvas::paintEvent(event);
    const auto place = box();
    if (place.isEmpty())
        return;
    // Dark around light: seen on any picture, whatever its colours.
    QPainter painter(this);
    painter.setPen(QPen(Qt::black, 4.0));
    painter.drawRect(place);
    painter.setPen(QPen(Qt::white, 2.0));
    painter.drawRect(place);
}

void PatchCanvas::keyPressEvent(QKeyEvent *event)
{
    const QPoint step = event->key() == Qt::Key_Left    ? QPoint(-1, 0)
                        : event->key() == Qt::Key_Right ? QPoint(1, 0)
                        : event->key() == Qt::Key_Up    ? QPoint(0, -1)
                        : event->key() == Qt::Key_Down  ? QPoint(0, 1)
                                                        : QPoint();
    if (!m_choosable || m_grid <= 0 || step.isNull())
        ImageCanvas::keyPressEvent(event);
    else
        choose(m_cell.value_or(QPoint(m_grid / 2, m_grid / 2)) + step);
}

} // namespace cf::ui
