#pragma once

#include <QRectF>
#include <QSize>

#include <cstdint>
#include <vector>

namespace cf::ui {

/// Which shapes may lie in a part of a picture: their boxes in a grid of cells.
class ShapeIndex
{
public:
    void reset(QSize imageSizePx);
    void insert(std::int64_t number, const QRectF &box);
    void remove(std::int64_t number, const QRectF &box);
    /// In order of the number, each once; some beside the part, too.
    std::vector<std::int64_t> near(const QRectF &part) const;
    /// Whether there are more than about so many; looks at no shape.
    bool isCrowded(const QRectF &part, std::size_t most) const;

private:
    QRect cellsOf(const QRectF &box) const;
    std::vector<std::int64_t> &cell(int column, int row);

    static constexpr int kCells = 64; ///< a side
    QSizeF m_cellSize{1, 1};
    std::vector<std::vector<std::int64_t>> m_cells =
        std::vector<std::vector<std::int64_t>>(kCells * kCells);
};

} // namespace cf::ui
