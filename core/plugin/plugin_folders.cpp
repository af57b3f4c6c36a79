#include "core/plugin/plugin_folders.h"

#include "core/base/user_folders.h"

#include <cstdlib>
#include <sstream>
#include <string>

namespace cf::plugin {

namespace fs = std::filesystem;

std::vector<fs::path> pluginFolders()
{
    std::vector<fs::path> folders;
    if (const char *given = std::getenv("COSTFILTER_PLUGINS")) {
        std::istringstream all(given);
        for (std::string one; std::getline(all, one, ':');)
            if (!one.empty())
                folders.emplace_back(one);
    }
    if (const auto own = userDataFolder(); !own.empty())
        folders.push_back(own / "plugins");
    if (const auto program = programFolder(); !program.empty()) {
        folders.push_back(program / "plugins"); // of a build
        folders.push_back(program.parent_path() / "lib" / "costfilter" / "plugins"); // installed
    }
    return folders;
}

} // namespace cf::plugin
