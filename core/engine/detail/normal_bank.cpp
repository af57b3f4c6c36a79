#include "core/engine/detail/normal_bank.h"

#include "core/engine/detail/match_selection.h"
#include "core/synthesis/random.h"

#include <opencv2/imgcodecs.hpp>
#include <torch/nn/functional/normalization.h>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

constexpr std::size_t kBatch = 8;
constexpr std::size_t kNoiseNeighbours = 3;
// The very nearest may be the same part under other light, which a new part never has: passed over
// if others are there.
constexpr std::size_t kLikelyTwins = 2;

torch::Tensor unit(const torch::Tensor &x, std::int64_t axis)
{
    return F::normalize(x, F::NormalizeFuncOptions().dim(axis));
}

} // namespace

cv::Mat NormalBank::image(std::size_t index) const
{
    cv::Mat picture = cv::imdecode(m_images.at(index).png, cv::IMREAD_COLOR);
    if (picture.empty())
        throw Failure(Error::make(ErrorCode::BadFormat,
                                  "A normal picture stored in the model is damaged; take the "
                                  "model file from its run again."));
    return picture;
}

void NormalBank::prepare(const FeatureExtractor &extractor, FeatureCache *cache, RunContext &run)
{
    torch::NoGradGuard noGrad;
    prepareFeatures(extractor, cache, run);
    computeNoise(run);
}

void NormalBank::prepareFeatures(const FeatureExtractor &extractor, FeatureCache *cache,
                                 RunContext &run)
{
    torch::NoGradGuard noGrad;
    const std::size_t count = m_images.size();
    const auto channels = extractor.channels();
    const std::int64_t grid = extractor.spec().gridPx;
    m_layers.clear();
    for (const auto channel : channels)
        m_layers.push_back(torch::empty({static_cast<std::int64_t>(count), channel, grid, grid},
                                        extractor.device()));
    const auto keyOf = [&](std::size_t i) {
        return m_images[i].contentKey + " " + extractor.spec().key();
    };

    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < count; ++i) {
        const auto cached =
            cache && !m_images[i].contentKey.empty() ? cache->find(keyOf(i)) : std::nullopt;
        bool usable = cached && cached->size() == m_layers.size();
        for (std::size_t l = 0; usable && l < m_layers.size(); ++l)
            usable = (*cached)[l].sizes() == m_layers[l].sizes().slice(1);
        if (!usable) {
            open.push_back(i);
            continue;
        }
        for (std::size_t l = 0; l < m_layers.size(); ++l)
            m_layers[l][static_cast<std::int64_t>(i)].copy_((*cached)[l]);
    }
    for (std::size_t from = 0; from < open.size(); from += kBatch) {
        run.step({"features", count - open.size() + from, count});
        const std::size_t to = std::min(from + kBatch, open.size());
        std::vector<cv::Mat> images;
        for (std::size_t k = from; k < to; ++k)
            images.push_back(image(open[k]));
        const auto layers = extractor.extract(images);
        for (std::size_t k = from; k < to; ++k) {
            std::vector<torch::Tensor> entry;
            for (std::size_t l = 0; l < layers.size(); ++l) {
                const auto one = layers[l][static_cast<std::int64_t>(k - from)].to(torch::kCPU);
                m_layers[l][static_cast<std::int64_t>(open[k])].copy_(one);
                entry.push_back(one);
            }
            if (cache && !m_images[open[k]].contentKey.empty())
                cache->store(keyOf(open[k]), entry, run);
        }
    }
    run.step({"features", count, count});

    describePictures();
}

NormalBank NormalBank::fromFeatures(std::vector<BankImage> images,
                                    std::vector<torch::Tensor> layers)
{
    NormalBank bank(std::move(images));
    bank.m_layers = std::move(layers);
    bank.describePictures();
    const auto grid = bank.m_layers.at(0).size(2);
    bank.m_noise = torch::zeros({static_cast<std::int64_t>(bank.m_images.size()),
                                 static_cast<std::int64_t>(bank.m_layers.size()), grid, grid},
                                bank.m_layers.at(0).options());
    return bank;
}

TemplateFeatures NormalBank::take(const std::vector<std::int64_t> &indices) const
{
    const auto index = torch::tensor(indices).to(m_noise.device());
    TemplateFeatures taken;
    for (const auto &layer : m_layers)
        taken.layers.push_back(layer.index_select(0, index));
    taken.noise = m_noise.index_select(0, index);
    return taken;
}

void NormalBank::describePictures()
{
    std::vector<torch::Tensor> descriptors;
    for (std::size_t from = 0; from < m_images.size(); from += kBatch) {
        std::vector<torch::Tensor> part;
        for (const auto &layer : m_layers)
            part.push_back(layer.slice(0, static_cast<std::int64_t>(from),
                                       static_cast<std::int64_t>(from + kBatch)));
        descriptors.push_back(poseDescriptor(part));
    }
    m_descriptors = torch::cat(descriptors, 0);
}

torch::Tensor NormalBank::noiseOf(std::int64_t i) const
{
    const auto grid = m_layers.at(0).size(2);
    const auto device = m_layers.at(0).device();
    auto noise = torch::zeros({static_cast<std::int64_t>(m_layers.size()), grid, grid}, device);
    auto hidden = sameFile(i);
    for (std::size_t other = ownCount(); other < m_images.size(); ++other)
        hidden.push_back(static_cast<std::int64_t>(other));
    auto others = ranked(m_descriptors[i], m_images[static_cast<std::size_t>(i)].category, hidden);
    if (others.empty())
        return noise; // a single normal has nothing to be compared with
    const auto last = std::min<std::size_t>(others.size(), kNoiseNeighbours + kLikelyTwins);
    others.resize(last);
    others.erase(others.begin(),
                 others.end() - static_cast<std::ptrdiff_t>(std::min(last, kNoiseNeighbours)));
    const auto index = torch::tensor(others).to(device);
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const auto query = unit(m_layers[l][i], 0).flatten(1).t();
        const auto templates =
            unit(m_layers[l].index_select(0, index), 1).transpose(0, 1).flatten(1);
        const auto chosen = multiplyAndSelect(query, templates, grid, 1, 0);
        noise[static_cast<std::int64_t>(l)].copy_(chosen.smallest.view({grid, grid}));
    }
    return noise;
}

void NormalBank::computeNoise(RunContext &run)
{
    const auto count = static_cast<std::int64_t>(m_images.size());
    const auto grid = m_layers.at(0).size(2);
    m_noise = torch::zeros({count, static_cast<std::int64_t>(m_layers.size()), grid, grid},
                           m_layers.at(0).device());
    for (std::int64_t i = 0; i < count; ++i) {
        if (i % 16 == 0)
            run.step({"template noise", static_cast<std::size_t>(i), m_images.size()});
        m_noise[i].copy_(noiseOf(i));
    }
}

void NormalBank::append(std::vector<BankImage> images, const FeatureExtractor &extractor,
                        FeatureCache *cache, RunContext &run)
{
    torch::NoGradGuard noGrad;
    if (images.empty())
        return;
    const auto first = m_images.size();
    const auto count = images.size();
    m_images.insert(m_images.end(), std::make_move_iterator(images.begin()),
                    std::make_move_iterator(images.end()));
    m_appended += count;
    std::vector<std::vector<torch::Tensor>> layers(m_layers.size());
    std::vector<torch::Tensor> descriptors = {m_descriptors};
    for (std::size_t l = 0; l < m_layers.size(); ++l)
        layers[l].push_back(m_layers[l]);
    for (std::size_t i = first; i < m_images.size(); ++i) {
        run.step({"features", i - first, count});
        const auto one = featuresAlone(
            extractor, m_images[i].contentKey, [&] { return image(i); }, cache, run);
        descriptors.push_back(poseDescriptor(one));
        for (std::size_t l = 0; l < layers.size(); ++l)
            layers[l].push_back(one[l]);
    }
    for (std::size_t l = 0; l < m_layers.size(); ++l)
        m_layers[l] = torch::cat(layers[l], 0);
    m_descriptors = torch::cat(descriptors, 0);
    if (!m_noise.defined())
        return;
    std::vector<torch::Tensor> noise = {m_noise};
    for (std::size_t i = first; i < m_images.size(); ++i)
        noise.push_back(noiseOf(static_cast<std::int64_t>(i)).unsqueeze(0));
    m_noise = torch::cat(noise, 0);
}

torch::Tensor NormalBank::similarities(const torch::Tensor &descriptor) const
{
    const auto own = static_cast<std::int64_t>(ownCount());
    const auto similarity = torch::mv(m_descriptors.slice(0, 0, own), descriptor);
    if (m_appended == 0)
        return similarity;
    std::vector<torch::Tensor> all = {similarity};
    for (auto i = own; i < m_descriptors.size(0); ++i)
        all.push_back(torch::dot(m_descriptors[i], descriptor).view({1}));
    return torch::cat(all);
}

std::optional<std::int64_t> NormalBank::nearestAppended(const torch::Tensor &descriptor,
                                                        int category) const
{
    std::vector<std::int64_t> own(ownCount());
    std::iota(own.begin(), own.end(), std::int64_t{0});
    const auto order = ranked(descriptor, category, own);
    return order.empty() ? std::nullopt : std::optional(order.front());
}

std::vector<std::int64_t> NormalBank::ranked(const torch::Tensor &descriptor, int category,
                                             std::span<const std::int64_t> excluded) const
{
    const auto similarity = similarities(descriptor);
    const float *value = similarity.data_ptr<float>();
    std::vector<std::int64_t> order;
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        if ((category < 0 || m_images[i].category == category) &&
            std::find(excluded.begin(), excluded.end(), index) == excluded.end())
            order.push_back(index);
    }
    std::stable_sort(order.begin(), order.end(),
                     [value](std::int64_t a, std::int64_t b) { return value[a] > value[b]; });
    return order;
}

int NormalBank::recognise(const torch::Tensor &descriptor) const
{
    const auto best = similarities(descriptor).argmax().item<std::int64_t>();
    return m_images[static_cast<std::size_t>(best)].category;
}

std::vector<std::int64_t> NormalBank::sameFile(std::int64_t index) const
{
    const auto &key = m_images[static_cast<std::size_t>(index)].contentKey;
    std::vector<std::int64_t> found = {index};
    for (std::size_t i = 0; i < m_images.size() && !key.empty(); ++i)
        if (static_cast<std::int64_t>(i) != index && m_images[i].contentKey == key)
            found.push_back(static_cast<std::int64_t>(i));
    return found;
}

std::vector<std::int64_t> NormalBank::fixedTemplates(int category, TemplateStrategy strategy,
                                                     std::int64_t count, std::uint64_t seed) const
{
    std::vector<std::int64_t> members;
    for (std::size_t i = 0; i < ownCount(); ++i)
        if (m_images[i].category == category)
            members.push_back(static_cast<std::int64_t>(i));
    const auto wanted = std::min<std::size_t>(static_cast<std::size_t>(count), members.size());
    if (strategy == TemplateStrategy::KCentre) {
        std::vector<std::int64_t> chosen;
        for (const auto row : kCentre(m_descriptors.index_select(0, torch::tensor(members)),
                                      static_cast<std::int64_t>(wanted)))
            chosen.push_back(members[static_cast<std::size_t>(row)]);
        return chosen;
    }
    synthesis::Random random(seed, 0, static_cast<std::uint64_t>(category));
    random.shuffle(members);
    members.resize(wanted);
    return members;
}

std::vector<std::int64_t> NormalBank::fixedTemplates(int category, const ModelConfig &config,
                                                     std::int64_t spare) const
{
    if (config.templates == TemplateStrategy::Nearest)
        return {};
    if (config.templates == TemplateStrategy::Chosen)
        return withKeys(std::span(m_images).first(ownCount()), category, config.chosenTemplates);
    return fixedTemplates(category, config.templates, config.templateCount + spare, config.seed);
}

std::vector<torch::Tensor> featuresAlone(const FeatureExtractor &extractor,
                                         const std::string &contentKey,
                                         const std::function<cv::Mat()> &read, FeatureCache *cache,
                                         RunContext &run)
{
    torch::NoGradGuard noGrad;
    auto *used = contentKey.empty() ? nullptr : cache;
    const auto key =
        contentKey + " alone on " + extractor.device().str() + " " + extractor.spec().key();
    const auto channels = extractor.channels();
    const std::int64_t grid = extractor.spec().gridPx;
    if (auto cached = used ? used->find(key) : std::nullopt) {
        bool usable = cached->size() == channels.size();
        for (std::size_t l = 0; usable && l < channels.size(); ++l)
            usable = (*cached)[l].sizes() == torch::IntArrayRef({channels[l], grid, grid});
        if (usable) {
            for (auto &layer : *cached)
                layer = layer.unsqueeze(0).to(extractor.device());
            return std::move(*cached);
        }
    }
    auto layers = extractor.extract({read()});
    if (used) {
        std::vector<torch::Tensor> entry;
        for (const auto &layer : layers)
            entry.push_back(layer[0].to(torch::kCPU));
        used->store(key, entry, run);
    }
    return layers;
}

std::vector<std::int64_t> withKeys(std::span<const BankImage> images, int category,
                                   std::span<const std::string> keys)
{
    std::vector<std::int64_t> found;
    for (const auto &key : keys) {
        const auto image = std::find_if(images.begin(), images.end(), [&](const BankImage &one) {
            return one.category == category && one.contentKey == key;
        });
        const auto index = static_cast<std::int64_t>(image - images.begin());
        if (image != images.end() && std::find(found.begin(), found.end(), index) == found.end())
            found.push_back(index);
    }
    return found;
}

std::vector<std::int64_t> kCentre(const torch::Tensor &descriptors, std::int64_t count)
{
    torch::NoGradGuard noGrad;
    std::vector<std::int64_t> chosen;
    if (descriptors.size(0) == 0 || count <= 0)
        return chosen;
    chosen.push_back(torch::mv(descriptors, descriptors.mean(0)).argmax().item<std::int64_t>());
    auto distance = 1.0 - torch::mv(descriptors, descriptors[chosen.front()]);
    while (static_cast<std::int64_t>(chosen.size()) < std::min(count, descriptors.size(0))) {
        for (const auto index : chosen)
            distance[index] = -1.0;
        chosen.push_back(distance.argmax().item<std::int64_t>());
        distance =
            torch::minimum(distance, 1.0 - torch::mv(descriptors, descriptors[chosen.back()]));
    }
    return chosen;
}

} // namespace cf::engine::detail
