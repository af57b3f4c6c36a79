#pragma once

#include "core/weights/detail/pickle_value.h"
#include "core/weights/detail/read_context.h"

namespace cf::weights::detail {

/// What `module.name` stands for. BadFormat with the name in the sentence for everything that is
/// not on the allow list, Unsupported for tensors of a kind we do not read. Nothing is imported or
/// looked up outside this list.
Result<Global> lookUpGlobal(const ReadContext &context, std::string_view module,
                            std::string_view name);

} // namespace cf::weights::detail
