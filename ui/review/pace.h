#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace cf::ui {

/// How fast somebody decides: the mean of the last decisions, without the breaks between them.
class Pace
{
public:
    static constexpr int kSteps = 20;             ///< that are looked at
    static constexpr qint64 kBreakMs = 60 * 1000; ///< longer is no part of the work

    /// `atMs` of any clock that does not go back.
    void decided(qint64 atMs);
    void clear();

    std::optional<double> perMinute() const; ///< none before the second decision
    /// Until `count` more are decided.
    std::optional<qint64> remainingMs(std::size_t count) const;

private:
    std::optional<qint64> m_last;
    std::deque<qint64> m_steps; ///< ms from one to the next, the newest last
};

} // namespace cf::ui
