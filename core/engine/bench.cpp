#include "core/engine/bench.h"

#include "core/engine/detail/compact_loss.h"
#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/train_profile.h"
#include "core/engine/device.h"

#include <opencv2/core.hpp>
#include <torch/cuda.h>
#include <torch/optim/adamw.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace cf::engine {

using namespace detail;

namespace {

constexpr int kRepetitions = 5;

double medianSeconds(torch::Device device, const std::function<void()> &step)
{
    const auto work = [&] {
        step();
        if (device.is_cuda())
            torch::cuda::synchronize();
    };
    work(); // memory and caches
    std::vector<double> seconds;
    for (int i = 0; i < kRepetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

/// Cells that a layer of the network works on, by its place: side of the map relative to the
/// finest.
double reduction(const std::string &name, Profile profile)
{
    const auto in = [&](std::initializer_list<const char *> parts) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const char *part) { return name.find(part) != std::string::npos; });
    };
    if (profile == Profile::Compact)
        return in({"encoder3"})               ? 4.0
               : in({"encoder2", "decoder2"}) ? 2.0
               : in({"head2", "head3"})       ? 0.5
                                              : 1.0;
    if (in({"block5", "block6", "db_b", "dino_proc6.depth", "min_sim_proc6.depth", "cbam_fusion6"}))
        return 16.0;
    if (in({"block4", "db1.", "up1.", "dino_proc4.depth", "min_sim_proc4.depth", "cbam_fusion4"}))
        return 8.0;
    if (in({"block3", "db2.", "up2.", "dino_proc3.depth", "min_sim_proc3.depth", "cbam_fusion3"}))
        return 4.0;
    return in({"block2", "db3.", "up3."}) ? 2.0 : 1.0;
}

/// Multiply-adds of one picture's forward pass through the filter's convolutions.
double filterMultiplyAdds(DetectorNetwork &network, const ModelConfig &config, std::int64_t grid)
{
    const double side = config.profile == Profile::Compact ? static_cast<double>(grid) : 64.0;
    double total = 0.0;
    for (const auto &item : network.module().named_parameters()) {
        const auto &weight = item.value();
        if (weight.dim() < 4 || item.key().find(".fc") != std::string::npos ||
            item.key().find("decoder_segment.conv2.") != std::string::npos)
            continue;
        double cells = std::pow(side / reduction(item.key(), config.profile), 2);
        if (item.key().find("proc") != std::string::npos &&
            item.key().find("conv3d") != std::string::npos)
            cells = static_cast<double>(grid *
                                        grid); // guidance is reduced on its own grid, at depth one
        else if (weight.dim() == 5 &&
                 item.key().find("decoder_segment.conv1.") == std::string::npos)
            cells *= static_cast<double>(config.filter.layers);
        total += static_cast<double>(weight.numel()) * cells;
    }
    return total;
}

struct Setting
{
    ModelConfig config;
    FeatureSpec features;
    std::vector<std::int64_t> channels = {24, 40, 80, 112, 192};
};

Setting settingOf(Profile profile)
{
    const auto numbers = TrainProfile::of(profile);
    Setting setting;
    setting.config.profile = profile;
    setting.config.categories = {"a", "b"};
    setting.config.filter.matches = numbers.matches;
    setting.config.filter.width = numbers.width;
    setting.config.filter.layers = static_cast<std::int64_t>(setting.channels.size());
    setting.config.filter.classes = 2;
    setting.config.guidanceLayers = guidanceLayers(profile, setting.config.filter.layers);
    setting.config.filter.featureChannels.clear();
    for (const int layer : setting.config.guidanceLayers)
        setting.config.filter.featureChannels.push_back(
            setting.channels[static_cast<std::size_t>(layer)]);
    return setting;
}

MatchedBatch randomBatch(const Setting &setting, std::int64_t batch, torch::Device device)
{
    const auto &filter = setting.config.filter;
    const std::int64_t grid = setting.features.gridPx;
    MatchedBatch made{torch::rand({batch, filter.matches, filter.layers, grid, grid}, device),
                      torch::rand({batch, filter.layers, grid, grid}, device),
                      {},
                      torch::rand({batch, 2 * grid, 2 * grid}, device)};
    for (const auto channels : filter.featureChannels)
        made.guidance.push_back(torch::rand({batch, channels, grid, grid}, device));
    return made;
}

} // namespace

Result<double> matrixProductSpeed(const std::string &deviceName, int threads)
{
    CF_RETURN_IF_ERROR(useDevice(deviceName));
    const torch::Device device(deviceName);
    setThreadCount(threads);
    torch::NoGradGuard noGrad;
    const std::int64_t side = device.is_cuda() ? 8192 : 2048;
    const auto a = torch::rand({side, side}, device);
    const auto b = torch::rand({side, side}, device);
    const double seconds = medianSeconds(device, [&] { torch::mm(a, b); });
    return std::pow(static_cast<double>(side), 3) / seconds;
}

Result<StageTiming> timeStage(const std::string &stage, const StageBench &options)
{
    CF_RETURN_IF_ERROR(useDevice(options.device));
    const torch::Device device(options.device);
    setThreadCount(options.threads);
    torch::manual_seed(1);
    const auto setting = settingOf(options.profile);
    const std::string images = std::to_string(options.batch) + " images";
    StageTiming timing;
    timing.name = stage;
    if (stage == "features") {
        CF_ASSIGN_OR_RETURN(
            const auto extractor,
            FeatureExtractor::open(setting.features, options.backboneWeights, device));
        std::vector<cv::Mat> pictures;
        for (std::int64_t i = 0; i < options.batch; ++i) {
            pictures.emplace_back(setting.features.imagePx, setting.features.imagePx, CV_8UC3);
            cv::randu(pictures.back(), 0, 256);
        }
        timing.seconds = medianSeconds(device, [&] { extractor.extract(pictures); });
        timing.multiplyAdds = extractor.multiplyAdds() * static_cast<double>(options.batch);
        timing.work = images + ", EfficientNet-Lite0 to its last layer used";
        return timing;
    }
    if (stage == "matching") {
        std::vector<torch::Tensor> layers;
        std::vector<BankImage> bankImages(3);
        const std::int64_t grid = setting.features.gridPx;
        std::vector<torch::Tensor> bank;
        double products = 0.0;
        for (const auto channels : setting.channels) {
            layers.push_back(torch::rand({channels, grid, grid}, device));
            bank.push_back(torch::rand({3, channels, grid, grid}, device));
            products +=
                static_cast<double>(channels) * std::pow(static_cast<double>(grid), 4) * 3.0;
        }
        const auto normals = NormalBank::fromFeatures(std::move(bankImages), std::move(bank));
        const Matcher matcher(setting.config);
        const auto templates = normals.take({0, 1, 2});
        timing.seconds = medianSeconds(device, [&] {
            for (std::int64_t i = 0; i < options.batch; ++i)
                matcher.match(layers, templates);
        });
        timing.multiplyAdds = products * static_cast<double>(options.batch);
        timing.work =
            images + ", 5 layers, 3 templates, grid 32, keeping " +
            (options.profile == Profile::Compact ? std::string("16") : std::string("1024"));
        return timing;
    }
    DetectorNetwork network(setting.config);
    network.initialise(1);
    network.module().to(device);
    const auto batch = randomBatch(setting, options.batch, device);
    const double forward = filterMultiplyAdds(network, setting.config, setting.features.gridPx) *
                           static_cast<double>(options.batch);
    if (stage == "filter") {
        torch::NoGradGuard noGrad;
        network.module().eval();
        timing.seconds = medianSeconds(device, [&] { network.forward(batch); });
        timing.multiplyAdds = forward;
        timing.work = images + ", forward";
        return timing;
    }
    if (stage == "train-step") {
        network.module().train();
        torch::optim::AdamW optimiser(network.module().parameters(),
                                      torch::optim::AdamWOptions(1e-4));
        const auto labels =
            torch::zeros({options.batch}, torch::dtype(torch::kInt64).device(device));
        timing.seconds = medianSeconds(device, [&] {
            optimiser.zero_grad();
            const auto output = network.forward(batch);
            if (options.profile == Profile::Compact) {
                const auto logit = network.evidence(output);
                compactLoss(logit, torch::zeros_like(logit), torch::zeros({options.batch}, device),
                            output.classLogits, labels, CompactLossOptions())
                    .total.backward();
            } else {
                filterLoss(output.logits, output.classLogits,
                           torch::zeros({options.batch, 1, 256, 256}, device), labels, LossOptions())
                    .total.backward();
            }
            optimiser.step();
        });
        timing.multiplyAdds = 3.0 * forward; // forward, gradient of inputs, gradient of weights
        timing.work = "one step of " + images;
        return timing;
    }
    return Error::make(ErrorCode::BadUsage, "There is no stage '" + stage + "'.");
}

} // namespace cf::engine
