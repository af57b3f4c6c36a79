#pragma once

#include "core/weights/detail/pickle_value.h"
#include "core/weights/detail/read_context.h"

namespace cf::weights::detail {

/// A tensor with its final name, decoded from the pickle; its claims are not yet held against the
/// file.
struct NamedView
{
    std::string name;
    DType dtype = DType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< elements, as many as `shape`
    std::int64_t offset = 0;           ///< elements from the start of `storage`
    StorageRef storage;
};

struct StateDict
{
    std::vector<NamedView> tensors;
    std::map<std::string, std::string> metadata;
};

/// The tensors and plain values below `root`, named as readTensorFile() says. BadFormat where the
/// dictionaries nest too deep (or contain themselves) or a name stands twice.
Result<StateDict> flattenStateDict(const ReadContext &context, const PickleTree &tree,
                                   ValueId root);

} // namespace cf::weights::detail
