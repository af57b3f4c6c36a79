#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace cf::workflow {

/// The whole name of the file called `fileName` in any folder of a zip; nothing when there is none
/// or `zip` is no zip file.
std::optional<std::string> findZipMember(const std::filesystem::path &zip,
                                         const std::string &fileName);

/// Fails with BadFormat when the zip is damaged, and with DiskFull or ReadOnly when `target` cannot
/// be written.
Result<void> unpackZipMember(const std::filesystem::path &zip, const std::string &member,
                             const std::filesystem::path &target);

} // namespace cf::workflow
