#include "tests/parity/backbone_inputs.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

#include <array>

namespace cf::parity {

using namespace cf::engine::detail;

namespace {

constexpr Tolerance kTokens{5e-4};
constexpr Tolerance kInputs{1e-5}; ///< before the first block
constexpr double kTransformerGain2 = 1.0;
const std::vector<int> kLayers = {3, 6, 9, 12};

std::unique_ptr<VisionTransformer> formulaNetwork(const TransformerShape &shape, const Fill &fill)
{
    return VisionTransformer::create(shape, fillAll(stateOf(shape), fill, kTransformerGain2),
                                     kLayers, "the formula")
        .orThrow();
}

std::string layerKey(std::size_t index)
{
    return "layer" + std::to_string(kLayers[index]);
}

/// Maps [1, C, h, w] as the product gives them, back to tokens [1, P, C].
torch::Tensor mapsToTokens(const torch::Tensor &maps)
{
    return maps.flatten(2).transpose(1, 2);
}

} // namespace

void checkDino(const std::string &name, char size, const GoldenFolder &folder, Report &report)
{
    constexpr std::int64_t kSide = 256;
    const std::string file = "backbone_" + name;
    const auto golden = folder.tensors(file + ".pt");
    const auto fill = folder.fillOf(file + ".pt");
    const auto shape = TransformerShape::dino(size, 8);
    compareState(folder, file, name, stateOf(shape), report);
    const auto network = formulaNetwork(shape, fill);
    const auto add = [&](const std::string &key, const torch::Tensor &actual,
                         const Tolerance &tolerance) {
        report.add(file + "/" + key, compareKey(golden, key, actual, tolerance));
    };
    const auto image = backboneImages(fill, kSide).smooth;
    add("image", image, kInputs);
    const auto streams =
        network->tokens(image, [&](const std::string &part, const torch::Tensor &value) {
            const bool isPosition = part == "pos_embed";
            add(isPosition ? "pos_embed_256" : part, value,
                isPosition || part == "tokens_in" ? kInputs : kTokens);
        });
    for (std::size_t i = 0; i < streams.size(); ++i) {
        add(layerKey(i), streams[i], kTokens);
        add(layerKey(i) + ".token0_cls", streams[i][0][0], kTokens);
        add(layerKey(i) + ".token1", streams[i][0][1], kTokens);
        add(layerKey(i) + ".token1024", streams[i][0][1024], kTokens);
    }
    add("cls_normed", network->normed(streams.back()).select(1, 0), kTokens);
}

void checkDinov2(const GoldenFolder &folder, Report &report)
{
    const std::string file = "backbone_dinov2_vits14";
    const auto golden = folder.tensors(file + ".pt");
    const auto fill = folder.fillOf(file + ".pt");
    auto shape = TransformerShape::dinov2('s', false);
    compareState(folder, file, "dinov2_vits14", stateOf(shape), report);
    const auto add = [&](const std::string &key, const torch::Tensor &actual,
                         const Tolerance &tolerance) {
        report.add(file + "/" + key, compareKey(golden, key, actual, tolerance));
    };
    const auto network = formulaNetwork(shape, fill);
    for (const std::int64_t side : {392, 448}) {
        const std::string at = "s" + std::to_string(side) + ".";
        const auto image = backboneImages(fill, side).smooth;
        add(at + "image", image, kInputs);
        const auto streams =
            network->tokens(image, [&](const std::string &part, const torch::Tensor &value) {
                if (part == "pos_embed")
                    add(at + part, value, kInputs);
            });
        const auto maps = network->layers(image);
        for (std::size_t i = 0; i < streams.size(); ++i) {
            add(at + layerKey(i), mapsToTokens(maps[i]), kTokens);
            add(at + layerKey(i) + ".cls", streams[i][0][0], kTokens);
        }
        const auto normed = network->normed(streams.back());
        add(at + "x_norm_clstoken", normed[0][0], kTokens);
        add(at + "x_norm_patchtokens", normed.slice(1, 1), kTokens);
    }

    // With registers: the official scaling of the positions, and that of Dinomaly's loader.
    constexpr std::int64_t kSide = 392;
    const auto image = backboneImages(fill, kSide).smooth;
    const auto checkRegisters = [&](PositionScaling scaling, const std::string &position,
                                    bool hasLayers) {
        shape = TransformerShape::dinov2('s', true);
        shape.scaling = scaling;
        const auto registers = formulaNetwork(shape, fill);
        registers->tokens(image, [&](const std::string &part, const torch::Tensor &value) {
            if (part == "pos_embed")
                add("reg.s392." + position, value, kInputs);
        });
        const auto maps = registers->layers(image);
        for (std::size_t i = 0; hasLayers && i < maps.size(); ++i)
            add("reg.s392." + layerKey(i) + "_dinomaly_pos", mapsToTokens(maps[i]), kTokens);
    };
    checkRegisters(PositionScaling::SizeAntialiased, "pos_embed_official", false);
    checkRegisters(PositionScaling::FactorPlusTenth, "pos_embed_dinomaly", true);
}

} // namespace cf::parity
