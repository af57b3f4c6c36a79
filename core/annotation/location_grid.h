#pragma once

#include "core/annotation/annotation.h"

#include <cstdint>
#include <vector>

namespace cf::annotation {

/// Which share of a cell of a grid is marked.
struct CellShare
{
    std::uint32_t cell = 0; ///< row * columns + column
    float share = 0;        ///< above 0, at most 1
};

/// Where the marked pixels of a picture lie on a grid that is stretched over it, whatever size and
/// shape the picture has. Pixels on the border of cells are parted by area, so that nothing is
/// lost: the shares' sum over the number of cells is the marked share of the picture. patch within
/// the picture grid     columns and rows, 1 or more returns  the cells with a marked share, rising
std::vector<CellShare> shareOfCells(const Patch &patch, cv::Size imageSize, cv::Size grid);

/// A grid of about square cells for pictures of this width over height, its longer side `cells`.
cv::Size gridFor(double aspect, int cells);

} // namespace cf::annotation
