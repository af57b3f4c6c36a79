#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"
#include "core/store/project.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace cf::workflow {

/// The store's rows for categories of a dataset, with the SHA-256 of every picture that can be
/// read. One step of "read" a picture; throws Cancelled.
store::Dataset datasetRecords(const dataset::Dataset &found,
                              const std::vector<const dataset::Category *> &categories,
                              RunContext &run);

/// Takes all categories of a dataset into a project, or brings those that are there up to date.
/// Fails as Project::open() and Project::saveDataset().
Result<store::Id> importDataset(const std::filesystem::path &project, const dataset::Dataset &found,
                                RunContext &run);

/// The project's dataset that lies in this folder; none: another one.
Result<std::optional<store::Id>> datasetAt(const store::Project &project,
                                           const std::filesystem::path &root);

struct Relocation
{
    std::size_t same = 0;    ///< pictures with the content that the project remembers
    std::size_t changed = 0; ///< there, with another content
    std::size_t missing = 0;
};

/// Lets the project's newest dataset follow its moved folder: runs, scores and ids stay. Told by
/// the content of the pictures. Fails with BadData when none of them is in `folder`; then nothing
/// was changed. One step of "read" a picture; throws Cancelled.
Result<Relocation> relocateDataset(const std::filesystem::path &project,
                                   const std::filesystem::path &folder, RunContext &run);

} // namespace cf::workflow
