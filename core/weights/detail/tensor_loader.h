#pragma once

#include "core/weights/detail/state_dict.h"

namespace cf::weights::detail {

/// Where the bytes of a torch file's storages are.
class StorageSource
{
public:
    virtual ~StorageSource() = default;
    /// Bytes the file has for this storage; nothing where it is not there.
    virtual std::optional<std::uint64_t> storedBytes(const std::string &key) const = 0;
    /// All of them. Only for keys that are there.
    virtual Result<std::vector<std::byte>> read(const std::string &key) = 0;
};

/// Holds every claim of `views` against what the file has, then reads the storages, each once, and
/// makes the tensors contiguous. With context.headersOnly nothing is read and the tensors stay
/// without bytes. bigEndian  the numbers of the storages lie highest byte first errors BadFormat
/// naming the tensor whose claim does not hold; those of `source`
Result<std::vector<Tensor>> loadTensors(const ReadContext &context,
                                        const std::vector<NamedView> &views, StorageSource &source,
                                        bool bigEndian);

} // namespace cf::weights::detail
