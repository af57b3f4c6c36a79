#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <opencv2/core/types.hpp>
#include <optional>
#include <string>

/// JSON of other people's programs: damaged, hostile, and with keys that must survive.
namespace cf::annotation::detail {

using Json = nlohmann::ordered_json; // a file keeps the order of its keys

/// The object in a file of at most 512 MiB.
/// fails  as readFileBytes(), BadData for text that is no JSON object or is nested too
///        deep or too wide to be handled in reasonable time
Result<Json> readJsonObject(const std::filesystem::path &path);

/// nullptr when `object` is none or has no such key.
const Json *find(const Json &object, const char *key);

/// The text at that key, or "" when it is missing or no text.
std::string textAt(const Json &object, const char *key);

/// A whole number in `value`, also one written as 5.0; else nothing.
std::optional<long long> wholeNumber(const Json *value);

/// Width and height at those keys; 0 x 0 when either is missing or null.
/// fails  BadData when they are no sizes
Result<cv::Size> sizeAt(const Json &object, const char *widthKey, const char *heightKey);

/// `object` without these keys ("" stands for none), as {"format": {...}}, or "" when nothing is
/// left.
std::string extrasOf(const Json &object, std::initializer_list<const char *> known,
                     const char *format);
/// What extrasOf() kept for that format: an object, empty when there is nothing.
Json extrasFor(const std::string &extraJson, const char *format);
/// Something other than empty texts, lists and null was kept, and not for `format`.
bool hasForeignExtras(const std::string &extraJson, const char *format);

/// Indented JSON text; damaged UTF-8 is replaced.
std::string textOf(const Json &json);

} // namespace cf::annotation::detail
