#pragma once

#include "core/base/error.h"
#include "core/base/run_context.h"

#include <chrono>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <stop_token>
#include <string>

namespace cf::cli {

/// The exit codes of the command-line contract.
enum class ExitCode : int { Done = 0, Failed = 1, BadUsage = 2, BadData = 3, Cancelled = 4 };

ExitCode exitCodeFor(ErrorCode code);

/// Stderr of a running command: one progress line with the remaining time, log lines above it.
/// On a terminal the line is redrawn in place; elsewhere a line is printed every few seconds.
class Console
{
public:
    explicit Console(bool quiet);
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    /// A context whose sinks write here and that stops on Ctrl-C or SIGTERM.
    RunContext runContext();

    void show(const Progress &progress);
    void log(LogLevel level, const std::string &line);
    void error(const std::string &sentence);

    /// The one JSON object of --json.
    static void print(const nlohmann::json &object);

private:
    void clearLine();

    std::mutex m_mutex; // the sinks may be called from a job's own thread
    bool m_quiet = false;
    bool m_terminal = false;
    bool m_lineShown = false;
    std::string m_stage;
    std::chrono::steady_clock::time_point m_stageStart, m_lastShown;
};

/// Makes SIGINT and SIGTERM request a stop instead of killing the process; a second one kills it.
std::stop_token stopOnSignals();

} // namespace cf::cli
