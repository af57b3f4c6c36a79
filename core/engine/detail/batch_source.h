#pragma once

#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/train_profile.h"
#include "core/engine/detail/training_set.h"

#include <cstdint>
#include <deque>

namespace cf::engine::detail {

/// What one optimiser step learns from.
struct TrainingBatch
{
    MatchedBatch queries;
    torch::Tensor mask;      ///< [B, 1, S, S] float32 0/1
    torch::Tensor labels;    ///< [B] int64
    torch::Tensor anomalous; ///< [B] float32 0/1
};

/// A pool of samples that is renewed while training goes on, and the batches drawn from it. Pool
/// and batch of a step depend on the step alone, so a resumed training has the same ones again.
class BatchSource
{
public:
    /// `set` must outlive it.
    BatchSource(const TrainingSet &set, const TrainProfile &profile, const TrainOptions &options,
                std::int64_t totalSteps);

    /// Makes the samples of a step; the first call makes the whole pool, stage "training samples".
    void fill(std::int64_t step, RunContext &run);
    TrainingBatch draw(std::int64_t step) const;
    const std::deque<TrainingSample> &pool() const { return m_pool; }

private:
    const TrainingSet &m_set;
    TrainProfile m_profile;
    Profile m_kind;
    std::uint64_t m_seed;
    torch::Device m_device;
    std::deque<TrainingSample> m_pool;
    std::int64_t m_chunksMade = 0;
};

} // namespace cf::engine::detail
