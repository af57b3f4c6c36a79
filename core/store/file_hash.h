#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <filesystem>
#include <string>

namespace cf::store {

/// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; reads a megabyte at a time.
/// Fails with NotFound or Failed. Throws Cancelled when `run` asks to stop; it is asked, and told
/// nothing.
Result<std::string> sha256File(const std::filesystem::path &path, RunContext &run);
Result<std::string> sha256File(const std::filesystem::path &path);

} // namespace cf::store
