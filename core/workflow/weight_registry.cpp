#include "core/workflow/weight_registry.h"

#include "core/base/user_folders.h"
#include "core/engine/backbones.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

/// .deps/weights of the first folder above the program that has one: a source tree's.
fs::path sourceTreeWeights()
{
    std::error_code failed;
    auto folder = programFolder();
    for (; folder.has_relative_path(); folder = folder.parent_path())
        if (fs::is_directory(folder / ".deps" / "weights", failed))
            return folder / ".deps" / "weights";
    return {};
}

/// The first of the folders that has it; nothing when none has.
fs::path findFile(const std::string &fileName)
{
    std::error_code failed;
    for (const auto &folder : weightFolders())
        if (fs::is_regular_file(folder / fileName, failed))
            return folder / fileName;
    return {};
}

/// "a, b and c"
std::string foldersText()
{
    std::string text;
    const auto folders = weightFolders();
    for (std::size_t i = 0; i < folders.size(); ++i)
        text += (i == 0 ? "" : i + 1 == folders.size() ? " and " : ", ") + folders[i].string();
    return text;
}

Result<fs::path> findScript(const std::string &backbone)
{
    const auto name = backbone.substr(engine::kScriptBackbone.size());
    if (name.empty() || name.find('/') != std::string::npos)
        return Error::make(ErrorCode::BadUsage,
                           "'" + backbone + "' names no network; write torchscript:NAME for the " +
                               "file NAME.pt in a weight folder.");
    const auto found = findFile(name + ".pt");
    if (!found.empty())
        return found;
    return Error::make(ErrorCode::NotFound,
                       "There is no " + name + ".pt in " + foldersText() +
                           "; export the network as TorchScript under that name and add it with " +
                           "'costfilter weights add " + name + ".pt'.");
}

} // namespace

const WeightEntry *findWeightEntry(const std::string &backbone)
{
    const auto &entries = weightRegistry();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const WeightEntry &entry) {
        return entry.name == backbone;
    });
    return found == entries.end() ? nullptr : &*found;
}

fs::path userWeightFolder()
{
    const auto own = userDataFolder();
    return own.empty() ? own : own / "weights";
}

std::vector<fs::path> weightFolders()
{
    std::vector<fs::path> folders;
    if (const char *given = std::getenv("COSTFILTER_WEIGHTS"); given && *given)
        folders.emplace_back(given);
    for (const auto &folder : {userWeightFolder(), sourceTreeWeights()})
        if (!folder.empty())
            folders.push_back(folder);
    return folders;
}

Result<fs::path> findWeights(const std::string &backbone)
{
    if (engine::isScriptBackbone(backbone))
        return findScript(backbone);
    const auto *entry = findWeightEntry(backbone);
    if (!entry) {
        std::string known;
        for (const auto &one : weightRegistry())
            known += one.name + ", ";
        return Error::make(ErrorCode::BadUsage, "Unknown backbone '" + backbone +
                                                    "'; known are: " + known +
                                                    "and torchscript:NAME for a network of yours.");
    }
    const auto found = findFile(entry->fileName);
    if (!found.empty())
        return found;
    return Error::make(ErrorCode::NotFound,
                       "The weights of " + entry->title + " (" + entry->fileName + ") are not in " +
                           foldersText() + "; get them with 'costfilter weights fetch " +
                           entry->name +
                           "', or add a file that you have with 'costfilter weights add FILE'.");
}

std::vector<ScriptNetwork> scriptNetworks()
{
    std::map<std::string, fs::path> found;
    for (const auto &folder : weightFolders()) {
        std::error_code failed; // a folder that is not there holds none
        for (fs::directory_iterator file(folder, failed), end; !failed && file != end;
             file.increment(failed))
            if (file->path().extension() == ".pt" && fs::is_regular_file(file->path(), failed))
                found.emplace(std::string(engine::kScriptBackbone) + file->path().stem().string(),
                              file->path());
    }
    std::vector<ScriptNetwork> networks;
    for (auto &[name, path] : found)
        networks.push_back({name, std::move(path)});
    return networks;
}

} // namespace cf::workflow
