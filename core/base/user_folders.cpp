#include "core/base/user_folders.h"

#include <cstdlib>
#include <system_error>

namespace cf {

namespace fs = std::filesystem;

fs::path userDataFolder()
{
    const char *data = std::getenv("XDG_DATA_HOME");
    const char *home = std::getenv("HOME");
    if (data && *data)
        return fs::path(data) / "costfilter";
    return home && *home ? fs::path(home) / ".local" / "share" / "costfilter" : fs::path();
}

fs::path programFolder()
{
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed).parent_path();
}

} // namespace cf
