#include "core/weights/tensor_writer.h"

#include "core/base/atomic_file.h"
#include "core/weights/detail/write_checks.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace cf::weights {

namespace {

const char *typeName(DType dtype)
{
    switch (dtype) {
    case DType::Float32:
        return "F32";
    case DType::Float64:
        return "F64";
    case DType::Float16:
        return "F16";
    case DType::BFloat16:
        return "BF16";
    case DType::Int64:
        return "I64";
    case DType::Int32:
        return "I32";
    case DType::Int16:
        return "I16";
    case DType::Int8:
        return "I8";
    case DType::UInt8:
        return "U8";
    case DType::Bool:
        return "BOOL";
    }
    return "F32";
}

std::string headerOf(const std::vector<const Tensor *> &tensors,
                     const std::map<std::string, std::string> &metadata)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const Tensor *tensor : tensors) {
        const std::uint64_t end = offset + tensor->bytes.size();
        header[tensor->name] = {{"dtype", typeName(tensor->dtype)},
                                {"shape", tensor->shape},
                                {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // the data then begin at a multiple of 8
    return text;
}

} // namespace

Result<void> writeSafetensors(const std::filesystem::path &path, std::span<const Tensor> tensors,
                              const std::map<std::string, std::string> &metadata)
{
    CF_RETURN_IF_ERROR(detail::checkWritable(path, tensors, metadata));
    std::vector<const Tensor *> sorted;
    for (const Tensor &tensor : tensors)
        sorted.push_back(&tensor);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Tensor *a, const Tensor *b) {
        return byteSize(a->dtype) > byteSize(b->dtype);
    });
    const std::string header = headerOf(sorted, metadata);

    PendingFile pending(path);
    errno = 0;
    std::ofstream out(pending.temporaryPath(), std::ios::binary | std::ios::trunc);
    for (int i = 0; i < 8; ++i)
        out.put(static_cast<char>((header.size() >> (8 * i)) & 0xff));
    out.write(header.data(), static_cast<std::streamsize>(header.size()));
    for (const Tensor *tensor : sorted)
        out.write(reinterpret_cast<const char *>(tensor->bytes.data()),
                  static_cast<std::streamsize>(tensor->bytes.size()));
    out.close();
    if (!out)
        return detail::writeError(path, errno, std::strerror(errno));
    return pending.commit();
}

} // namespace cf::weights
