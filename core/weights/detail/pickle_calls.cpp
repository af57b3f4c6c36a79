#include "core/weights/detail/pickle_calls.h"

#include "core/weights/detail/byte_reader.h"

#include <algorithm>
#include <bit>

namespace cf::weights::detail {

namespace {

using Arguments = std::vector<ValueId>;

Error tooMany(const ReadContext &context)
{
    return context.badFormat("describes more values than any weight file needs; refused");
}

Error wrongArguments(const ReadContext &context, const char *what)
{
    return context.badFormat(std::string("describes ") + what +
                             " in a way torch.save does not; it is damaged or not a weight file");
}

/// Empty, or what it was given. A dictionary stands for its own copy: torch's files never go on to
/// change either.
Result<ValueId> makeDictionary(const ReadContext &context, PickleTree &tree,
                               const Arguments &arguments)
{
    Dict dict;
    for (const ValueId argument : arguments) {
        if (tree.as<Dict>(argument) != nullptr)
            return argument;
        const auto *pairs =
            tree.as<Sequence>(argument); // Python 2 writes OrderedDict([[key, value], ...])
        if (pairs == nullptr)
            continue; // the default_factory of a defaultdict
        if (!tree.charge(pairs->items.size()))
            return tooMany(context);
        for (const ValueId pair : pairs->items) {
            const auto *items = tree.as<Sequence>(pair);
            if (items == nullptr || items->items.size() != 2)
                return wrongArguments(context, "a dictionary");
            dict.items.emplace_back(items->items[0], items->items[1]);
        }
    }
    return tree.add(std::move(dict));
}

Result<ValueId> makeSequence(const ReadContext &context, PickleTree &tree,
                             const Arguments &arguments)
{
    if (arguments.empty())
        return tree.add(Sequence{});
    if (tree.as<Sequence>(arguments[0]) == nullptr)
        return wrongArguments(context, "a list");
    return arguments[0];
}

/// (storage, offset, shape, strides, ...): what follows (gradients, hooks) does not matter here. In
/// version 3 the seventh is the element type.
Result<ValueId> makeTensor(const ReadContext &context, PickleTree &tree, const Arguments &arguments,
                           bool typed)
{
    if (arguments.size() < (typed ? 7u : 4u))
        return wrongArguments(context, "a tensor");
    const auto *offset = tree.as<std::int64_t>(arguments[1]);
    if (tree.as<std::unique_ptr<StorageRef>>(arguments[0]) == nullptr || offset == nullptr ||
        tree.tuple(arguments[2]) == nullptr || tree.tuple(arguments[3]) == nullptr)
        return wrongArguments(context, "a tensor");
    TensorView view{arguments[0], arguments[2], arguments[3], *offset, std::nullopt};
    if (typed) {
        const auto *type = tree.as<Global>(arguments[6]);
        if (type == nullptr || type->meaning != Meaning::ElementType)
            return wrongArguments(context, "a tensor's element type");
        view.dtype = type->dtype;
    }
    return tree.add(view);
}

Result<ValueId> encodeText(const ReadContext &context, PickleTree &tree, const Arguments &arguments)
{
    // Protocol 2 has no bytes: Python 3 writes each byte as the character of that number and names
    // latin1.
    const auto *text = arguments.empty() ? nullptr : tree.as<std::string>(arguments[0]);
    const auto *coding = arguments.size() < 2 ? nullptr : tree.as<std::string>(arguments[1]);
    if (text == nullptr || coding == nullptr || *coding != "latin1")
        return wrongArguments(context, "bytes");
    if (!tree.charge(text->size() / 16))
        return tooMany(context);
    std::string bytes;
    for (std::size_t i = 0; i < text->size(); ++i) {
        const auto lead = static_cast<unsigned char>((*text)[i]);
        if (lead < 0x80) {
            bytes += static_cast<char>(lead);
        } else if ((lead == 0xc2 || lead == 0xc3) && i + 1 < text->size()) {
            const auto next = static_cast<unsigned char>((*text)[++i]);
            bytes += static_cast<char>(((lead & 0x03) << 6) | (next & 0x3f));
        } else {
            return wrongArguments(context, "bytes");
        }
    }
    return tree.add(Bytes{std::move(bytes)});
}

Result<ValueId> makeNumpyType(const ReadContext &context, PickleTree &tree,
                              const Arguments &arguments)
{
    const auto *code = arguments.empty() ? nullptr : tree.as<std::string>(arguments[0]);
    if (code == nullptr || code->size() != 2)
        return wrongArguments(context, "a numpy number");
    const NumpyNumber number{(*code)[0], static_cast<std::uint8_t>((*code)[1] - '0'), false};
    const bool integer =
        (number.kind == 'i' || number.kind == 'u') &&
        (number.bytes == 1 || number.bytes == 2 || number.bytes == 4 || number.bytes == 8);
    const bool real = number.kind == 'f' && (number.bytes == 4 || number.bytes == 8);
    if (!integer && !real && !(number.kind == 'b' && number.bytes == 1))
        return wrongArguments(context, "a numpy number");
    return tree.add(number);
}

Result<ValueId> makeNumpyScalar(const ReadContext &context, PickleTree &tree,
                                const Arguments &arguments)
{
    const auto *type = arguments.empty() ? nullptr : tree.as<NumpyNumber>(arguments[0]);
    const auto *stored = arguments.size() < 2 ? nullptr : tree.as<Bytes>(arguments[1]);
    if (type == nullptr || stored == nullptr || stored->bytes.size() != type->bytes)
        return wrongArguments(context, "a numpy number");
    std::string bytes = stored->bytes;
    if (type->bigEndian)
        std::reverse(bytes.begin(), bytes.end());
    const std::uint64_t bits = fromLittleEndian(bytes);
    if (type->kind == 'b')
        return tree.add(bits != 0);
    if (type->kind == 'f' && type->bytes == 4)
        return tree.add(double{std::bit_cast<float>(static_cast<std::uint32_t>(bits))});
    if (type->kind == 'f')
        return tree.add(std::bit_cast<double>(bits));
    // A negative number of fewer than 8 bytes: shift its sign bit to the top and back.
    const unsigned unused = 64 - 8 * type->bytes;
    const auto shifted = static_cast<std::int64_t>(bits << unused);
    return tree.add(type->kind == 'i' ? shifted >> unused : static_cast<std::int64_t>(bits));
}

} // namespace

Result<ValueId> callGlobal(const ReadContext &context, PickleTree &tree, ValueId callable,
                           ValueId arguments)
{
    const auto *global = tree.as<Global>(callable);
    const Arguments *given = tree.tuple(arguments);
    if (global == nullptr || given == nullptr)
        return context.badFormat(
            "calls something that cannot be called; it is damaged or not a weight file");
    switch (global->meaning) {
    case Meaning::Dictionary:
        return makeDictionary(context, tree, *given);
    case Meaning::SequenceType:
        return makeSequence(context, tree, *given);
    case Meaning::Size:
        if (given->size() != 1 || tree.tuple(given->front()) == nullptr)
            return wrongArguments(context, "a size");
        return given->front();
    case Meaning::Device:
        if (given->empty())
            return wrongArguments(context, "a device");
        return given->front();
    case Meaning::Namespace:
        return tree.add(Dict{{}, true});
    case Meaning::EncodeText:
        return encodeText(context, tree, *given);
    case Meaning::RebuildTensor:
        return makeTensor(context, tree, *given, false);
    case Meaning::RebuildTensorV3:
        return makeTensor(context, tree, *given, true);
    case Meaning::RebuildParameter:
        if (given->empty() || tree.as<TensorView>(given->front()) == nullptr)
            return wrongArguments(context, "a parameter");
        return given->front();
    case Meaning::RebuildFromType: {
        // (function, class, arguments, state). One level only: real files never nest it, and
        // recursion needs an end.
        const auto *inner = given->size() < 3 ? nullptr : tree.as<Global>(given->front());
        if (inner == nullptr || inner->meaning == Meaning::RebuildFromType)
            return wrongArguments(context, "a tensor");
        return callGlobal(context, tree, (*given)[0], (*given)[2]);
    }
    case Meaning::NumpyType:
        return makeNumpyType(context, tree, *given);
    case Meaning::NumpyScalar:
        return makeNumpyScalar(context, tree, *given);
    case Meaning::PlainType:
    case Meaning::StorageType:
    case Meaning::ElementType:
    case Meaning::TensorClass:
        break;
    }
    return wrongArguments(context, "a value");
}

Result<void> buildObject(const ReadContext &context, PickleTree &tree, ValueId object,
                         ValueId state)
{
    if (auto *dict = tree.as<Dict>(object); dict != nullptr && dict->fieldsComeByBuild) {
        const auto *fields = tree.as<Dict>(state);
        if (fields == nullptr || fields == dict)
            return wrongArguments(context, "an object's fields");
        if (!tree.charge(fields->items.size()))
            return tooMany(context);
        dict->items = fields->items;
    }
    if (auto *number = tree.as<NumpyNumber>(object)) {
        const auto *items = tree.tuple(state); // (version, byte order, ...)
        const auto *order =
            items == nullptr || items->size() < 2 ? nullptr : tree.as<std::string>((*items)[1]);
        if (order == nullptr)
            return wrongArguments(context, "a numpy number");
        number->bigEndian = *order == ">";
    }
    return {};
}

Result<ValueId> makeStorage(const ReadContext &context, PickleTree &tree, ValueId persistentId)
{
    const Arguments *items = tree.tuple(persistentId);
    if (items == nullptr || items->size() < 5)
        return wrongArguments(context, "a storage");
    const auto *tag = tree.as<std::string>((*items)[0]);
    const auto *type = tree.as<Global>((*items)[1]);
    const auto *key = tree.as<std::string>((*items)[2]);
    const auto *elements = tree.as<std::int64_t>((*items)[4]);
    constexpr std::size_t kLongestKey = 256;
    if (tag == nullptr || *tag != "storage" || type == nullptr ||
        type->meaning != Meaning::StorageType || key == nullptr || key->size() > kLongestKey ||
        elements == nullptr || *elements < 0)
        return wrongArguments(context, "a storage");

    StorageRef storage{*key, type->dtype, 0, *elements};
    const Arguments *view =
        items->size() < 6 ? nullptr : tree.tuple((*items)[5]); // (key, offset, elements)
    if (view != nullptr) {
        const auto *offset = view->size() != 3 ? nullptr : tree.as<std::int64_t>((*view)[1]);
        const auto *part = view->size() != 3 ? nullptr : tree.as<std::int64_t>((*view)[2]);
        if (offset == nullptr || part == nullptr || *offset < 0 || *part < 0 ||
            *offset > *elements || *part > *elements - *offset)
            return wrongArguments(context, "a part of a storage");
        storage.offset = *offset;
        storage.elements = *part;
    }
    return tree.add(std::make_unique<StorageRef>(std::move(storage)));
}

} // namespace cf::weights::detail
