#include "ui/review/pace.h"

#include <algorithm>
#include <numeric>

namespace cf::ui {

void Pace::decided(qint64 atMs)
{
    if (m_last && atMs - *m_last <= kBreakMs) {
        m_steps.push_back(std::max<qint64>(1, atMs - *m_last));
        if (m_steps.size() > kSteps)
            m_steps.pop_front();
    }
    m_last = atMs;
}

void Pace::clear()
{
    m_last.reset();
    m_steps.clear();
}

std::optional<double> Pace::perMinute() const
{
    if (m_steps.empty())
        return std::nullopt;
    const auto totalMs = std::accumulate(m_steps.begin(), m_steps.end(), qint64(0));
    return 60000.0 * static_cast<double>(m_steps.size()) / static_cast<double>(totalMs);
}

std::optional<qint64> Pace::remainingMs(std::size_t count) const
{
    const auto pace = perMinute();
    if (!pace)
        return std::nullopt;
    return static_cast<qint64>(static_cast<double>(count) / *pace * 60000.0);
}

} // namespace cf::ui
