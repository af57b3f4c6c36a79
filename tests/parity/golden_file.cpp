#include "tests/parity/golden_file.h"

#include "core/weights/tensor_reader.h"

#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>

namespace cf::parity {

namespace {

Result<std::string> readBytes(const std::filesystem::path &path)
{
    if (!std::filesystem::exists(path))
        return Error::make(ErrorCode::NotFound, "There is no file " + path.string() + ".");
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    if (file)
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    if (file.bad() || !file.is_open())
        return Error::make(ErrorCode::BadData, "Cannot read " + path.string() + ".");
    return bytes;
}

/// Blanks the words outside of strings that only Python's json module knows.
void replaceNonFinite(std::string &text)
{
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (inString && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            inString = !inString;
        if (inString)
            continue;
        for (const std::string word : {"-Infinity", "Infinity", "NaN"}) {
            if (text.compare(i, word.size(), word) == 0)
                text.replace(i, word.size(), "null");
        }
    }
}

/// Golden files hold numbers of two types only.
Result<torch::Tensor> toTorch(const weights::Tensor &stored, const std::filesystem::path &path)
{
    const bool isFloat = stored.dtype == weights::DType::Float32;
    if (!isFloat && stored.dtype != weights::DType::Int64)
        return Error::make(ErrorCode::BadFormat, path.string() + ": " + stored.name + " is " +
                                                     weights::toString(stored.dtype) +
                                                     "; golden numbers are float32 or int64.");
    auto tensor = torch::empty(stored.shape, isFloat ? torch::kFloat32 : torch::kInt64);
    if (!stored.bytes.empty())
        std::memcpy(tensor.data_ptr(), stored.bytes.data(), stored.bytes.size());
    return tensor;
}

} // namespace

Result<nlohmann::json> readJson(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(std::string text, readBytes(path));
    replaceNonFinite(text);
    auto parsed = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (parsed.is_discarded())
        return Error::make(ErrorCode::BadFormat, path.string() + " is not a JSON file.");
    return parsed;
}

Result<GoldenFile> GoldenFile::open(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto stored, weights::readTensorFile(path));
    GoldenFile file;
    file.m_name = path.filename().string();
    for (const auto &tensor : stored.tensors) {
        CF_ASSIGN_OR_RETURN(file.m_tensors[tensor.name], toTorch(tensor, path));
    }
    return file;
}

const torch::Tensor &GoldenFile::at(const std::string &key) const
{
    const auto found = m_tensors.find(key);
    if (found == m_tensors.end())
        throw Failure(Error::make(ErrorCode::BadFormat, m_name + " has no tensor " + key +
                                                            "; take an intact copy of it."));
    return found->second;
}

std::set<std::string> GoldenFile::sampledKeys() const
{
    const std::string ending = ".stats";
    std::set<std::string> keys;
    for (const auto &item : m_tensors) {
        if (item.first.ends_with(ending))
            keys.insert(item.first.substr(0, item.first.size() - ending.size()));
    }
    return keys;
}

std::optional<std::uint32_t> parseHex(std::string text)
{
    if (text.starts_with("0x") || text.starts_with("0X"))
        text.erase(0, 2);
    std::uint32_t value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, 16);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

Result<GoldenFolder> GoldenFolder::open(const std::filesystem::path &path)
{
    if (!std::filesystem::is_directory(path))
        return Error::make(ErrorCode::NotFound, "There is no folder " + path.string() + ".");
    GoldenFolder folder;
    folder.m_path = path;
    if (!folder.has("salts.json"))
        return folder;
    CF_ASSIGN_OR_RETURN(const auto salts, readJson(path / "salts.json"));
    const auto bad = Error::make(ErrorCode::BadFormat,
                                 (path / "salts.json").string() +
                                     " must map file names to salts written as hex strings.");
    if (!salts.is_object())
        return bad;
    for (const auto &[name, salt] : salts.items()) {
        const auto value =
            salt.is_string() ? parseHex(salt.get<std::string>()) : std::optional<std::uint32_t>();
        if (!value)
            return bad;
        folder.m_salts[name] = *value;
    }
    return folder;
}

bool GoldenFolder::has(const std::string &fileName) const
{
    return std::filesystem::exists(m_path / fileName);
}

Fill GoldenFolder::fillOf(const std::string &fileName) const
{
    const auto found = m_salts.find(fileName);
    return Fill(found == m_salts.end() ? 0 : found->second);
}

GoldenFile GoldenFolder::tensors(const std::string &fileName) const
{
    return GoldenFile::open(m_path / fileName).orThrow();
}

nlohmann::json GoldenFolder::json(const std::string &fileName) const
{
    return readJson(m_path / fileName).orThrow();
}

} // namespace cf::parity
