#pragma once

#include "core/base/result.h"
#include "tests/parity/fill.h"

#include <nlohmann/json.hpp>
#include <torch/types.h>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace cf::parity {

/// A JSON file. NaN and Infinity, which Python writes though JSON has no such words, become null.
/// Fails with NotFound or BadFormat.
Result<nlohmann::json> readJson(const std::filesystem::path &path);

/// The tensors of one golden .pt file by key.
class GoldenFile
{
public:
    /// Fails with NotFound, or with BadFormat when the file is not a dictionary of float32 and
    /// int64 tensors.
    static Result<GoldenFile> open(const std::filesystem::path &path);

    bool has(const std::string &key) const { return m_tensors.contains(key); }
    /// Throws Failure (BadFormat) naming file and key when it is not there.
    const torch::Tensor &at(const std::string &key) const;
    /// The tensors that are summarised as <key>.shape, .stats, .idx and .val.
    std::set<std::string> sampledKeys() const;

private:
    std::string m_name;
    std::map<std::string, torch::Tensor> m_tensors;
};

/// The folder given on the command line. Its files may come from another salt than 0, so nothing
/// but names, shapes and tolerances may be known beforehand.
class GoldenFolder
{
public:
    /// Reads salts.json if there is one. Fails with NotFound, BadFormat.
    static Result<GoldenFolder> open(const std::filesystem::path &path);

    bool has(const std::string &fileName) const;
    bool hasSalt(const std::string &fileName) const { return m_salts.contains(fileName); }
    Fill fillOf(const std::string &fileName) const;
    /// Both throw the file's Error as Failure: it is one failed case, and the others go on.
    GoldenFile tensors(const std::string &fileName) const;
    nlohmann::json json(const std::string &fileName) const;

private:
    std::filesystem::path m_path;
    std::map<std::string, std::uint32_t> m_salts;
};

/// "1f", "0x1F" -> 31; nothing when it is not a hexadecimal number of 32 bits.
std::optional<std::uint32_t> parseHex(std::string text);

} // namespace cf::parity
