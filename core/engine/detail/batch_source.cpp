#include "core/engine/detail/batch_source.h"

#include "core/synthesis/random.h"

#include <algorithm>
#include <functional>

namespace cf::engine::detail {

namespace {

constexpr std::uint64_t kBatchStream = 4; // 1 to 3 are those of the sample sources
constexpr double kVolumeJitter = 0.1;

} // namespace

BatchSource::BatchSource(const TrainingSet &set, const TrainProfile &profile,
                         const TrainOptions &options, std::int64_t totalSteps)
    : m_set(set), m_profile(profile), m_kind(options.profile), m_seed(options.seed),
      m_device(options.device)
{
    // A short training needs no large pool.
    m_profile.firstChunks = std::min(
        profile.firstChunks, (totalSteps * profile.batch + profile.chunk - 1) / profile.chunk);
}

void BatchSource::fill(std::int64_t step, RunContext &run)
{
    const std::int64_t wanted =
        m_profile.firstChunks +
        (m_profile.firstChunks == 0 ? step + 1 : step / m_profile.chunkEvery);
    const std::int64_t kept = (m_profile.poolSamples + m_profile.chunk - 1) / m_profile.chunk;
    const bool first = m_chunksMade == 0;
    m_chunksMade = std::max(m_chunksMade, wanted - kept);
    const std::int64_t from = m_chunksMade;
    for (; m_chunksMade < wanted; ++m_chunksMade) {
        if (first)
            run.step({"training samples", static_cast<std::size_t>(m_chunksMade - from),
                      static_cast<std::size_t>(wanted - from)});
        for (auto &sample :
             m_set.source->make(static_cast<std::uint64_t>(m_chunksMade * m_profile.chunk),
                                static_cast<std::size_t>(m_profile.chunk)))
            m_pool.push_back(std::move(sample));
    }
    while (static_cast<std::int64_t>(m_pool.size()) > kept * m_profile.chunk)
        m_pool.pop_front();
}

TrainingBatch BatchSource::draw(std::int64_t step) const
{
    synthesis::Random random(m_seed, kBatchStream, static_cast<std::uint64_t>(step));
    std::vector<MatchedQuery> queries;
    std::vector<torch::Tensor> masks;
    std::vector<std::int64_t> classes;
    std::vector<float> defects;
    const bool whole = static_cast<std::int64_t>(m_pool.size()) <= m_profile.batch;
    for (std::int64_t k = 0; k < m_profile.batch; ++k) {
        const auto &sample = m_pool[whole ? static_cast<std::size_t>(k) % m_pool.size()
                                          : random.index(m_pool.size())];
        queries.push_back(sample.query);
        masks.push_back(sample.mask);
        classes.push_back(sample.category);
        defects.push_back(sample.anomalous ? 1.0F : 0.0F);
    }
    auto batch = stack(queries, classes, m_set.config, m_set.spec.imagePx, m_device);
    auto mask = torch::stack(masks).to(m_device, torch::kFloat32).unsqueeze(1);

    // A turned or mirrored picture is as good a sample; the costs turn with it.
    const auto turn = [&](const std::function<torch::Tensor(const torch::Tensor &)> &how) {
        batch.volume = how(batch.volume);
        batch.initialMap = how(batch.initialMap);
        if (batch.baseline.defined())
            batch.baseline = how(batch.baseline);
        for (auto &layer : batch.guidance)
            layer = how(layer);
        mask = how(mask);
    };
    if (random.chance(0.5))
        turn([](const torch::Tensor &x) { return x.flip(-1); });
    if (random.chance(0.5))
        turn([](const torch::Tensor &x) { return x.flip(-2); });
    if (random.chance(0.5))
        turn([](const torch::Tensor &x) { return x.transpose(-1, -2).contiguous(); });
    if (m_kind == Profile::Compact) {
        const auto layers = batch.volume.size(2);
        const auto factor =
            torch::exp(kVolumeJitter * torch::randn({m_profile.batch, layers})).to(m_device);
        batch.volume = batch.volume * factor.view({-1, 1, layers, 1, 1});
        batch.initialMap = batch.initialMap * factor.view({-1, layers, 1, 1});
    }
    return {std::move(batch), std::move(mask), torch::tensor(classes).to(m_device),
            torch::tensor(defects).to(m_device)};
}

} // namespace cf::engine::detail
