#include "core/engine/detail/detector_network.h"

#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/postprocess.h"

#include <torch/utils.h>

namespace cf::engine::detail {

namespace {

constexpr std::int64_t kPublishedSide =
    64; // the published network sees the volume enlarged to this

torch::Tensor stacked(const std::vector<torch::Tensor> &parts, torch::Device device)
{
    return torch::stack(parts).to(device, torch::kFloat32);
}

} // namespace

MatchedBatch stack(const std::vector<MatchedQuery> &queries,
                   const std::vector<std::int64_t> &categories, const ModelConfig &config,
                   int imagePx, torch::Device device)
{
    std::vector<torch::Tensor> volumes;
    std::vector<torch::Tensor> maps;
    std::vector<std::vector<torch::Tensor>> guidance(queries.at(0).guidance.size());
    for (const auto &query : queries) {
        volumes.push_back(query.volume);
        maps.push_back(query.initialMap);
        for (std::size_t l = 0; l < guidance.size(); ++l)
            guidance[l].push_back(query.guidance[l]);
    }
    MatchedBatch batch{stacked(volumes, device), stacked(maps, device), {}, {}};
    for (const auto &layer : guidance)
        batch.guidance.push_back(stacked(layer, device));
    if (config.profile == Profile::Paper)
        return batch;
    const auto side = 2 * batch.initialMap.size(3);
    std::vector<torch::Tensor> baseline;
    for (std::size_t i = 0; i < queries.size(); ++i)
        baseline.push_back(standardisedBaseline(
            queries[i].baseline().to(device, torch::kFloat32).unsqueeze(0),
            config.calibration.at(static_cast<std::size_t>(categories.at(i))), side, imagePx)[0]);
    batch.baseline = torch::stack(baseline);
    return batch;
}

DetectorNetwork::DetectorNetwork(const ModelConfig &config) : m_profile(config.profile)
{
    if (m_profile == Profile::Compact)
        m_compact = CompactFilter(config.filter);
    else
        m_published = FilterNetwork(config.filter);
}

void DetectorNetwork::initialise(std::uint64_t seed)
{
    if (m_profile == Profile::Paper) {
        auto generator = torch::make_generator<at::CPUGeneratorImpl>(seed);
        initialiseFilter(*m_published, generator);
    }
}

FilterOutput DetectorNetwork::forward(const MatchedBatch &batch, AttentionRecorder *recorder)
{
    if (m_profile == Profile::Compact)
        return m_compact(batch.volume, batch.guidance, batch.initialMap, batch.baseline, recorder);
    return m_published(
        enlargeVolume(batch.volume, kPublishedSide, Enlarge::HalfPixel), batch.guidance,
        enlarge(batch.initialMap, kPublishedSide, kPublishedSide, Enlarge::HalfPixel), recorder);
}

torch::Tensor DetectorNetwork::evidence(const FilterOutput &output) const
{
    if (m_profile == Profile::Compact)
        return output.logits.select(1, 1) - output.logits.select(1, 0);
    return torch::softmax(output.logits, 1).select(1, 1);
}

torch::nn::Module &DetectorNetwork::module()
{
    if (m_profile == Profile::Compact)
        return *m_compact;
    return *m_published;
}

} // namespace cf::engine::detail
