#pragma once

#include "core/workflow/evaluate.h"

#include <nlohmann/json_fwd.hpp>

namespace cf::cli {

/// The contract's object: run, categories[{name, baseline{...}, ...}], mean{...},
/// seconds_per_image. Undefined = null.
nlohmann::json evaluationJson(const workflow::Evaluation &evaluation);

/// A table on stdout: one row per category and method, figures in percent.
void printTable(const workflow::Evaluation &evaluation);

} // namespace cf::cli
