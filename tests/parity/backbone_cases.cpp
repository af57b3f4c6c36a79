#include "core/engine/detail/backbone.h"
#include "core/engine/detail/cost_volume.h"
#include "core/weights/tensor_reader.h"
#include "core/workflow/weight_registry.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

#include <numeric>
#include <set>

namespace cf::parity {

using namespace cf::engine::detail;

namespace {

constexpr Tolerance kLogits{5e-5};
constexpr Tolerance kFeatures{2e-4};
constexpr std::int64_t kSide = 224;

/// The two network inputs of the golden file.
struct Images
{
    torch::Tensor noise, smooth;
};

Images imagesOf(const Fill &fill)
{
    const auto uniform = fill.uniform("in.image" + std::to_string(kSide), {1, 3, kSide, kSide});
    const auto grid = 2.0 * fill.uniform("in.image_grid", {1, 3, 16, 16}).to(torch::kFloat64);
    const auto smooth = enlarge(grid, kSide, kSide, Enlarge::AlignCorners).to(torch::kFloat32);
    return {2.0 * uniform, smooth + 0.25 * uniform};
}

/// Number of tensors that only one of weight file and list has, or whose shape differs.
double stateMismatches(const weights::TensorFile &file, const nlohmann::json &official)
{
    std::set<std::pair<std::string, Shape>> unmatched;
    for (const auto &entry : official.at("entries"))
        unmatched.insert({entry.at("name").get<std::string>(), entry.at("shape").get<Shape>()});
    std::size_t unknown = 0;
    for (const auto &tensor : file.tensors)
        unknown += unmatched.erase({tensor.name, tensor.shape}) == 0 ? 1 : 0;
    return static_cast<double>(unmatched.size() + unknown);
}

void checkImage(const std::string &name, const torch::Tensor &image, EfficientNetLite0 &network,
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
                add(layer, output, kFeatures);
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
    const auto stored = weights::readTensorFile(*path).orThrow();
    if (const std::string list = "state_dict_lite0.json"; folder.has(list))
        report.add(file + "/state_dict",
                   compareNumber(0.0, stateMismatches(stored, folder.json(list)), 0.0));
    std::vector<int> everyBlock(EfficientNetLite0::kBlocks);
    std::iota(everyBlock.begin(), everyBlock.end(), 0);
    const auto network =
        EfficientNetLite0::create(toTorch(stored), everyBlock, path->string()).orThrow();

    const auto images = imagesOf(folder.fillOf(file + ".pt"));
    checkImage("noise", images.noise, *network, golden, report);
    checkImage("smooth", images.smooth, *network, golden, report);
}

} // namespace cf::parity
