#include "core/engine/detail/postprocess.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"
#include "tests/parity/filter_walk.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace cf::parity {

using namespace cf::engine::detail;
using cf::engine::FilterConfig;

namespace {

constexpr Tolerance kLogits{1e-4};
constexpr Tolerance kClassLogits{5e-5};
constexpr Tolerance kMap{1e-5};
constexpr Tolerance kIntermediate{0.0, 1e-4};
constexpr double kGain2 = 2.0;

/// One of the published networks, and the size of its inputs.
struct Variant
{
    FilterConfig config;
    std::vector<std::int64_t> tokens; ///< of each feature tensor, whose channels are in config
    std::int64_t imageSide = 0;       ///< pixels to which the map is enlarged
};

Variant variantOf(const std::string &name)
{
    Variant variant;
    if (name == "glad") {
        variant.tokens = {1024, 1024, 1024, 1024};
        variant.imageSide = 256;
    } else if (name == "dinomaly") {
        variant.config.matches = 768;
        variant.config.layers = 2;
        variant.config.firstReduction = 192;
        variant.config.featureChannels = {768, 768};
        variant.config.guidanceLayer = {0, 0, 1, 1};
        variant.tokens = {784, 784};
        variant.imageSide = 392;
    } else if (name == "hvq") {
        variant.config.matches = 196;
        variant.config.firstReduction = 192;
        variant.config.featureChannels = {24, 32, 56, 160};
        variant.tokens = {196, 196, 196, 196};
        variant.imageSide = 224;
    } else {
        throw std::invalid_argument("no filter variant is called " + name);
    }
    return variant;
}

/// Tokens [B, P, C], row by row, as a square map [B, C, h, w].
torch::Tensor toGrid(const torch::Tensor &tokens)
{
    const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(tokens.size(1))));
    return tokens.transpose(1, 2).unflatten(2, {side, side}).contiguous();
}

FilterInputs inputsOf(const Variant &variant, const Fill &fill)
{
    constexpr std::int64_t kBatch = 2;
    constexpr std::int64_t kSide = 64;
    const auto &config = variant.config;
    FilterInputs inputs;
    inputs.volume =
        fill.absolute("in.volume", {kBatch, config.matches, config.layers, kSide, kSide});
    for (std::size_t i = 0; i < variant.tokens.size(); ++i)
        inputs.features.push_back(
            toGrid(fill.uniform("in.feature" + std::to_string(i),
                                {kBatch, variant.tokens[i], config.featureChannels[i]})));
    inputs.initialMap = fill.absolute("in.initial_map", {kBatch, config.layers, kSide, kSide});
    return inputs;
}

/// Number of tensors that only one of network and official checkpoint has, or whose shape differs.
double stateMismatches(const FilterNetwork &network, const nlohmann::json &official)
{
    using Entry = std::pair<std::string, Shape>;
    std::set<Entry> ours;
    for (const auto &item : network->named_parameters())
        ours.insert({item.key(), item.value().sizes().vec()});
    for (const auto &item : network->named_buffers())
        ours.insert({item.key(), item.value().sizes().vec()});
    std::set<Entry> theirs;
    for (const auto &entry : official.at("entries"))
        theirs.insert({entry.at("name").get<std::string>(), entry.at("shape").get<Shape>()});
    std::vector<Entry> different;
    std::set_symmetric_difference(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                                  std::back_inserter(different));
    return static_cast<double>(different.size());
}

double parameterCount(const FilterNetwork &network)
{
    std::int64_t count = 0;
    for (const auto &parameter : network->parameters())
        count += parameter.numel();
    return static_cast<double>(count);
}

/// The module whose output an attention record holds: attention ends a decoder block, and comes
/// before the reduction in an encoder one.
std::string moduleOf(const AttentionRecord &record)
{
    if (record.block.starts_with("db"))
        return "decoder_segment." + record.block.substr(0, record.block.find('.'));
    return "encoder_segment." + record.block + ".spatial_attention";
}

} // namespace

void checkFilter(const std::string &variantName, const GoldenFolder &folder, Report &report)
{
    torch::NoGradGuard noGrad;
    const std::string file = "filter_" + variantName;
    const auto golden = folder.tensors(file + ".pt");
    const auto fill = folder.fillOf(file + ".pt");
    const auto variant = variantOf(variantName);
    const auto add = [&](const std::string &key, const torch::Tensor &actual,
                         const Tolerance &tolerance) {
        report.add(file + "/" + key, compareKey(golden, key, actual, tolerance));
    };

    FilterNetwork network(variant.config);
    if (const auto list = "state_dict_" + file + ".json"; folder.has(list)) {
        const auto official = folder.json(list);
        report.add(file + "/state_dict",
                   compareNumber(0.0, stateMismatches(network, official), 0.0));
        report.add(file + "/parameters", compareNumber(official.at("parameters").get<double>(),
                                                       parameterCount(network), 0.0));
    }
    fill.overwrite(*network, kGain2);
    network->eval();
    const auto inputs = inputsOf(variant, fill);
    const auto probe = golden.at("in.volume.probe");
    add("in.volume.probe", inputs.volume.flatten().slice(0, 0, probe.numel()), kExact);

    AttentionRecorder recorder;
    const auto output =
        network->forward(inputs.volume, inputs.features, inputs.initialMap, &recorder);
    add("logits", output.logits, kLogits);
    add("class_logits", output.classLogits, kClassLogits);
    add("anomaly_map", anomalyMap(output.logits, output.logits.size(2), output.logits.size(3)),
        kMap);
    add("anomaly_map_upsampled", anomalyMap(output.logits, variant.imageSide, variant.imageSide),
        kMap);
    // What the heatmaps are made of, as the engine itself records it.
    for (const auto &record : recorder.records()) {
        if (const auto key = moduleOf(record); golden.has(key + ".val"))
            report.add(file + "/recorded." + key,
                       compareKey(golden, key, record.attended, kIntermediate));
    }

    auto unseen = golden.sampledKeys();
    unseen.erase("anomaly_map_upsampled");
    const auto walked = walkFilter(
        network, inputs, [&](const std::string &module, const torch::Tensor &moduleOutput) {
            if (unseen.erase(module) == 1)
                add(module, moduleOutput, kIntermediate);
        });
    report.add(file + "/modules_not_compared",
               compareNumber(0.0, static_cast<double>(unseen.size()), 0.0));
    // Another wiring would be off by 0.1; memory layout may change the last bits.
    report.add(file + "/walk_equals_forward",
               worseOf(compare(output.logits, walked.logits, kMap),
                       compare(output.classLogits, walked.classLogits, kMap)));
}

} // namespace cf::parity
