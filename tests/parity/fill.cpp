#include "tests/parity/fill.h"

#include <c10/util/accumulate.h>

#include <cmath>

namespace cf::parity {

namespace {

/// Word number `i` of the tensor whose salted name hash is `hash`.
std::uint32_t wordAt(std::int64_t i, std::uint32_t hash)
{
    std::uint32_t x = static_cast<std::uint32_t>(i) * 2654435761U + hash;
    x ^= x >> 16;
    x *= 0x85EBCA6BU;
    x ^= x >> 13;
    x *= 0xC2B2AE35U;
    x ^= x >> 16;
    return x;
}

/// The top 24 bits of a word as a number in [-1, 1), exact in float32.
double unitValue(std::uint32_t word)
{
    constexpr std::int32_t kHalf = 1 << 23;
    return static_cast<double>(static_cast<std::int32_t>(word >> 8) - kHalf) / kHalf;
}

template <class T, class Function>
torch::Tensor generate(const Shape &shape, std::uint32_t hash, torch::ScalarType type,
                       const Function &valueOf)
{
    auto tensor = torch::empty(shape, type);
    T *out = tensor.data_ptr<T>();
    for (std::int64_t i = 0; i < tensor.numel(); ++i)
        out[i] = static_cast<T>(valueOf(wordAt(i, hash)));
    return tensor;
}

template <class Function>
torch::Tensor generateFloats(const Shape &shape, std::uint32_t hash, const Function &ofUnit)
{
    return generate<float>(shape, hash, torch::kFloat32,
                           [&](std::uint32_t word) { return ofUnit(unitValue(word)); });
}

bool endsWith(const std::string &text, const std::string &end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

double extraGain(const std::string &name)
{
    if (name == "decoder_segment.conv1.weight")
        return 1.0 / 8.0;
    return endsWith(name, "attn.qkv.weight") ? 2.0 : 1.0;
}

} // namespace

std::uint32_t fnv1a(const std::string &text)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

torch::Tensor Fill::uniform(const std::string &name, const Shape &shape) const
{
    return generateFloats(shape, fnv1a(name) ^ m_salt, [](double u) { return u; });
}

torch::Tensor Fill::absolute(const std::string &name, const Shape &shape) const
{
    return generateFloats(shape, fnv1a(name) ^ m_salt, [](double u) { return std::abs(u); });
}

torch::Tensor Fill::integers(const std::string &name, const Shape &shape, std::int64_t low,
                             std::int64_t high) const
{
    const auto span = static_cast<std::uint64_t>(high - low);
    return generate<std::int64_t>(
        shape, fnv1a(name) ^ m_salt, torch::kInt64,
        [&](std::uint32_t word) { return low + static_cast<std::int64_t>(word % span); });
}

torch::Tensor Fill::parameter(const std::string &name, const Shape &shape, double gain2) const
{
    const std::string part = name.substr(name.rfind('.') + 1); // the whole name without a dot
    const std::uint32_t hash = fnv1a(name) ^ m_salt;
    if (part == "num_batches_tracked")
        return torch::zeros(shape, torch::kInt64);
    if (part == "weight" && shape.size() >= 2) {
        const auto fanIn = static_cast<double>(c10::multiply_integers(shape) / shape[0]);
        const double scale = std::sqrt(3.0 * gain2 / fanIn);
        const double extra = extraGain(name);
        return generateFloats(shape, hash, [&](double u) { return u * scale * extra; });
    }
    if (part == "weight" || part == "gamma")
        return generateFloats(shape, hash, [](double u) { return 1.0 + u / 8.0; });
    if (part == "bias")
        return generateFloats(shape, hash, [](double u) { return u / 16.0; });
    if (part == "running_mean")
        return generateFloats(shape, hash, [](double u) { return u / 8.0; });
    if (part == "running_var")
        return generateFloats(shape, hash, [](double u) { return 1.0 + 0.375 * std::abs(u); });
    if (part == "cls_token" || part == "pos_embed" || part == "register_tokens" ||
        part == "mask_token")
        return generateFloats(shape, hash, [](double u) { return u / 2.0; });
    throw std::invalid_argument("no filling rule for a parameter named " + name);
}

void Fill::overwrite(torch::nn::Module &module, double gain2) const
{
    torch::NoGradGuard noGrad;
    for (const auto &item : module.named_parameters())
        item.value().copy_(parameter(item.key(), item.value().sizes().vec(), gain2));
    for (const auto &item : module.named_buffers())
        item.value().copy_(parameter(item.key(), item.value().sizes().vec(), gain2));
}

} // namespace cf::parity
