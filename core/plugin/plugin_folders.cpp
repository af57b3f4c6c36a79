#include "core/plugin/plugin_folders.h"

#include <cstdlib>
#include <sstream>
#include <string>
#include <system_error>

namespace cf::plugin {

namespace fs = std::filesystem;

fs::path programFolder()
{
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed).parent_path();
}

std::vector<fs::path> pluginFolders()
{
    std::vector<fs::path> folders;
    if (const char *given = std::getenv("COSTFILTER_PLUGINS")) {
        std::istringstream all(given);
        for (std::string one; std::getline(all, one, ':');)
            if (!one.empty())
                folders.emplace_back(one);
    }
    const char *data = std::getenv("XDG_DATA_HOME");
    const char *home = std::getenv("HOME");
    if (data && *data)
        folders.push_back(fs::path(data) / "costfilter" / "plugins");
    else if (home && *home)
        folders.push_back(fs::path(home) / ".local" / "share" / "costfilter" / "plugins");
    if (const auto program = programFolder(); !program.empty()) {
        folders.push_back(program / "plugins"); // of a build
        folders.push_back(program.parent_path() / "lib" / "costfilter" / "plugins"); // installed
    }
    return folders;
}

} // namespace cf::plugin
