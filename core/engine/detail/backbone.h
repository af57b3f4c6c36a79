#pragma once

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// A frozen feature network. Forward passes only; safe to call from one thread at a time.
class Backbone
{
public:
    virtual ~Backbone() = default;
    /// images [B, 3, H, W] as toNetworkInput() makes them -> one [B, C_l, h_l, w_l] per requested
    /// layer, raw.
    virtual std::vector<torch::Tensor> layers(const torch::Tensor &images) = 0;
    virtual std::vector<std::int64_t> layerChannels() const = 0;
    /// Multiply-adds of one square picture of `imagePx` up to the last requested layer; 0 = not
    /// known.
    virtual double multiplyAdds(int imagePx) const = 0;
    virtual void to(torch::Device device) = 0;
};

/// Called with the name of an intermediate result and the result.
using Tap = std::function<void(const std::string &, const torch::Tensor &)>;

} // namespace cf::engine::detail
