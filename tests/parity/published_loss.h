#pragma once

#include "core/engine/detail/losses.h"

namespace cf::parity {

/// The loss of the GLAD scripts on MVTec AD, with the classes they call difficult, in their order.
engine::detail::LossOptions publishedLoss();

} // namespace cf::parity
