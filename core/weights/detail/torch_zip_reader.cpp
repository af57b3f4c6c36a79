// torch.save since 1.6: a zip with the records PREFIX/data.pkl (the object), PREFIX/data/KEY (each
// storage), and PREFIX/byteorder ("little" or "big", since 2.1). PREFIX is any folder name.

#include "core/weights/detail/formats.h"
#include "core/weights/detail/pickle_machine.h"
#include "core/weights/detail/tensor_loader.h"
#include "core/weights/detail/zip_archive.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace cf::weights::detail {

namespace {

constexpr std::string_view kPickle = "data.pkl";

class ZipStorages : public StorageSource
{
public:
    ZipStorages(const ZipArchive &archive, std::string prefix)
        : m_archive(archive), m_prefix(std::move(prefix))
    {
    }

    std::optional<std::uint64_t> storedBytes(const std::string &key) const override
    {
        return m_archive.recordBytes(m_prefix + key);
    }
    Result<std::vector<std::byte>> read(const std::string &key) override
    {
        return m_archive.read(m_prefix + key);
    }

private:
    const ZipArchive &m_archive;
    std::string m_prefix;
};

Result<std::string> readText(const ReadContext &context, const ZipArchive &archive,
                             const std::string &name)
{
    if (archive.recordBytes(name).value_or(0) > context.limits.headerBytes)
        return context.badFormat("holds a record '" + printable(name) + "' of more than " +
                                 std::to_string(context.limits.headerBytes) + " bytes; refused");
    CF_ASSIGN_OR_RETURN(const auto bytes, archive.read(name));
    std::string text(bytes.size(), '\0');
    std::transform(bytes.begin(), bytes.end(), text.begin(),
                   [](std::byte byte) { return static_cast<char>(byte); });
    return text;
}

/// "PREFIX/" of the record PREFIX/data.pkl.
Result<std::string> findPrefix(const ReadContext &context, const ZipArchive &archive)
{
    const auto names = archive.names();
    for (const std::string &name : names) {
        const auto slash = name.find('/');
        const std::string prefix = slash == std::string::npos ? "" : name.substr(0, slash + 1);
        if (name.substr(prefix.size()) != kPickle)
            continue;
        if (archive.recordBytes(prefix + "constants.pkl"))
            return context.unsupported(
                "is a TorchScript program, not a file of weights; in Python, save "
                "torch.jit.load(...).state_dict() instead");
        return prefix;
    }
    return context.badFormat(
        "is a zip file, but has no record 'data.pkl' as torch.save writes it; choose a .pth or "
        ".safetensors file");
}

Result<bool> isBigEndian(const ReadContext &context, const ZipArchive &archive,
                         const std::string &prefix)
{
    const std::string name = prefix + "byteorder";
    if (!archive.recordBytes(name))
        return false;
    CF_ASSIGN_OR_RETURN(const std::string order, readText(context, archive, name));
    if (order != "little" && order != "big")
        return context.badFormat("names the unknown byte order '" + printable(order) + "'");
    return order == "big";
}

/// What writeTorchZip() put beside the dictionary.
Result<void> addOwnMetadata(const ReadContext &context, const ZipArchive &archive,
                            const std::string &prefix, std::map<std::string, std::string> &metadata)
{
    const std::string name = prefix + "costfilter.json";
    if (!archive.recordBytes(name))
        return {};
    CF_ASSIGN_OR_RETURN(const std::string text, readText(context, archive, name));
    const auto json = nlohmann::json::parse(
        text, [](int depth, nlohmann::json::parse_event_t, nlohmann::json &) { return depth <= 2; },
        false);
    if (!json.is_object())
        return context.badFormat("has a damaged record 'costfilter.json'");
    for (const auto &[key, value] : json.items()) {
        if (value.is_string())
            metadata[key] = value.get<std::string>();
    }
    return {};
}

} // namespace

Result<TensorFile> readTorchZip(const ReadContext &context)
{
    CF_ASSIGN_OR_RETURN(const ZipArchive archive, ZipArchive::open(context));
    CF_ASSIGN_OR_RETURN(const std::string prefix, findPrefix(context, archive));
    CF_ASSIGN_OR_RETURN(const bool bigEndian, isBigEndian(context, archive, prefix));
    CF_ASSIGN_OR_RETURN(std::string pickle,
                        readText(context, archive, prefix + std::string(kPickle)));

    const std::size_t pickleBytes = pickle.size();
    std::istringstream stream(std::move(pickle));
    ByteReader in(stream, pickleBytes);
    PickleTree tree(context.limits.values);
    CF_ASSIGN_OR_RETURN(const ValueId root, PickleMachine(context, tree).run(in));
    CF_ASSIGN_OR_RETURN(auto state, flattenStateDict(context, tree, root));
    CF_RETURN_IF_ERROR(addOwnMetadata(context, archive, prefix, state.metadata));

    ZipStorages storages(archive, prefix + "data/");
    CF_ASSIGN_OR_RETURN(auto tensors, loadTensors(context, state.tensors, storages, bigEndian));
    return TensorFile{TensorFile::Kind::TorchZip, std::move(tensors), std::move(state.metadata)};
}

} // namespace cf::weights::detail
