#pragma once

#include "core/engine/detail/calibration.h"
#include "core/engine/detail/training_set.h"
#include "core/engine/trainer.h"

#include <cstdint>
#include <vector>

namespace cf::engine::detail {

/// A few held-out synthetic samples that a training is watched on: defects of as many categories as
/// there is room for.
class ProgressSamples
{
public:
    /// `set` and `validation` must outlive it.
    ProgressSamples(const TrainingSet &set, const ValidationSet &validation);

    /// With the network's present weights, in evaluation mode.
    TrainingPreview preview(std::int64_t step, double score, DetectorNetwork &network,
                            const ModelConfig &config, int imagePx, torch::Device device) const;

private:
    std::vector<const TrainingSample *> m_samples;
    std::vector<PreviewSample> m_pictures; ///< without map
};

} // namespace cf::engine::detail
