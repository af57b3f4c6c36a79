#include "core/engine/detail/calibration.h"

#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/postprocess.h"
#include "core/metrics/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace cf::engine::detail {

namespace {

constexpr std::array<double, 3> kSigmas = {0.0, 3.0, 6.0}; // pixels of the network's image
constexpr std::array<double, 10> kLambdas = {0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0};
constexpr std::int64_t kPixelStride = 2; // every 2nd row and column is enough to choose by
constexpr std::int64_t kBatch = 16;
// Real defects are further from the training's than held-out synthetic ones are, so the best lambda
// of the latter is too large for the former: the smallest that has most of its gain is taken.
constexpr double kEnoughOfTheGain = 0.8;
// A category alone has few samples of each kind: half of its choice is that of all categories.
constexpr double kOwnShare = 0.5;
constexpr std::int64_t kFewestOfAKind = 2;

using Units = std::vector<std::pair<float, bool>>;

struct Ranked
{
    double auroc = 0.0;
    double averagePrecision = 0.0;
};

Ranked rank(Units units)
{
    std::sort(units.begin(), units.end(),
              [](const auto &a, const auto &b) { return a.first > b.first; });
    std::uint64_t anomalous = 0;
    for (const auto &unit : units)
        anomalous += unit.second ? 1 : 0;
    metrics::detail::RankingPass pass(units.size() - anomalous, anomalous, "unit");
    for (std::size_t from = 0; from < units.size();) {
        std::size_t to = from;
        std::uint64_t positives = 0;
        for (; to < units.size() && units[to].first == units[from].first; ++to)
            positives += units[to].second ? 1 : 0;
        pass.addGroup(units[from].first, (to - from) - positives, positives);
        from = to;
    }
    return {pass.auroc().value.value_or(0.0), pass.averagePrecision().value.value_or(0.0)};
}

torch::Tensor validationMasks(const std::vector<const TrainingSample *> &samples)
{
    std::vector<torch::Tensor> masks;
    for (const auto *sample : samples) {
        const auto factor = sample->mask.size(0) / kValidationSide;
        masks.push_back(sample->mask.view({kValidationSide, factor, kValidationSide, factor})
                            .to(torch::kFloat32)
                            .mean({1, 3})
                            .ge(0.5));
        if (sample->anomalous &&
            !masks.back().any().item<bool>()) // thinner than a cell: any touched cell counts
            masks.back() = sample->mask.view({kValidationSide, factor, kValidationSide, factor})
                               .amax({1, 3})
                               .ne(0);
    }
    return torch::stack(masks);
}

/// Blur by sigma of the image, on maps of validation size.
torch::Tensor smooth(const torch::Tensor &maps, double sigma, int imagePx)
{
    const double scaled = sigma * static_cast<double>(maps.size(2)) / imagePx;
    return gaussianBlur(maps.unsqueeze(1), scaled).squeeze(1);
}

/// What the baseline maps are made of, [n, 1 or L, g, g] float32.
torch::Tensor baselineCosts(const std::vector<const TrainingSample *> &samples)
{
    std::vector<torch::Tensor> maps;
    for (const auto *sample : samples)
        maps.push_back(sample->query.baseline().to(torch::kFloat32));
    return torch::stack(maps);
}

torch::Tensor weighted(const torch::Tensor &initial, const std::vector<double> &weight)
{
    return (initial * torch::tensor(weight, torch::kFloat32).view({1, -1, 1, 1})).sum(1);
}

std::vector<const TrainingSample *> ofCategory(const std::vector<const TrainingSample *> &samples,
                                               std::size_t category)
{
    std::vector<const TrainingSample *> chosen;
    for (const auto *sample : samples)
        if (sample->category == static_cast<std::int64_t>(category))
            chosen.push_back(sample);
    return chosen;
}

std::vector<const TrainingSample *> pointers(const std::vector<TrainingSample> &samples)
{
    std::vector<const TrainingSample *> all;
    for (const auto &sample : samples)
        all.push_back(&sample);
    return all;
}

/// Mean and deviation of maps over the normal samples.
std::pair<double, double> normalSpread(const torch::Tensor &maps,
                                       const std::vector<const TrainingSample *> &samples)
{
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (!samples[i]->anomalous)
            rows.push_back(static_cast<std::int64_t>(i));
    const auto chosen = rows.empty() ? maps : maps.index_select(0, torch::tensor(rows));
    return {chosen.mean().item<double>(), std::max(chosen.std().item<double>(), 1e-12)};
}

} // namespace

double sureGain(const std::vector<double> &changes)
{
    if (changes.size() < 2)
        return 0.0;
    const auto count = static_cast<double>(changes.size());
    const double mean = std::accumulate(changes.begin(), changes.end(), 0.0) / count;
    double squares = 0.0;
    for (const double change : changes)
        squares += (change - mean) * (change - mean);
    return mean - std::sqrt(squares / (count - 1.0) / count);
}

std::size_t smallestEnough(std::span<const double> gains)
{
    const double most = *std::max_element(gains.begin(), gains.end());
    if (most <= 0.0)
        return 0;
    const auto enough = [&](double gain) { return gain >= kEnoughOfTheGain * most; };
    return static_cast<std::size_t>(std::find_if(gains.begin(), gains.end(), enough) -
                                    gains.begin());
}

std::vector<const TrainingSample *> ValidationSet::all() const
{
    auto samples = pointers(heldOut);
    const auto more = pointers(familiar);
    samples.insert(samples.end(), more.begin(), more.end());
    return samples;
}

std::map<synthesis::Kind, double> scoresByKind(const ValidationMaps &set)
{
    const auto scores = imageScore(set.maps, std::max<std::int64_t>(set.maps[0].numel() / 256, 1));
    std::map<synthesis::Kind, std::vector<std::size_t>> byKind;
    std::vector<std::size_t> normals;
    for (std::size_t i = 0; i < set.samples.size(); ++i) {
        if (set.samples[i]->anomalous)
            byKind[set.samples[i]->kind].push_back(i);
        else
            normals.push_back(i);
    }
    const auto thinned =
        set.maps.slice(1, 0, {}, kPixelStride).slice(2, 0, {}, kPixelStride).contiguous();
    const auto masks =
        set.masks.slice(1, 0, {}, kPixelStride).slice(2, 0, {}, kPixelStride).contiguous();
    const auto perImage = thinned[0].numel();
    const float *map = thinned.data_ptr<float>();
    const bool *mask = masks.data_ptr<bool>();
    std::map<synthesis::Kind, double> byKindScore;
    for (const auto &[kind, members] : byKind) {
        if (members.size() < kFewestOfAKind || normals.empty())
            continue;
        Units images;
        Units pixels;
        const auto take = [&](std::size_t i) {
            images.emplace_back(scores[static_cast<std::int64_t>(i)].item<float>(),
                                set.samples[i]->anomalous);
            const auto from = static_cast<std::int64_t>(i) * perImage;
            for (std::int64_t p = from; p < from + perImage; ++p)
                pixels.emplace_back(map[p], mask[p]);
        };
        std::for_each(members.begin(), members.end(), take);
        std::for_each(normals.begin(), normals.end(), take);
        byKindScore[kind] =
            0.5 * (rank(std::move(images)).auroc + rank(std::move(pixels)).averagePrecision);
    }
    return byKindScore;
}

double validationScore(const ValidationMaps &set)
{
    const auto scores = scoresByKind(set);
    double sum = 0.0;
    for (const auto &[kind, score] : scores)
        sum += score;
    return scores.empty() ? 0.0 : sum / static_cast<double>(scores.size());
}

torch::Tensor baselineMaps(const std::vector<const TrainingSample *> &samples,
                           const Calibration &calibration, int imagePx)
{
    return standardisedBaseline(baselineCosts(samples), calibration, kValidationSide, imagePx);
}

void chooseBaseline(const std::vector<const TrainingSample *> &samples, int imagePx,
                    Calibration &calibration)
{
    const auto initial =
        enlarge(baselineCosts(samples), kValidationSide, kValidationSide, Enlarge::AlignCorners);
    const auto masks = validationMasks(samples);
    const auto layers = static_cast<std::size_t>(initial.size(1));
    const auto layerMean = initial.mean({0, 2, 3});
    double best = -1.0;
    for (std::size_t subset = 1; subset < (std::size_t{1} << layers); ++subset) {
        for (const bool divided : {false, true}) {
            std::vector<double> weight(layers, 0.0);
            int members = 0;
            for (std::size_t l = 0; l < layers; ++l) {
                if ((subset >> l) & 1U) {
                    weight[l] = divided
                                    ? 1.0 / layerMean[static_cast<std::int64_t>(l)].item<double>()
                                    : 1.0;
                    ++members;
                }
            }
            if (divided && members == 1)
                continue; // the same map as undivided
            const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
            for (auto &w : weight)
                w /= total;
            const auto plain = weighted(initial, weight);
            for (const double sigma : kSigmas) {
                const auto maps = smooth(plain, sigma, imagePx);
                const double score = validationScore({maps, masks, samples});
                if (score > best) {
                    best = score;
                    calibration.layerWeight = weight;
                    calibration.baselineSigma = sigma;
                    std::tie(calibration.baselineMean, calibration.baselineDeviation) =
                        normalSpread(maps, samples);
                }
            }
        }
    }
}

void usePatchMap(const std::vector<const TrainingSample *> &samples, double sigma, int imagePx,
                 Calibration &calibration)
{
    calibration.layerWeight = {1.0};
    calibration.baselineSigma = sigma;
    std::tie(calibration.baselineMean, calibration.baselineDeviation) =
        normalSpread(baselineMaps(samples, calibration, imagePx), samples);
}

torch::Tensor filteredMaps(const std::vector<const TrainingSample *> &samples,
                           DetectorNetwork &network, const ModelConfig &config, int imagePx,
                           torch::Device device)
{
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> maps;
    for (std::size_t from = 0; from < samples.size(); from += kBatch) {
        std::vector<MatchedQuery> queries;
        std::vector<std::int64_t> categories;
        for (std::size_t i = from; i < std::min(from + kBatch, samples.size()); ++i) {
            queries.push_back(samples[i]->query);
            categories.push_back(samples[i]->category);
        }
        const auto batch = stack(queries, categories, config, imagePx, device);
        const auto evidence = network.evidence(network.forward(batch));
        maps.push_back(
            enlarge(evidence.unsqueeze(1), kValidationSide, kValidationSide, Enlarge::AlignCorners)
                .squeeze(1)
                .to(torch::kCPU, torch::kFloat32));
    }
    return torch::cat(maps);
}

double filterScore(const ValidationSet &validation, DetectorNetwork &network,
                   const ModelConfig &config, int imagePx, torch::Device device)
{
    const auto samples = pointers(validation.heldOut);
    double sum = 0.0;
    for (std::size_t c = 0; c < config.categories.size(); ++c) {
        const auto own = ofCategory(samples, c);
        sum += validationScore(
            {filteredMaps(own, network, config, imagePx, device), validationMasks(own), own});
    }
    return sum / static_cast<double>(config.categories.size());
}

void chooseFusion(const ValidationSet &validation, DetectorNetwork &network, torch::Device device,
                  int imagePx, ModelConfig &config)
{
    struct CategoryMaps
    {
        std::vector<const TrainingSample *> held, all;
        torch::Tensor baseline, filtered, masks; // of `held`
        torch::Tensor filteredAll;
    };
    std::vector<CategoryMaps> maps;
    for (std::size_t c = 0; c < config.categories.size(); ++c) {
        CategoryMaps entry;
        entry.held = ofCategory(pointers(validation.heldOut), c);
        entry.all = ofCategory(validation.all(), c);
        entry.baseline = baselineMaps(entry.held, config.calibration[c], imagePx);
        entry.filteredAll = filteredMaps(entry.all, network, config, imagePx, device);
        entry.masks = validationMasks(entry.held);
        maps.push_back(std::move(entry));
    }
    std::vector<std::map<synthesis::Kind, double>> before;
    for (const auto &entry : maps)
        before.push_back(scoresByKind({entry.baseline, entry.masks, entry.held}));

    double best = -1.0;
    for (const double sigma : kSigmas) {
        std::vector<std::array<double, kLambdas.size()>> own(maps.size());
        std::array<std::vector<double>, kLambdas.size()> all;
        std::vector<std::pair<double, double>> spread;
        for (std::size_t c = 0; c < maps.size(); ++c) {
            const auto smoothed = smooth(maps[c].filteredAll, sigma, imagePx);
            spread.push_back(normalSpread(smoothed, maps[c].all));
            const auto filtered = // `all` begins with the held-out ones
                (smoothed.slice(0, 0, maps[c].baseline.size(0)) - spread[c].first) /
                spread[c].second;
            for (std::size_t l = 0; l < kLambdas.size(); ++l) {
                const auto after = scoresByKind({fuseMaps(filtered, maps[c].baseline, kLambdas[l]),
                                                 maps[c].masks, maps[c].held});
                std::vector<double> changes;
                for (const auto &[kind, score] : after)
                    changes.push_back(score - before[c].at(kind));
                own[c][l] = sureGain(changes);
                all[l].insert(all[l].end(), changes.begin(), changes.end());
            }
        }
        std::array<double, kLambdas.size()> pooled{};
        std::transform(all.begin(), all.end(), pooled.begin(), sureGain);
        const double most = *std::max_element(pooled.begin(), pooled.end());
        if (most <= best)
            continue;
        best = most;
        for (std::size_t c = 0; c < maps.size(); ++c) {
            auto gain = pooled;
            for (std::size_t l = 0; l < gain.size(); ++l)
                gain[l] = kOwnShare * own[c][l] + (1.0 - kOwnShare) * pooled[l];
            auto &calibration = config.calibration[c];
            calibration.lambda = kLambdas[smallestEnough(gain)];
            calibration.filteredSigma = sigma;
            std::tie(calibration.filteredMean, calibration.filteredDeviation) = spread[c];
        }
    }
}

} // namespace cf::engine::detail
