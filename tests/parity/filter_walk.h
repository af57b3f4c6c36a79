#pragma once

#include "core/engine/detail/filter_network.h"

#include <functional>
#include <string>
#include <vector>

namespace cf::parity {

/// What the filter network gets for a batch.
struct FilterInputs
{
    torch::Tensor volume;                ///< [B, D, L, 64, 64]
    std::vector<torch::Tensor> features; ///< [B, C_l, h, w] each
    torch::Tensor initialMap;            ///< [B, L, 64, 64]
};

using OutputVisitor = std::function<void(const std::string &module, const torch::Tensor &output)>;

/// Runs the network module by module and shows the output of each one that has golden values, under
/// its name in the state dict. The wiring is written down a second time here; that it equals the
/// engine's is checked by comparing the results of both.
engine::detail::FilterOutput walkFilter(engine::detail::FilterNetwork &network,
                                        const FilterInputs &inputs, const OutputVisitor &visit);

} // namespace cf::parity
