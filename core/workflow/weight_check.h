#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/workflow/weight_registry.h"

namespace cf::workflow {

/// Whether a SHA-256 is that of an entry's file, as far as it is known: the whole, or its first 8
/// digits. False where nothing is known.
bool isHashOf(const WeightEntry &entry, const std::string &sha256);

/// Checks that a file is the entry's official one: by its SHA-256, and unless all of that is known
/// by opening it as that network.
/// Fails with BadFormat, naming both hashes and the tensors that do not fit. Throws Cancelled when
/// `run` asks to stop.
Result<void> checkWeightFile(const WeightEntry &entry, const std::filesystem::path &file,
                             RunContext &run);

} // namespace cf::workflow
