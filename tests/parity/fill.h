#pragma once

#include <torch/nn/module.h>
#include <torch/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cf::parity {

using Shape = std::vector<std::int64_t>;

/// FNV-1a hash, 32 bit, of the bytes of `text`.
std::uint32_t fnv1a(const std::string &text);

/// Makes the inputs and weights of the golden cases from their names alone: section 1 of GOLDEN.md.
/// Every number is exact in float32, so two programs that follow the rules agree in every bit.
class Fill
{
public:
    /// `salt` changes all numbers; the golden files as delivered have 0.
    explicit Fill(std::uint32_t salt) : m_salt(salt) {}

    torch::Tensor uniform(const std::string &name, const Shape &shape) const;  ///< [-1, 1) float32
    torch::Tensor absolute(const std::string &name, const Shape &shape) const; ///< of uniform()
    /// int64 in [low, high).
    torch::Tensor integers(const std::string &name, const Shape &shape, std::int64_t low,
                           std::int64_t high) const;
    /// A tensor of a state dict; its last name part and its shape decide how it is filled.
    /// gain2 is 2 for networks with ReLU, 1 for vision transformers.
    torch::Tensor parameter(const std::string &name, const Shape &shape, double gain2) const;
    /// parameter() for all parameters and buffers of a module, in the module's own type.
    void overwrite(torch::nn::Module &module, double gain2) const;

private:
    std::uint32_t m_salt;
};

} // namespace cf::parity
