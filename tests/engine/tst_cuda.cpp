#include "core/engine/detail/compact_loss.h"
#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/losses.h"
#include "core/engine/detail/matcher.h"
#include "core/engine/device.h"
#include "tests/engine/random_tensors.h"

#include <QTest>
#include <torch/torch.h>

using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

constexpr std::int64_t kGrid = 16;
constexpr std::int64_t kTemplates = 3;
const std::vector<std::int64_t> kChannels = {24, 40, 80, 112, 192};

/// Largest difference, as a share of the root mean square of what the CPU says.
double relativeDifference(const torch::Tensor &cpu, const torch::Tensor &gpu)
{
    const double rms = cpu.to(torch::kFloat64).square().mean().sqrt().item<double>();
    return maxDifference(cpu, gpu.cpu()) / std::max(rms, 1e-12);
}

NormalBank bankOn(torch::Device device)
{
    std::vector<torch::Tensor> layers;
    for (const auto channels : kChannels)
        layers.push_back(
            randomTensor(static_cast<std::uint64_t>(channels), {kTemplates, channels, kGrid, kGrid})
                .to(device));
    return NormalBank::fromFeatures(std::vector<BankImage>(kTemplates), std::move(layers));
}

std::vector<torch::Tensor> queryOn(torch::Device device)
{
    std::vector<torch::Tensor> layers;
    for (const auto channels : kChannels)
        layers.push_back(
            randomTensor(static_cast<std::uint64_t>(7 * channels), {channels, kGrid, kGrid})
                .to(device));
    return layers;
}

ModelConfig configOf(Profile profile)
{
    ModelConfig config;
    config.profile = profile;
    config.categories = {"a", "b"};
    config.filter.layers = static_cast<std::int64_t>(kChannels.size());
    config.filter.matches = profile == Profile::Compact ? Matcher::kCompactChannels : 64;
    config.filter.width = 8;
    config.filter.firstReduction = 32;
    config.filter.classes = 2;
    config.guidanceLayers =
        profile == Profile::Compact ? std::vector<int>{1, 3} : std::vector<int>{0, 1, 3, 4};
    config.filter.featureChannels.clear();
    for (const int layer : config.guidanceLayers)
        config.filter.featureChannels.push_back(kChannels[static_cast<std::size_t>(layer)]);
    config.calibration.resize(2);
    for (auto &calibration : config.calibration)
        calibration.layerWeight.assign(kChannels.size(), 1.0 / static_cast<double>(kChannels.size()));
    return config;
}

/// Loss and gradients of one step on a device, from the same numbers everywhere.
struct Step
{
    torch::Tensor evidence, loss;
    std::vector<torch::Tensor> gradients;
};

Step stepOn(torch::Device device, Profile profile, torch::ScalarType type = torch::kFloat32)
{
    const auto config = configOf(profile);
    torch::manual_seed(3);
    DetectorNetwork network(config);
    network.initialise(3);
    network.module().to(device, type);
    network.module().eval(); // no dropout: its random numbers differ from device to device
    // Matched on the CPU: costs that are nearly equal may come in another order elsewhere, and the
    // filter looks at the order.
    const auto query =
        Matcher(config).match(queryOn(torch::kCPU), bankOn(torch::kCPU).take({0, 1, 2}));
    auto batch = stack({query, query}, {0, 1}, config, 128, device);
    batch.volume = batch.volume.to(type);
    batch.initialMap = batch.initialMap.to(type);
    for (auto &layer : batch.guidance)
        layer = layer.to(type);
    if (batch.baseline.defined())
        batch.baseline = batch.baseline.to(type);
    const auto output = network.forward(batch);
    const auto labels = torch::tensor({0, 1}).to(device);
    Step step;
    step.evidence = network.evidence(output);
    const auto side = step.evidence.size(2);
    const auto mask = randomUnit(5, {2, 1, side, side}).gt(0.9).to(device, type);
    step.loss =
        profile == Profile::Compact
            ? compactLoss(step.evidence, mask.squeeze(1), torch::ones({2}, mask.options()),
                          output.classLogits, labels, CompactLossOptions())
                  .total
            : filterLoss(output.logits, output.classLogits, mask, labels, LossOptions()).total;
    step.loss.backward();
    for (const auto &parameter : network.module().parameters())
        if (parameter.grad().defined())
            step.gradients.push_back(parameter.grad().cpu().to(torch::kFloat64));
    step.evidence = step.evidence.detach().cpu();
    return step;
}

/// Of all gradients together, relative to their length.
double gradientError(const Step &exact, const Step &other)
{
    double difference = 0.0;
    double length = 0.0;
    for (std::size_t i = 0; i < exact.gradients.size(); ++i) {
        difference += (exact.gradients[i] - other.gradients.at(i)).square().sum().item<double>();
        length += exact.gradients[i].square().sum().item<double>();
    }
    return std::sqrt(difference / length);
}

} // namespace

/// What a GPU computes is what the CPU computes. Skipped where there is none.
class TstCuda : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void convolutionsAreNotRounded();
    void matchesAreTheSame_data();
    void matchesAreTheSame();
    void stepsAreTheSame_data();
    void stepsAreTheSame();
};

void TstCuda::initTestCase()
{
    const auto usable = useDevice("cuda");
    if (!usable.ok())
        QSKIP(qPrintable(QStringLiteral("SKIPPED tst_cuda: ") +
                         QString::fromStdString(usable.error().detail) +
                         QStringLiteral(" No GPU path is checked.")));
    const auto found = devices();
    qInfo("%s, %.1f GiB", found.back().model.c_str(), found.back().memoryGiB);
    QVERIFY(found.back().memoryGiB > 1.0);
}

void TstCuda::convolutionsAreNotRounded()
{
    const auto x = randomTensor(1, {2, 64, 32, 32});
    const auto weight = randomTensor(2, {64, 64, 3, 3});
    const auto cpu = torch::conv2d(x.to(torch::kFloat64), weight.to(torch::kFloat64));
    const auto gpu = torch::conv2d(x.cuda(), weight.cuda());
    const double difference = relativeDifference(cpu, gpu);
    QVERIFY2(difference < 2e-5, qPrintable(QString::number(difference)));
}

void TstCuda::matchesAreTheSame_data()
{
    QTest::addColumn<bool>("paper");
    QTest::newRow("compact") << false;
    QTest::newRow("paper") << true;
}

void TstCuda::matchesAreTheSame()
{
    QFETCH(const bool, paper);
    const auto config = configOf(paper ? Profile::Paper : Profile::Compact);
    const auto cpuBank = bankOn(torch::kCPU);
    const auto gpuBank = bankOn(torch::kCUDA);
    const auto cpu = Matcher(config).match(queryOn(torch::kCPU), cpuBank.take({2, 0, 1}));
    const auto gpu = Matcher(config).match(queryOn(torch::kCUDA), gpuBank.take({2, 0, 1}));
    QVERIFY(gpu.volume.is_cuda());
    QVERIFY(maxDifference(cpu.initialMap, gpu.initialMap.cpu()) < 1e-5);
    // Costs that are nearly equal may come in another order in the paper's layout.
    const auto sorted = [&](const torch::Tensor &volume) {
        return paper ? std::get<0>(volume.cpu().sort(0)) : volume.cpu();
    };
    QVERIFY(maxDifference(sorted(cpu.volume), sorted(gpu.volume)) < 1e-5);
    QVERIFY((cpuBank.descriptors() - gpuBank.descriptors()).abs().max().item<float>() < 1e-5F);
}

void TstCuda::stepsAreTheSame_data()
{
    matchesAreTheSame_data();
}

void TstCuda::stepsAreTheSame()
{
    QFETCH(const bool, paper);
    const auto profile = paper ? Profile::Paper : Profile::Compact;
    // Untrained weights can make rounding grow without bounds, on a CPU as well: so the measure is
    // how far the CPU's own float32 is from float64.
    const auto exact = stepOn(torch::kCPU, profile, torch::kFloat64);
    const auto cpu = stepOn(torch::kCPU, profile);
    const auto gpu = stepOn(torch::kCUDA, profile);
    constexpr double kAsGood = 10.0;
    const auto isAsGood = [&](double gpuError, double cpuError) {
        qInfo("error of the GPU %.2g, of the CPU %.2g", gpuError, cpuError);
        return gpuError < kAsGood * cpuError + 1e-5;
    };
    QVERIFY(isAsGood(relativeDifference(exact.evidence, gpu.evidence),
                     relativeDifference(exact.evidence, cpu.evidence)));
    QVERIFY(isAsGood(std::abs(exact.loss.item<double>() - gpu.loss.item<double>()),
                     std::abs(exact.loss.item<double>() - cpu.loss.item<double>())));
    QCOMPARE(exact.gradients.size(), gpu.gradients.size());
    QVERIFY(!exact.gradients.empty());
    QVERIFY(isAsGood(gradientError(exact, gpu), gradientError(exact, cpu)));
}

QTEST_GUILESS_MAIN(TstCuda)
#include "tst_cuda.moc"
