#include "core/engine/detail/added_normals.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/detail/patch_baseline.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <opencv2/imgproc.hpp>
#include <torch/torch.h>

#include <algorithm>
#include <filesystem>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

constexpr int kOwn = 6; // the last one of another category

const fs::path kWeights =
    fs::path(CF_SOURCE_DIR) / ".deps" / "weights" / "efficientnet-lite0-57934424.pth";

/// A disc with a bar, turned by `number`.
cv::Mat part(int number)
{
    cv::Mat picture(128, 128, CV_8UC3, cv::Scalar(70, 80, 90));
    cv::circle(picture, {64, 64}, 45, cv::Scalar(150, 160, 170), cv::FILLED);
    cv::ellipse(picture, {64, 64}, {36, 9}, 11.0 * number, 0, 360, cv::Scalar(60, 50, 40),
                cv::FILLED);
    return picture;
}

FeatureSpec spec()
{
    FeatureSpec made;
    made.imagePx = 128;
    made.gridPx = 8;
    return made;
}

BankImage image(int number)
{
    return {number == kOwn - 1 ? 1 : 0, normalPng(part(number), spec().imagePx),
            "picture " + std::to_string(number)};
}

std::vector<BankImage> images(int first, int count)
{
    std::vector<BankImage> made;
    for (int i = first; i < first + count; ++i)
        made.push_back(image(i));
    return made;
}

/// A row of every tensor that a bank has of its pictures.
std::vector<torch::Tensor> knownOf(const NormalBank &bank, std::int64_t row)
{
    std::vector<torch::Tensor> known = {bank.noise()[row], bank.descriptors()[row]};
    for (std::size_t l = 0; l < bank.layerCount(); ++l)
        known.push_back(bank.layer(l)[row]);
    return known;
}

bool areEqual(const std::vector<torch::Tensor> &a, const std::vector<torch::Tensor> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return torch::equal(x, y); });
}

ModelConfig memoryConfig(int rotations)
{
    ModelConfig config;
    config.categories = {"a", "b"};
    config.baseline.method = BaselineMethod::PatchCore;
    config.baseline.coresetRatio = 0.25;
    config.baseline.rotations = rotations;
    config.patchLayers = {1, 2};
    return config;
}

} // namespace

/// Normals that join a bank after the training.
class TstAddedNormals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void leaveWhatIsKnownOfTheOthers();
    void doNotDependOnEachOther();
    void areRankedWithTheOthers();
    void areNoFixedTemplates();
    void haveTheSameFeaturesFromTheCache();
    void areRememberedPatchByPatch_data();
    void areRememberedPatchByPatch();
    void needACategoryOfTheModel();

private:
    NormalBank bank(const std::vector<int> &added = {})
    {
        NormalBank made(images(0, kOwn));
        made.prepare(*m_extractor, nullptr, m_run);
        std::vector<BankImage> more;
        for (const int number : added)
            more.push_back(image(number));
        made.append(std::move(more), *m_extractor, nullptr, m_run);
        return made;
    }
    std::optional<FeatureExtractor> m_extractor;
    RunContext m_run;
};

void TstAddedNormals::initTestCase()
{
    if (!fs::exists(kWeights))
        QSKIP("SKIPPED tst_added_normals: the weights of efficientnet-lite0 are not in .deps.");
    auto opened = FeatureExtractor::open(spec(), kWeights, torch::kCPU);
    CF_VERIFY(opened);
    m_extractor.emplace(std::move(*opened));
}

void TstAddedNormals::leaveWhatIsKnownOfTheOthers()
{
    const auto before = bank();
    const auto after = bank({20, 21});
    QCOMPARE(after.size(), std::size_t{kOwn + 2});
    QCOMPARE(after.ownCount(), std::size_t{kOwn});
    for (std::int64_t row = 0; row < kOwn; ++row)
        QVERIFY(areEqual(knownOf(before, row), knownOf(after, row)));
    // Another query ranks the model's own pictures as before.
    const auto query = poseDescriptor(m_extractor->extract({part(3)}))[0];
    auto order = after.ranked(query, 0);
    std::erase_if(order, [](std::int64_t place) { return place >= kOwn; });
    QCOMPARE(order, before.ranked(query, 0));
}

void TstAddedNormals::doNotDependOnEachOther()
{
    QVERIFY(areEqual(knownOf(bank({20, 21}), kOwn + 1), knownOf(bank({21}), kOwn)));
    QVERIFY(bank({21}).noise()[kOwn].max().item<float>() > 0.0F);
}

void TstAddedNormals::areRankedWithTheOthers()
{
    const auto after = bank({20, 21});
    const auto query = poseDescriptor(m_extractor->extract({part(21)}))[0];
    QCOMPARE(after.ranked(query, 0).front(), std::int64_t{kOwn + 1}); // itself
    QCOMPARE(after.nearestAppended(query, 0).value(), std::int64_t{kOwn + 1});
    QVERIFY(!after.nearestAppended(query, 1));
    QVERIFY(!bank().nearestAppended(query, 0));
}

void TstAddedNormals::areNoFixedTemplates()
{
    const auto before = bank();
    const auto after = bank({20, 21});
    for (const auto strategy : {TemplateStrategy::Random, TemplateStrategy::KCentre})
        QCOMPARE(after.fixedTemplates(0, strategy, 4, 7), before.fixedTemplates(0, strategy, 4, 7));
}

void TstAddedNormals::haveTheSameFeaturesFromTheCache()
{
    QTemporaryDir dir;
    FeatureCache cache(dir.path().toStdString());
    int reads = 0;
    const auto read = [&] {
        ++reads;
        return part(9);
    };
    const auto alone = m_extractor->extract({part(9)});
    for (int time = 0; time < 2; ++time)
        QVERIFY(areEqual(featuresAlone(*m_extractor, "nine", read, &cache, m_run), alone));
    QCOMPARE(reads, 1);
    QVERIFY(areEqual(featuresAlone(*m_extractor, {}, read, &cache, m_run), alone));
    QCOMPARE(reads, 2); // nobody knows what it is
}

void TstAddedNormals::areRememberedPatchByPatch_data()
{
    QTest::addColumn<int>("rotations");
    QTest::newRow("as they lie") << 1;
    QTest::newRow("turned") << 3;
}

void TstAddedNormals::areRememberedPatchByPatch()
{
    QFETCH(const int, rotations);
    const auto config = memoryConfig(rotations);
    const auto own = bank();
    PatchBaseline learned(own, config);
    learned.prepareTurns(*m_extractor, nullptr, m_run);
    learned.remember({}, {}, m_run);
    const auto origins = learned.origins();

    const auto more = bank({20});
    PatchBaseline after(more, config);
    after.prepareTurns(*m_extractor, nullptr, m_run);
    after.remember({}, origins, m_run);
    const auto before = learned.remembered(0);
    const std::int64_t added = std::int64_t{rotations} * spec().gridPx * spec().gridPx;
    QCOMPARE(after.remembered(0).size(0), before.size(0) + added);
    QVERIFY(torch::equal(after.remembered(0).slice(0, 0, before.size(0)), before));
    QVERIFY(torch::equal(after.remembered(1), learned.remembered(1))); // of another category
    std::vector<torch::Tensor> query;
    for (const auto &layer : m_extractor->extract({part(20)}))
        query.push_back(layer[0]);
    // Of a patch to itself it is 0 but for what float32 loses in squares.
    const auto farthest = [&](const PatchBaseline &baseline) {
        return baseline.compare(query, 0).distance.max().item<float>();
    };
    QVERIFY(farthest(learned) > 0.0F);
    QVERIFY(farthest(after) < 0.02F * farthest(learned));
}

void TstAddedNormals::needACategoryOfTheModel()
{
    const std::vector<AddedNormal> added = {{"c", "key", {}}};
    const auto images = bankImagesOf(added, {"a", "b"});
    QVERIFY(!images.ok());
    QCOMPARE(images.error().code, ErrorCode::BadData);
    QVERIFY(images.error().detail.find("'c'") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstAddedNormals)
#include "tst_added_normals.moc"
