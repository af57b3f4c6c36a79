#include "core/engine/detail/cost_volume.h"
#include "core/weights/tensor_reader.h"
#include "core/workflow/weight_registry.h"
#include "tests/parity/backbone_inputs.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

#include <numeric>

namespace cf::parity {

using namespace cf::engine::detail;

namespace {

constexpr Tolerance kLogits{5e-5};
constexpr Tolerance kFeatures{2e-4};
constexpr Tolerance kFormulaFeatures{2e-5}; // of the weights that a formula gives
constexpr std::int64_t kSide = 224;
constexpr std::int64_t kHvqGrid = 14;
constexpr double kReluGain2 = 2.0;

void checkImage(const std::string &name, const torch::Tensor &image, EfficientNet &network,
                const GoldenFile &golden, Report &report)
{
    const auto add = [&](const std::string &key, const torch::Tensor &actual,
                         const Tolerance &tolerance) {
        const auto full = name + "." + key;
        report.add("backbone_lite0/" + full, compareKey(golden, full, actual, tolerance));
    };
    add("image", image, {1e-6});
    // The blocks as the product asks for them, the rest by way of the classifier.
    const auto blocks = network.layers(image);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        add((i < 10 ? "block0" : "block") + std::to_string(i), blocks[i], kFeatures);
    const auto logits =
        network.classify(image, [&](const std::string &layer, const torch::Tensor &output) {
            if (!layer.starts_with("block"))
                add(layer + "_bn_before_relu6", output, kFeatures);
        });
    add("logits", logits, kLogits);
    const auto [probability, index] = torch::softmax(logits, 1).topk(5, 1);
    add("top5.index", index, kExact);
    add("top5.prob", probability, kLogits);
}

} // namespace

void checkLite0(const GoldenFolder &folder, Report &report)
{
    const std::string file = "backbone_lite0";
    const auto path = workflow::findWeights("efficientnet-lite0");
    if (!path.ok()) {
        report.addSkipped(file, path.error().detail);
        return;
    }
    const auto golden = folder.tensors(file + ".pt");
    const auto tensors = toTorch(weights::readTensorFile(*path).orThrow());
    compareState(folder, file, "lite0", stateOf(tensors), report);
    const auto shape = EfficientNetShape::lite0();
    std::vector<int> everyBlock(static_cast<std::size_t>(shape.blocks()));
    std::iota(everyBlock.begin(), everyBlock.end(), 0);
    const auto network =
        EfficientNet::create(shape, tensors, everyBlock, path->string()).orThrow();

    const auto images = backboneImages(folder.fillOf(file + ".pt"), kSide);
    checkImage("noise", images.noise, *network, golden, report);
    checkImage("smooth", images.smooth, *network, golden, report);
}

void checkB4(const GoldenFolder &folder, Report &report)
{
    const std::string file = "backbone_b4";
    const auto golden = folder.tensors(file + ".pt");
    const auto fill = folder.fillOf(file + ".pt");
    const auto shape = EfficientNetShape::b4();
    compareState(folder, file, "b4", stateOf(shape), report);
    const auto network = EfficientNet::create(shape, fillAll(stateOf(shape), fill, kReluGain2),
                                              {1, 5, 9, 21}, "the formula")
                             .orThrow();
    const auto add = [&](const std::string &key, const torch::Tensor &actual) {
        report.add(file + "/" + key, compareKey(golden, key, actual, kFormulaFeatures));
    };
    const auto image = backboneImages(fill, kSide).smooth;
    const auto sampled = golden.sampledKeys();
    const auto logits =
        network->classify(image, [&](const std::string &layer, const torch::Tensor &output) {
            if (sampled.contains(layer))
                add(layer, output);
        });
    add("fc_logits", logits);
    // The layers as HVQ-Trans takes them.
    std::vector<torch::Tensor> onGrid;
    for (const auto &layer : network->layers(image)) {
        onGrid.push_back(enlarge(layer, kHvqGrid, kHvqGrid, Enlarge::AlignCorners));
        add("to14x14." + std::to_string(onGrid.size() - 1), onGrid.back());
    }
    const auto features = torch::cat(onGrid, 1);
    add("org_feature_272", features);
    add("org_feature_272.mean_per_channel", features.mean({0, 2, 3}));
}

} // namespace cf::parity
