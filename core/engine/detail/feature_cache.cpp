#include "core/engine/detail/feature_cache.h"

#include "core/engine/detail/tensor_bridge.h"

#include <array>
#include <cstdio>

namespace cf::engine::detail {

namespace {

/// 64-bit FNV-1a; the whole key is stored in the entry and compared, so a collision costs a
/// recomputation only.
std::uint64_t hashOf(const std::string &key)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : key) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

} // namespace

std::filesystem::path FeatureCache::fileOf(const std::string &key) const
{
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx",
                  static_cast<unsigned long long>(hashOf(key)));
    const std::string name = text.data();
    return m_folder / name.substr(0, 2) / (name.substr(2) + ".safetensors");
}

std::optional<std::vector<torch::Tensor>> FeatureCache::find(const std::string &key) const
{
    const auto file = fileOf(key);
    if (m_broken || !std::filesystem::exists(file))
        return std::nullopt;
    const auto stored = weights::readTensorFile(file);
    if (!stored.ok())
        return std::nullopt;
    const auto noted = stored->metadata.find("key");
    if (noted == stored->metadata.end() || noted->second != key)
        return std::nullopt;
    std::vector<torch::Tensor> layers;
    for (std::size_t l = 0; l < stored->tensors.size(); ++l) {
        const auto *tensor = stored->find("layer" + std::to_string(l));
        if (!tensor)
            return std::nullopt;
        layers.push_back(toTorch(*tensor));
    }
    return layers;
}

void FeatureCache::store(const std::string &key, const std::vector<torch::Tensor> &layers,
                         RunContext &run)
{
    if (m_broken)
        return;
    const auto file = fileOf(key);
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    std::vector<weights::Tensor> stored;
    for (std::size_t l = 0; l < layers.size(); ++l)
        stored.push_back(toStored("layer" + std::to_string(l), layers[l]));
    const auto written = weights::writeSafetensors(file, stored, {{"key", key}});
    if (!written.ok()) {
        m_broken = true;
        run.log(LogLevel::Warning, "Features are not cached: " + written.error().detail);
    }
}

} // namespace cf::engine::detail
