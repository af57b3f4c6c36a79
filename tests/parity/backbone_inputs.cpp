#include "tests/parity/backbone_inputs.h"

#include "core/engine/detail/cost_volume.h"
#include "tests/parity/compare.h"

namespace cf::parity {

using namespace cf::engine::detail;

namespace {

constexpr std::int64_t kClasses = 1000;

void addNorm(StateList &list, const std::string &name, std::int64_t channels)
{
    for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"})
        list[name + part] = {channels};
    list[name + ".num_batches_tracked"] = {};
}

void addLinear(StateList &list, const std::string &name, const Shape &weight)
{
    list[name + ".weight"] = weight;
    list[name + ".bias"] = {weight.front()};
}

} // namespace

Images backboneImages(const Fill &fill, std::int64_t side)
{
    const auto uniform = fill.uniform("in.image" + std::to_string(side), {1, 3, side, side});
    const auto grid = 2.0 * fill.uniform("in.image_grid", {1, 3, 16, 16}).to(torch::kFloat64);
    const auto smooth = enlarge(grid, side, side, Enlarge::AlignCorners).to(torch::kFloat32);
    return {2.0 * uniform, smooth + 0.25 * uniform};
}

StateList stateOf(const EfficientNetShape &shape)
{
    StateList list;
    list["_conv_stem.weight"] = {shape.stem, 3, 3, 3};
    addNorm(list, "_bn0", shape.stem);
    std::int64_t in = shape.stem;
    int number = 0;
    for (const auto &stage : shape.stages)
        for (int repeat = 0; repeat < stage.repeats; ++repeat) {
            const std::string block = "_blocks." + std::to_string(number++) + ".";
            const std::int64_t wide = in * stage.expansion;
            if (stage.expansion > 1) {
                list[block + "_expand_conv.weight"] = {wide, in, 1, 1};
                addNorm(list, block + "_bn0", wide);
            }
            list[block + "_depthwise_conv.weight"] = {wide, 1, stage.kernel, stage.kernel};
            addNorm(list, block + "_bn1", wide);
            if (shape.squeezes) {
                addLinear(list, block + "_se_reduce", {in / 4, wide, 1, 1});
                addLinear(list, block + "_se_expand", {wide, in / 4, 1, 1});
            }
            list[block + "_project_conv.weight"] = {stage.channels, wide, 1, 1};
            addNorm(list, block + "_bn2", stage.channels);
            in = stage.channels;
        }
    list["_conv_head.weight"] = {shape.head, in, 1, 1};
    addNorm(list, "_bn1", shape.head);
    addLinear(list, "_fc", {kClasses, shape.head});
    return list;
}

StateList stateOf(const TransformerShape &shape)
{
    const auto c = shape.channels;
    StateList list;
    list["cls_token"] = {1, 1, c};
    list["pos_embed"] = {1, shape.trainedGrid * shape.trainedGrid + 1, c};
    if (shape.registers > 0)
        list["register_tokens"] = {1, shape.registers, c};
    if (shape.scalesLayers)
        list["mask_token"] = {1, c};
    addLinear(list, "patch_embed.proj", {c, 3, shape.patchPx, shape.patchPx});
    for (std::int64_t number = 0; number < shape.blocks; ++number) {
        const std::string block = "blocks." + std::to_string(number) + ".";
        for (const char *norm : {"norm1", "norm2"}) {
            list[block + norm + ".weight"] = {c};
            list[block + norm + ".bias"] = {c};
        }
        addLinear(list, block + "attn.qkv", {3 * c, c});
        addLinear(list, block + "attn.proj", {c, c});
        addLinear(list, block + "mlp.fc1", {4 * c, c});
        addLinear(list, block + "mlp.fc2", {c, 4 * c});
        if (shape.scalesLayers)
            for (const char *scale : {"ls1.gamma", "ls2.gamma"})
                list[block + scale] = {c};
    }
    list["norm.weight"] = {c};
    list["norm.bias"] = {c};
    return list;
}

StateList stateOf(const NamedTensors &tensors)
{
    StateList list;
    for (const auto &[name, tensor] : tensors)
        list[name] = tensor.sizes().vec();
    return list;
}

NamedTensors fillAll(const StateList &list, const Fill &fill, double gain2)
{
    NamedTensors tensors;
    for (const auto &[name, shape] : list)
        tensors[name] = fill.parameter(name, shape, gain2);
    return tensors;
}

void compareState(const GoldenFolder &folder, const std::string &file, const std::string &name,
                  const StateList &list, Report &report)
{
    const std::string listFile = "state_dict_" + name + ".json";
    if (!folder.has(listFile))
        return;
    auto unmatched = list;
    double mismatches = 0.0;
    const auto official = folder.json(listFile);
    for (const auto &entry : official.at("entries")) {
        const auto found = unmatched.find(entry.at("name").get<std::string>());
        if (found == unmatched.end() || found->second != entry.at("shape").get<Shape>())
            mismatches += 1.0;
        else
            unmatched.erase(found);
    }
    report.add(file + "/state_dict",
               compareNumber(0.0, mismatches + static_cast<double>(unmatched.size()), 0.0));
}

} // namespace cf::parity
