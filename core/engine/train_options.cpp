#include "core/engine/train_options.h"

#include <algorithm>
#include <cmath>

namespace cf::engine {

const char *toString(TemplateStrategy strategy)
{
    switch (strategy) {
    case TemplateStrategy::Nearest:
        return "nearest";
    case TemplateStrategy::Random:
        return "random";
    case TemplateStrategy::KCentre:
        return "k-centre";
    case TemplateStrategy::Chosen:
        break;
    }
    return "chosen";
}

const char *toString(Variation variation)
{
    switch (variation) {
    case Variation::None:
        return "none";
    case Variation::Measured:
        return "measured";
    case Variation::Wide:
        break;
    }
    return "wide";
}

const char *toString(Guidance guidance)
{
    switch (guidance) {
    case Guidance::Both:
        return "both";
    case Guidance::Spatial:
        return "spatial";
    case Guidance::Matching:
        return "matching";
    case Guidance::None:
        break;
    }
    return "none";
}

std::vector<std::string> lossTerms(Profile profile)
{
    if (profile == Profile::Compact)
        return {"pixel", "dice", "image", "cross_entropy"};
    return {"focal", "ssim", "mse", "soft_iou", "cross_entropy"};
}

namespace {

std::string objectionTo(const BaselineOptions &baseline)
{
    if (!(baseline.coresetRatio >= 0.0 && baseline.coresetRatio <= 1.0))
        return "The share of patches that is remembered must lie between 0 and 1.";
    if (baseline.coresetSize < 0 || baseline.neighbours < 1)
        return "The number of remembered patches must be 0 or larger, that of neighbours 1 or "
               "larger.";
    if (baseline.rotations < 1 || baseline.rotations > 36)
        return "The number of rotations must lie between 1 and 36.";
    return {};
}

} // namespace

std::string objection(const TrainOptions &options)
{
    if (auto why = objectionTo(options.baseline); !why.empty())
        return why;
    if (options.source == kPatchCoreSource && options.baseline.method != BaselineMethod::PatchCore)
        return "Templates of PatchCore come from its memory, which this model would not have; "
               "choose PatchCore as the baseline, too (--baseline patchcore).";
    const auto terms = lossTerms(options.profile);
    const auto &weights = options.ablation.lossWeights;
    for (const auto &[name, weight] : weights) {
        if (std::find(terms.begin(), terms.end(), name) == terms.end()) {
            std::string known;
            for (const auto &term : terms)
                known += (known.empty() ? "" : ", ") + term;
            return "There is no loss term '" + name + "' in this profile; choose from " + known +
                   ".";
        }
        if (weight < 0.0 || !std::isfinite(weight))
            return "The weight of the loss term '" + name + "' must be 0 or larger.";
    }
    const bool mapIsTaught = std::any_of(terms.begin(), terms.end(), [&](const auto &term) {
        const auto weight = weights.find(term);
        return term != "cross_entropy" && (weight == weights.end() || weight->second > 0.0);
    });
    if (!mapIsTaught)
        return "Every loss term of the anomaly map is off; leave at least one on.";
    if (options.matches > 0 && options.profile == Profile::Compact)
        return "The compact profile has a fixed layout of matches; choose D with the paper's "
               "profile.";
    return {};
}

} // namespace cf::engine
