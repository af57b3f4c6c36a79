#pragma once

#include "core/base/result.h"
#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/model_config.h"

#include <filesystem>
#include <memory>

namespace cf::engine::detail {

/// Everything in a model file: settings, network, and the normal pictures that templates are drawn
/// from. The file is .safetensors: any reader of that format sees the tensors "network.<official
/// name>", "bank.<number>" (PNG bytes) and "memory.<category>" (see PatchBaseline::origins()); the
/// settings are JSON in its metadata under "costfilter".
struct StoredModel
{
    ModelConfig config;
    FeatureSpec features;
    std::unique_ptr<DetectorNetwork> network; ///< null: the baseline stands alone
    std::vector<BankImage> normals;
    std::vector<torch::Tensor> memory; ///< PatchBaseline::origins(); empty without such a baseline
};

/// `network` may be null.
Result<void> saveModel(const std::filesystem::path &file, const ModelConfig &config,
                       const FeatureSpec &features, DetectorNetwork *network,
                       const std::vector<BankImage> &normals,
                       const std::vector<torch::Tensor> &memory);

/// Fails with NotFound, BadFormat (not one of our models, damaged) or NewerVersion.
Result<StoredModel> loadModel(const std::filesystem::path &file);

/// The settings alone, as JSON text. Fails like loadModel().
std::string describe(const ModelConfig &config, const FeatureSpec &features);

} // namespace cf::engine::detail
