#pragma once

#include "core/base/result.h"
#include "core/engine/template_source.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cf::plugin {

struct PluginOption
{
    std::string name, help;
};

/// A file found in one of pluginFolders().
struct PluginInfo
{
    std::string name; ///< as in --templates; the file's when it was refused
    std::string title, description;
    std::filesystem::path file;
    std::vector<PluginOption> options;
    std::string refusal; ///< why it cannot be used; empty = it can
};

/// All plugins there are, the refused ones with the reason; the first of a name counts. Loads each of
/// them, which takes up to a second where they bring large libraries along.
std::vector<PluginInfo> findPlugins();

/// What a template source is opened with.
struct SourceSettings
{
    std::string name;
    std::map<std::string, std::string> options;
    std::filesystem::path dataFolder; ///< of the data set; may be empty
    std::int64_t templateCount = 1;   ///< N
    bool operator==(const SourceSettings &) const = default;
};

/// Fails with BadUsage for a name that no plugin has (listing those there are) or an option that it
/// does not know, with BadFormat for a plugin that cannot be used, and with BadData for what the
/// plugin says itself.
Result<std::shared_ptr<engine::TemplateSource>> openTemplateSource(const SourceSettings &settings);

} // namespace cf::plugin
