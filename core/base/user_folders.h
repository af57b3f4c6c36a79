#pragma once

#include <filesystem>

namespace cf {

/// Where the user's own files of this program lie: weights, plugins. Below $XDG_DATA_HOME, else
/// below ~/.local/share; empty where the user has no home. It need not exist.
std::filesystem::path userDataFolder();

/// The folder of the running program; empty when it cannot be told.
std::filesystem::path programFolder();

} // namespace cf
