#include "app/cli/crash_trace.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <execinfo.h>
#include <unistd.h>

namespace cf::cli {

namespace {

constexpr int kMostFrames = 64;
std::array<char, 65536> crashStack; // a stack overflow leaves no room on the thread's own

void write(const char *text)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, std::strlen(text));
}

extern "C" void onCrash(int signal)
{
    write("costfilter crashed; please report this with the lines below.\n");
    std::array<void *, kMostFrames> frames{};
    backtrace_symbols_fd(frames.data(), backtrace(frames.data(), kMostFrames), STDERR_FILENO);
    std::raise(signal); // SA_RESETHAND has put the default action back
}

} // namespace

void traceCrashes()
{
    std::array<void *, 1> first{};
    backtrace(first.data(), 1); // loads what it needs now, not inside the handler

    stack_t stack{};
    stack.ss_sp = crashStack.data();
    stack.ss_size = crashStack.size();
    sigaltstack(&stack, nullptr);
    struct sigaction action
    {
    };
    action.sa_handler = onCrash;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_NODEFER | SA_ONSTACK;
    for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
        sigaction(signal, &action, nullptr);
}

} // namespace cf::cli
