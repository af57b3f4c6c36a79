#include "core/engine/detail/patch_baseline.h"
#include "tests/engine/random_tensors.h"

#include <QTest>
#include <torch/torch.h>

using namespace cf;
using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

constexpr std::int64_t kGrid = 6;
constexpr std::int64_t kPictures = 8; // the first five of category 0

NormalBank bank()
{
    std::vector<BankImage> images(kPictures);
    for (std::size_t i = 0; i < images.size(); ++i)
        images[i].category = i < 5 ? 0 : 1;
    std::vector<torch::Tensor> layers;
    for (const std::int64_t channels : {3, 5, 4})
        layers.push_back(randomTensor(static_cast<std::uint64_t>(channels),
                                      {kPictures, channels, kGrid, kGrid}));
    return NormalBank::fromFeatures(std::move(images), std::move(layers));
}

ModelConfig config(BaselineMethod method, double ratio)
{
    ModelConfig made;
    made.categories = {"a", "b"};
    made.baseline.method = method;
    made.baseline.coresetRatio = ratio;
    made.baseline.neighbours = 3;
    made.patchLayers = {0, 1};
    return made;
}

/// Features of one picture of the bank.
std::vector<torch::Tensor> featuresOf(const NormalBank &bank, std::int64_t picture)
{
    std::vector<torch::Tensor> features;
    for (std::size_t l = 0; l < bank.layerCount(); ++l)
        features.push_back(bank.layer(l)[picture].clone());
    return features;
}

/// Patches [P, 8] of some pictures, of layers 0 and 1.
torch::Tensor patches(const NormalBank &bank, const std::vector<std::int64_t> &pictures)
{
    std::vector<torch::Tensor> rows;
    for (const auto picture : pictures)
        rows.push_back(
            torch::cat({bank.layer(0)[picture].flatten(1), bank.layer(1)[picture].flatten(1)}).t());
    return torch::cat(rows);
}

PatchBaseline learned(const NormalBank &bank, const ModelConfig &config,
                      const std::vector<std::int64_t> &hidden = {})
{
    PatchBaseline made(bank, config);
    RunContext run;
    made.remember(hidden, {}, run);
    return made;
}

} // namespace

class TstPatchBaseline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void measuresToTheNearestPatchOfTheCategory();
    void leavesOutWhatIsHiddenAndExcluded();
    void anomalyDinoLooksAtDirectionsAlone();
    void keepsAShareAndFindsItAgain();
    void reconstructsEveryLayerFromItsMemory();
    void refusesNumbersThatAreNoPatches();
    void takesTheMiddleOfANetwork_data();
    void takesTheMiddleOfANetwork();
};

void TstPatchBaseline::measuresToTheNearestPatchOfTheCategory()
{
    const auto normals = bank();
    const auto baseline = learned(normals, config(BaselineMethod::PatchCore, 1.0));
    const auto query = featuresOf(normals, 6); // of the other category
    const auto answer = baseline.compare(query, 0);
    QCOMPARE(answer.distance.sizes().vec(), (std::vector<std::int64_t>{1, kGrid, kGrid}));
    const auto distance =
        std::get<0>(torch::cdist(patches(normals, {6}), patches(normals, {0, 1, 2, 3, 4})).min(1));
    QVERIFY(maxDifference(answer.distance.view(-1), distance) < 1e-4);
    QVERIFY(baseline.compare(featuresOf(normals, 2), 0).distance.max().item<float>() < 2e-3F);

    // Equation 7: the neighbourhood is that of the match, not of the query.
    const auto rows = patches(normals, {0, 1, 2, 3, 4});
    const auto farthest = patches(normals, {6})[distance.argmax().item<std::int64_t>()];
    const auto match =
        rows[torch::cdist(farthest.unsqueeze(0), rows).argmin().item<std::int64_t>()];
    const auto around = std::get<1>(torch::cdist(match.unsqueeze(0), rows).topk(3, 1, false));
    const auto weights =
        torch::softmax((rows.index_select(0, around.view(-1)) - farthest).norm(2, {1}), 0);
    const double expected = (1.0 - weights[0].item<double>()) * distance.max().item<double>();
    QVERIFY(std::abs(answer.score - expected) < 1e-4);
}

void TstPatchBaseline::leavesOutWhatIsHiddenAndExcluded()
{
    const auto normals = bank();
    const auto baseline = learned(normals, config(BaselineMethod::PatchCore, 1.0), {4});
    QCOMPARE(baseline.remembered(0).size(0), 4 * kGrid * kGrid);
    const std::vector<std::int64_t> excluded = {1, 4};
    const auto answer = baseline.compare(featuresOf(normals, 1), 0, excluded);
    const auto distance =
        std::get<0>(torch::cdist(patches(normals, {1}), patches(normals, {0, 2, 3})).min(1));
    QVERIFY(maxDifference(answer.distance.view(-1), distance) < 1e-4);
    // Better matched with itself than with nothing.
    const std::vector<std::int64_t> all = {0, 1, 2, 3};
    QVERIFY(baseline.compare(featuresOf(normals, 1), 0, all).distance.max().item<float>() < 2e-3F);
}

void TstPatchBaseline::anomalyDinoLooksAtDirectionsAlone()
{
    const auto normals = bank();
    const auto baseline = learned(normals, config(BaselineMethod::AnomalyDino, 0.0));
    QVERIFY(!baseline.origins()[0].defined()); // all of them
    auto query = featuresOf(normals, 7);
    const auto answer = baseline.compare(query, 0);
    for (auto &layer : query)
        layer = 3.0 * layer;
    QVERIFY(maxDifference(baseline.compare(query, 0).distance, answer.distance) < 1e-5);
    const auto unit = [](const torch::Tensor &x) { return x / x.norm(2, {1}, true); };
    const auto cosine =
        torch::mm(unit(patches(normals, {7})), unit(patches(normals, {0, 1, 2, 3, 4})).t());
    const auto distance = 1.0 - std::get<0>(cosine.max(1));
    QVERIFY(maxDifference(answer.distance.view(-1), distance) < 1e-5);
    QVERIFY(std::abs(answer.score - distance.max().item<double>()) < 1e-5); // 1 of 36 patches
}

void TstPatchBaseline::keepsAShareAndFindsItAgain()
{
    const auto normals = bank();
    const auto settings = config(BaselineMethod::PatchCore, 0.25);
    const auto baseline = learned(normals, settings);
    const auto origins = baseline.origins();
    QCOMPARE(origins[0].size(0), 5 * kGrid * kGrid / 4);
    QCOMPARE(origins[1].size(0), 3 * kGrid * kGrid / 4);
    for (const int category : {0, 1})
        QVERIFY(PatchBaseline::areOrigins(origins[static_cast<std::size_t>(category)],
                                          normals.images(), category, 1, kGrid));
    PatchBaseline again(normals, settings);
    RunContext run;
    again.remember({}, origins, run);
    const auto query = featuresOf(normals, 5);
    QVERIFY(torch::equal(again.compare(query, 0).distance, baseline.compare(query, 0).distance));
    QVERIFY(baseline.compare(featuresOf(normals, 0), 0).distance.max().item<float>() > 0.1F);
}

void TstPatchBaseline::reconstructsEveryLayerFromItsMemory()
{
    const auto normals = bank();
    const auto baseline = learned(normals, config(BaselineMethod::PatchCore, 1.0));
    const auto own = featuresOf(normals, 3);
    const auto made = baseline.reconstruct(own, 0, 2);
    QCOMPARE(made.layers.size(), std::size_t{3}); // the third makes no patches, and comes along
    for (std::size_t l = 0; l < own.size(); ++l) {
        QCOMPARE(made.layers[l].size(0), std::int64_t{2});
        QVERIFY(torch::equal(made.layers[l][0], own[l])); // nearest is the picture itself
        QVERIFY(!torch::equal(made.layers[l][1], own[l]));
    }
    const std::vector<std::int64_t> excluded = {3};
    const auto others = baseline.reconstruct(own, 0, 1, excluded);
    const std::vector<std::int64_t> left = {0, 1, 2, 4};
    const auto match =
        std::get<1>(torch::cdist(patches(normals, {3}), patches(normals, left)).min(1));
    std::vector<torch::Tensor> third;
    for (const auto picture : left)
        third.push_back(normals.layer(2)[picture].flatten(1).t());
    QVERIFY(
        torch::equal(others.layers[2][0].flatten(1).t(), torch::cat(third).index_select(0, match)));
}

void TstPatchBaseline::refusesNumbersThatAreNoPatches()
{
    const auto normals = bank();
    const auto fits = [&](const torch::Tensor &numbers) {
        return PatchBaseline::areOrigins(numbers, normals.images(), 0, 1, kGrid);
    };
    const auto places = kGrid * kGrid;
    QVERIFY(fits(torch::tensor({std::int64_t{0}, 5 * places - 1})));
    QVERIFY(!fits(torch::tensor({std::int64_t{-1}})));
    QVERIFY(!fits(torch::tensor({5 * places})));         // of the other category
    QVERIFY(!fits(torch::tensor({kPictures * places}))); // of a turn that there is not
    QVERIFY(!fits(torch::empty({0}, torch::kInt64)));
    QVERIFY(!fits(torch::zeros({2}, torch::kFloat32)));
}

void TstPatchBaseline::takesTheMiddleOfANetwork_data()
{
    QTest::addColumn<QString>("backbone");
    QTest::addColumn<bool>("areChosen");
    QTest::addColumn<std::vector<int>>("patchCore");
    QTest::addColumn<std::vector<int>>("anomalyDino");
    QTest::newRow("published") << "wide-resnet50-2" << false << std::vector{1, 2}
                               << std::vector{1, 2};
    QTest::newRow("default") << "efficientnet-lite0" << false << std::vector{1, 2, 3}
                             << std::vector{1, 2, 3};
    QTest::newRow("transformer") << "dinov2-vits14" << false << std::vector{1, 2} << std::vector{3};
    QTest::newRow("chosen") << "resnet18" << true << std::vector{0, 1, 2} << std::vector{0, 1, 2};
}

void TstPatchBaseline::takesTheMiddleOfANetwork()
{
    QFETCH(const QString, backbone);
    QFETCH(const bool, areChosen);
    QFETCH(const std::vector<int>, patchCore);
    QFETCH(const std::vector<int>, anomalyDino);
    const auto spec = FeatureSpec::of(backbone.toStdString());
    QCOMPARE(patchLayers(BaselineMethod::PatchCore, spec, areChosen), patchCore);
    QCOMPARE(patchLayers(BaselineMethod::AnomalyDino, spec, areChosen), anomalyDino);
}

QTEST_GUILESS_MAIN(TstPatchBaseline)
#include "tst_patch_baseline.moc"
