// safetensors: the header's length (8 bytes, little-endian), the header (JSON: name -> dtype,
// shape, data_offsets), then the tensors one behind the other without gaps.
// https://github.com/huggingface/safetensors

#include "core/weights/detail/byte_reader.h"
#include "core/weights/detail/formats.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

namespace cf::weights::detail {

namespace {

using Json = nlohmann::json;

struct Entry
{
    Tensor tensor;
    std::uint64_t begin = 0; ///< from the end of the header
    std::uint64_t end = 0;
};

constexpr std::array<std::pair<std::string_view, DType>, 10> kTypes = {{
    {"F32", DType::Float32},
    {"F64", DType::Float64},
    {"F16", DType::Float16},
    {"BF16", DType::BFloat16},
    {"I64", DType::Int64},
    {"I32", DType::Int32},
    {"I16", DType::Int16},
    {"I8", DType::Int8},
    {"U8", DType::UInt8},
    {"BOOL", DType::Bool},
}};

/// The header as JSON, with its real depth of 3 as the limit and no name twice.
Result<Json> parseHeader(const ReadContext &context, const std::string &text)
{
    bool sound = true;
    std::set<std::string> names;
    const auto check = [&](int depth, Json::parse_event_t event, Json &value) {
        sound = sound && depth <= 3;
        if (event == Json::parse_event_t::key && depth == 1)
            sound = sound && names.insert(value.get<std::string>()).second;
        return sound;
    };
    Json header = Json::parse(text, check, false);
    if (!sound || !header.is_object())
        return context.badFormat(
            "has a header that is not the JSON of a safetensors file; copy or download it again");
    return header;
}

std::optional<std::vector<std::int64_t>> wholeNumbers(const Json &entry, const char *field)
{
    const auto found = entry.find(field);
    if (found == entry.end() || !found->is_array())
        return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const Json &item : *found) {
        if (!item.is_number_unsigned() || item.get<std::uint64_t>() > std::uint64_t{INT64_MAX})
            return std::nullopt;
        numbers.push_back(item.get<std::int64_t>());
    }
    return numbers;
}

Result<Entry> readEntry(const ReadContext &context, const std::string &name, const Json &json)
{
    const std::string subject = "is damaged: tensor '" + printable(name) + "' ";
    const auto typeField = json.is_object() ? json.find("dtype") : json.end();
    if (!json.is_object() || typeField == json.end() || !typeField->is_string())
        return context.badFormat(subject + "has no dtype");
    const std::string typeName = typeField->get<std::string>();
    const auto type = std::find_if(kTypes.begin(), kTypes.end(),
                                   [&](const auto &t) { return t.first == typeName; });
    if (type == kTypes.end())
        return context.unsupported("stores tensor '" + printable(name) + "' as '" +
                                   printable(typeName) +
                                   "', which this program does not read; convert it to F32 first");

    auto shape = wholeNumbers(json, "shape");
    const auto offsets = wholeNumbers(json, "data_offsets");
    const auto elements = shape ? elementCount(*shape) : std::nullopt;
    std::uint64_t bytes = 0;
    if (!elements || !offsets || offsets->size() != 2 ||
        __builtin_mul_overflow(*elements, std::uint64_t{byteSize(type->second)}, &bytes))
        return context.badFormat(subject + "has an impossible shape or place");
    Entry entry{{name, type->second, std::move(*shape), {}},
                static_cast<std::uint64_t>((*offsets)[0]),
                static_cast<std::uint64_t>((*offsets)[1])};
    if (entry.begin > entry.end || entry.end - entry.begin != bytes)
        return context.badFormat(subject + "has a shape of " + std::to_string(bytes) +
                                 " bytes, which is not the room it takes in the file");
    return entry;
}

Result<void> readMetadata(const ReadContext &context, const Json &json,
                          std::map<std::string, std::string> &metadata)
{
    if (!json.is_object())
        return context.badFormat("is damaged: its __metadata__ is not a list of texts");
    for (const auto &[key, value] : json.items()) {
        if (value.is_string())
            metadata[key] = value.get<std::string>();
    }
    return {};
}

/// The tensors must follow each other from the header's end to the file's, as the format demands.
Result<void> checkPlaces(const ReadContext &context, std::vector<Entry> &entries,
                         std::uint64_t dataBytes)
{
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.begin, a.end, a.tensor.name) < std::tie(b.begin, b.end, b.tensor.name);
    });
    std::uint64_t expected = 0;
    for (const Entry &entry : entries) {
        const std::string subject = "is damaged: tensor '" + printable(entry.tensor.name) + "' ";
        if (entry.end > dataBytes)
            return context.badFormat(subject +
                                     "lies beyond the end of the file; copy or download it again");
        if (entry.begin != expected)
            return context.badFormat(subject + "overlaps another one or leaves a gap");
        expected = entry.end;
    }
    if (expected != dataBytes)
        return context.badFormat("is damaged: " + std::to_string(dataBytes - expected) +
                                 " bytes at its end belong to no tensor");
    return {};
}

} // namespace

Result<TensorFile> readSafetensors(const ReadContext &context)
{
    std::ifstream file(context.path, std::ios::binary);
    ByteReader in(file, context.fileBytes);
    const auto headerBytes = in.littleEndian(8);
    if (!headerBytes || *headerBytes > in.remaining())
        return context.badFormat("claims a header longer than the file; copy or download it again");
    if (*headerBytes > context.limits.headerBytes)
        return context.badFormat("has a header of more than " +
                                 std::to_string(context.limits.headerBytes) + " bytes; refused");
    const auto text = in.bytes(*headerBytes);
    if (!text)
        return context.failed("cannot be read; check the disk it lies on");
    CF_ASSIGN_OR_RETURN(const Json header, parseHeader(context, *text));

    TensorFile result{TensorFile::Kind::Safetensors, {}, {}};
    std::vector<Entry> entries;
    for (const auto &[name, json] : header.items()) {
        if (name == "__metadata__") {
            CF_RETURN_IF_ERROR(readMetadata(context, json, result.metadata));
            continue;
        }
        CF_ASSIGN_OR_RETURN(auto entry, readEntry(context, name, json));
        entries.push_back(std::move(entry));
    }
    const std::uint64_t dataBytes = in.remaining();
    if (entries.size() > context.limits.tensors || dataBytes > context.limits.totalBytes)
        return context.badFormat("holds more tensors than the limit allows; refused");
    CF_RETURN_IF_ERROR(checkPlaces(context, entries, dataBytes));

    for (Entry &entry : entries) {
        if (!context.headersOnly) {
            entry.tensor.bytes.resize(entry.end - entry.begin);
            if (!file.read(reinterpret_cast<char *>(entry.tensor.bytes.data()),
                           static_cast<std::streamsize>(entry.tensor.bytes.size())))
                return context.failed("cannot be read to its end; check the disk it lies on");
        }
        result.tensors.push_back(std::move(entry.tensor));
    }
    return result;
}

} // namespace cf::weights::detail
