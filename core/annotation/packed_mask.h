#pragma once

#include "core/annotation/annotation.h"

#include <cstdint>

namespace cf::annotation {

/// A mask as the lengths of its rows' runs: small for what people draw, whatever its area. For
/// memory; files have their own forms.
struct PackedMask
{
    cv::Rect place; ///< in the picture
    /// Of pixels outside and inside in turn, the first outside, row after row.
    std::vector<std::uint32_t> runs;

    std::size_t bytes() const { return sizeof(*this) + runs.size() * sizeof(runs[0]); }
};

/// patch  its pixels are 0 or not 0
PackedMask pack(const Patch &patch);
Patch unpack(const PackedMask &packed);

/// The pixels that differ between two states of a mask; empty place when none do.
PackedMask difference(const Patch &before, const Patch &after);

/// Turns these pixels of a mask over: done twice, the mask is as before. The packed place lies
/// within the mask. A mask that somebody else holds as well is copied first.
/// mask    CV_8UC1, 0 or 255, its upper left pixel at `maskAt` of the picture
void toggle(const PackedMask &packed, cv::Mat &mask, cv::Point maskAt);

/// The same mask without empty rows and columns at its edges; empty when nothing is marked.
Patch trimmed(const Patch &patch);

/// The part of a mask that lies in `place`; shares its pixels.
Patch cropped(const Patch &patch, cv::Rect place);

/// The same mask with room for `place`.
Patch grown(const Patch &patch, cv::Rect place);

} // namespace cf::annotation
