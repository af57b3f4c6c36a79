#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cf::weights {

enum class DType { Float32, Float64, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };

/// Bytes of one element.
std::size_t byteSize(DType dtype);
/// The name Python's torch uses: "float32", "bfloat16", "uint8", "bool".
const char *toString(DType dtype);

/// Elements of a tensor of this shape, 1 for the empty shape; nothing where a side is negative or
/// the product does not fit.
std::optional<std::uint64_t> elementCount(std::span<const std::int64_t> shape);

/// One named array, in host memory.
struct Tensor
{
    std::string name;
    DType dtype = DType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::byte>
        bytes; ///< contiguous, row-major, little-endian; empty when only headers were read
};

/// What a weight file holds.
struct TensorFile
{
    enum class Kind { TorchZip, TorchLegacy, Safetensors };

    Kind kind = Kind::TorchZip;
    std::vector<Tensor> tensors; ///< in file order, names unique
    std::map<std::string, std::string>
        metadata; ///< numbers and strings beside the tensors, as text

    /// Null where there is none of that name. Linear in the number of tensors.
    const Tensor *find(std::string_view name) const;
};

/// "torch zip", "torch legacy", "safetensors".
const char *toString(TensorFile::Kind kind);

} // namespace cf::weights
