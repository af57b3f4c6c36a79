#pragma once

#include <filesystem>
#include <vector>

namespace cf::plugin {

/// Folders searched for plugins, in order: those of $COSTFILTER_PLUGINS (separated by colons), the
/// user's own, and those beside the program. They need not exist.
std::vector<std::filesystem::path> pluginFolders();

} // namespace cf::plugin
