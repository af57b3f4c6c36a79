#include "core/engine/detail/model_file.h"

#include "core/engine/detail/patch_baseline.h"
#include "core/engine/detail/tensor_bridge.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <optional>

namespace cf::engine {

NLOHMANN_JSON_SERIALIZE_ENUM(Profile, {{Profile::Compact, "compact"}, {Profile::Paper, "paper"}})
NLOHMANN_JSON_SERIALIZE_ENUM(TemplateStrategy, {{TemplateStrategy::Nearest, "nearest"},
                                                {TemplateStrategy::Random, "random"},
                                                {TemplateStrategy::KCentre, "k-centre"},
                                                {TemplateStrategy::Chosen, "chosen"}})
NLOHMANN_JSON_SERIALIZE_ENUM(BaselineMethod, {{BaselineMethod::CostVolume, "cost-volume"},
                                              {BaselineMethod::PatchCore, "patchcore"},
                                              {BaselineMethod::AnomalyDino, "anomalydino"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Masking,
                             {{Masking::Auto, "auto"}, {Masking::On, "on"}, {Masking::Off, "off"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BaselineOptions, method, coresetRatio, coresetSize,
                                                neighbours, rotations, masking)
// With defaults: models from before these settings were there have what they say.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FilterConfig, matches, layers, width,
                                                firstReduction, classes, featureChannels,
                                                guidanceLayer, spatialGuidance, matchingGuidance)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Calibration, layerWeight, baselineSigma, baselineMean,
                                   baselineDeviation, filteredSigma, filteredMean,
                                   filteredDeviation, lambda)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ModelConfig, profile, templates, templateCount,
                                                source, sourceOptions, seed, filter, guidanceLayers,
                                                categories, calibration)

namespace detail {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(FeatureSpec, backbone, weightsSha256, layers, imagePx, gridPx,
                                   poolingPx)

using nlohmann::json;

namespace {

constexpr int kFormatVersion = 2; // 2: the residual path is the baseline map
const std::string kNetworkPrefix = "network.";
const std::string kMemoryPrefix = "memory.";
// Only there where they are not the usual: checkpoints of earlier versions stay what they are.
const char *const kChosenTemplates = "chosenTemplates";
const char *const kBaseline = "baseline";
const char *const kPatchLayers = "patchLayers";
const char *const kMaskedCategories = "maskedCategories";
const char *const kHasFilter = "hasFilter";
const char *const kReviewed = "reviewed";

Error notOurs(const std::filesystem::path &file, const std::string &why)
{
    return Error::make(ErrorCode::BadFormat, file.string() + " is not a usable CostFilter model (" +
                                                 why +
                                                 "); choose the model file of a finished run.");
}

/// Sizes that a network may be built from: a damaged or hostile file must not ask for terabytes.
bool plausible(const ModelConfig &config, const FeatureSpec &features)
{
    const auto within = [](std::int64_t value, std::int64_t low, std::int64_t high) {
        return value >= low && value <= high;
    };
    const auto &filter = config.filter;
    bool fine = within(filter.matches, 1, 1 << 16) && within(filter.layers, 1, 64) &&
                within(filter.width, 4, 512) && within(filter.firstReduction, 1, 8192) &&
                within(filter.classes, 1, 10000) && within(config.templateCount, 1, 100000) &&
                within(features.imagePx, 16, 4096) && within(features.gridPx, 4, 512) &&
                within(features.poolingPx, 1, 31) && !features.layers.empty() &&
                features.layers.size() == static_cast<std::size_t>(filter.layers) &&
                !config.categories.empty() &&
                config.calibration.size() == config.categories.size() &&
                !config.guidanceLayers.empty() &&
                filter.classes == static_cast<std::int64_t>(config.categories.size());
    fine = fine && features.objection().empty();
    for (const int layer : config.guidanceLayers)
        fine = fine && within(layer, 0, filter.layers - 1);
    fine = fine && filter.featureChannels.size() == config.guidanceLayers.size();
    for (const auto channels : filter.featureChannels)
        fine = fine && within(channels, 1, 1 << 14);
    if (config.profile ==
        Profile::Paper) // the compact filter guides every block by all of its layers
        for (const int layer : filter.guidanceLayer)
            fine = fine &&
                   within(layer, 0, static_cast<std::int64_t>(filter.featureChannels.size()) - 1);
    const auto maps = config.hasMemory() ? 1 : static_cast<std::size_t>(filter.layers);
    for (const auto &calibration : config.calibration)
        fine = fine && calibration.layerWeight.size() == maps;
    fine = fine && config.hasMemory() != config.patchLayers.empty();
    for (const int layer : config.patchLayers)
        fine = fine && within(layer, 0, filter.layers - 1);
    const auto &baseline = config.baseline;
    return fine && within(baseline.rotations, 1, 36) && within(baseline.neighbours, 1, 1 << 16) &&
           baseline.coresetRatio >= 0.0 && baseline.coresetRatio <= 1.0 &&
           baseline.coresetSize >= 0;
}

void readLaterSettings(const json &stored, ModelConfig &config)
{
    config.chosenTemplates = stored.value(kChosenTemplates, std::vector<std::string>());
    config.hasFilter = stored.value(kHasFilter, true);
    config.baseline = stored.value(kBaseline, BaselineOptions());
    config.patchLayers = stored.value(kPatchLayers, std::vector<int>());
    config.maskedCategories = stored.value(kMaskedCategories, std::vector<int>());
    config.reviewed = stored.value(kReviewed, std::vector<std::string>());
}

/// The remembered patches of each category; nothing when what is stored cannot be that.
std::optional<std::vector<torch::Tensor>> memoryIn(const weights::TensorFile &stored,
                                                   const StoredModel &model)
{
    std::vector<torch::Tensor> memory;
    for (std::size_t c = 0; c < model.config.categories.size(); ++c) {
        const auto *origins = stored.find(kMemoryPrefix + std::to_string(c));
        memory.push_back(origins ? toTorch(*origins) : torch::Tensor());
        if (origins &&
            !PatchBaseline::areOrigins(memory.back(), model.normals, static_cast<int>(c),
                                       model.config.baseline.rotations, model.features.gridPx))
            return std::nullopt;
    }
    return memory;
}

} // namespace

std::string describe(const ModelConfig &config, const FeatureSpec &features)
{
    json settings{{"version", kFormatVersion}, {"config", config}, {"features", features}};
    if (!config.chosenTemplates.empty())
        settings["config"][kChosenTemplates] = config.chosenTemplates;
    if (!config.hasFilter)
        settings["config"][kHasFilter] = false;
    if (!config.reviewed.empty())
        settings["config"][kReviewed] = config.reviewed;
    if (config.hasMemory()) {
        settings["config"][kBaseline] = config.baseline;
        settings["config"][kPatchLayers] = config.patchLayers;
        settings["config"][kMaskedCategories] = config.maskedCategories;
    }
    return settings.dump();
}

Result<void> saveModel(const std::filesystem::path &file, const ModelConfig &config,
                       const FeatureSpec &features, DetectorNetwork *network,
                       const std::vector<BankImage> &normals,
                       const std::vector<torch::Tensor> &memory)
{
    json settings = json::parse(describe(config, features));
    std::vector<weights::Tensor> tensors;
    if (network)
        for (const auto &[name, tensor] : stateOf(network->module()))
            tensors.push_back(toStored(kNetworkPrefix + name, tensor));
    for (std::size_t c = 0; c < memory.size(); ++c)
        if (memory[c].defined())
            tensors.push_back(toStored(kMemoryPrefix + std::to_string(c), memory[c]));
    json bank = json::array();
    for (std::size_t i = 0; i < normals.size(); ++i) {
        weights::Tensor png;
        png.name = "bank." + std::to_string(i);
        png.dtype = weights::DType::UInt8;
        png.shape = {static_cast<std::int64_t>(normals[i].png.size())};
        png.bytes.resize(normals[i].png.size());
        std::memcpy(png.bytes.data(), normals[i].png.data(), normals[i].png.size());
        tensors.push_back(std::move(png));
        bank.push_back({{"category", normals[i].category}, {"key", normals[i].contentKey}});
    }
    settings["bank"] = bank;
    return weights::writeSafetensors(file, tensors, {{"costfilter", settings.dump()}});
}

Result<StoredModel> loadModel(const std::filesystem::path &file)
{
    CF_ASSIGN_OR_RETURN(const auto stored, weights::readTensorFile(file));
    const auto text = stored.metadata.find("costfilter");
    if (text == stored.metadata.end())
        return notOurs(file, "it holds no settings of this program");
    StoredModel model;
    json bank;
    try {
        const auto settings = json::parse(text->second);
        const int version = settings.at("version").get<int>();
        if (version > kFormatVersion)
            return Error::make(
                ErrorCode::NewerVersion,
                file.string() + " was written by a newer version of this program (model format " +
                    std::to_string(version) + ", this one reads " + std::to_string(kFormatVersion) +
                    "); update the program.");
        if (version < kFormatVersion)
            return notOurs(file, "its network is of an earlier version; train it anew");
        model.config = settings.at("config").get<ModelConfig>();
        readLaterSettings(settings.at("config"), model.config);
        model.features = settings.at("features").get<FeatureSpec>();
        bank = settings.at("bank");
        for (std::size_t i = 0; i < bank.size(); ++i) {
            const auto *png = stored.find("bank." + std::to_string(i));
            if (!png || png->dtype != weights::DType::UInt8)
                return notOurs(file, "normal picture " + std::to_string(i) + " is missing");
            BankImage image;
            image.category = bank[i].at("category").get<int>();
            image.contentKey = bank[i].at("key").get<std::string>();
            image.png.resize(png->bytes.size());
            std::memcpy(image.png.data(), png->bytes.data(), png->bytes.size());
            if (image.category < 0 ||
                image.category >= static_cast<int>(model.config.categories.size()))
                return notOurs(file, "normal picture " + std::to_string(i) + " has no category");
            model.normals.push_back(std::move(image));
        }
    } catch (const json::exception &) {
        return notOurs(file, "its settings are damaged");
    }
    if (!plausible(model.config, model.features) || model.normals.empty())
        return notOurs(file, "its settings make no sense");
    for (std::size_t c = 0; c < model.config.categories.size(); ++c)
        if (model.config.templates == TemplateStrategy::Chosen &&
            withKeys(model.normals, static_cast<int>(c), model.config.chosenTemplates).empty())
            return notOurs(file, "its hand-picked templates are missing");
    if (model.config.hasMemory()) {
        auto memory = memoryIn(stored, model);
        if (!memory)
            return notOurs(file, "what it remembers of its normal pictures is damaged");
        model.memory = std::move(*memory);
    }
    if (!model.config.hasFilter)
        return model;
    NamedTensors tensors;
    for (const auto &tensor : stored.tensors)
        if (tensor.name.rfind(kNetworkPrefix, 0) == 0)
            tensors.emplace(tensor.name.substr(kNetworkPrefix.size()), toTorch(tensor));
    model.network = std::make_unique<DetectorNetwork>(model.config);
    CF_RETURN_IF_ERROR(loadInto(model.network->module(), tensors, file.string()));
    return model;
}

} // namespace detail
} // namespace cf::engine
