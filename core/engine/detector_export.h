#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/scorer.h"

#include <filesystem>

namespace cf::engine {

/// Writes the whole detector of a model as TorchScript, atomically: features, templates, matching,
/// filter and fusion as one function
///     forward(picture [1, 3, S, S] float32, red green blue, 0..255)
///         -> (fused anomaly map [S, S], index of the category [1] int64)
/// with the attributes image_px (S) and categories. S is the side that Scorer brings pictures to.
/// What was written is run on one of the model's pictures and held against the Scorer's own map.
/// Fails as Scorer::open(), with Unsupported where the model cannot be one function (its sentence
/// says why), and with Failed when the two maps differ.
Result<void> exportDetector(const ScorerOptions &options, const std::filesystem::path &out,
                            RunContext &run);

} // namespace cf::engine
