#include "core/engine/detail/feature_spec.h"

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
    return engine::objection(backbone, layers, imagePx);
}

std::string FeatureSpec::key() const
{
    std::string text = backbone + " " + weightsSha256 + " layers";
    for (const int layer : layers)
        text.append(1, ' ').append(std::to_string(layer));
    return text + " image " + std::to_string(imagePx) + " grid " + std::to_string(gridPx) +
           " pooling " + std::to_string(poolingPx);
}

} // namespace cf::engine::detail
