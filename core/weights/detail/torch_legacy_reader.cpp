// torch.save before 1.6: five pickles one after the other (a magic number, the protocol's number,
// facts on the writing computer, the object, the list of storage keys), then each storage as an
// int64 count of elements and the elements. Numbers are little-endian whatever the computer:
// big-endian ones turn them round when writing.

#include "core/weights/detail/formats.h"
#include "core/weights/detail/pickle_machine.h"
#include "core/weights/detail/tensor_loader.h"

#include <fstream>
#include <unordered_map>

namespace cf::weights::detail {

namespace {

/// 0x1950a86a20f9469cfc6c
constexpr std::string_view kMagic("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10);
constexpr std::int64_t kProtocol = 1001;

struct Place
{
    std::uint64_t offset = 0; ///< in the file
    std::uint64_t bytes = 0;
};

class StreamStorages : public StorageSource
{
public:
    StreamStorages(const ReadContext &context, std::ifstream &in) : m_context(context), m_in(in) {}

    /// Goes through the storages from `offset`; `keys` in file order.
    Result<void> index(const PickleTree &tree, const std::vector<std::string> &keys,
                       std::uint64_t offset)
    {
        std::unordered_map<std::string_view, std::size_t> widths;
        for (const Value &value : tree.values()) {
            if (const auto *storage = std::get_if<std::unique_ptr<StorageRef>>(&value))
                widths.emplace((*storage)->key,
                               (*storage)->dtype ? byteSize(*(*storage)->dtype) : 1);
        }
        for (const std::string &key : keys) {
            const auto width = widths.find(key);
            if (width == widths.end())
                return m_context.badFormat("holds a storage '" + printable(key) +
                                           "' that nothing refers to");
            m_in.seekg(static_cast<std::streamoff>(offset));
            ByteReader reader(m_in, 8);
            const auto elements = reader.littleEndian(8);
            std::uint64_t bytes = 0;
            if (!elements)
                return cutOff();
            offset += 8;
            if (*elements > std::uint64_t{INT64_MAX} ||
                __builtin_mul_overflow(*elements, width->second, &bytes) ||
                bytes > m_context.fileBytes - offset)
                return cutOff();
            m_places[key] = {offset, bytes};
            offset += bytes;
        }
        return {};
    }

    std::optional<std::uint64_t> storedBytes(const std::string &key) const override
    {
        const auto place = m_places.find(key);
        return place == m_places.end() ? std::nullopt : std::optional(place->second.bytes);
    }

    Result<std::vector<std::byte>> read(const std::string &key) override
    {
        const Place place = m_places.at(key);
        std::vector<std::byte> bytes(place.bytes);
        m_in.seekg(static_cast<std::streamoff>(place.offset));
        if (!m_in.read(reinterpret_cast<char *>(bytes.data()),
                       static_cast<std::streamsize>(bytes.size())))
            return m_context.failed("cannot be read to its end; check the disk it lies on");
        return bytes;
    }

private:
    Error cutOff() const
    {
        return m_context.badFormat("ends in the middle of its tensors; copy or download it again");
    }

    const ReadContext &m_context;
    std::ifstream &m_in;
    std::unordered_map<std::string, Place> m_places;
};

Result<void> checkPreamble(const ReadContext &context, ByteReader &in)
{
    PickleTree tree(context.limits.values);
    CF_ASSIGN_OR_RETURN(const ValueId magic, PickleMachine(context, tree).run(in));
    const auto *number = tree.as<LongInt>(magic);
    if (number == nullptr || number->littleEndian != kMagic)
        return context.badFormat(
            "is a pickle, but not one that torch.save wrote; choose a .pth or .safetensors file");
    CF_ASSIGN_OR_RETURN(const ValueId protocol, PickleMachine(context, tree).run(in));
    const auto *version = tree.as<std::int64_t>(protocol);
    if (version == nullptr || *version != kProtocol)
        return context.unsupported(
            "was written by an unknown version of torch.save; load it in Python and save it "
            "again");
    CF_RETURN_IF_ERROR(
        PickleMachine(context, tree).run(in)); // type sizes and byte order: nothing depends on them
    return {};
}

Result<std::vector<std::string>> readKeys(const ReadContext &context, ByteReader &in)
{
    PickleTree tree(context.limits.values);
    CF_ASSIGN_OR_RETURN(const ValueId list, PickleMachine(context, tree).run(in));
    const auto *items = tree.as<Sequence>(list);
    std::vector<std::string> keys;
    for (const ValueId item : items == nullptr ? std::vector<ValueId>() : items->items) {
        if (const auto *key = tree.as<std::string>(item))
            keys.push_back(*key);
    }
    if (items == nullptr || keys.size() != items->items.size())
        return context.badFormat("has a damaged list of storages; copy or download it again");
    return keys;
}

} // namespace

Result<TensorFile> readTorchLegacy(const ReadContext &context)
{
    std::ifstream file(context.path, std::ios::binary);
    const std::uint64_t limit = std::min(context.fileBytes, context.limits.headerBytes);
    ByteReader in(file, limit);
    CF_RETURN_IF_ERROR(checkPreamble(context, in));
    PickleTree tree(context.limits.values);
    CF_ASSIGN_OR_RETURN(const ValueId root, PickleMachine(context, tree).run(in));
    CF_ASSIGN_OR_RETURN(const auto keys, readKeys(context, in));

    StreamStorages storages(context, file);
    CF_RETURN_IF_ERROR(storages.index(tree, keys, limit - in.remaining()));
    CF_ASSIGN_OR_RETURN(auto state, flattenStateDict(context, tree, root));
    CF_ASSIGN_OR_RETURN(auto tensors, loadTensors(context, state.tensors, storages, false));
    return TensorFile{TensorFile::Kind::TorchLegacy, std::move(tensors), std::move(state.metadata)};
}

} // namespace cf::weights::detail
