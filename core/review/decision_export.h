#pragma once

#include "core/base/result.h"
#include "core/store/decisions.h"

#include <filesystem>
#include <span>

namespace cf::review {

/// Writes the trail as FILE.csv or FILE.json, whole or not at all. Everything that goes into a
/// decision's hash is in there (store/decisions.h says how it is made), so the chain can be checked
/// on the file alone; `shown` is the very text that was hashed. Numbers are written so that they
/// read back as the same double.
///
/// JSON: {"head": {"count", "sha256"}, "decisions": [{"sequence", "time_utc", "reviewer",
/// "dataset_id", "image_id", "category", "path", "image_sha256", "verdict", "reason", "kind",
/// "withdraws", "run_id", "model_sha256", "score", "threshold", "shown", "previous_sha256",
/// "sha256"}]}; what is not there is null. CSV: the same columns, empty where null.
///
/// Fails with BadUsage for another extension, ReadOnly, DiskFull or Failed.
Result<void> writeDecisions(const std::filesystem::path &file,
                            std::span<const store::Decision> trail);

} // namespace cf::review
