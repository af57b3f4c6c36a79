#pragma once

#include <torch/types.h>

#include <cstdint>

namespace cf::engine::detail {

/// A convolution with its batch norm folded in.
struct FoldedConv
{
    /// Rows and columns of zeros at one and the other end of an axis.
    struct Padding
    {
        std::int64_t before = 0, after = 0;
    };
    /// "Same" as TensorFlow has it: ceil(length / stride) outputs, the odd one at the end.
    static Padding same(std::int64_t length, std::int64_t kernel, std::int64_t stride);

    torch::Tensor weight, bias;
    std::int64_t stride = 1;
    std::int64_t groups = 1;
    std::int64_t lengthPaddedFor = 0; ///< padding as for an input of this side; 0 = of the input's
    bool centred = false;             ///< instead: half the kernel at both ends

    /// [B, C, h, w] -> [B, C', h', w']
    torch::Tensor operator()(const torch::Tensor &x) const;
    void to(torch::Device device);
    /// Multiply-adds for an input of `side` x `side`, which becomes the output's side.
    double multiplyAdds(double &side) const;
};

} // namespace cf::engine::detail
