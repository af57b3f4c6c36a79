#include "core/engine/baseline_options.h"

#include <algorithm>
#include <cmath>

namespace cf::engine {

namespace {

constexpr double kPatchCoreRatio = 0.1;

} // namespace

const char *toString(BaselineMethod method)
{
    switch (method) {
    case BaselineMethod::PatchCore:
        return "patchcore";
    case BaselineMethod::AnomalyDino:
        return "anomalydino";
    case BaselineMethod::CostVolume:
        break;
    }
    return "cost-volume";
}

const char *toString(Masking masking)
{
    switch (masking) {
    case Masking::On:
        return "on";
    case Masking::Off:
        return "off";
    case Masking::Auto:
        break;
    }
    return "auto";
}

std::int64_t BaselineOptions::remembered(std::int64_t available) const
{
    const double usual = method == BaselineMethod::PatchCore ? kPatchCoreRatio : 1.0;
    const double ratio = coresetRatio > 0.0 ? coresetRatio : usual;
    const auto wanted =
        coresetSize > 0 ? coresetSize : std::llround(ratio * static_cast<double>(available));
    return std::clamp<std::int64_t>(wanted, 1, std::max<std::int64_t>(available, 1));
}

} // namespace cf::engine
