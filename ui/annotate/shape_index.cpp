#include "ui/annotate/shape_index.h"

#include <algorithm>
#include <cmath>

namespace cf::ui {

void ShapeIndex::reset(QSize imageSizePx)
{
    m_cellSize =
        QSizeF(std::max(1, imageSizePx.width()), std::max(1, imageSizePx.height())) / kCells;
    for (auto &cell : m_cells)
        cell.clear();
}

QRect ShapeIndex::cellsOf(const QRectF &box) const
{
    const auto at = [](double value) {
        return static_cast<int>(std::clamp(std::floor(value), 0.0, kCells - 1.0));
    };
    return {QPoint(at(box.left() / m_cellSize.width()), at(box.top() / m_cellSize.height())),
            QPoint(at(box.right() / m_cellSize.width()), at(box.bottom() / m_cellSize.height()))};
}

std::vector<std::int64_t> &ShapeIndex::cell(int column, int row)
{
    return m_cells[static_cast<std::size_t>(row * kCells + column)];
}

void ShapeIndex::insert(std::int64_t number, const QRectF &box)
{
    const QRect cells = cellsOf(box);
    for (int row = cells.top(); row <= cells.bottom(); ++row)
        for (int column = cells.left(); column <= cells.right(); ++column) {
            auto &numbers = cell(column, row);
            numbers.insert(std::lower_bound(numbers.begin(), numbers.end(), number), number);
        }
}

void ShapeIndex::remove(std::int64_t number, const QRectF &box)
{
    const QRect cells = cellsOf(box);
    for (int row = cells.top(); row <= cells.bottom(); ++row)
        for (int column = cells.left(); column <= cells.right(); ++column) {
            auto &numbers = cell(column, row);
            const auto found = std::lower_bound(numbers.begin(), numbers.end(), number);
            if (found != numbers.end() && *found == number)
                numbers.erase(found);
        }
}

bool ShapeIndex::isCrowded(const QRectF &part, std::size_t most) const
{
    std::size_t count = 0; // a large shape counts in each of its cells
    const QRect cells = cellsOf(part);
    for (int row = cells.top(); row <= cells.bottom(); ++row)
        for (int column = cells.left(); column <= cells.right(); ++column) {
            count += m_cells[static_cast<std::size_t>(row * kCells + column)].size();
            if (count > most)
                return true;
        }
    return false;
}

std::vector<std::int64_t> ShapeIndex::near(const QRectF &part) const
{
    std::vector<std::int64_t> found;
    const QRect cells = cellsOf(part);
    for (int row = cells.top(); row <= cells.bottom(); ++row)
        for (int column = cells.left(); column <= cells.right(); ++column) {
            const auto &numbers = m_cells[static_cast<std::size_t>(row * kCells + column)];
            found.insert(found.end(), numbers.begin(), numbers.end());
        }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace cf::ui
