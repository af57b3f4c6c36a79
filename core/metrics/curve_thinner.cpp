#include "core/metrics/curve_thinner.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace cf::metrics::detail {

namespace {

constexpr double kStep = 1.0 / 4000;

/// A stretch of the curve drawn as one line so far, and its point farthest from that line.
struct Stretch
{
    double deviation = 0;
    std::size_t first = 0;
    std::size_t farthest = 0;
    std::size_t last = 0;
    bool operator<(const Stretch &other) const { return deviation < other.deviation; }
};

double distanceToSegment(const CurvePoint &p, const CurvePoint &a, const CurvePoint &b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double lengthSquared = dx * dx + dy * dy;
    double along = 0;
    if (lengthSquared > 0)
        along = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared, 0.0, 1.0);
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

Stretch measure(const Curve &curve, std::size_t first, std::size_t last)
{
    Stretch stretch{0, first, first, last};
    for (std::size_t i = first + 1; i < last; ++i) {
        const double deviation = distanceToSegment(curve[i], curve[first], curve[last]);
        if (deviation > stretch.deviation) {
            stretch.deviation = deviation;
            stretch.farthest = i;
        }
    }
    return stretch;
}

} // namespace

void CurveThinner::add(const CurvePoint &point)
{
    if (m_kept.empty()) {
        m_kept.push_back(point);
        return;
    }
    const CurvePoint &last = m_kept.back();
    if (std::abs(point.x - last.x) + std::abs(point.y - last.y) < kStep) {
        m_pending = point;
        return;
    }
    if (m_pending)
        m_kept.push_back(*m_pending);
    m_pending.reset();
    m_kept.push_back(point);
}

Curve CurveThinner::finish(std::size_t pointLimit)
{
    if (m_pending)
        m_kept.push_back(*m_pending);
    m_pending.reset();
    return thinned(m_kept, pointLimit);
}

Curve thinned(const Curve &curve, std::size_t pointLimit)
{
    constexpr double kInvisible = 1e-7; // of the unit square; finer than any screen or printer
    if (curve.size() <= std::max<std::size_t>(2, pointLimit))
        return curve;
    std::vector<std::size_t> kept = {0, curve.size() - 1};
    std::priority_queue<Stretch> stretches;
    stretches.push(measure(curve, 0, curve.size() - 1));
    while (kept.size() < pointLimit && stretches.top().deviation > kInvisible) {
        const Stretch worst = stretches.top();
        stretches.pop();
        kept.push_back(worst.farthest);
        stretches.push(measure(curve, worst.first, worst.farthest));
        stretches.push(measure(curve, worst.farthest, worst.last));
    }
    std::sort(kept.begin(), kept.end());
    Curve result;
    result.reserve(kept.size());
    for (const std::size_t index : kept)
        result.push_back(curve[index]);
    return result;
}

} // namespace cf::metrics::detail
