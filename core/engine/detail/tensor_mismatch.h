#pragma once

#include "core/base/error.h"

#include <c10/util/ArrayRef.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// "[3, 4]"
std::string shapeText(c10::IntArrayRef shape);

/// How a file's tensors differ from those that a network has.
struct TensorMismatch
{
    std::vector<std::string> missing, extra;
    std::vector<std::string> misshapen; ///< "NAME is [1, 2] and should be [2, 1]"

    bool any() const { return !missing.empty() || !extra.empty() || !misshapen.empty(); }
    /// BadFormat with the first few of each kind and the number of the others.
    Error error(const std::string &source, const std::string &network) const;
};

} // namespace cf::engine::detail
