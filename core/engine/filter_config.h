#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace cf::engine {

/// Encoder blocks at which the two guidance streams enter (paper figure 2: four of six).
inline constexpr std::array<int, 4> kGuidedBlocks = {1, 3, 4, 6};

/// Size of a filter network. Symbols as in the paper; the defaults are the published GLAD /
/// AnomalDF setting.
struct FilterConfig
{
    std::int64_t matches = 1024; ///< D, channels of the volume
    std::int64_t layers = 4;     ///< L, depth of the volume
    std::int64_t width = 48;     ///< channels of the first block
    std::int64_t firstReduction =
        384; ///< channels after the first reduction of D; 192 in the HVQ and Dinomaly variants
    std::int64_t classes = 15; ///< categories of the class-aware adaptor
    std::vector<std::int64_t> featureChannels = {768, 768, 768,
                                                 768}; ///< C_l of each guidance layer
    std::array<int, 4> guidanceLayer = {0, 1, 2,
                                        3}; ///< which feature layer guides each of kGuidedBlocks
    /// Paper Table 4, SG and MG: guidance by the query's features and by the initial map. Switched
    /// off, the stream is zero; the tensors stay.
    bool spatialGuidance = true;
    bool matchingGuidance = true;
};

} // namespace cf::engine
