#include "app/cli/console.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <thread>
#include <unistd.h>

namespace cf::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kTerminalInterval = std::chrono::milliseconds(100);
constexpr auto kPlainInterval = std::chrono::seconds(5);

std::string clockText(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    std::array<char, 32> text{};
    if (whole >= 3600)
        std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                      whole % 60);
    else
        std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60);
    return text.data();
}

std::atomic<int> signalPipe{-1};

extern "C" void onStopSignal(int signal)
{
    const char byte = 's';
    if (::write(signalPipe.load(), &byte, 1) != 1)
        ::_exit(128 + signal);
    std::signal(signal, SIG_DFL);
}

} // namespace

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadUsage:
    case ErrorCode::Unsupported:
        return ExitCode::BadUsage;
    case ErrorCode::NotFound:
    case ErrorCode::BadData:
    case ErrorCode::BadFormat:
        return ExitCode::BadData;
    case ErrorCode::ReadOnly:
    case ErrorCode::DiskFull:
    case ErrorCode::OutOfMemory:
    case ErrorCode::NewerVersion:
    case ErrorCode::Failed:
        break;
    }
    return ExitCode::Failed;
}

std::stop_token stopOnSignals()
{
    // A handler may only write to a pipe; a thread that waits on the other end asks for the stop.
    static std::stop_source source;
    static const bool installed = [] {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return false;
        signalPipe = ends[1];
        std::thread([readEnd = ends[0]] {
            char byte = 0;
            if (::read(readEnd, &byte, 1) == 1)
                source.request_stop();
        }).detach(); // lives as long as the process; there is nothing to join at exit
        std::signal(SIGINT, onStopSignal);
        std::signal(SIGTERM, onStopSignal);
        return true;
    }();
    (void)installed;
    return source.get_token();
}

Console::Console(bool quiet) : m_quiet(quiet), m_terminal(::isatty(STDERR_FILENO) != 0)
{
    auto logger = spdlog::get("costfilter");
    if (!logger) {
        logger = spdlog::stderr_color_mt("costfilter");
        logger->set_pattern("%^%v%$");
        logger->set_level(spdlog::level::info);
    }
}

Console::~Console()
{
    clearLine();
}

RunContext Console::runContext()
{
    return RunContext(
        stopOnSignals(), [this](const Progress &progress) { show(progress); },
        [this](LogLevel level, const std::string &line) { log(level, line); });
}

void Console::clearLine()
{
    if (m_lineShown && m_terminal)
        std::fputs("\r\033[K", stderr);
    m_lineShown = false;
}

void Console::show(const Progress &progress)
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    if (progress.stage != m_stage) {
        m_stage = progress.stage;
        m_stageStart = now;
        m_lastShown = {};
    }
    const bool last = progress.total != 0 && progress.done >= progress.total;
    const auto interval =
        m_terminal ? Clock::duration(kTerminalInterval) : Clock::duration(kPlainInterval);
    if (m_quiet || (!last && now - m_lastShown < interval))
        return;
    if (!m_terminal && m_lastShown == Clock::time_point{} && !last) {
        m_lastShown = now; // the first line of a stage comes after one interval
        return;
    }
    m_lastShown = now;
    const double elapsed = std::chrono::duration<double>(now - m_stageStart).count();
    std::string line = progress.stage + "  " + std::to_string(progress.done);
    if (progress.total != 0) {
        line.append(1, '/').append(std::to_string(progress.total));
        constexpr int kBarWidth = 24;
        const auto filled = static_cast<int>(kBarWidth * progress.done / progress.total);
        if (m_terminal)
            line = std::string("[") + std::string(static_cast<std::size_t>(filled), '#') +
                   std::string(static_cast<std::size_t>(kBarWidth - filled), '.') + "] " + line;
        if (progress.done > 0 && !last) {
            const double left = elapsed / static_cast<double>(progress.done) *
                                static_cast<double>(progress.total - progress.done);
            line += "  " + clockText(left) + " left";
        }
    }
    if (last)
        line += "  in " + clockText(elapsed);
    if (m_terminal)
        std::fprintf(stderr, "\r\033[K%s", line.c_str());
    else
        std::fprintf(stderr, "%s\n", line.c_str());
    m_lineShown = true;
    if (last && m_terminal) {
        std::fputc('\n', stderr);
        m_lineShown = false;
    }
    std::fflush(stderr);
}

void Console::log(LogLevel level, const std::string &line)
{
    const std::lock_guard lock(m_mutex);
    clearLine();
    const auto logger = spdlog::get("costfilter");
    switch (level) {
    case LogLevel::Debug:
        logger->debug("{}", line);
        break;
    case LogLevel::Info:
        if (!m_quiet)
            logger->info("{}", line);
        break;
    case LogLevel::Warning:
        logger->warn("Warning: {}", line);
        break;
    }
}

void Console::error(const std::string &sentence)
{
    const std::lock_guard lock(m_mutex);
    clearLine();
    std::cerr << "costfilter: " << sentence << '\n';
}

void Console::print(const nlohmann::json &object)
{
    std::cout << object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

} // namespace cf::cli
