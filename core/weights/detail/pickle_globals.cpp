#include "core/weights/detail/pickle_globals.h"

#include <array>

namespace cf::weights::detail {

namespace {

struct Allowed
{
    std::string_view name;
    Meaning meaning;
};

// "__builtin__" is what Python 2, and protocol 2 of Python 3, call builtins.
constexpr std::array kAllowed = {
    Allowed{"collections.OrderedDict", Meaning::Dictionary},
    Allowed{"collections.defaultdict", Meaning::Dictionary},
    Allowed{"collections.Counter", Meaning::Dictionary},
    Allowed{"builtins.dict", Meaning::Dictionary},
    Allowed{"__builtin__.dict", Meaning::Dictionary},
    Allowed{"builtins.set", Meaning::SequenceType},
    Allowed{"__builtin__.set", Meaning::SequenceType},
    Allowed{"builtins.frozenset", Meaning::SequenceType},
    Allowed{"__builtin__.frozenset", Meaning::SequenceType},
    Allowed{"builtins.list", Meaning::SequenceType},
    Allowed{"__builtin__.list", Meaning::SequenceType},
    Allowed{"builtins.tuple", Meaning::SequenceType},
    Allowed{"__builtin__.tuple", Meaning::SequenceType},
    // Only as the argument of defaultdict; calling them is refused.
    Allowed{"builtins.int", Meaning::PlainType},
    Allowed{"__builtin__.int", Meaning::PlainType},
    Allowed{"builtins.float", Meaning::PlainType},
    Allowed{"__builtin__.float", Meaning::PlainType},
    Allowed{"torch.Size", Meaning::Size},
    Allowed{"torch.device", Meaning::Device},
    Allowed{"argparse.Namespace", Meaning::Namespace},
    Allowed{"_codecs.encode", Meaning::EncodeText},
    Allowed{"torch.Tensor", Meaning::TensorClass},
    Allowed{"torch.nn.parameter.Parameter", Meaning::TensorClass},
    Allowed{"torch._utils._rebuild_tensor", Meaning::RebuildTensor},
    Allowed{"torch._utils._rebuild_tensor_v2", Meaning::RebuildTensor},
    Allowed{"torch._utils._rebuild_tensor_v3", Meaning::RebuildTensorV3},
    Allowed{"torch._utils._rebuild_parameter", Meaning::RebuildParameter},
    Allowed{"torch._utils._rebuild_parameter_with_state", Meaning::RebuildParameter},
    Allowed{"torch._tensor._rebuild_from_type_v2", Meaning::RebuildFromType},
    Allowed{"numpy.core.multiarray.scalar", Meaning::NumpyScalar},
    Allowed{"numpy._core.multiarray.scalar", Meaning::NumpyScalar},
    Allowed{"numpy.dtype", Meaning::NumpyType},
};

struct ElementName
{
    std::string_view storage; ///< as in torch.FloatStorage
    std::string_view name;    ///< as in torch.float32
    DType dtype;
};

constexpr std::array kElements = {
    ElementName{"FloatStorage", "float32", DType::Float32},
    ElementName{"DoubleStorage", "float64", DType::Float64},
    ElementName{"HalfStorage", "float16", DType::Float16},
    ElementName{"BFloat16Storage", "bfloat16", DType::BFloat16},
    ElementName{"LongStorage", "int64", DType::Int64},
    ElementName{"IntStorage", "int32", DType::Int32},
    ElementName{"ShortStorage", "int16", DType::Int16},
    ElementName{"CharStorage", "int8", DType::Int8},
    ElementName{"ByteStorage", "uint8", DType::UInt8},
    ElementName{"BoolStorage", "bool", DType::Bool},
};

bool isTorchModule(std::string_view module)
{
    return module == "torch" || module == "torch.cuda" || module == "torch.storage";
}

} // namespace

Result<Global> lookUpGlobal(const ReadContext &context, std::string_view module,
                            std::string_view name)
{
    const std::string full = std::string(module) + "." + std::string(name);
    for (const Allowed &allowed : kAllowed) {
        if (allowed.name == full)
            return Global{allowed.meaning, std::nullopt};
    }
    if (isTorchModule(module)) {
        for (const ElementName &element : kElements) {
            if (element.storage == name)
                return Global{Meaning::StorageType, element.dtype};
            if (module == "torch" && element.name == name)
                return Global{Meaning::ElementType, element.dtype};
        }
        if (name == "UntypedStorage")
            return Global{Meaning::StorageType, std::nullopt};
        if (name.ends_with("Storage"))
            return context.unsupported(
                "holds numbers of type '" + printable(full) +
                "', which this program does not read; convert them to float32 first");
    }
    if (module == "torch._utils" && name.starts_with("_rebuild_"))
        return context.unsupported(
            "holds tensors of a kind that this program does not read ('" + printable(full) +
            "': sparse, quantized or without data); save them as plain tensors");
    return context.badFormat(
        "asks to run '" + printable(full) +
        "'; refused, a weight file may hold nothing but tensors, numbers and text (in Python, "
        "save model.state_dict() instead of the model)");
}

} // namespace cf::weights::detail
