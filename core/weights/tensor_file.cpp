#include "core/weights/tensor_file.h"

#include <algorithm>

namespace cf::weights {

std::size_t byteSize(DType dtype)
{
    switch (dtype) {
    case DType::Float64:
    case DType::Int64:
        return 8;
    case DType::Float32:
    case DType::Int32:
        return 4;
    case DType::Float16:
    case DType::BFloat16:
    case DType::Int16:
        return 2;
    case DType::Int8:
    case DType::UInt8:
    case DType::Bool:
        return 1;
    }
    return 1;
}

const char *toString(DType dtype)
{
    switch (dtype) {
    case DType::Float32:
        return "float32";
    case DType::Float64:
        return "float64";
    case DType::Float16:
        return "float16";
    case DType::BFloat16:
        return "bfloat16";
    case DType::Int64:
        return "int64";
    case DType::Int32:
        return "int32";
    case DType::Int16:
        return "int16";
    case DType::Int8:
        return "int8";
    case DType::UInt8:
        return "uint8";
    case DType::Bool:
        return "bool";
    }
    return "unknown";
}

std::optional<std::uint64_t> elementCount(std::span<const std::int64_t> shape)
{
    // A zero side makes the product zero, yet the other sides must make sense too: [0, 2^62, 2^62]
    // is refused, so that nobody downstream multiplies a part of it.
    std::uint64_t count = 1;
    bool empty = false;
    for (const std::int64_t side : shape) {
        if (side < 0)
            return std::nullopt;
        empty = empty || side == 0;
        const auto factor = side == 0 ? std::uint64_t{1} : static_cast<std::uint64_t>(side);
        if (__builtin_mul_overflow(count, factor, &count) || count > std::uint64_t{INT64_MAX})
            return std::nullopt;
    }
    return empty ? 0 : count;
}

const Tensor *TensorFile::find(std::string_view name) const
{
    const auto found = std::find_if(tensors.begin(), tensors.end(),
                                    [&](const Tensor &tensor) { return tensor.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

const char *toString(TensorFile::Kind kind)
{
    switch (kind) {
    case TensorFile::Kind::TorchZip:
        return "torch zip";
    case TensorFile::Kind::TorchLegacy:
        return "torch legacy";
    case TensorFile::Kind::Safetensors:
        return "safetensors";
    }
    return "unknown";
}

} // namespace cf::weights
