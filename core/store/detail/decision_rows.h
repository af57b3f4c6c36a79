#pragma once

#include "core/store/decisions.h"
#include "core/store/detail/database.h"

namespace cf::store::detail {

/// In `previous_sha256` of the first decision.
inline constexpr char kNoHash[] =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// A row of sql::kDecisions. BadFormat: it holds a word that no version of this program writes.
Result<Decision> readDecision(Query &row);

/// The hash that belongs into Decision::sha256; decisions.h says how it is made.
std::string hashOf(const Decision &decision);

} // namespace cf::store::detail
