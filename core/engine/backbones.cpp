#include "core/engine/backbones.h"

#include <algorithm>
#include <functional>

namespace cf::engine {

namespace {

constexpr int kLastEfficientBlock[] = {15, 19, 22}; // Lite0, Lite1, Lite2

std::vector<BackboneInfo> allBackbones()
{
    std::vector<BackboneInfo> all;
    for (int size = 0; size < 3; ++size) {
        const auto number = std::to_string(size);
        all.push_back({"efficientnet-lite" + number, "EfficientNet-Lite" + number, 0,
                       kLastEfficientBlock[size], 1,
                       size == 0 ? std::vector<int>{2, 4, 7, 10, 14}
                                 : std::vector<int>{3, 6, 10, 14, 19},
                       256, 32, 3});
    }
    all.push_back({"efficientnet-b4", "EfficientNet-B4", 0, 31, 1, {1, 5, 9, 21}, 256, 32, 3});
    for (const char size : {'s', 'b'})
        for (const int patch : {8, 16}) {
            const auto ending = size + std::to_string(patch);
            const std::string capital(1, size == 's' ? 'S' : 'B');
            all.push_back({"dino-vit" + ending,
                           "DINO ViT-" + capital + "/" + std::to_string(patch), 1, 12, patch,
                           {3, 6, 9, 12}, 32 * patch, 32, 1});
        }
    for (const bool hasRegisters : {false, true})
        for (const char size : {'s', 'b', 'l'}) {
            const bool isLarge = size == 'l';
            const std::string capital(1, size == 's' ? 'S' : size == 'b' ? 'B' : 'L');
            all.push_back({std::string("dinov2-vit") + size + (hasRegisters ? "14-reg4" : "14"),
                           "DINOv2 ViT-" + capital + "/14" +
                               (hasRegisters ? " with registers" : ""),
                           1, isLarge ? 24 : 12, 14,
                           isLarge ? std::vector<int>{6, 12, 18, 24} : std::vector<int>{3, 6, 9, 12},
                           448, 32, 1});
        }
    all.push_back({"wide-resnet50-2", "WideResNet-50-2", 1, 4, 1, {1, 2, 3}, 256, 32, 3});
    all.push_back({"resnet18", "ResNet-18", 1, 4, 1, {1, 2, 3}, 256, 32, 3});
    all.push_back({"resnet50", "ResNet-50", 1, 4, 1, {1, 2, 3}, 256, 32, 3});
    return all;
}

} // namespace

const std::vector<BackboneInfo> &backbones()
{
    static const std::vector<BackboneInfo> all = allBackbones();
    return all;
}

const BackboneInfo *findBackbone(const std::string &name)
{
    const auto &all = backbones();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const BackboneInfo &info) { return info.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::string objection(const std::string &backbone, const std::vector<int> &layers, int imagePx)
{
    const auto *info = findBackbone(backbone);
    if (!info)
        return {};
    for (const int layer : layers)
        if (layer < info->firstLayer || layer > info->lastLayer)
            return info->title + " has no layer " + std::to_string(layer) + "; choose from " +
                   std::to_string(info->firstLayer) + " to " + std::to_string(info->lastLayer) +
                   ".";
    if (std::adjacent_find(layers.begin(), layers.end(), std::greater_equal<>()) != layers.end())
        return "The layers of " + info->title + " must be in rising order, each once.";
    if (imagePx % info->patchPx != 0)
        return info->title + " looks at patches of " + std::to_string(info->patchPx) +
               " pixels, which do not divide " + std::to_string(imagePx) + "; choose " +
               std::to_string(std::max(imagePx / info->patchPx, 1) * info->patchPx) + ".";
    return {};
}

bool isScriptBackbone(const std::string &name)
{
    return name.rfind(kScriptBackbone, 0) == 0;
}

} // namespace cf::engine
