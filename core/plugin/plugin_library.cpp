#include "core/plugin/plugin_library.h"

#include "core/base/user_folders.h"
#include "plugins/sdk/costfilter/template_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace cf::plugin {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kLongestCheck{20}; // a library may load large ones of its own
const char *const kEntry = "costfilter_template_source";

Error refused(const fs::path &file, const std::string &why)
{
    return Error::make(ErrorCode::BadFormat,
                       file.string() + " cannot be used as a plugin: " + why + ".");
}

bool isName(const char *name)
{
    const std::string_view text = name ? name : "";
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Everything that a child writes until it ends or the time is over.
std::string readAll(int descriptor, std::chrono::steady_clock::time_point until)
{
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        pollfd waiting{descriptor, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
            return text;
        const auto count = ::read(descriptor, buffer.data(), buffer.size());
        if (count <= 0)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

fs::path checker()
{
    std::error_code failed;
    for (const auto &place : {programFolder(), programFolder().parent_path() / "bin",
                              programFolder().parent_path().parent_path() / "bin"})
        if (fs::is_regular_file(place / "costfilter-plugin-check", failed))
            return place / "costfilter-plugin-check";
    return {};
}

} // namespace

Result<std::shared_ptr<PluginLibrary>> PluginLibrary::load(const fs::path &file)
{
    // Its symbols are its own: two plugins may have the same ones. Never unloaded: what a library
    // of its libraries left behind (threads, exit handlers) may still run.
    void *handle = ::dlopen(fs::absolute(file).c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle) {
        const char *why = ::dlerror();
        return refused(file, why ? why : "it is no shared library");
    }
    using Entry = const cf_template_source *(*)();
    const auto entry = reinterpret_cast<Entry>(::dlsym(handle, kEntry));
    const auto *source = entry ? entry() : nullptr;
    const auto give = [&](const std::string &why) {
        ::dlclose(handle);
        return refused(file, why);
    };
    if (!entry)
        return give(std::string("it does not export ") + kEntry + "()");
    if (!source)
        return give(std::string(kEntry) + "() returns nothing");
    if (source->version != COSTFILTER_TEMPLATE_SOURCE_VERSION)
        return give("it is for version " + std::to_string(source->version) +
                    " of the interface, this program has " +
                    std::to_string(COSTFILTER_TEMPLATE_SOURCE_VERSION) + "; build it anew");
    if (!isName(source->name))
        return give("its name is not made of lower case letters, digits and '-'");
    if (!source->open || !source->templates || !source->close || !source->title ||
        !source->description)
        return give("it leaves out a function or text of the interface");
    return std::shared_ptr<PluginLibrary>(new PluginLibrary(handle, source));
}

PluginLibrary::~PluginLibrary()
{
    ::dlclose(m_handle);
}

Result<void> checkInChild(const fs::path &file)
{
    const auto program = checker();
    if (program.empty())
        return {};
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return Error::make(ErrorCode::Failed,
                           std::string("No pipe to check a plugin with: ") + std::strerror(errno) +
                               ".");
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const std::string path = fs::absolute(file).string();
    std::string name = program.string();
    std::string argument = path;
    char *arguments[] = {name.data(), argument.data(), nullptr};
    pid_t child = 0;
    const int spawned =
        ::posix_spawn(&child, name.c_str(), &actions, nullptr, arguments, environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (spawned != 0) {
        ::close(ends[0]);
        return Error::make(ErrorCode::Failed,
                           name + " cannot be started: " + std::strerror(spawned) + ".");
    }
    const auto until = std::chrono::steady_clock::now() + kLongestCheck;
    auto said = readAll(ends[0], until);
    ::close(ends[0]);
    const bool late = std::chrono::steady_clock::now() >= until;
    if (late)
        ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (late)
        return refused(file, "it does not finish loading");
    if (WIFSIGNALED(status))
        return refused(file, "it crashes while it is loaded");
    if (WEXITSTATUS(status) == 0)
        return {};
    said.resize(std::min(said.find('\n'), said.size()));
    return Error::make(ErrorCode::BadFormat,
                       said.empty() ? refused(file, "it ends the program while it is loaded").detail
                                    : said);
}

} // namespace cf::plugin
