#include "core/engine/detail/training_progress.h"

#include "core/engine/detail/tensor_bridge.h"

#include <algorithm>

namespace cf::engine::detail {

namespace {

constexpr std::size_t kSamples = 6;

} // namespace

ProgressSamples::ProgressSamples(const TrainingSet &set, const ValidationSet &validation)
{
    // Samples come category by category in turn, so the first ones are of different categories.
    // Only those that the shortest training has too: one that is extended shows the same pictures.
    const auto categories = set.config.categories.size();
    const auto fewest =
        static_cast<std::size_t>(TrainProfile::validationSamples(categories, 0)) * categories;
    const auto count = std::min(fewest, validation.heldOut.size());
    for (std::size_t i = 0; i < count && m_samples.size() < kSamples; ++i) {
        const auto &sample = validation.heldOut[i];
        if (!sample.anomalous)
            continue;
        auto drawn = set.heldOutPicture(i);
        m_samples.push_back(&sample);
        m_pictures.push_back({set.config.categories[static_cast<std::size_t>(sample.category)],
                              std::move(drawn.imageBgr), std::move(drawn.mask), cv::Mat()});
    }
}

TrainingPreview ProgressSamples::preview(std::int64_t step, double score, DetectorNetwork &network,
                                         const ModelConfig &config, int imagePx,
                                         torch::Device device) const
{
    TrainingPreview preview{step, score, m_pictures};
    if (m_samples.empty())
        return preview;
    auto maps = filteredMaps(m_samples, network, config, imagePx, device);
    if (config.profile == Profile::Compact)
        maps = maps.sigmoid();
    for (std::size_t i = 0; i < m_samples.size(); ++i)
        preview.samples[i].map = toMat(maps[static_cast<std::int64_t>(i)]).clone();
    return preview;
}

} // namespace cf::engine::detail
