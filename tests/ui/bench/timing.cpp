#include "tests/ui/bench/timing.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kWarmUps = 3;
constexpr int kBeatMs = 1;
constexpr double kMostMs = 15 * 60 * 1000.0;

/// The median may miss the target, or only the slowest rounds.
const char *verdict(const Timing &timing)
{
    if (!timing.target)
        return "";
    if (timing.median > *timing.target)
        return "missed";
    return timing.slowestTenth.value_or(0.0) > *timing.target ? "at times missed" : "";
}

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Stopwatch::Stopwatch() : m_startMs(threadMs())
{
    m_clock.start();
}

double Stopwatch::ms() const
{
    return static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
}

double Stopwatch::ownThreadMs() const
{
    return threadMs() - m_startMs;
}

Timing once(const QString &what, const Stopwatch &stopwatch, std::optional<double> targetMs)
{
    return {what, stopwatch.ms(), std::nullopt, stopwatch.ownThreadMs(), targetMs};
}

Timing measure(const QString &what, std::optional<double> targetMs,
               const std::function<void(int)> &action, const Rounds &rounds)
{
    std::vector<double> ms, ownThreadMs;
    for (int i = 0; i < kWarmUps + rounds.count; ++i) {
        const Stopwatch stopwatch;
        action(i);
        if (i >= kWarmUps) {
            ms.push_back(stopwatch.ms());
            ownThreadMs.push_back(stopwatch.ownThreadMs());
        }
        rounds.between();
    }
    for (auto *times : {&ms, &ownThreadMs})
        std::sort(times->begin(), times->end());
    return {what, ms[ms.size() / 2], ms[ms.size() * 9 / 10], ownThreadMs[ownThreadMs.size() / 2],
            targetMs};
}

void waitUntil(const std::function<bool()> &holds)
{
    const Stopwatch stopwatch;
    QEventLoop loop;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (holds())
            loop.quit();
        else if (stopwatch.ms() > kMostMs)
            qFatal("what was waited for did not happen");
    });
    look.start(kBeatMs);
    loop.exec();
}

void drawAll()
{
    for (int turn = 0; turn < 3; ++turn) // queued replot, the update that it asks for, its paint
        QCoreApplication::processEvents();
}

LongestTurn::LongestTurn()
{
    m_beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
        if (const double ms = m_sinceBeat.ms() - kBeatMs; ms > m_longestMs) {
            m_longestMs = ms;
            m_ownThreadMs = m_sinceBeat.ownThreadMs();
        }
        m_sinceBeat = Stopwatch();
    });
    m_beat.start(kBeatMs);
}

Timing LongestTurn::timing(const QString &what, std::optional<double> targetMs) const
{
    return {what, m_longestMs, std::nullopt, m_ownThreadMs, targetMs};
}

void printTable(const std::vector<Timing> &timings)
{
    const char *const form = "%-60s %4s %9s %9s %9s %9s  %s\n";
    std::printf(form, "studio", "", "median", "90 %", "thread", "target", "");
    const auto number = [](std::optional<double> value) {
        return value ? QString::number(*value, 'f', 1) : u"-"_s;
    };
    for (const auto &timing : timings)
        std::printf(form, qPrintable(timing.what), qPrintable(timing.unit),
                    qPrintable(number(timing.median)), qPrintable(number(timing.slowestTenth)),
                    qPrintable(number(timing.ownThread)), qPrintable(number(timing.target)),
                    verdict(timing));
}

QJsonArray toJson(const std::vector<Timing> &timings)
{
    QJsonArray rows;
    const auto number = [](std::optional<double> value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    for (const auto &timing : timings)
        rows.append(QJsonObject{{u"what"_s, timing.what},
                                {u"unit"_s, timing.unit},
                                {u"median"_s, timing.median},
                                {u"slowest_tenth"_s, number(timing.slowestTenth)},
                                {u"own_thread"_s, number(timing.ownThread)},
                                {u"target"_s, number(timing.target)}});
    return rows;
}

} // namespace bench
