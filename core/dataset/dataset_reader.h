#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/dataset/dataset.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace cf::dataset {

/// Recognises and lists one dataset layout. Stateless; called from worker threads.
class DatasetReader
{
public:
    virtual ~DatasetReader() = default;

    /// A short id, which becomes Dataset::format.
    virtual std::string name() const = 0;

    /// 0 not mine .. 100 certain. Reads names of files and folders only.
    virtual int confidence(const std::filesystem::path &root) const = 0;

    /// Lists the samples; opens no image. What cannot be read becomes a Problem; an Error (BadData)
    /// only when nothing at all can be listed. Throws Cancelled when `run` asks to stop.
    virtual Result<Dataset> read(const std::filesystem::path &root, RunContext &run) const = 0;
};

/// mvtec-ad, mvtec-ad-2, mvtec-loco, btad, mpdd, visa and folder, each a reader of its own.
std::vector<std::unique_ptr<DatasetReader>> builtInReaders();

} // namespace cf::dataset
