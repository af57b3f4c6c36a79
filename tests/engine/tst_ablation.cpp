#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/losses.h"
#include "core/engine/detail/train_profile.h"
#include "core/engine/train_options.h"
#include "tests/engine/random_tensors.h"

#include <QTest>
#include <torch/torch.h>

using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

constexpr std::int64_t kGrid = 16;

ModelConfig configOf(Profile profile)
{
    ModelConfig config;
    config.profile = profile;
    config.categories = {"a", "b"};
    config.filter.layers = 3;
    config.filter.matches = 9;
    config.filter.width = 8;
    config.filter.firstReduction = 16;
    config.filter.classes = 2;
    config.guidanceLayers = guidanceLayers(profile, 3);
    config.filter.guidanceLayer = guidanceOrder(config.guidanceLayers.size());
    config.filter.featureChannels.assign(config.guidanceLayers.size(), 6);
    return config;
}

/// Anomaly evidence of fixed inputs; one stream of guidance may be another one.
torch::Tensor evidenceOf(const ModelConfig &config, bool otherFeatures, bool otherMap)
{
    torch::manual_seed(4);
    DetectorNetwork network(config);
    network.initialise(4);
    network.module().eval();
    if (config.profile == Profile::Compact) { // starts as the baseline map alone
        torch::NoGradGuard noGrad;
        for (auto &parameter : network.module().parameters())
            parameter.add_(0.05);
    }
    MatchedBatch batch;
    batch.volume = randomUnit(1, {1, 9, 3, kGrid, kGrid});
    batch.initialMap = randomUnit(otherMap ? 20 : 2, {1, 3, kGrid, kGrid});
    for (std::size_t l = 0; l < config.guidanceLayers.size(); ++l)
        batch.guidance.push_back(randomUnit(otherFeatures ? 30 : 3, {1, 6, kGrid, kGrid}));
    batch.baseline = randomTensor(5, {1, 2 * kGrid, 2 * kGrid});
    torch::NoGradGuard noGrad;
    return network.evidence(network.forward(batch));
}

} // namespace

/// The switches of paper Table 4 do what they say, and refuse what makes no sense.
class TstAblation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamThatIsOffIsNotLookedAt_data();
    void aStreamThatIsOffIsNotLookedAt();
    void guidanceFitsAnyNumberOfLayers();
    void lossWeightsReplaceTheProfiles();
    void withoutTheAdaptorAllClassesAreAlike();
    void refusesWhatMakesNoSense();
};

void TstAblation::aStreamThatIsOffIsNotLookedAt_data()
{
    QTest::addColumn<bool>("paper");
    QTest::newRow("compact") << false;
    QTest::newRow("paper") << true;
}

void TstAblation::aStreamThatIsOffIsNotLookedAt()
{
    QFETCH(const bool, paper);
    auto config = configOf(paper ? Profile::Paper : Profile::Compact);
    const auto both = evidenceOf(config, false, false);
    QVERIFY(maxDifference(both, evidenceOf(config, true, false)) > 1e-6);
    QVERIFY(maxDifference(both, evidenceOf(config, false, true)) > 1e-6);
    config.filter.spatialGuidance = false;
    const auto matchingOnly = evidenceOf(config, false, false);
    QCOMPARE(maxDifference(matchingOnly, evidenceOf(config, true, false)), 0.0);
    QVERIFY(maxDifference(matchingOnly, evidenceOf(config, false, true)) > 1e-6);
    QVERIFY(maxDifference(matchingOnly, both) > 1e-6);
    config.filter.matchingGuidance = false;
    QCOMPARE(maxDifference(evidenceOf(config, false, false), evidenceOf(config, true, true)), 0.0);
}

void TstAblation::guidanceFitsAnyNumberOfLayers()
{
    for (const auto profile : {Profile::Compact, Profile::Paper})
        for (std::int64_t layers = 1; layers <= 8; ++layers) {
            const auto guides = guidanceLayers(profile, layers);
            QVERIFY(!guides.empty() && guides.front() >= 0 && guides.back() < layers);
            QVERIFY(std::is_sorted(guides.begin(), guides.end()));
            for (const int place : guidanceOrder(guides.size()))
                QVERIFY(place < static_cast<int>(guides.size()));
        }
    // As published for L = 4, and as the compact profile had it for Lite0's five layers.
    QCOMPARE(guidanceLayers(Profile::Paper, 4), (std::vector<int>{0, 1, 2, 3}));
    QCOMPARE(guidanceLayers(Profile::Compact, 5), (std::vector<int>{1, 3}));
}

void TstAblation::lossWeightsReplaceTheProfiles()
{
    TrainOptions options;
    options.profile = Profile::Paper;
    options.ablation.lossWeights = {{"ssim", 0.0}, {"mse", 1.0}};
    QVERIFY(objection(options).empty());
    const auto paper = TrainProfile::of(options).paperLoss;
    QCOMPARE(paper.ssim, 0.0);
    QCOMPARE(paper.mse, 1.0);
    QCOMPARE(paper.focal, LossOptions().focal);
    options.profile = Profile::Compact;
    options.ablation.lossWeights = {{"dice", 2.0}};
    QCOMPARE(TrainProfile::of(options).compactLoss.dice, 2.0);
}

void TstAblation::withoutTheAdaptorAllClassesAreAlike()
{
    TrainOptions options;
    options.profile = Profile::Paper;
    options.ablation.classAdaptor = false;
    const auto loss = TrainProfile::of(options).paperLoss;
    QCOMPARE(loss.crossEntropy, 0.0);
    const auto gamma =
        focalGamma(torch::tensor({{5.0F, 0.0F}, {0.0F, 5.0F}}), torch::tensor({0, 0}), loss);
    QVERIFY(gamma.eq(3.0).all().item<bool>());
}

void TstAblation::refusesWhatMakesNoSense()
{
    TrainOptions options;
    options.ablation.lossWeights = {{"focal", 1.0}};
    QVERIFY(objection(options).find("pixel, dice, image, cross_entropy") != std::string::npos);
    options.ablation.lossWeights = {{"pixel", -1.0}};
    QVERIFY(objection(options).find("0 or larger") != std::string::npos);
    options.ablation.lossWeights = {{"pixel", 0.0}, {"dice", 0.0}, {"image", 0.0}};
    QVERIFY(objection(options).find("at least one") != std::string::npos);
    options.ablation.lossWeights = {{"pixel", 0.0}};
    QVERIFY(objection(options).empty());
    options.matches = 100;
    QVERIFY(objection(options).find("paper's profile") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstAblation)
#include "tst_ablation.moc"
