#include "core/engine/detail/backbone_registry.h"
#include "core/engine/detail/residual_network.h"
#include "tests/parity/backbone_inputs.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <torch/script.h>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

constexpr double kReluGain2 = 2.0;

parity::StateList stateOf(const ResidualShape &shape)
{
    parity::StateList list;
    const auto addConv = [&](const std::string &name, const std::string &norm, std::int64_t out,
                             std::int64_t in, std::int64_t kernel) {
        list[name + ".weight"] = {out, in, kernel, kernel};
        for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"})
            list[norm + part] = {out};
        list[norm + ".num_batches_tracked"] = {};
    };
    addConv("conv1", "bn1", 64, 3, 7);
    std::int64_t in = 64;
    for (int stage = 0; stage < 4; ++stage) {
        const std::int64_t narrow = 64 << stage;
        const std::int64_t out = shape.bottlenecks ? 4 * narrow : narrow;
        for (int block = 0; block < shape.repeats[static_cast<std::size_t>(stage)]; ++block) {
            const auto prefix =
                "layer" + std::to_string(stage + 1) + "." + std::to_string(block) + ".";
            if (shape.bottlenecks) {
                const std::int64_t middle = shape.bottleneckWidth << stage;
                addConv(prefix + "conv1", prefix + "bn1", middle, in, 1);
                addConv(prefix + "conv2", prefix + "bn2", middle, middle, 3);
                addConv(prefix + "conv3", prefix + "bn3", out, middle, 1);
            } else {
                addConv(prefix + "conv1", prefix + "bn1", out, in, 3);
                addConv(prefix + "conv2", prefix + "bn2", out, out, 3);
            }
            if (block == 0 && (stage > 0 || in != out))
                addConv(prefix + "downsample.0", prefix + "downsample.1", out, in, 1);
            in = out;
        }
    }
    list["fc.weight"] = {1000, in};
    list["fc.bias"] = {1000};
    return list;
}

/// What torchvision 0.14 gives for one layer, with the weights of the fill rules and the picture
/// 2 * in.image96.
struct Expected
{
    double mean, rms;
    std::array<double, 3> values; ///< elements 0, 101 and 997
};

bool isClose(double actual, double expected, double scale)
{
    return std::abs(actual - expected) < 2e-5 * scale;
}

} // namespace

/// Backbones that no golden file is there for, and what is said of weights that do not fit.
class TstBackbones : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void residualNetworksAgreeWithTorchvision_data();
    void residualNetworksAgreeWithTorchvision();
    void everyBackboneIsListedWithAPossibleSetting();
    void namesWhatDoesNotFit();
    void readsATransformerOfAWholeCheckpoint();
    void readsTheRegistersAsTimmStoresThem();
    void refusesLayersAndSidesThatItCannotHave();
    void takesAnExportedNetwork();
    void refusesAnExportedNetworkOfAnotherKind();

private:
    QTemporaryDir m_dir;
    fs::path at(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
};

void TstBackbones::residualNetworksAgreeWithTorchvision_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"resnet18", "resnet50", "wide-resnet50-2"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstBackbones::residualNetworksAgreeWithTorchvision()
{
    QFETCH(const QString, name);
    const bool isSmall = name == QStringLiteral("resnet18");
    const bool isWide = name == QStringLiteral("wide-resnet50-2");
    const auto shape = isSmall  ? ResidualShape::resNet18()
                       : isWide ? ResidualShape::wideResNet50()
                                : ResidualShape::resNet50();
    const std::array<Expected, 4> expected =
        isSmall ? std::array<Expected, 4>{{{2.86375476, 4.51694501, {1.22383189, 3.88201809, 2.97996092}},
                                           {4.03444589, 6.94335163, {6.88426495, 10.7499866, 6.23960066}},
                                           {5.84011434, 9.83515376, {8.00427246, 1.58081913, 0}},
                                           {8.1981688, 12.8992618, {0, 4.73952484, 24.1748829}}}}
        : isWide
            ? std::array<Expected, 4>{{{3.14528841, 4.60691619, {4.96446657, 6.8396883, 0}},
                                       {8.38738212, 12.4588868, {0, 9.89916229, 3.76442194}},
                                       {40.7326186, 61.1399911, {52.706665, 70.0018387, 61.7345657}},
                                       {72.6470653, 111.554503, {0, 63.8122063, 0.587051392}}}}
            : std::array<Expected, 4>{{{2.94574279, 4.45054325, {3.61003518, 3.42030311, 0}},
                                       {8.81474049, 13.0322692, {0, 11.5066376, 4.00040817}},
                                       {42.7509036, 64.5063522, {31.8873901, 108.634857, 137.748795}},
                                       {73.5760176, 113.728653, {91.8485718, 50.9788704, 96.1375275}}}};
    const parity::Fill fill(0);
    const auto tensors = parity::fillAll(stateOf(shape), fill, kReluGain2);
    const auto network =
        ResidualNetwork::create(shape, tensors, {1, 2, 3, 4}, "the formula").orThrow();
    const auto layers = network->layers(2.0 * fill.uniform("in.image96", {1, 3, 96, 96}));
    QCOMPARE(layers.size(), expected.size());
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const auto flat = layers[l].contiguous().flatten().to(torch::kFloat64);
        QCOMPARE(layers[l].size(1), network->layerChannels()[l]);
        QVERIFY(isClose(flat.mean().item<double>(), expected[l].mean, expected[l].rms));
        QVERIFY(isClose(flat.square().mean().sqrt().item<double>(), expected[l].rms,
                        expected[l].rms));
        const std::int64_t places[] = {0, 101, 997};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(isClose(flat[places[i]].item<double>(), expected[l].values[i],
                            10.0 * expected[l].rms));
    }
}

void TstBackbones::everyBackboneIsListedWithAPossibleSetting()
{
    QCOMPARE(backbones().size(), std::size_t{17});
    for (const auto &info : backbones()) {
        const auto spec = FeatureSpec::of(info.name);
        QVERIFY2(spec.objection().empty(), spec.objection().c_str());
        QCOMPARE(spec.layers, info.layers);
        auto opened = spec;
        const auto missing = openBackbone(opened, at("none.pth"));
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().code, ErrorCode::NotFound); // and not: this name is unknown
    }
}

void TstBackbones::namesWhatDoesNotFit()
{
    const auto shape = ResidualShape::resNet18();
    auto tensors = parity::fillAll(stateOf(shape), parity::Fill(0), kReluGain2);
    tensors.erase("layer2.0.conv1.weight");
    tensors["layer9.conv.weight"] = torch::zeros({1});
    tensors["layer1.0.bn1.bias"] = torch::zeros({65});
    const auto made = ResidualNetwork::create(shape, tensors, {1}, "file.pth");
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::BadFormat);
    QCOMPARE(made.error().detail,
             std::string("file.pth does not fit ResNet-18; missing: layer2.0.conv1.weight; not "
                         "expected: layer9.conv.weight; layer1.0.bn1.bias is [65] and should be "
                         "[64]. Choose the weights that belong to it."));
    // Weights of quite another network say so too.
    const auto other = EfficientNet::create(EfficientNetShape::b4(), tensors, {1}, "file.pth");
    QVERIFY(!other.ok() && other.error().detail.find(" more") != std::string::npos);
}

void TstBackbones::readsATransformerOfAWholeCheckpoint()
{
    auto shape = TransformerShape::dino('s', 16);
    shape.blocks = 2;
    const auto plain = parity::fillAll(parity::stateOf(shape), parity::Fill(0), 1.0);
    NamedTensors checkpoint;
    for (const auto &[name, tensor] : plain)
        checkpoint["teacher.backbone." + name] = tensor;
    checkpoint["teacher.head.last_layer.weight"] = torch::zeros({3});
    const auto image = parity::Fill(0).uniform("in.image32", {1, 3, 32, 48});
    const auto a = VisionTransformer::create(shape, plain, {2}, "a").orThrow()->layers(image);
    const auto b = VisionTransformer::create(shape, checkpoint, {2}, "b").orThrow()->layers(image);
    QCOMPARE(a[0].sizes(), (c10::IntArrayRef{1, 384, 2, 3})); // no square is needed
    QVERIFY(torch::equal(a[0], b[0]));
}

void TstBackbones::readsTheRegistersAsTimmStoresThem()
{
    auto shape = TransformerShape::dinov2('s', true);
    shape.blocks = 1;
    auto official = parity::fillAll(parity::stateOf(shape), parity::Fill(0), 1.0);
    official["pos_embed"].select(1, 0).zero_(); // timm has none for the class token
    auto timm = official;
    timm["reg_token"] = timm.at("register_tokens");
    timm.erase("register_tokens");
    timm["pos_embed"] = official.at("pos_embed").slice(1, 1).contiguous();
    const auto image = parity::Fill(0).uniform("in.image28", {1, 3, 28, 28});
    const auto a = VisionTransformer::create(shape, official, {1}, "a").orThrow()->layers(image);
    const auto b = VisionTransformer::create(shape, timm, {1}, "b").orThrow()->layers(image);
    QVERIFY(torch::equal(a[0], b[0]));
}

void TstBackbones::refusesLayersAndSidesThatItCannotHave()
{
    auto spec = FeatureSpec::of("dino-vits8");
    spec.layers = {3, 13};
    QVERIFY(spec.objection().find("no layer 13") != std::string::npos);
    spec.layers = {6, 3};
    QVERIFY(spec.objection().find("rising") != std::string::npos);
    spec = FeatureSpec::of("dinov2-vits14");
    spec.imagePx = 256;
    QVERIFY(spec.objection().find("choose 252") != std::string::npos);
    const auto opened = openBackbone(spec, at("any.pth"));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::BadUsage);
}

void TstBackbones::takesAnExportedNetwork()
{
    torch::jit::Module network("net");
    network.define("def forward(self, x):\n"
                   "    a = torch.avg_pool2d(x, 4)\n"
                   "    return a, torch.cat([torch.avg_pool2d(a, 2), torch.avg_pool2d(a, 2)], 1)\n");
    network.save(at("net.pt").string());
    auto spec = FeatureSpec::of("torchscript:net");
    QVERIFY(spec.layers.empty());
    const auto backbone = openBackbone(spec, at("net.pt")).orThrow();
    QCOMPARE(spec.layers, (std::vector<int>{0, 1}));
    QCOMPARE(backbone->layerChannels(), (std::vector<std::int64_t>{3, 6}));
    const auto layers = backbone->layers(torch::ones({2, 3, 32, 32}));
    QCOMPARE(layers[1].sizes(), (c10::IntArrayRef{2, 6, 4, 4}));
}

void TstBackbones::refusesAnExportedNetworkOfAnotherKind()
{
    torch::jit::Module network("net");
    network.define("def forward(self, x):\n    return x.mean()\n");
    network.save(at("mean.pt").string());
    auto spec = FeatureSpec::of("torchscript:mean");
    const auto refused = openBackbone(spec, at("mean.pt"));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().detail.find("no feature map") != std::string::npos);
    spec.layers = {4};
    const auto missing = openBackbone(spec, at("mean.pt"));
    QVERIFY(!missing.ok() && missing.error().detail.find("no layer 4") != std::string::npos);
    QFile text(QString::fromStdString(at("text.pt").string()));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no network") > 0);
    text.close();
    spec.layers.clear();
    QVERIFY(!openBackbone(spec, at("text.pt")).ok());
}

QTEST_GUILESS_MAIN(TstBackbones)
#include "tst_backbones.moc"
