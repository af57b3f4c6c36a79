#pragma once

#include "core/metrics/metric.h"

#include <cstddef>

namespace cf::metrics::detail {

/// Keeps a curve of millions of points drawable: a faithful polyline of few of them, in bounded
/// memory. While points stream in, those closer than 1/4000 of the unit square to the last kept one
/// are dropped (the ends of a jump are always kept); finish() then keeps the points where leaving
/// one out would bend the polyline most.
class CurveThinner
{
public:
    /// Points with x and y in 0..1, in the order of the curve.
    void add(const CurvePoint &point);
    /// At most `pointLimit` points (2 or more), the first and the last always among them.
    Curve finish(std::size_t pointLimit);

private:
    Curve m_kept;
    std::optional<CurvePoint> m_pending; // the last point seen, when it was not kept
};

/// The points of `curve` that matter most, see CurveThinner. O(points kept * points given) at
/// worst.
Curve thinned(const Curve &curve, std::size_t pointLimit);

} // namespace cf::metrics::detail
