#include "core/engine/scorer.h"

#include "core/engine/detail/added_normals.h"
#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/model_file.h"
#include "core/engine/detail/patch_baseline.h"
#include "core/engine/detail/postprocess.h"
#include "core/engine/detail/sourced_templates.h"
#include "core/engine/detail/tensor_bridge.h"
#include "core/engine/device.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace cf::engine {

using namespace detail;

struct ExplainedFeatures
{
    std::vector<torch::Tensor> query; ///< L x [C_l, g, g]
    TemplateFeatures templates;
    std::vector<std::int64_t> normals; ///< those of the bank that the templates are; else empty
    std::vector<cv::Mat> pictures;     ///< of a template source
};

/// A picture as the network sees it.
struct QueryFeatures
{
    std::filesystem::path file;
    cv::Size sizePx;
    cv::Mat imageBgr;                  ///< empty where no template source asks for it
    std::vector<torch::Tensor> layers; ///< L x [C_l, g, g]
    torch::Tensor descriptor;          ///< [K]
};

struct Scorer::Impl
{
    StoredModel model;
    NormalBank bank;
    std::unique_ptr<FeatureExtractor> extractor;
    std::unique_ptr<Matcher> matcher;
    std::unique_ptr<SourcedTemplates> sourced; ///< null: normal pictures
    std::unique_ptr<PatchBaseline> patches;    ///< null: the cost volume's baseline
    std::vector<std::vector<std::int64_t>> fixedTemplates;
    torch::Device device = torch::kCPU;
    mutable std::optional<FeatureCache> cache;

    /// Added normals are among the nearest where those are taken; fixed templates stay, and the one
    /// most alike of the added ones comes to them.
    std::vector<std::int64_t> normalsFor(const torch::Tensor &descriptor, int category) const
    {
        if (model.config.templates != TemplateStrategy::Nearest) {
            auto fixed = fixedTemplates.at(static_cast<std::size_t>(category));
            if (const auto added = bank.nearestAppended(descriptor, category))
                fixed.push_back(*added);
            return fixed;
        }
        auto order = bank.ranked(descriptor, category);
        order.resize(std::min(order.size(), static_cast<std::size_t>(model.config.templateCount)));
        return order;
    }

    /// Puts templates into `features`, and the reason into `scored` where the source has none.
    void findTemplates(const TemplateQuery &query, const torch::Tensor &descriptor, int category,
                       ExplainedFeatures &features, ScoredImage &scored) const;
    /// Sets the baseline and its score, and fused and filtered to the same. Side of the map:
    /// the network's.
    torch::Tensor scoreBaseline(const MatchedQuery &query, std::optional<double> ownScore,
                                int category, cv::Size size, ScoredImage &scored) const;
    /// Sets the filtered and the fused map and their scores.
    void scoreFiltered(const MatchedQuery &query, const torch::Tensor &baseline, int category,
                       cv::Size size, AttentionRecorder *recorder, ScoredImage &scored) const;
    QueryFeatures featuresOf(const cv::Mat &imageBgr, const std::filesystem::path &file) const;
    ScoredImage score(const QueryFeatures &picture, AttentionRecorder *recorder) const;
};

namespace {

cv::Mat atSize(const torch::Tensor &map, cv::Size size)
{
    cv::Mat out;
    cv::resize(toMat(map), out, size, 0, 0, cv::INTER_LINEAR);
    return out;
}

double topMean(const cv::Mat &map)
{
    return imageScore(toTensor(map).unsqueeze(0)).item<double>();
}

Heatmap heatmapOf(const AttentionRecord &record, cv::Size size)
{
    const auto channel = record.channelWeight[0].argmax().item<std::int64_t>();
    auto map = record.attended[0][channel].mean(0);
    const auto low = map.min();
    map = (map - low) / (map.max() - low).clamp_min(1e-12);
    return {record.block, atSize(map, size)};
}

cv::Mat overLayers(const torch::Tensor &channel)
{
    return toMat(channel.mean(0));
}

AttentionBlock blockOf(const AttentionRecord &record)
{
    AttentionBlock block;
    block.block = record.block;
    block.spatialWeight = overLayers(record.spatialWeight[0][0]);
    const auto weight = record.channelWeight[0].to(torch::kCPU);
    const auto channels = weight.size(0);
    const bool isJoined = record.volumeEnd == channels;
    for (std::int64_t c = 0; c < channels; ++c) {
        AttentionChannel channel;
        channel.weight = weight[c].item<double>();
        channel.map = overLayers(record.attended[0][c]);
        auto first = std::int64_t{0};
        if (!isJoined) {
            channel.stream = AttentionStream::Volume;
            if (c >= record.guidanceEnd) {
                channel.stream = AttentionStream::MatchingGuidance;
                first = record.guidanceEnd;
            } else if (c >= record.volumeEnd) {
                channel.stream = AttentionStream::SpatialGuidance;
                first = record.volumeEnd;
            }
        }
        channel.number = static_cast<int>(c - first);
        block.channels.push_back(std::move(channel));
    }
    std::stable_sort(block.channels.begin(), block.channels.end(),
                     [](const auto &a, const auto &b) { return *a.weight > *b.weight; });
    const auto guidance = record.guidance.defined() ? record.guidance.size(1) : 0;
    for (std::int64_t c = 0; c < guidance; ++c) {
        const bool isSpatial = c < record.spatialGuidance;
        AttentionChannel channel;
        channel.stream =
            isSpatial ? AttentionStream::SpatialGuidance : AttentionStream::MatchingGuidance;
        channel.number = static_cast<int>(isSpatial ? c : c - record.spatialGuidance);
        channel.map = overLayers(record.guidance[0][c]);
        block.channels.push_back(std::move(channel));
    }
    return block;
}

const ExplainedFeatures &explained(const ScoredImage &scored)
{
    if (!scored.features)
        throw std::invalid_argument("Scorer: this picture was not explained");
    return *scored.features;
}

} // namespace

void Scorer::Impl::findTemplates(const TemplateQuery &query, const torch::Tensor &descriptor,
                                 int category, ExplainedFeatures &features,
                                 ScoredImage &scored) const
{
    if (model.config.source == kPatchCoreSource) {
        features.templates =
            patches->reconstruct(features.query, category, model.config.templateCount);
        return;
    }
    if (sourced) {
        auto asked = query;
        const auto order = bank.ranked(descriptor, category);
        asked.normalCount = order.size();
        asked.normal = [&](std::size_t index) {
            return bank.image(static_cast<std::size_t>(order.at(index)));
        };
        auto given = sourced->of(asked).orThrow();
        if (given) {
            features.templates = std::move(given->features);
            features.pictures = std::move(given->pictures);
            return;
        }
        scored.templateNote = sourced->takeNote();
    }
    features.normals = normalsFor(descriptor, category);
    features.templates = bank.take(features.normals);
}

torch::Tensor Scorer::Impl::scoreBaseline(const MatchedQuery &query, std::optional<double> ownScore,
                                          int category, cv::Size size, ScoredImage &scored) const
{
    const auto &calibration = model.config.calibration.at(static_cast<std::size_t>(category));
    const int side = model.features.imagePx;
    const auto baseline =
        standardisedBaseline(query.baseline().unsqueeze(0), calibration, side, side)[0];
    scored.baseline = scored.filtered = scored.fused = atSize(baseline, size);
    scored.baselineScore =
        ownScore ? (*ownScore - calibration.baselineMean) / calibration.baselineDeviation
                 : topMean(scored.baseline);
    scored.filteredScore = scored.fusedScore = scored.baselineScore;
    return baseline;
}

void Scorer::Impl::scoreFiltered(const MatchedQuery &query, const torch::Tensor &baseline,
                                 int category, cv::Size size, AttentionRecorder *recorder,
                                 ScoredImage &scored) const
{
    const auto &calibration = model.config.calibration.at(static_cast<std::size_t>(category));
    const int side = model.features.imagePx;
    const auto output =
        model.network->forward(stack({query}, {category}, model.config, side, device), recorder);
    const auto evidence =
        enlarge(model.network->evidence(output).unsqueeze(1), side, side, Enlarge::AlignCorners);
    const auto filtered =
        (gaussianBlur(evidence, calibration.filteredSigma)[0][0] - calibration.filteredMean) /
        calibration.filteredDeviation;
    scored.filtered = atSize(filtered, size);
    scored.fused = atSize(fuseMaps(filtered, baseline, calibration.lambda), size);
    scored.filteredScore = topMean(scored.filtered);
    scored.fusedScore = topMean(scored.fused);
    if (!recorder)
        return;
    scored.lambda = calibration.lambda;
    scored.outputIsLogit = model.config.profile == Profile::Compact;
    scored.networkOutput = atSize(evidence[0][0], size);
    for (const auto &record : recorder->records())
        scored.heatmaps.push_back(heatmapOf(record, size));
    for (const auto &record : recorder->records())
        scored.attention.push_back(blockOf(record));
}

QueryFeatures Scorer::Impl::featuresOf(const cv::Mat &imageBgr,
                                       const std::filesystem::path &file) const
{
    torch::NoGradGuard noGrad;
    const auto layers = extractor->extract({imageBgr});
    QueryFeatures features{file, imageBgr.size(), imageBgr, {}, poseDescriptor(layers)[0]};
    for (const auto &layer : layers)
        features.layers.push_back(layer[0]);
    return features;
}

ScoredImage Scorer::Impl::score(const QueryFeatures &picture, AttentionRecorder *recorder) const
{
    torch::NoGradGuard noGrad;
    const int category = bank.recognise(picture.descriptor);
    ScoredImage scored;
    scored.category = model.config.categories[static_cast<std::size_t>(category)];
    ExplainedFeatures features;
    features.query = picture.layers;
    MatchedQuery query;
    if (matcher) {
        TemplateQuery asked;
        asked.file = picture.file;
        asked.category = scored.category;
        asked.imageBgr = picture.imageBgr;
        asked.seed = scoringSeed(picture.file);
        findTemplates(asked, picture.descriptor, category, features, scored);
        query = matcher->match(features.query, features.templates);
    }
    std::optional<double> ownScore;
    if (patches) {
        const auto answer = patches->compare(features.query, category);
        query.patchDistance = answer.distance;
        ownScore = answer.score;
    }
    const auto baseline = scoreBaseline(query, ownScore, category, picture.sizePx, scored);
    if (model.network)
        scoreFiltered(query, baseline, category, picture.sizePx, recorder, scored);
    if (!recorder || !matcher)
        return scored;
    for (std::int64_t l = 0; l < query.initialMap.size(0); ++l)
        scored.layerCosts.push_back(atSize(query.initialMap[l], picture.sizePx));
    scored.templateCount = static_cast<std::size_t>(features.templates.layers.front().size(0));
    scored.features = std::make_shared<const ExplainedFeatures>(std::move(features));
    return scored;
}

std::vector<unsigned char> normalPng(const cv::Mat &imageBgr, int imagePx)
{
    std::vector<unsigned char> png;
    cv::imencode(".png", fitImage(imageBgr, imagePx), png);
    return png;
}

Result<ModelSummary> summariseModel(const std::filesystem::path &file)
{
    CF_ASSIGN_OR_RETURN(const auto model, loadModel(file));
    ModelSummary summary;
    summary.categories = model.config.categories;
    for (const auto &calibration : model.config.calibration)
        summary.lambda.push_back(calibration.lambda);
    summary.profile = model.config.profile == Profile::Compact ? "compact" : "paper";
    summary.backbone = model.features.backbone;
    summary.backboneSha256 = model.features.weightsSha256;
    summary.source = model.config.source;
    summary.sourceOptions = model.config.sourceOptions;
    summary.templateCount = model.config.templateCount;
    summary.imagePx = model.features.imagePx;
    summary.baseline = toString(model.config.baseline.method);
    summary.hasFilter = model.config.hasFilter;
    if (model.network)
        for (const auto &parameter : model.network->module().parameters())
            summary.parameters += parameter.numel();
    summary.normals = static_cast<std::int64_t>(model.normals.size());
    return summary;
}

Result<Scorer> Scorer::open(const ScorerOptions &options, RunContext &run)
{
    CF_RETURN_IF_ERROR(useDevice(options.device));
    setThreadCount(options.threads);
    auto impl = std::make_unique<Impl>();
    CF_ASSIGN_OR_RETURN(impl->model, loadModel(options.model));
    impl->device = torch::Device(options.device);
    CF_ASSIGN_OR_RETURN(
        auto extractor,
        FeatureExtractor::open(impl->model.features, options.backboneWeights, impl->device));
    impl->extractor = std::make_unique<FeatureExtractor>(std::move(extractor));
    if (impl->model.network) {
        impl->model.network->module().to(impl->device);
        impl->model.network->module().eval();
    }
    impl->bank = NormalBank(std::move(impl->model.normals));
    if (!options.featureCache.empty())
        impl->cache.emplace(options.featureCache);
    auto *cache = impl->cache ? &*impl->cache : nullptr;
    const auto &config = impl->model.config;
    CF_ASSIGN_OR_RETURN(auto added, bankImagesOf(options.added, config.categories));
    if (config.hasMatching()) {
        impl->bank.prepare(*impl->extractor, cache, run);
        impl->matcher = std::make_unique<Matcher>(config);
    } else {
        impl->bank.prepareFeatures(*impl->extractor, cache, run);
    }
    impl->bank.append(std::move(added), *impl->extractor, cache, run);
    if (config.hasMemory()) {
        impl->patches = std::make_unique<PatchBaseline>(impl->bank, config);
        impl->patches->prepareTurns(*impl->extractor, cache, run);
        impl->patches->remember({}, impl->model.memory, run);
    }
    if (options.source)
        impl->sourced = std::make_unique<SourcedTemplates>(options.source, *impl->extractor);
    for (std::size_t c = 0; c < config.categories.size(); ++c)
        impl->fixedTemplates.push_back(impl->bank.fixedTemplates(static_cast<int>(c), config));
    return Scorer(std::move(impl));
}

Scorer::Scorer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer &&) noexcept = default;
Scorer &Scorer::operator=(Scorer &&) noexcept = default;

ScoredImage Scorer::score(const cv::Mat &imageBgr, const std::filesystem::path &file) const
{
    return m_impl->score(m_impl->featuresOf(imageBgr, file), nullptr);
}

std::shared_ptr<const QueryFeatures> Scorer::featuresOf(const PictureOnDisk &picture,
                                                        RunContext &run) const
{
    torch::NoGradGuard noGrad;
    auto features = std::make_shared<QueryFeatures>();
    features->file = picture.file;
    features->sizePx = picture.sizePx;
    if (m_impl->sourced)
        features->imageBgr = picture.read();
    const auto read = [&] {
        return features->imageBgr.empty() ? picture.read() : features->imageBgr;
    };
    const auto layers = featuresAlone(*m_impl->extractor, picture.contentKey, read,
                                      m_impl->cache ? &*m_impl->cache : nullptr, run);
    features->descriptor = poseDescriptor(layers)[0];
    for (const auto &layer : layers)
        features->layers.push_back(layer[0]);
    return features;
}

ScoredImage Scorer::score(const QueryFeatures &features) const
{
    return m_impl->score(features, nullptr);
}

bool Scorer::dependsOn(const QueryFeatures &features, const std::string &contentKey) const
{
    torch::NoGradGuard noGrad;
    const auto &bank = m_impl->bank;
    const int category = bank.recognise(features.descriptor);
    const auto added =
        std::find_if(bank.images().begin() + static_cast<std::ptrdiff_t>(bank.ownCount()),
                     bank.images().end(), [&](const BankImage &image) {
                         return image.category == category && image.contentKey == contentKey;
                     });
    if (added == bank.images().end())
        return false;
    const auto &config = m_impl->model.config;
    if (m_impl->patches || m_impl->sourced || config.source == kPatchCoreSource)
        return true;
    const auto taken = m_impl->normalsFor(features.descriptor, category);
    return std::find(taken.begin(), taken.end(), added - bank.images().begin()) != taken.end();
}

ScoredImage Scorer::explain(const cv::Mat &imageBgr, const std::filesystem::path &file) const
{
    AttentionRecorder recorder;
    return m_impl->score(m_impl->featuresOf(imageBgr, file), &recorder);
}

cv::Mat Scorer::templateCost(const ScoredImage &scored, std::size_t layer, std::size_t number) const
{
    const auto &features = explained(scored);
    return toMat(costAgainst(features.query.at(layer),
                             features.templates.layers.at(layer)[static_cast<std::int64_t>(number)]));
}

cv::Mat Scorer::templateImage(const ScoredImage &scored, std::size_t number) const
{
    const auto &features = explained(scored);
    if (!features.normals.empty())
        return m_impl->bank.image(static_cast<std::size_t>(features.normals.at(number)));
    return features.pictures.empty()
               ? cv::Mat()
               : fitImage(features.pictures.at(number), m_impl->model.features.imagePx);
}

std::string Scorer::templateKey(const ScoredImage &scored, std::size_t number) const
{
    const auto &features = explained(scored);
    if (features.normals.empty())
        return {};
    return m_impl->bank.images()
        .at(static_cast<std::size_t>(features.normals.at(number)))
        .contentKey;
}

const std::vector<std::string> &Scorer::categories() const
{
    return m_impl->model.config.categories;
}

std::size_t Scorer::featureBytes() const
{
    const auto grid = static_cast<std::size_t>(m_impl->model.features.gridPx);
    std::size_t channels = 0;
    for (const auto layer : m_impl->extractor->channels())
        channels += static_cast<std::size_t>(layer);
    return channels * grid * grid * sizeof(float);
}

bool Scorer::hasFilter() const
{
    return m_impl->model.config.hasFilter;
}

} // namespace cf::engine
