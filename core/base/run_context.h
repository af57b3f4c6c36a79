#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

namespace cf {

/// Where a job stands: `done` of `total` units of `stage` ("features", "train", "evaluate"); total
/// 0 = not known.
struct Progress
{
    std::string stage;
    std::size_t done = 0;
    std::size_t total = 0;
};

enum class LogLevel { Debug, Info, Warning };

/// What a long job gets from whoever started it: a wish to stop, and ears for progress and log
/// lines. The sinks are called from the job's own thread. A default-made one never stops and is
/// silent.
class RunContext
{
public:
    using ProgressSink = std::function<void(const Progress &)>;
    using LogSink = std::function<void(LogLevel, const std::string &)>;

    explicit RunContext(std::stop_token stop = {}, ProgressSink progress = {}, LogSink log = {})
        : m_stop(std::move(stop)), m_progress(std::move(progress)), m_log(std::move(log))
    {
    }

    /// One call per batch, image or file: reports, and throws Cancelled if a stop was asked for.
    void step(const Progress &progress);
    void log(LogLevel level, const std::string &line);
    bool stopRequested() const { return m_stop.stop_requested(); }

private:
    std::stop_token m_stop;
    ProgressSink m_progress;
    LogSink m_log;
};

} // namespace cf
