#pragma once

#include "core/dataset/dataset.h"

namespace cf::dataset {

/// What `costfilter dataset inspect --json` prints, one line:
/// {"format", "categories": [{"name", "train_good", "test_good", "test_defect", "masks", "kinds":
/// []}],
///  "problems": [{"file", "problem"}]}
/// `masks` counts samples that have one, `kinds` are the kinds of defects. Bytes of file names that
/// are not UTF-8 come out as U+FFFD.
std::string datasetJson(const Dataset &dataset);

} // namespace cf::dataset
