#pragma once

#include "core/base/result.h"
#include "core/engine/trainer.h"
#include "core/store/project.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// Writes a training's previews into its run's folder: the pictures once, the maps of each step in
/// one 16-bit picture.
class PreviewWriter
{
public:
    explicit PreviewWriter(const std::filesystem::path &runFolder);

    Result<void> write(const engine::TrainingPreview &preview);
    /// Forgets the steps after `step`, which a resumed training does again.
    void discardAfter(std::int64_t step);

private:
    std::filesystem::path m_folder;
    bool m_picturesWritten = false;
};

/// The previews of a run by rising step, with the validation scores of the store; empty for a run
/// without. A preview that cannot be read is left out. Fails as runIdFrom(), Project::open() and
/// Project::run().
Result<std::vector<engine::TrainingPreview>> trainingHistory(const std::filesystem::path &project,
                                                             const std::string &run);

} // namespace cf::workflow
