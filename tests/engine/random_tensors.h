#pragma once

#include <ATen/CPUGeneratorImpl.h>
#include <torch/types.h>

#include <cstdint>

/// The same tensor for the same seed and shape, normally distributed.
inline torch::Tensor randomTensor(std::uint64_t seed, c10::IntArrayRef shape,
                                  torch::ScalarType type = torch::kFloat32)
{
    auto generator = at::detail::createCPUGenerator(seed);
    return torch::randn(shape, generator, torch::TensorOptions().dtype(type));
}

/// Likewise, uniform in [0, 1).
inline torch::Tensor randomUnit(std::uint64_t seed, c10::IntArrayRef shape,
                                torch::ScalarType type = torch::kFloat32)
{
    auto generator = at::detail::createCPUGenerator(seed);
    return torch::rand(shape, generator, torch::TensorOptions().dtype(type));
}

/// The largest absolute difference; infinite when the shapes differ.
inline double maxDifference(const torch::Tensor &a, const torch::Tensor &b)
{
    if (a.sizes() != b.sizes())
        return 1.0 / 0.0;
    return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>();
}
