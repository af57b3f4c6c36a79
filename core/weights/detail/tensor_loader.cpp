#include "core/weights/detail/tensor_loader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_map>

namespace cf::weights::detail {

static_assert(std::endian::native == std::endian::little,
              "Tensor::bytes are little-endian and read as they are");

namespace {

// A file may describe more bytes than it has: tied weights share a storage, and an expanded tensor
// repeats its elements. Beyond these it is an attempt to fill the memory.
constexpr std::uint64_t kMostRepeats = 4;
constexpr std::uint64_t kRepeatAllowance = std::uint64_t{64} << 20;

Error badTensor(const ReadContext &context, const NamedView &view, const std::string &what)
{
    return context.badFormat("is damaged: tensor '" + printable(view.name) + "' " + what +
                             "; copy or download the file again");
}

/// The highest element index the view touches, from the start of its storage; nothing where it
/// makes no sense. Only for views of at least one element.
std::optional<std::uint64_t> lastElement(const NamedView &view)
{
    if (view.offset < 0)
        return std::nullopt;
    auto last = static_cast<std::uint64_t>(view.offset);
    for (std::size_t axis = 0; axis < view.shape.size(); ++axis) {
        std::uint64_t reach = 0;
        if (view.strides[axis] < 0 ||
            __builtin_mul_overflow(static_cast<std::uint64_t>(view.shape[axis] - 1),
                                   static_cast<std::uint64_t>(view.strides[axis]), &reach) ||
            __builtin_add_overflow(last, reach, &last))
            return std::nullopt;
    }
    return last;
}

/// Bytes of the finished tensor, once its claims hold.
Result<std::uint64_t> checkView(const ReadContext &context, const NamedView &view,
                                const StorageSource &source)
{
    const auto elements = elementCount(view.shape);
    std::uint64_t bytes = 0;
    if (!elements || __builtin_mul_overflow(*elements, std::uint64_t{byteSize(view.dtype)}, &bytes))
        return badTensor(context, view, "claims an impossible shape");
    if (*elements == 0)
        return bytes;

    const auto last = lastElement(view);
    if (!last || *last >= static_cast<std::uint64_t>(view.storage.elements))
        return badTensor(context, view, "claims more elements than its storage holds");
    const auto stored = source.storedBytes(view.storage.key);
    if (!stored)
        return badTensor(context, view, "has no data in the file");
    std::uint64_t end = 0; // offset and elements are not negative, see makeStorage()
    if (__builtin_add_overflow(static_cast<std::uint64_t>(view.storage.offset), *last + 1, &end) ||
        __builtin_mul_overflow(end, std::uint64_t{byteSize(view.dtype)}, &end) || end > *stored)
        return badTensor(context, view,
                         "claims more than the " + std::to_string(*stored) +
                             " bytes of its storage");
    return bytes;
}

/// Checks all views; the number of tensors that take from each storage.
Result<std::unordered_map<std::string, std::size_t>> checkViews(const ReadContext &context,
                                                                const std::vector<NamedView> &views,
                                                                const StorageSource &source)
{
    std::uint64_t most = context.limits.totalBytes;
    std::uint64_t repeated = 0;
    if (!__builtin_mul_overflow(context.fileBytes, kMostRepeats, &repeated) &&
        !__builtin_add_overflow(repeated, kRepeatAllowance, &repeated))
        most = std::min(most, repeated);

    std::unordered_map<std::string, std::size_t> users;
    std::uint64_t total = 0;
    std::uint64_t stored = 0;
    for (const NamedView &view : views) {
        CF_ASSIGN_OR_RETURN(const std::uint64_t bytes, checkView(context, view, source));
        if (__builtin_add_overflow(total, bytes, &total) || total > most)
            return context.badFormat("claims more than " + std::to_string(most) +
                                     " bytes of tensors by tensor '" + printable(view.name) +
                                     "'; refused");
        // Records of a zip may overlap; together they cannot honestly be longer than the file.
        if (bytes > 0 && users[view.storage.key]++ == 0 &&
            (__builtin_add_overflow(stored, source.storedBytes(view.storage.key).value_or(0),
                                    &stored) ||
             stored > context.fileBytes))
            return badTensor(context, view, "lies in storages that are longer than the file");
    }
    return users;
}

std::vector<std::byte> gather(const NamedView &view, const std::vector<std::byte> &storage)
{
    const std::size_t width = byteSize(view.dtype);
    const std::size_t count = *elementCount(view.shape);
    std::vector<std::byte> bytes(count * width);
    if (count == 0)
        return bytes;
    const std::byte *first =
        storage.data() + static_cast<std::size_t>(view.storage.offset + view.offset) * width;

    // The trailing axes that lie densely are copied in one piece, the others counted through.
    std::size_t outerAxes = view.shape.size();
    std::size_t run = 1;
    while (outerAxes > 0 && (view.shape[outerAxes - 1] == 1 ||
                             view.strides[outerAxes - 1] == static_cast<std::int64_t>(run))) {
        run *= static_cast<std::size_t>(view.shape[outerAxes - 1]);
        --outerAxes;
    }
    std::vector<std::int64_t> index(outerAxes, 0);
    std::size_t from = 0;
    for (std::size_t done = 0; done < count; done += run) {
        std::memcpy(bytes.data() + done * width, first + from * width, run * width);
        for (std::size_t axis = outerAxes; axis-- > 0;) {
            const auto stride = static_cast<std::size_t>(view.strides[axis]);
            from += stride;
            if (++index[axis] < view.shape[axis])
                break;
            from -= stride * static_cast<std::size_t>(view.shape[axis]);
            index[axis] = 0;
        }
    }
    return bytes;
}

void reverseElements(std::vector<std::byte> &bytes, std::size_t width)
{
    for (std::size_t i = 0; i + width <= bytes.size(); i += width)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                     bytes.begin() + static_cast<std::ptrdiff_t>(i + width));
}

} // namespace

Result<std::vector<Tensor>> loadTensors(const ReadContext &context,
                                        const std::vector<NamedView> &views, StorageSource &source,
                                        bool bigEndian)
{
    CF_ASSIGN_OR_RETURN(auto usersLeft, checkViews(context, views, source));

    std::vector<Tensor> tensors;
    std::unordered_map<std::string, std::vector<std::byte>> storages;
    for (const NamedView &view : views) {
        Tensor tensor{view.name, view.dtype, view.shape, {}};
        const std::string &key = view.storage.key;
        const auto users = usersLeft.find(key);
        if (!context.headersOnly && elementCount(view.shape) != 0 && users != usersLeft.end()) {
            if (!storages.contains(key)) {
                CF_ASSIGN_OR_RETURN(storages[key], source.read(key));
            }
            tensor.bytes = gather(view, storages[key]);
            if (bigEndian)
                reverseElements(tensor.bytes, byteSize(view.dtype));
            if (--users->second == 0)
                storages.erase(key);
        }
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

} // namespace cf::weights::detail
