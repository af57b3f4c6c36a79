#pragma once

#include "core/weights/tensor_file.h"

#include <deque>
#include <memory>
#include <utility>
#include <variant>

namespace cf::weights::detail {

/// A value's place in its PickleTree. Values refer to each other by it, so a value that contains
/// itself leaks nothing.
using ValueId = std::uint32_t;

struct None
{
};

/// A whole number of more than 64 bits: little-endian two's complement.
struct LongInt
{
    std::string littleEndian;
};

struct Bytes
{
    std::string bytes;
};

struct Sequence
{
    enum class Kind { Tuple, List, Set };
    Kind kind = Kind::Tuple;
    std::vector<ValueId> items;
};

struct Dict
{
    std::vector<std::pair<ValueId, ValueId>> items; ///< in the order written, keys not made unique
    bool fieldsComeByBuild = false;                 ///< an object whose fields are set by BUILD
};

/// What a name from the allow list stands for. Never a Python object.
enum class Meaning {
    Dictionary,
    SequenceType,
    PlainType,
    Size,
    Device,
    Namespace,
    EncodeText,
    StorageType,
    ElementType,
    TensorClass,
    RebuildTensor,
    RebuildTensorV3,
    RebuildParameter,
    RebuildFromType,
    NumpyScalar,
    NumpyType,
};

struct Global
{
    Meaning meaning = Meaning::PlainType;
    std::optional<DType> dtype; ///< of a StorageType (none = untyped) or an ElementType
};

/// A run of elements in one of the file's storages.
struct StorageRef
{
    std::string key;
    std::optional<DType> dtype; ///< none = plain bytes; the tensor says the type
    std::int64_t offset = 0;    ///< elements from the storage's start (views in old files)
    std::int64_t elements = 0;
};

/// A tensor as the file describes it; nothing is checked yet.
struct TensorView
{
    ValueId storage = 0;
    ValueId shape = 0;
    ValueId strides = 0;
    std::int64_t offset = 0;    ///< elements from the start of `storage`
    std::optional<DType> dtype; ///< where the storage does not say it
};

/// A number type of numpy, for the scalars it leaves in checkpoints.
struct NumpyNumber
{
    char kind = 'f'; ///< f, i, u or b
    std::uint8_t bytes = 8;
    bool bigEndian = false;
};

using Value = std::variant<None, bool, std::int64_t, double, std::string, LongInt, Bytes, Sequence,
                           Dict, Global, std::unique_ptr<StorageRef>, TensorView, NumpyNumber>;

/// All values of one pickle, up to a limit.
class PickleTree
{
public:
    explicit PickleTree(std::size_t limit) : m_limit(limit) {}

    /// Counts `count` more values or references; false once the limit is passed.
    [[nodiscard]] bool charge(std::size_t count);
    ValueId add(Value value);

    Value &operator[](ValueId id) { return m_values[id]; }
    const Value &operator[](ValueId id) const { return m_values[id]; }
    /// Null where the value is of another type.
    template <class T>
    T *as(ValueId id)
    {
        return std::get_if<T>(&m_values[id]);
    }
    template <class T>
    const T *as(ValueId id) const
    {
        return std::get_if<T>(&m_values[id]);
    }
    /// The items where the value is a tuple, else null.
    const std::vector<ValueId> *tuple(ValueId id) const;
    const std::deque<Value> &values() const { return m_values; }

private:
    std::size_t m_limit;
    std::size_t m_charged = 0;
    std::deque<Value> m_values;
};

} // namespace cf::weights::detail
