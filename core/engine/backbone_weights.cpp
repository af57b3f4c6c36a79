#include "core/engine/backbone_weights.h"

#include "core/engine/backbones.h"
#include "core/engine/detail/backbone_registry.h"
#include "core/engine/detail/tensor_bridge.h"

namespace cf::engine {

Result<void> checkBackboneWeights(const std::string &name, const std::filesystem::path &file)
{
    auto spec = detail::FeatureSpec::of(name);
    CF_ASSIGN_OR_RETURN(const auto network, detail::openBackbone(spec, file));
    return {};
}

Result<std::vector<std::string>> fittingBackbones(const std::filesystem::path &file)
{
    CF_ASSIGN_OR_RETURN(const auto stored, weights::readTensorFile(file));
    const auto tensors = detail::toTorch(stored);
    std::vector<std::string> names;
    for (const auto &info : backbones())
        if (detail::makeBackbone(detail::FeatureSpec::of(info.name), tensors, file.string()).ok())
            names.push_back(info.name);
    return names;
}

} // namespace cf::engine
