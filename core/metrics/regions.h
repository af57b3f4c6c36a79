#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cf::metrics {

/// The connected regions of a mask: pixels that touch by an edge or a corner (8-connected) belong
/// together.
struct RegionLabels
{
    std::vector<std::uint32_t>
        label; ///< one per pixel, row-major; 0 = background, else 1..areaPx.size()
    std::vector<std::uint32_t> areaPx; ///< of region 1, 2, ... in the order of their first pixel
};

/// mask  row-major, any non-zero value is foreground; mask.size() must be a multiple of `widthPx`
/// (> 0)
RegionLabels labelRegions(std::span<const std::uint8_t> mask, std::size_t widthPx);

} // namespace cf::metrics
