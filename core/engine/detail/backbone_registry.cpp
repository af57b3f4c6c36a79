#include "core/engine/detail/backbone_registry.h"

#include "core/engine/detail/efficient_net.h"
#include "core/engine/detail/residual_network.h"
#include "core/engine/detail/script_backbone.h"
#include "core/engine/detail/vision_transformer.h"

#include <map>
#include <variant>

namespace cf::engine::detail {

namespace {

using Shape = std::variant<EfficientNetShape, TransformerShape, ResidualShape>;

const std::map<std::string, Shape> &shapes()
{
    static const std::map<std::string, Shape> all = {
        {"efficientnet-lite0", EfficientNetShape::lite0()},
        {"efficientnet-lite1", EfficientNetShape::lite1()},
        {"efficientnet-lite2", EfficientNetShape::lite2()},
        {"efficientnet-b4", EfficientNetShape::b4()},
        {"dino-vits8", TransformerShape::dino('s', 8)},
        {"dino-vits16", TransformerShape::dino('s', 16)},
        {"dino-vitb8", TransformerShape::dino('b', 8)},
        {"dino-vitb16", TransformerShape::dino('b', 16)},
        {"dinov2-vits14", TransformerShape::dinov2('s', false)},
        {"dinov2-vitb14", TransformerShape::dinov2('b', false)},
        {"dinov2-vitl14", TransformerShape::dinov2('l', false)},
        {"dinov2-vits14-reg4", TransformerShape::dinov2('s', true)},
        {"dinov2-vitb14-reg4", TransformerShape::dinov2('b', true)},
        {"dinov2-vitl14-reg4", TransformerShape::dinov2('l', true)},
        {"wide-resnet50-2", ResidualShape::wideResNet50()},
        {"resnet18", ResidualShape::resNet18()},
        {"resnet50", ResidualShape::resNet50()}};
    return all;
}

using Opened = Result<std::unique_ptr<Backbone>>;

/// Makes the network that belongs to a shape.
struct Maker
{
    const NamedTensors &tensors;
    const std::vector<int> &layers;
    const std::string &source;

    template <typename Network, typename S>
    Opened make(const S &shape) const
    {
        CF_ASSIGN_OR_RETURN(auto network, Network::create(shape, tensors, layers, source));
        return std::unique_ptr<Backbone>(std::move(network));
    }
    Opened operator()(const EfficientNetShape &shape) const { return make<EfficientNet>(shape); }
    Opened operator()(const TransformerShape &shape) const
    {
        return make<VisionTransformer>(shape);
    }
    Opened operator()(const ResidualShape &shape) const { return make<ResidualNetwork>(shape); }
};

Error unknown(const std::string &backbone)
{
    return Error::make(ErrorCode::Unsupported,
                       "Backbone '" + backbone +
                           "' is not built in; 'costfilter weights list' shows those that are.");
}

} // namespace

Opened openBackbone(FeatureSpec &spec, const std::filesystem::path &weights)
{
    if (const auto objection = spec.objection(); !objection.empty())
        return Error::make(ErrorCode::BadUsage, objection);
    if (isScriptBackbone(spec.backbone)) {
        CF_ASSIGN_OR_RETURN(auto network, ScriptBackbone::open(weights, spec.layers, spec.imagePx));
        spec.layers = network->numbers();
        return std::unique_ptr<Backbone>(std::move(network));
    }
    if (!shapes().count(spec.backbone))
        return unknown(spec.backbone);
    CF_ASSIGN_OR_RETURN(const auto file, weights::readTensorFile(weights));
    return makeBackbone(spec, toTorch(file), weights.string());
}

Opened makeBackbone(const FeatureSpec &spec, const NamedTensors &tensors, const std::string &source)
{
    const auto shape = shapes().find(spec.backbone);
    if (shape == shapes().end())
        return unknown(spec.backbone);
    return std::visit(Maker{tensors, spec.layers, source}, shape->second);
}

} // namespace cf::engine::detail
