#pragma once

#include "ui/image/image_canvas.h"

#include <QPoint>

#include <optional>

namespace cf::ui {

/// A picture under a grid of cells, with a box around one of them. The box is as large as the patch
/// that one feature sees most of. Where cells may be chosen, the mouse and the arrow keys do it.
class PatchCanvas : public ImageCanvas
{
    Q_OBJECT
public:
    explicit PatchCanvas(QWidget *parent = nullptr);

    /// `grid` cells a side over the whole picture, `patchCells` cells a side in a box.
    void setGrid(int grid, int patchCells);
    void setCell(std::optional<QPoint> cell); ///< column and row; tells nobody
    std::optional<QPoint> cell() const { return m_cell; }
    void setChoosable(bool choosable);
    /// Of the box, in the widget; empty without one.
    QRectF box() const;

Q_SIGNALS:
    void cellChosen(QPoint cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(QPoint cell);

    int m_grid = 0;
    int m_patchCells = 1;
    std::optional<QPoint> m_cell;
    bool m_choosable = false;
};

} // namespace cf::ui
