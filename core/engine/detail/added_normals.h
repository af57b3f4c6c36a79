#pragma once

#include "core/base/result.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/scorer.h"

#include <string>
#include <vector>

namespace cf::engine::detail {

/// Added normals as a bank takes them. Fails with BadData for a category that is not among
/// `categories`.
Result<std::vector<BankImage>> bankImagesOf(const std::vector<AddedNormal> &added,
                                            const std::vector<std::string> &categories);

} // namespace cf::engine::detail
