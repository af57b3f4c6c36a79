#pragma once

#include "core/weights/tensor_file.h"

namespace cf::weights::detail {

/// The pickle (protocol 2) of an OrderedDict of tensors, whose storages are the records "0", "1",
/// ... in their order.
std::string pickleStateDict(std::span<const Tensor> tensors);

} // namespace cf::weights::detail
