#include "core/weights/detail/write_checks.h"

#include "core/weights/detail/read_context.h"

#include <cerrno>
#include <unordered_set>

namespace cf::weights::detail {

Result<void> checkWritable(const std::filesystem::path &path, std::span<const Tensor> tensors,
                           const std::map<std::string, std::string> &metadata)
{
    const auto refuse = [&](const std::string &what) {
        return Error::make(ErrorCode::BadUsage, "Cannot write " + path.string() + ": " + what);
    };
    std::unordered_set<std::string_view> names;
    for (const Tensor &tensor : tensors) {
        const std::string subject = "tensor '" + printable(tensor.name) + "' ";
        if (tensor.name.empty() || tensor.name == "__metadata__" || !isValidUtf8(tensor.name))
            return refuse(subject + "has a name that cannot be stored");
        if (!names.insert(tensor.name).second)
            return refuse(subject + "is there twice");
        const auto elements = elementCount(tensor.shape);
        std::uint64_t bytes = 0;
        if (!elements ||
            __builtin_mul_overflow(*elements, std::uint64_t{byteSize(tensor.dtype)}, &bytes) ||
            bytes != tensor.bytes.size())
            return refuse(subject + "has " + std::to_string(tensor.bytes.size()) +
                          " bytes, which do not fit its shape");
    }
    for (const auto &[key, value] : metadata) {
        if (!isValidUtf8(key) || !isValidUtf8(value))
            return refuse("the metadata '" + printable(key) + "' is not UTF-8 text");
    }
    return {};
}

Error writeError(const std::filesystem::path &path, int number, const std::string &reason)
{
    ErrorCode code = ErrorCode::Failed;
    std::string advice;
    if (number == ENOSPC || number == EDQUOT) {
        code = ErrorCode::DiskFull;
        advice = "; free some space on that disk and try again";
    } else if (number == EACCES || number == EPERM || number == EROFS) {
        code = ErrorCode::ReadOnly;
        advice = "; choose a folder that you may write to";
    } else if (number == ENOENT || number == ENOTDIR) {
        code = ErrorCode::NotFound;
        advice = "; create the folder first";
    }
    return Error::make(code, "Cannot write " + path.string() + ": " + reason + advice);
}

} // namespace cf::weights::detail
