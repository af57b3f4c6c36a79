#pragma once

#include "core/dataset/dataset_reader.h"

namespace cf::dataset {

/// Reads the dataset in a folder with the reader that is most confident about it (the first of
/// equals). Fails with NotFound (no such folder), BadData (a file; a folder that holds nothing; no
/// layout that any reader knows; a layout without a single image) or Failed (may not be read).
/// The order of categories, samples and problems depends on the names alone.
Result<Dataset> openDataset(const std::filesystem::path &root, RunContext &run);

/// The same with other readers, in order of preference.
Result<Dataset> openDataset(const std::filesystem::path &root,
                            const std::vector<const DatasetReader *> &readers, RunContext &run);

} // namespace cf::dataset
