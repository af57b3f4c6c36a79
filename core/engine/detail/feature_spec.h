#pragma once

#include "core/engine/backbones.h"

#include <string>
#include <vector>

namespace cf::engine::detail {

/// Which features: a cache entry or a model is only good for the very same one.
struct FeatureSpec
{
    std::string backbone = "efficientnet-lite0";
    std::string weightsSha256;                   ///< of the weight file
    std::vector<int> layers = {2, 4, 7, 10, 14}; ///< as the backbone numbers them
    int imagePx = 256;                           ///< images are brought to imagePx x imagePx
    int gridPx = 32;                             ///< features are brought to gridPx x gridPx
    int poolingPx = 3; ///< average over this neighbourhood of the grid; 1 = none

    /// As the backbone has it when nothing else is said. An exported network's layers are empty
    /// until it is opened: all that it has.
    static FeatureSpec of(const std::string &backbone);

    /// Empty when a picture and layers of this kind can be had, else what to change.
    std::string objection() const;
    /// Names everything above; part of cache keys.
    std::string key() const;
    bool operator==(const FeatureSpec &) const = default;
};

} // namespace cf::engine::detail
