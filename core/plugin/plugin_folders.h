#pragma once

#include <filesystem>
#include <vector>

namespace cf::plugin {

/// Folders searched for plugins, in order: those of $COSTFILTER_PLUGINS (separated by colons), the
/// user's own, and those beside the program. They need not exist.
std::vector<std::filesystem::path> pluginFolders();

/// The folder of the running program; empty when it cannot be told.
std::filesystem::path programFolder();

} // namespace cf::plugin
