#include "core/engine/detail/sample_source.h"

#include <algorithm>
#include <future>

namespace cf::engine::detail {

namespace {

constexpr std::size_t kFewNormals = 60;
constexpr double kShareOfEachDefect = 0.05;
constexpr double kLargestDefectShare = 0.25;

torch::Tensor halfOnCpu(const torch::Tensor &x)
{
    return x.to(torch::kCPU, torch::kFloat16).contiguous();
}

} // namespace

double realDefectShare(std::size_t defects)
{
    return std::min(kLargestDefectShare, kShareOfEachDefect * static_cast<double>(defects));
}

SampleSource::SampleSource(const FeatureExtractor &extractor, const NormalBank &bank,
                           const Matcher &matcher, SourcedTemplates *sourced,
                           const PatchBaseline *patches, const ModelConfig &config,
                           std::vector<SampleOrigin> normals, SampleSettings settings)
    : m_extractor(extractor), m_bank(bank), m_matcher(matcher), m_sourced(sourced),
      m_patches(patches), m_config(config), m_normals(std::move(normals)),
      m_byCategory(config.categories.size()), m_defectsByCategory(config.categories.size()),
      m_settings(std::move(settings))
{
    for (std::size_t i = 0; i < m_normals.size(); ++i)
        m_byCategory.at(static_cast<std::size_t>(m_normals[i].category)).push_back(i);
    for (std::size_t i = 0; i < m_settings.defects.size(); ++i)
        m_defectsByCategory.at(static_cast<std::size_t>(m_settings.defects[i].category))
            .push_back(i);
    for (std::size_t c = 0; c < config.categories.size(); ++c)
        // One more than needed: a query that is among them is left out.
        m_fixed.push_back(bank.fixedTemplates(static_cast<int>(c), config, /*spare=*/1));
}

SampleSource::Drawn SampleSource::draw(std::uint64_t number) const
{
    synthesis::Random random(m_settings.seed, m_settings.stream, number);
    const std::size_t category = number % m_byCategory.size();
    const auto &members = m_byCategory[category];
    Drawn drawn;
    drawn.number = number;
    const auto &defects = m_defectsByCategory[category];
    const bool isReal = !defects.empty() && random.chance(realDefectShare(defects.size()));
    drawn.origin = isReal ? &m_settings.defects[defects[random.index(defects.size())]]
                          : &m_normals[members[random.index(members.size())]];
    const std::int64_t few = members.size() < kFewNormals ? 2 : 1;
    drawn.skip = random.integer(static_cast<int>(m_settings.skipLow / few),
                                static_cast<int>(m_settings.skipHigh / few));
    const auto &options = m_settings.synthesis[category];
    drawn.picture = isReal ? synthesis::varyRealDefect(drawn.origin->imageBgr,
                                                       drawn.origin->defectMask, options, random)
                           : synthesis::synthesise(drawn.origin->imageBgr,
                                                   m_settings.donors[category], options, random);
    return drawn;
}

std::vector<std::int64_t> SampleSource::excludedFor(const Drawn &drawn) const
{
    auto excluded = m_settings.hidden;
    if (drawn.origin->bankIndex >= 0) {
        const auto same = m_bank.sameFile(drawn.origin->bankIndex);
        excluded.insert(excluded.end(), same.begin(), same.end());
    }
    return excluded;
}

MatchedQuery SampleSource::match(const Drawn &drawn, const std::vector<torch::Tensor> &features,
                                 const torch::Tensor &descriptor) const
{
    MatchedQuery query;
    if (m_config.hasMatching()) {
        query = m_matcher.match(features, templatesFor(drawn, features, descriptor));
        query.volume = halfOnCpu(query.volume);
        query.initialMap = halfOnCpu(query.initialMap);
        for (auto &layer : query.guidance)
            layer = halfOnCpu(layer);
    }
    if (m_patches) // not half: the distances of some networks are beyond its range
        query.patchDistance =
            m_patches->compare(features, drawn.origin->category, excludedFor(drawn))
                .distance.to(torch::kCPU);
    return query;
}

TemplateFeatures SampleSource::templatesFor(const Drawn &drawn,
                                            const std::vector<torch::Tensor> &features,
                                            const torch::Tensor &descriptor) const
{
    if (m_config.source == kPatchCoreSource)
        return m_patches->reconstruct(features, drawn.origin->category, m_config.templateCount,
                                      excludedFor(drawn));
    if (m_sourced) {
        const auto category = drawn.origin->category;
        const auto order = m_bank.ranked(descriptor, category, excludedFor(drawn));
        TemplateQuery query;
        query.file = drawn.origin->file;
        query.category = m_config.categories.at(static_cast<std::size_t>(category));
        query.imageBgr = drawn.picture.imageBgr;
        query.training = true;
        query.seed = drawn.number;
        query.normalCount = order.size();
        query.normal = [&](std::size_t index) {
            return m_bank.image(static_cast<std::size_t>(order.at(index)));
        };
        auto given = m_sourced->of(query).orThrow();
        if (given)
            return std::move(given->features);
    }
    return m_bank.take(normalsFor(drawn, descriptor));
}

std::vector<std::int64_t> SampleSource::normalsFor(const Drawn &drawn,
                                                   const torch::Tensor &descriptor) const
{
    const int category = drawn.origin->category;
    const auto excluded = excludedFor(drawn);
    const auto wanted = static_cast<std::size_t>(m_config.templateCount);
    if (m_config.templates != TemplateStrategy::Nearest) {
        auto fixed = m_fixed[static_cast<std::size_t>(category)];
        std::erase_if(fixed, [&](std::int64_t i) {
            return std::find(excluded.begin(), excluded.end(), i) != excluded.end();
        });
        if (m_config.templates != TemplateStrategy::Chosen)
            fixed.resize(std::min(fixed.size(), wanted));
        if (!fixed.empty())
            return fixed;
    }
    auto order = m_bank.ranked(descriptor, category, excluded);
    if (order.empty())
        order = m_bank.ranked(descriptor, category); // one normal only: better itself than nothing
    const auto skip = std::min<std::size_t>(static_cast<std::size_t>(drawn.skip),
                                            order.size() > wanted ? order.size() - wanted : 0);
    order.erase(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(skip));
    order.resize(std::min(order.size(), wanted));
    return order;
}

std::vector<TrainingSample> SampleSource::make(std::uint64_t first, std::size_t count) const
{
    std::vector<std::future<Drawn>> pending;
    for (std::size_t k = 1; k < count; ++k)
        pending.push_back(
            std::async(std::launch::async, [this, first, k] { return draw(first + k); }));
    std::vector<Drawn> drawn = {draw(first)};
    for (auto &future : pending)
        drawn.push_back(future.get());

    std::vector<cv::Mat> pictures;
    for (const auto &item : drawn)
        pictures.push_back(item.picture.imageBgr);
    const auto features = m_extractor.extract(pictures);
    const auto descriptors = poseDescriptor(features);

    std::vector<TrainingSample> samples;
    for (std::size_t k = 0; k < count; ++k) {
        const auto row = static_cast<std::int64_t>(k);
        std::vector<torch::Tensor> own;
        for (const auto &layer : features)
            own.push_back(layer[row]);
        TrainingSample sample;
        sample.query = match(drawn[k], own, descriptors[row]);
        const cv::Mat &mask = drawn[k].picture.mask;
        sample.mask = torch::from_blob(mask.data, {mask.rows, mask.cols}, torch::kUInt8)
                          .clone()
                          .ne(0)
                          .to(torch::kUInt8);
        sample.category = drawn[k].origin->category;
        sample.anomalous = drawn[k].picture.anomalous;
        sample.kind = drawn[k].picture.kind;
        samples.push_back(std::move(sample));
    }
    return samples;
}

} // namespace cf::engine::detail
