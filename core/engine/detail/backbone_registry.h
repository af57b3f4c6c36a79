#pragma once

#include "core/base/result.h"
#include "core/engine/detail/backbone.h"
#include "core/engine/detail/feature_spec.h"
#include "core/engine/detail/tensor_bridge.h"

#include <filesystem>
#include <memory>

namespace cf::engine::detail {

/// The backbone that `spec` names, with its weights, on the CPU. The layers of an exported network
/// are filled in when `spec` has none.
/// Fails with NotFound, with BadFormat (weights of something else), with Unsupported (a name that
/// is not built in) and with BadUsage (layers or a picture's side that it cannot have).
Result<std::unique_ptr<Backbone>> openBackbone(FeatureSpec &spec,
                                               const std::filesystem::path &weights);

/// A built-in backbone from tensors that were read before; `source` names them in errors.
/// Fails with BadFormat and Unsupported as above.
Result<std::unique_ptr<Backbone>> makeBackbone(const FeatureSpec &spec, const NamedTensors &tensors,
                                               const std::string &source);

} // namespace cf::engine::detail
