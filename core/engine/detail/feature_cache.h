#pragma once

#include "core/base/run_context.h"

#include <torch/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// Features of pictures on disk, one file a picture. The key names all that they depend on
/// (content of the picture, backbone weights, layers, sizes), so an entry is never stale; a damaged
/// one is computed again. Losing the folder costs time only.
class FeatureCache
{
public:
    explicit FeatureCache(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// L tensors [C_l, g, g], or nothing.
    std::optional<std::vector<torch::Tensor>> find(const std::string &key) const;
    /// A cache that cannot be written is logged once and then left alone.
    void store(const std::string &key, const std::vector<torch::Tensor> &layers, RunContext &run);

private:
    std::filesystem::path fileOf(const std::string &key) const;

    std::filesystem::path m_folder;
    bool m_broken = false;
};

} // namespace cf::engine::detail
