#include "core/annotation/detail/json_text.h"

#include "core/annotation/annotation.h"
#include "core/imaging/file_bytes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace cf::annotation::detail {

namespace {

constexpr std::size_t kLargestBytes = std::size_t{512} << 20;
constexpr std::size_t kDeepest = 100; // printing kept keys recurses
constexpr int kMostKeys = 2000;       // of an object: ordered ones are searched one by one

/// Why the text should not even be parsed; empty when it may be.
std::string refusalOf(std::span<const std::uint8_t> text)
{
    std::array<int, kDeepest + 2> keysAtDepth{};
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepest)
                return "its JSON is nested more than 100 levels deep";
            keysAtDepth[depth] = 0;
        } else if (c == ':') {
            if (++keysAtDepth[depth] > kMostKeys)
                return "an object in its JSON has more than 2000 keys";
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return {};
}

bool saysNothing(const Json &value)
{
    return value.is_null() || (value.is_structured() && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string &>().empty());
}

} // namespace

Result<Json> readJsonObject(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto bytes, imaging::readFileBytes(path));
    const auto refuse = [&](const std::string &reason) {
        return imaging::aboutFile(path, Error::make(ErrorCode::BadData, reason));
    };
    if (bytes.size() > kLargestBytes)
        return refuse("it is larger than 512 MiB; split it");
    if (const auto refusal = refusalOf(bytes); !refusal.empty())
        return refuse(refusal);
    Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (json.is_discarded())
        return refuse("it is no JSON (cut off, or with NaN in it?); write it anew");
    if (!json.is_object())
        return refuse("its JSON is no object, so it is none of these formats");
    return json;
}

const Json *find(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto place = object.find(key);
    return place == object.end() ? nullptr : &*place;
}

std::string textAt(const Json &object, const char *key)
{
    const Json *value = find(object, key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<long long> wholeNumber(const Json *value)
{
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    const auto number = value->get<double>();
    if (number != std::floor(number) || std::abs(number) > 9e15)
        return std::nullopt;
    return static_cast<long long>(number);
}

Result<cv::Size> sizeAt(const Json &object, const char *widthKey, const char *heightKey)
{
    int sides[2] = {0, 0};
    for (int i = 0; i < 2; ++i) {
        const char *key = i == 0 ? widthKey : heightKey;
        const Json *value = find(object, key);
        if (value == nullptr || value->is_null())
            return cv::Size();
        const auto side = wholeNumber(value);
        if (!side || *side < 1 || *side > kLongestSidePx)
            return Error::make(ErrorCode::BadData,
                               std::string("its \"") + key + "\" is no size of a picture");
        sides[i] = static_cast<int>(*side);
    }
    return cv::Size(sides[0], sides[1]);
}

std::string extrasOf(const Json &object, std::initializer_list<const char *> known,
                     const char *format)
{
    Json rest = Json::object();
    for (const auto &[key, value] : object.items())
        if (std::none_of(known.begin(), known.end(),
                         [&](const char *k) { return *k != '\0' && key == k; }))
            rest[key] = value;
    if (rest.empty())
        return {};
    return Json{{format, rest}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json extrasFor(const std::string &extraJson, const char *format)
{
    const Json all = Json::parse(extraJson, nullptr, false);
    const Json *own = all.is_discarded() ? nullptr : find(all, format);
    return own != nullptr && own->is_object() ? *own : Json::object();
}

bool hasForeignExtras(const std::string &extraJson, const char *format)
{
    if (extraJson.empty())
        return false;
    const Json all = Json::parse(extraJson, nullptr, false);
    if (!all.is_object())
        return false;
    for (const auto &[key, value] : all.items()) {
        if (key == format || !value.is_object())
            continue;
        for (const auto &[inner, kept] : value.items())
            // What every file has, and means nothing elsewhere.
            if (inner != "version" && inner != "imageData" && inner != "id" &&
                inner != "image_id" && inner != "iscrowd" && !saysNothing(kept))
                return true;
    }
    return false;
}

std::string textOf(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace cf::annotation::detail
