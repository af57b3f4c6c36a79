#include "core/annotation/location_grid.h"

#include <algorithm>
#include <cmath>

namespace cf::annotation {

namespace {

/// Adds `weight` times the length of [from, to) that lies in each cell; all in cells.
template <class Add>
void spread(double from, double to, int cells, Add add)
{
    for (int cell = static_cast<int>(from); cell < cells && cell < to; ++cell) {
        const double length = std::min<double>(to, cell + 1) - std::max<double>(from, cell);
        if (length > 0)
            add(cell, length);
    }
}

} // namespace

std::vector<CellShare> shareOfCells(const Patch &patch, cv::Size imageSize, cv::Size grid)
{
    const double columnsPerPx = static_cast<double>(grid.width) / imageSize.width;
    const double rowsPerPx = static_cast<double>(grid.height) / imageSize.height;
    std::vector<double> shares(static_cast<std::size_t>(grid.area()));
    std::vector<double> ofRow(static_cast<std::size_t>(grid.width));
    for (int y = 0; y < patch.mask.rows; ++y) {
        std::ranges::fill(ofRow, 0.0);
        bool any = false;
        const auto *row = patch.mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < patch.mask.cols;) {
            if (row[x] == 0) {
                ++x;
                continue;
            }
            const int begin = x;
            while (x < patch.mask.cols && row[x] != 0)
                ++x;
            any = true;
            spread((patch.place.x + begin) * columnsPerPx, (patch.place.x + x) * columnsPerPx,
                   grid.width, [&](int column, double length) {
                       ofRow[static_cast<std::size_t>(column)] += length;
                   });
        }
        if (!any)
            continue;
        const int inImage = patch.place.y + y;
        spread(inImage * rowsPerPx, (inImage + 1) * rowsPerPx, grid.height,
               [&](int gridRow, double height) {
                   auto *into = &shares[static_cast<std::size_t>(gridRow * grid.width)];
                   for (std::size_t column = 0; column < ofRow.size(); ++column)
                       into[column] += height * ofRow[column];
               });
    }
    std::vector<CellShare> marked;
    for (std::size_t cell = 0; cell < shares.size(); ++cell)
        if (shares[cell] > 0)
            marked.push_back({static_cast<std::uint32_t>(cell),
                              static_cast<float>(std::min(1.0, shares[cell]))});
    return marked;
}

cv::Size gridFor(double aspect, int cells)
{
    const auto shorter = [&](double share) {
        return std::max(1, static_cast<int>(std::lround(share * cells)));
    };
    return aspect >= 1 ? cv::Size(cells, shorter(1 / aspect)) : cv::Size(shorter(aspect), cells);
}

} // namespace cf::annotation
