#include "core/engine/detail/folded_conv.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/padding.h>

#include <algorithm>
#include <cmath>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

FoldedConv::Padding FoldedConv::same(std::int64_t length, std::int64_t kernel, std::int64_t stride)
{
    const auto outputs = (length + stride - 1) / stride;
    const auto missing = std::max<std::int64_t>((outputs - 1) * stride + kernel - length, 0);
    return {missing / 2, missing - missing / 2};
}

torch::Tensor FoldedConv::operator()(const torch::Tensor &x) const
{
    const std::int64_t kernel = weight.size(2);
    const auto options = F::Conv2dFuncOptions().bias(bias).stride(stride).groups(groups);
    if (stride == 1 || centred)
        return F::conv2d(x, weight, F::Conv2dFuncOptions(options).padding(kernel / 2));
    const auto paddingOf = [&](std::int64_t length) {
        return same(lengthPaddedFor > 0 ? lengthPaddedFor : length, kernel, stride);
    };
    const auto rows = paddingOf(x.size(2));
    const auto columns = paddingOf(x.size(3));
    const auto padded = F::pad(
        x, F::PadFuncOptions({columns.before, columns.after, rows.before, rows.after}));
    return F::conv2d(padded, weight, options);
}

void FoldedConv::to(torch::Device device)
{
    if (!weight.defined())
        return;
    weight = weight.to(device);
    bias = bias.to(device);
}

double FoldedConv::multiplyAdds(double &side) const
{
    if (!weight.defined())
        return 0.0;
    side = std::ceil(side / static_cast<double>(stride));
    return static_cast<double>(weight.numel()) * side * side;
}

} // namespace cf::engine::detail
