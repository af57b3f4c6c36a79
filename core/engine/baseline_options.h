#pragma once

#include <cstdint>

namespace cf::engine {

/// What a model's baseline map shows: alone, or mixed with the filtered map by lambda.
enum class BaselineMethod {
    CostVolume,  ///< smallest matching costs, weighted over the layers (paper section 3.2)
    PatchCore,   ///< Roth et al., CVPR 2022
    AnomalyDino, ///< Damm et al., WACV 2025; with all normals as references it is AnomalDF
};

/// As the command line calls it.
const char *toString(BaselineMethod method);

/// Whether patches of the ground around the product are left out (AnomalyDINO).
enum class Masking {
    Auto, ///< in the categories whose normals pass the masking test
    On,
    Off,
};

/// As the command line calls it.
const char *toString(Masking masking);

/// How the baseline map comes about. All but the method is looked at by PatchCore and AnomalyDINO
/// alone.
struct BaselineOptions
{
    BaselineMethod method = BaselineMethod::CostVolume;
    /// Share of the normals' patches that is remembered, 0..1; 0 = the method's own: a tenth for
    /// PatchCore, all for AnomalyDINO.
    double coresetRatio = 0.0;
    std::int64_t coresetSize = 0; ///< patches of each category; goes before the share; 0 = by that
    std::int64_t neighbours = 9;  ///< b of PatchCore's equation 7; 1 = no re-weighting
    int rotations = 1; ///< turns of each normal, evenly spread over the circle; 8 as published
    Masking masking = Masking::Auto;
    bool operator==(const BaselineOptions &) const = default;

    /// Patches to remember of `available`, at least one.
    std::int64_t remembered(std::int64_t available) const;
};

} // namespace cf::engine
