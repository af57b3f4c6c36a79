#include "core/engine/detail/feature_spec.h"

#include <algorithm>

namespace cf::engine::detail {

FeatureSpec FeatureSpec::of(const std::string &backbone)
{
    FeatureSpec spec;
    spec.backbone = backbone;
    if (const auto *info = findBackbone(backbone)) {
        spec.layers = info->layers;
        spec.imagePx = info->imagePx;
        spec.gridPx = info->gridPx;
        spec.poolingPx = info->poolingPx;
    } else {
        spec.layers.clear();
    }
    return spec;
}

std::string FeatureSpec::objection() const
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

std::string FeatureSpec::key() const
{
    std::string text = backbone + " " + weightsSha256 + " layers";
    for (const int layer : layers)
        text += " " + std::to_string(layer);
    return text + " image " + std::to_string(imagePx) + " grid " + std::to_string(gridPx) +
           " pooling " + std::to_string(poolingPx);
}

} // namespace cf::engine::detail
