#pragma once

#include "core/engine/detail/compact_loss.h"
#include "core/engine/detail/losses.h"
#include "core/engine/train_options.h"

#include <array>
#include <cstdint>
#include <vector>

namespace cf::engine::detail {

/// The numbers of a profile that no user sets.
struct TrainProfile
{
    std::int64_t steps, batch;
    double learningRate;
    double weightDecay;
    double beta2;
    double gradientNorm; ///< gradients are clipped to this length
    double averaging;    ///< decay of the averaged weights that are kept; 0 = the last weights
    std::int64_t width, matches;
    std::int64_t chunk;         ///< samples made at a time
    std::int64_t chunkEvery;    ///< steps between chunks
    std::int64_t firstChunks;   ///< chunks made before the first step
    std::int64_t poolSamples;   ///< samples kept to draw batches from; the oldest go first
    std::int64_t validateEvery; ///< steps
    std::int64_t patience;      ///< validations without a gain after which training stops
    bool oneCycle;              ///< warm-up and cosine; else halved on plateaus
    CompactLossOptions compactLoss;
    LossOptions paperLoss;

    static TrainProfile of(Profile profile);
    /// The profile with what the options set themselves.
    static TrainProfile of(const TrainOptions &options);

    /// Optimiser steps for `normals` pictures; `before` = those planned when it was broken off.
    std::int64_t plannedSteps(const TrainOptions &options, std::size_t normals,
                              std::int64_t before = 0) const;
    /// Held-out validation samples of each category. A training of few steps is a trial, and not
    /// worth a long choice of lambda.
    static std::int64_t validationSamples(std::size_t categories, std::int64_t steps);
};

/// Which of `layers` feature layers guide a filter of this profile, in rising order.
std::vector<int> guidanceLayers(Profile profile, std::int64_t layers);
/// Which of `guides` guidance layers enters at each of kGuidedBlocks: coarse ones where the filter is
/// coarse.
std::array<int, 4> guidanceOrder(std::size_t guides);

/// Learning rate of step `step` (from 0) of `total`: linear-in-cosine rise over a tenth, then
/// cosine down to nearly zero.
double oneCycleRate(double peak, std::int64_t step, std::int64_t total);

} // namespace cf::engine::detail
