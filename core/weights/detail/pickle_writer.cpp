#include "core/weights/detail/pickle_writer.h"

namespace cf::weights::detail {

namespace {

const char *storageType(DType dtype)
{
    switch (dtype) {
    case DType::Float32:
        return "FloatStorage";
    case DType::Float64:
        return "DoubleStorage";
    case DType::Float16:
        return "HalfStorage";
    case DType::BFloat16:
        return "BFloat16Storage";
    case DType::Int64:
        return "LongStorage";
    case DType::Int32:
        return "IntStorage";
    case DType::Int16:
        return "ShortStorage";
    case DType::Int8:
        return "CharStorage";
    case DType::UInt8:
        return "ByteStorage";
    case DType::Bool:
        return "BoolStorage";
    }
    return "FloatStorage";
}

class Pickler
{
public:
    void raw(std::string_view text) { m_text += text; }
    void text(std::string_view value)
    {
        m_text += 'X';
        littleEndian(value.size(), 4);
        m_text += value;
    }
    void number(std::int64_t value)
    {
        if (value >= INT32_MIN && value <= INT32_MAX) {
            m_text += 'J';
            littleEndian(static_cast<std::uint64_t>(value), 4);
        } else {
            raw("\x8a\x08"); // LONG1 of 8 bytes
            littleEndian(static_cast<std::uint64_t>(value), 8);
        }
    }
    void tuple(std::span<const std::int64_t> values)
    {
        m_text += '(';
        for (const std::int64_t value : values)
            number(value);
        m_text += 't';
    }
    void global(const std::string &moduleAndName) // "module\nname\n"
    {
        raw("c" + moduleAndName);
    }
    std::string take() { return std::move(m_text); }

private:
    void littleEndian(std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_text += static_cast<char>((value >> (8 * i)) & 0xff);
    }
    std::string m_text;
};

std::vector<std::int64_t> denseStrides(const std::vector<std::int64_t> &shape)
{
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t axis = shape.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * std::max<std::int64_t>(shape[axis], 1);
    return strides;
}

} // namespace

std::string pickleStateDict(std::span<const Tensor> tensors)
{
    Pickler out;
    out.raw("\x80\x02");
    out.global("collections\nOrderedDict\n");
    out.raw(")R(");
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const Tensor &tensor = tensors[i];
        out.text(tensor.name);
        out.global("torch._utils\n_rebuild_tensor_v2\n");
        out.raw("((");
        out.text("storage");
        out.global(std::string("torch\n") + storageType(tensor.dtype) + "\n");
        out.text(std::to_string(i));
        out.text("cpu");
        out.number(static_cast<std::int64_t>(tensor.bytes.size() / byteSize(tensor.dtype)));
        out.raw("tQ");
        out.number(0); // offset
        out.tuple(tensor.shape);
        out.tuple(denseStrides(tensor.shape));
        out.raw("\x89"); // no gradient
        out.global("collections\nOrderedDict\n");
        out.raw(")RtR"); // no hooks; the arguments; the tensor
    }
    out.raw("u.");
    return out.take();
}

} // namespace cf::weights::detail
