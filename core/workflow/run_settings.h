#pragma once

#include "core/base/result.h"
#include "core/store/records.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// One setting of a stored run, as text.
struct RunSetting
{
    std::string key;    ///< as stored: "template_count"
    std::string option; ///< of the command line: "--template-count"; empty where it has none
    std::string value;  ///< empty: left to the program
};

/// The settings of a run, those of the command line first and in its order. Fails with BadFormat
/// when what is stored is damaged.
Result<std::vector<RunSetting>> runSettings(const store::Run &run);

/// The command line that does the run again, quoted for a shell. Settings without an option are
/// left out.
std::string repeatCommand(const store::Run &run, const std::vector<RunSetting> &settings,
                          const std::filesystem::path &project);

/// The command line that goes on with a training; empty for runs of another kind.
std::string resumeCommand(const store::Run &run, const std::filesystem::path &project);

} // namespace cf::workflow
