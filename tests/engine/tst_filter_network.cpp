#include "core/engine/detail/filter_network.h"
#include "tests/engine/random_tensors.h"

#include <QTest>

using namespace cf::engine::detail;
using cf::engine::FilterConfig;

namespace {

/// A network that runs in a moment: a sixth of the published width, few matches.
FilterConfig smallConfig()
{
    FilterConfig config;
    config.matches = 12;
    config.layers = 2;
    config.width = 16; // attention bottlenecks divide by 16
    config.firstReduction = 24;
    config.classes = 3;
    config.featureChannels = {5, 6, 7, 8};
    return config;
}

/// What a network of that configuration takes, at `height` x `width`.
struct Inputs
{
    torch::Tensor volume;
    std::vector<torch::Tensor> features;
    torch::Tensor initialMap;

    Inputs(const FilterConfig &config, std::int64_t batch, std::int64_t height, std::int64_t width)
        : volume(randomUnit(1, {batch, config.matches, config.layers, height, width})),
          initialMap(randomUnit(2, {batch, config.layers, height, width}))
    {
        for (std::size_t i = 0; i < config.featureChannels.size(); ++i)
            features.push_back(randomTensor(3 + i, {batch, config.featureChannels[i], 8, 8}));
    }
};

FilterNetwork seeded(const FilterConfig &config)
{
    FilterNetwork network(config);
    initialiseFilter(*network, at::detail::createCPUGenerator(42));
    network->eval();
    return network;
}

FilterOutput run(FilterNetwork &network, const Inputs &in, AttentionRecorder *recorder = nullptr)
{
    torch::NoGradGuard noGrad;
    return network->forward(in.volume, in.features, in.initialMap, recorder);
}

} // namespace

class TstFilterNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWithTheShapesItPromises_data();
    void answersWithTheShapesItPromises();
    void answersTheSameWhileItIsRecorded();
    void recordsEveryAttention();
    void treatsEachImageAloneWhenEvaluating();
    void listensToEveryInput_data();
    void listensToEveryInput();
    void sharesFeaturesAmongBlocksWhenAsked();
    void hasTheLayersOfTheVolumeInADefiniteOrder();
    void startsTheSameForTheSameSeed();
    void startsWithUnitGainAndZeroBias();
    void reachesEveryParameterButTheUnusedOne();
};

void TstFilterNetwork::answersWithTheShapesItPromises_data()
{
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("two layers") << 2 << 16 << 32 << 32;
    QTest::newRow("one layer") << 1 << 16 << 32 << 32;
    QTest::newRow("four layers, wider") << 4 << 32 << 16 << 16;
    QTest::newRow("not square") << 2 << 16 << 32 << 64;
    QTest::newRow("width of no power of two") << 2 << 24 << 16 << 16;
}

void TstFilterNetwork::answersWithTheShapesItPromises()
{
    QFETCH(int, layers);
    QFETCH(int, width);
    QFETCH(int, rows);
    QFETCH(int, columns);
    auto config = smallConfig();
    config.layers = layers;
    config.width = width;
    auto network = seeded(config);
    const auto output = run(network, Inputs(config, 2, rows, columns));
    QCOMPARE(output.logits.sizes(), c10::IntArrayRef({2, 2, rows, columns}));
    QCOMPARE(output.classLogits.sizes(), c10::IntArrayRef({2, 3}));
    QVERIFY(torch::isfinite(output.logits).all().item<bool>());
    QVERIFY(torch::isfinite(output.classLogits).all().item<bool>());
}

void TstFilterNetwork::answersTheSameWhileItIsRecorded()
{
    auto network = seeded(smallConfig());
    const Inputs in(smallConfig(), 1, 32, 32);
    AttentionRecorder recorder;
    const auto silent = run(network, in);
    const auto recorded = run(network, in, &recorder);
    QVERIFY(torch::equal(silent.logits, recorded.logits));
    QVERIFY(torch::equal(silent.classLogits, recorded.classLogits));
}

void TstFilterNetwork::recordsEveryAttention()
{
    auto network = seeded(smallConfig());
    AttentionRecorder recorder;
    run(network, Inputs(smallConfig(), 2, 32, 32), &recorder);
    QStringList blocks;
    for (const auto &record : recorder.records()) {
        blocks << QString::fromStdString(record.block);
        const auto channels = record.attended.size(1);
        QCOMPARE(record.channelWeight.sizes(), c10::IntArrayRef({2, channels}));
        auto places = record.attended.sizes().vec();
        places[1] = 1;
        QCOMPARE(record.spatialWeight.sizes(), c10::IntArrayRef(places));
        for (const auto &weight : {record.channelWeight, record.spatialWeight}) {
            QVERIFY(weight.min().item<double>() >= 0.0);
            QVERIFY(weight.max().item<double>() <= 1.0);
        }
        const bool guided = record.block.starts_with("cbam_fusion");
        QCOMPARE(record.volumeEnd, guided ? channels / 3 : channels);
        QCOMPARE(record.guidanceEnd, guided ? 2 * channels / 3 : channels);
    }
    QCOMPARE(blocks,
             QStringLiteral("cbam_fusion1 cbam_fusion3 cbam_fusion4 cbam_fusion6 db1.cbam db3.cbam "
                            "db4.cbam")
                 .split(QLatin1Char(' ')));
}

void TstFilterNetwork::treatsEachImageAloneWhenEvaluating()
{
    const auto config = smallConfig();
    auto network = seeded(config);
    const Inputs both(config, 2, 32, 32);
    Inputs second = both;
    second.volume = both.volume.narrow(0, 1, 1);
    second.initialMap = both.initialMap.narrow(0, 1, 1);
    for (auto &feature : second.features)
        feature = feature.narrow(0, 1, 1);
    const auto together = run(network, both);
    const auto alone = run(network, second);
    // An untrained network has no scale of its own: differences count relative to what it says.
    const auto relative = [](const torch::Tensor &a, const torch::Tensor &b) {
        return maxDifference(a, b) / b.abs().max().item<double>();
    };
    QVERIFY(relative(together.logits.narrow(0, 1, 1), alone.logits) < 1e-5);
    QVERIFY(relative(together.classLogits.narrow(0, 1, 1), alone.classLogits) < 1e-5);
}

void TstFilterNetwork::listensToEveryInput_data()
{
    QTest::addColumn<int>("input");
    QTest::newRow("volume") << -1;
    QTest::newRow("initial map") << -2;
    for (int i = 0; i < 4; ++i)
        QTest::addRow("feature %d", i) << i;
}

void TstFilterNetwork::listensToEveryInput()
{
    QFETCH(int, input);
    const auto config = smallConfig();
    auto network = seeded(config);
    Inputs in(config, 1, 32, 32);
    const auto before = run(network, in);
    auto &changed = input == -1   ? in.volume
                    : input == -2 ? in.initialMap
                                  : in.features[static_cast<std::size_t>(input)];
    changed = changed.flip(1);
    const auto after = run(network, in);
    QVERIFY(maxDifference(before.logits, after.logits) > 1e-6);
}

void TstFilterNetwork::sharesFeaturesAmongBlocksWhenAsked()
{
    auto config = smallConfig();
    config.featureChannels = {5, 8};
    config.guidanceLayer = {0, 0, 1, 1};
    auto network = seeded(config);
    QCOMPARE(run(network, Inputs(config, 1, 16, 16)).logits.size(1), std::int64_t{2});
    const auto parameters = network->named_parameters();
    QCOMPARE(parameters["encoder_segment.dino_proc3.conv3d.weight"].size(1), std::int64_t{5});
    QCOMPARE(parameters["encoder_segment.dino_proc4.conv3d.weight"].size(1), std::int64_t{8});
}

void TstFilterNetwork::hasTheLayersOfTheVolumeInADefiniteOrder()
{
    auto network = seeded(smallConfig());
    Inputs in(smallConfig(), 1, 32, 32);
    const auto before = run(network, in);
    in.volume = in.volume.flip(2);
    QVERIFY(maxDifference(before.logits, run(network, in).logits) > 1e-6);
}

void TstFilterNetwork::startsTheSameForTheSameSeed()
{
    const auto a = seeded(smallConfig());
    const auto b = seeded(smallConfig());
    const auto other = [] {
        FilterNetwork network(smallConfig());
        initialiseFilter(*network, at::detail::createCPUGenerator(43));
        return network;
    }();
    const auto parametersA = a->named_parameters();
    bool anyDifferent = false;
    for (const auto &item : b->named_parameters()) {
        QVERIFY2(torch::equal(item.value(), parametersA[item.key()]), item.key().c_str());
        anyDifferent =
            anyDifferent || !torch::equal(item.value(), other->named_parameters()[item.key()]);
    }
    QVERIFY(anyDifferent);
}

void TstFilterNetwork::startsWithUnitGainAndZeroBias()
{
    const auto network = seeded(smallConfig());
    const auto parameters = network->named_parameters();
    // Kaiming, fan out: variance 2 / (kernel volume * output channels).
    const auto weight = parameters["decoder_segment.db_b.conv1.weight"];
    const double fanOut = static_cast<double>(weight.size(0) * 27);
    const double variance = weight.var().item<double>();
    QVERIFY(std::abs(variance * fanOut / 2.0 - 1.0) < 0.05);
    QCOMPARE(parameters["decoder_segment.db_b.conv1.bias"].abs().max().item<double>(), 0.0);
    QCOMPARE(parameters["decoder_segment.db_b.bn1.weight"].min().item<double>(), 1.0);
}

void TstFilterNetwork::reachesEveryParameterButTheUnusedOne()
{
    const auto config = smallConfig();
    auto network = seeded(config);
    network->train();
    const Inputs in(config, 2, 32, 32);
    const auto output = network->forward(in.volume, in.features, in.initialMap);
    (output.logits.square().mean() + output.classLogits.square().mean()).backward();
    for (const auto &item : network->named_parameters()) {
        const bool unused = item.key().starts_with("decoder_segment.conv2.");
        QVERIFY2(item.value().grad().defined() != unused, item.key().c_str());
    }
}

QTEST_GUILESS_MAIN(TstFilterNetwork)
#include "tst_filter_network.moc"
