#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace bench {

inline constexpr double kFrameMs = 16.0; ///< what is dragged follows at 60 frames a second
inline constexpr double kTurnMs = 100.0; ///< longer, and the window seems to hang

/// One row of the table: how long something took, or how much memory.
struct Timing
{
    QString what;
    double median = 0.0;
    std::optional<double> slowestTenth = std::nullopt; ///< none: measured once
    /// How long the window's thread computed, median: on a busy machine the rest is waiting.
    std::optional<double> ownThread = std::nullopt;
    std::optional<double> target = std::nullopt; ///< not to be exceeded
    QString unit = QStringLiteral("ms");
};

struct Rounds
{
    int count = 40;
    std::function<void()> between = [] {}; ///< not measured
};

/// Three times more, first and unmeasured: tables and memory of the first times.
Timing measure(const QString &what, std::optional<double> targetMs,
               const std::function<void(int)> &action, const Rounds &rounds = {});

/// Runs from when it is made.
class Stopwatch
{
public:
    Stopwatch();

    double ms() const;          ///< of the clock on the wall
    double ownThreadMs() const; ///< of them, those in which the calling thread computed

private:
    QElapsedTimer m_clock;
    double m_startMs; ///< of the thread
};

/// What was measured once.
Timing once(const QString &what, const Stopwatch &stopwatch,
            std::optional<double> targetMs = std::nullopt);

/// Runs the event loop until it holds, which is looked at every millisecond. Ends the program
/// after some minutes: whatever was to be measured does not happen.
void waitUntil(const std::function<bool()> &holds);

/// Draws what was put off: plots replot in a later turn of the event loop, then paint themselves.
void drawAll();

/// The longest time in which the event loop did not come round, while this lives.
class LongestTurn
{
public:
    LongestTurn();

    Timing timing(const QString &what, std::optional<double> targetMs = std::nullopt) const;

private:
    QTimer m_beat;
    Stopwatch m_sinceBeat;
    double m_longestMs = 0.0;
    double m_ownThreadMs = 0.0; ///< of the same turn
};

void printTable(const std::vector<Timing> &timings);
QJsonArray toJson(const std::vector<Timing> &timings);

} // namespace bench
