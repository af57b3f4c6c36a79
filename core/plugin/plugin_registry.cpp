#include "core/plugin/plugin_registry.h"

#include "core/plugin/plugin_folders.h"
#include "core/plugin/plugin_library.h"
#include "core/plugin/plugin_source.h"
#include "plugins/sdk/costfilter/template_source.h"

#include <algorithm>
#include <optional>
#include <set>

namespace cf::plugin {

namespace fs = std::filesystem;

namespace {

const char *const kEnding = ".so";

/// Files of a folder that may be plugins, by name.
std::vector<fs::path> candidates(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code failed;
    for (const auto &entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == kEnding)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::shared_ptr<PluginLibrary>> checkedLibrary(const fs::path &file)
{
    CF_RETURN_IF_ERROR(checkInChild(file));
    return PluginLibrary::load(file);
}

PluginInfo describe(const fs::path &file)
{
    PluginInfo info;
    info.file = file;
    info.name = file.stem().string();
    const auto library = checkedLibrary(file);
    if (!library.ok()) {
        info.refusal = library.error().detail;
        return info;
    }
    const auto &source = (*library)->source();
    info.name = source.name;
    info.title = source.title;
    info.description = source.description;
    for (const auto *option = source.options; option && option->name; ++option)
        info.options.push_back({option->name, option->help ? option->help : ""});
    return info;
}

} // namespace

namespace {

/// The first plugin whose file is called like it, if it is usable and has that name.
std::optional<PluginInfo> likelyPlugin(const std::string &name)
{
    for (const auto &folder : pluginFolders()) {
        std::error_code failed;
        const auto file = folder / (name + kEnding);
        if (!fs::is_regular_file(file, failed))
            continue;
        const auto info = describe(file);
        if (info.refusal.empty() && info.name == name)
            return info;
    }
    return std::nullopt;
}

} // namespace

std::vector<PluginInfo> findPlugins()
{
    std::vector<PluginInfo> found;
    std::set<std::string> names;
    std::set<fs::path> seen; // two folders may be the same
    for (const auto &folder : pluginFolders())
        for (const auto &file : candidates(folder)) {
            std::error_code failed;
            if (!seen.insert(fs::weakly_canonical(file, failed)).second)
                continue;
            auto info = describe(file);
            if (info.refusal.empty() && !names.insert(info.name).second)
                info.refusal = file.string() + " is not used: there already is a plugin called '" +
                               info.name + "'.";
            found.push_back(std::move(info));
        }
    return found;
}

Result<std::shared_ptr<engine::TemplateSource>> openTemplateSource(const SourceSettings &settings)
{
    std::string known;
    std::string refusal;
    const auto likely = likelyPlugin(settings.name); // spares loading all the others
    for (const auto &info : likely ? std::vector<PluginInfo>{*likely} : findPlugins()) {
        if (!info.refusal.empty()) {
            if (info.file.stem() == settings.name)
                refusal = info.refusal;
            continue;
        }
        known += (known.empty() ? "" : ", ") + info.name;
        if (info.name != settings.name)
            continue;
        for (const auto &[name, value] : settings.options) {
            const bool knows = std::any_of(info.options.begin(), info.options.end(),
                                           [&](const auto &option) { return option.name == name; });
            if (!knows)
                return Error::make(ErrorCode::BadUsage,
                                   "The template source '" + info.name + "' has no option '" + name +
                                       "'; 'costfilter plugins' shows those that it has.");
        }
        CF_ASSIGN_OR_RETURN(auto library, PluginLibrary::load(info.file));
        return PluginSource::open(std::move(library), settings);
    }
    if (!refusal.empty())
        return Error::make(ErrorCode::BadFormat, refusal);
    return Error::make(ErrorCode::BadUsage, "There is no template source '" + settings.name +
                                                "'; there are " +
                                                (known.empty() ? std::string("none") : known) +
                                                ", and those that are built in.");
}

} // namespace cf::plugin
