#pragma once

#include "core/store/detail/database.h"

namespace cf::store::detail {

/// In the header of every project file: "CFST". Another number there is another program's file.
inline constexpr std::int64_t kApplicationId = 0x43465354;

/// The steps embedded in this program, which is the version of the files it writes.
int newestVersion();

/// Makes sure that the file is a project, and no newer than this program. Changes nothing.
/// Fails with BadFormat or NewerVersion. Returns its version, 0 for an empty file.
Result<int> checkedVersion(Database &database);

/// Brings the file to the newest version, one transaction a step. A file that holds something is
/// copied first, to `project.v<version>.costfilter` beside it. The caller keeps other openers out.
/// Fails with BadFormat (the rows contradict each other), DiskFull, ReadOnly or Failed; the file is
/// then at the last step that went well.
Result<void> migrate(Database &database);

} // namespace cf::store::detail
