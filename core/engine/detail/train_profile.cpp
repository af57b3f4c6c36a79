#include "core/engine/detail/train_profile.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <string>

namespace cf::engine::detail {

TrainProfile TrainProfile::of(Profile profile)
{
    TrainProfile p{};
    if (profile == Profile::Compact) {
        p.steps = 1200;
        p.batch = 12;
        p.learningRate = 2e-3;
        p.weightDecay = 1e-2;
        p.beta2 = 0.999;
        p.gradientNorm = 1.0;
        p.averaging = 0.99;
        p.width = 16;
        p.matches = 9;
        p.chunk = 4;
        p.chunkEvery = 2;
        p.firstChunks = 60;
        p.poolSamples = 1600;
        p.validateEvery = 200;
        p.patience = 6;
        p.oneCycle = true;
        return p;
    }
    // Paper section 4: 40 epochs of batch 8, Adam with betas 0.9 and 0.98, rate 1e-3 halved after 5
    // epochs without gain.
    p.steps = 18000;
    p.batch = 8;
    p.learningRate = 1e-3;
    p.weightDecay = 0.0;
    p.beta2 = 0.98;
    p.gradientNorm = 1.0;
    p.averaging = 0.0;
    p.width = 48;
    p.matches = 1024;
    p.chunk = 8;
    p.chunkEvery = 1;
    p.firstChunks = 0;
    p.poolSamples = 8;
    p.validateEvery = 450;
    p.patience = 20;
    p.oneCycle = false;
    return p;
}

TrainProfile TrainProfile::of(const TrainOptions &options)
{
    auto p = of(options.profile);
    if (options.batch > 0)
        p.batch = options.batch;
    if (options.learningRate > 0.0)
        p.learningRate = options.learningRate;
    if (options.matches > 0 && options.profile == Profile::Paper)
        p.matches = options.matches;
    const std::map<std::string, double *> weights =
        options.profile == Profile::Compact
            ? std::map<std::string, double *>{{"pixel", &p.compactLoss.pixel},
                                              {"dice", &p.compactLoss.dice},
                                              {"image", &p.compactLoss.image},
                                              {"cross_entropy", &p.compactLoss.crossEntropy}}
            : std::map<std::string, double *>{{"focal", &p.paperLoss.focal},
                                              {"ssim", &p.paperLoss.ssim},
                                              {"mse", &p.paperLoss.mse},
                                              {"soft_iou", &p.paperLoss.softIou},
                                              {"cross_entropy", &p.paperLoss.crossEntropy}};
    for (const auto &[name, weight] : options.ablation.lossWeights)
        if (const auto known = weights.find(name); known != weights.end())
            *known->second = weight;
    if (!options.ablation.classAdaptor) {
        *weights.at("cross_entropy") = 0.0;
        p.paperLoss.classAware = false;
    }
    return p;
}

std::int64_t TrainProfile::plannedSteps(const TrainOptions &options, std::size_t normals,
                                        std::int64_t before) const
{
    if (options.steps > 0)
        return options.steps;
    if (options.epochs > 0)
        return (options.epochs * static_cast<std::int64_t>(normals) + batch - 1) / batch;
    if (!options.filterWeights.empty())
        return before;
    return before > 0 ? before : steps;
}

std::int64_t TrainProfile::validationSamples(std::size_t categories, std::int64_t steps)
{
    return std::min(std::clamp<std::int64_t>(600 / static_cast<std::int64_t>(categories), 40, 120),
                    8 + steps / 5);
}

std::vector<int> guidanceLayers(Profile profile, std::int64_t layers)
{
    const int last = static_cast<int>(layers) - 1;
    std::vector<int> chosen;
    if (profile == Profile::Compact)
        chosen = last >= 3 ? std::vector<int>{1, 3} : std::vector<int>{last - 1, last};
    else
        chosen = last >= 3 ? std::vector<int>{0, 1, last - 1, last}
                           : std::vector<int>{last - 2, last - 1, last};
    std::erase_if(chosen, [](int layer) { return layer < 0; });
    return chosen;
}

std::array<int, 4> guidanceOrder(std::size_t guides)
{
    switch (guides) {
    case 1:
        return {0, 0, 0, 0};
    case 2:
        return {0, 0, 1, 1};
    case 3:
        return {0, 1, 1, 2};
    default:
        return {0, 1, 2, 3};
    }
}

double oneCycleRate(double peak, std::int64_t step, std::int64_t total)
{
    constexpr double kWarmShare = 0.1;
    constexpr double kStartDivisor = 25.0;
    constexpr double kEndDivisor = 25.0e4;
    const auto blend = [](double from, double to, double share) {
        return to + (from - to) * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
    };
    const double position =
        static_cast<double>(step) / std::max<double>(1.0, static_cast<double>(total));
    if (position < kWarmShare)
        return blend(peak / kStartDivisor, peak, position / kWarmShare);
    return blend(peak, peak / kEndDivisor, (position - kWarmShare) / (1.0 - kWarmShare));
}

} // namespace cf::engine::detail
